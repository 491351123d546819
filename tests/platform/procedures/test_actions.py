"""What a commune says about procedures: whole, many at once, by two people at once, and after the catalogue changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from procedure_catalogue.actions import save_draft
from procedure_catalogue.actions_publish import publish_drafts
from procedure_catalogue.actions_undo import undo_batch
from procedure_catalogue.models import Change, Procedure
from procedure_catalogue.states import Level
from procedures.actions import (
    Confirmed,
    Meanwhile,
    Seen,
    Words,
    begin,
    confirm,
    fill_in,
    offer,
    save_defaults,
    save_overlay,
)
from procedures.figures import Standing, standing
from procedures.models import Defaults, Overlay
from procedures.overlays import Place, place_of
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.procedure_catalogue.cases import content, decision, officer
from tests.platform.procedures.cases import (
    BIRTH,
    COPIES,
    DEATH,
    SINCE,
    TODAY,
    announce,
    change,
    number_of,
    person,
    repeal,
    say,
    seen_of,
)


@pytest.fixture(autouse=True)
def at_a_commune(commune: Tenant, district: Tenant) -> Iterator[None]:
    with in_site(commune):
        yield


def test_a_site_begins_with_the_level_of_its_unit(district: Tenant, town: Tenant):
    assert Defaults.current().levels == [Level.COMMUNE]
    with in_site(town):
        assert Defaults.current().levels == [Level.COMMUNE]
    with in_site(district):
        assert Defaults.current().levels == [Level.DISTRICT]


def test_to_begin_again_changes_nothing():
    save_defaults(place={"desk": "Bộ phận một cửa"}, levels=[Level.DISTRICT], seen=0, by=person())
    begin(levels=[Level.COMMUNE])
    assert (Defaults.current().levels, Defaults.current().desk) == (["district"], "Bộ phận một cửa")


def test_what_an_overlay_leaves_empty_is_the_sites():
    announce()
    save_defaults(place={"desk": "Quầy 1", "phone": "0294 3874 001"}, levels=["commune"], seen=0, by=person())
    overlay = say(desk="", officer="Kim Thị Mẫu", phone="0294 3874 002")
    assert place_of(overlay, Defaults.current()) == Place("Quầy 1", "", "Kim Thị Mẫu", "0294 3874 002")
    assert place_of(None, Defaults.current()) == Place("Quầy 1", "", "", "0294 3874 001")


def test_defaults_are_written_by_one_at_a_time():
    save_defaults(place={"desk": "Của người thứ nhất"}, levels=["commune"], seen=0, by=person())
    with pytest.raises(Meanwhile):
        save_defaults(place={"desk": "Của người thứ hai"}, levels=["commune"], seen=0, by=person())
    assert Defaults.current().desk == "Của người thứ nhất"


def test_a_level_is_needed():
    with pytest.raises(ValidationError):
        save_defaults(place={}, levels=["nothing"], seen=0, by=person())


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR])
def test_who_may_not(role: Role):
    announce()
    by, seen = person(role), {number_of(): seen_of()}
    with pytest.raises(PermissionDenied):
        save_defaults(place={}, levels=["commune"], seen=0, by=by)
    with pytest.raises(PermissionDenied):
        say(by=by)
    for act in (
        lambda: confirm(seen=seen, by=by),
        lambda: offer(seen=seen, is_offered=False, by=by),
        lambda: fill_in(seen=seen, place={"desk": "x"}, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert not Overlay.objects.exists()


def test_the_second_of_two_is_told_and_nothing_is_written():
    announce()
    seen = seen_of()
    say(desk="Của người thứ nhất")
    with pytest.raises(Meanwhile, match=BIRTH):
        save_overlay(procedure=number_of(), words=Words(True, desk="Của người thứ hai"), seen=seen, by=person())
    assert Overlay.objects.get().desk == "Của người thứ nhất"


def test_a_change_of_the_catalogue_is_to_be_confirmed_where_something_is_said():
    announce()
    announce(COPIES, name="Chứng thực bản sao")
    say()
    assert list(Overlay.objects.to_confirm(TODAY, ["commune"])) == []
    change(name="Đăng ký khai sinh")
    change(COPIES, name="Chứng thực bản sao từ bản chính")
    (waiting,) = Overlay.objects.to_confirm(TODAY, ["commune"])
    assert (waiting.procedure.code, waiting.in_force_since) == (BIRTH, SINCE)
    assert list(Overlay.objects.to_confirm(SINCE.replace(month=6), ["commune"])) == []


def test_what_another_level_deals_with_by_now_waits_for_nobody_here():
    announce()
    say()
    change(levels=["district"])
    assert standing(TODAY).waiting == 0
    assert list(Overlay.objects.to_confirm(TODAY, ["district"])) != []


def test_to_save_it_confirms_it():
    announce()
    say()
    new = change()
    overlay = say(desk="Quầy số 3")
    assert (overlay.confirmed_id, overlay.confirmed_on) == (new.pk, TODAY)
    assert list(Overlay.objects.to_confirm(TODAY, ["commune"])) == []


def test_many_are_confirmed_at_once_and_logged_each():
    for code in (BIRTH, COPIES, DEATH):
        announce(code)
        say(code)
    for code in (BIRTH, COPIES):
        change(code)
    by_number = {number_of(code): seen_of(code) for code in (BIRTH, COPIES, DEATH)}
    assert confirm(seen=by_number, by=person(Role.APPROVER)) == Confirmed(2)
    assert standing(TODAY) == Standing(offered=3, own=3, waiting=0, since=None)
    logged = ModelLogEntry.objects.filter(content_type__model="overlay", user=person(Role.APPROVER))
    assert sorted(entry.label for entry in logged) == sorted([BIRTH, COPIES])


def test_nobody_confirms_what_they_have_not_seen():
    announce()
    say()
    before = {number_of(): seen_of()}
    change()
    (left,) = confirm(seen=before, by=person()).left
    assert left.startswith(BIRTH)
    assert Overlay.objects.to_confirm(TODAY, ["commune"]).count() == 1


def test_a_version_that_was_taken_back_and_comes_again_with_other_words_is_to_be_confirmed():
    _publish_draft(None, result="Giấy khai sinh")
    say()
    with in_site(find_tenant(cast.DISTRICT)):
        undo_batch(batch=Change.objects.filter(step="published").get().batch, by=officer())
    assert standing(TODAY).offered == 0
    _publish_draft(3, result="Giấy khai sinh và trích lục")
    (waiting,) = Overlay.objects.to_confirm(TODAY, ["commune"])
    assert waiting.confirmed.content.result == "Giấy khai sinh"


def _publish_draft(seen: int | None, **changed: Any) -> None:
    with in_site(find_tenant(cast.DISTRICT)):
        draft = save_draft(code=BIRTH, content=content(**changed), by=officer(), seen=seen)
        revision = Procedure.objects.get(pk=draft.procedure_id).revision
        publish_drafts(seen={BIRTH: revision}, decision=decision(), valid_from=SINCE, by=officer())


def test_what_is_no_longer_in_force_waits_for_nobody():
    announce()
    say()
    seen = {number_of(): seen_of()}
    repeal()
    assert standing(TODAY).waiting == 0
    assert confirm(seen=seen, by=person()) == Confirmed(0, (BIRTH,))


def test_what_is_not_offered_is_looked_at_again_when_it_changes():
    announce()
    offer(seen={number_of(): seen_of()}, is_offered=False, by=person())
    assert standing(TODAY) == Standing(offered=0, own=1, waiting=0, since=None)
    change()
    assert standing(TODAY) == Standing(offered=0, own=1, waiting=1, since=SINCE)


def test_many_get_the_same_desk_and_keep_the_rest():
    for code in (BIRTH, COPIES):
        announce(code)
    say(BIRTH, desk="Quầy cũ", officer="Kim Thị Mẫu")
    seen = {number_of(code): seen_of(code) for code in (BIRTH, COPIES)}
    assert fill_in(seen=seen, place={"desk": "Quầy mới", "phone": "", "officer": " "}, by=person()) == 2
    said = {one.procedure.code: (one.desk, one.officer, one.revision) for one in Overlay.objects.all()}
    assert said == {BIRTH: ("Quầy mới", "Kim Thị Mẫu", 2), COPIES: ("Quầy mới", "", 1)}


def test_to_fill_in_confirms_nothing():
    announce()
    say()
    change()
    fill_in(seen={number_of(): seen_of()}, place={"hours": "7g–11g"}, by=person())
    assert standing(TODAY).waiting == 1


@pytest.mark.parametrize("place", [{}, {"desk": "  "}, {"phone": "9" * 51}])
def test_what_can_not_be_filled_in(place: dict[str, str]):
    announce()
    with pytest.raises(ValidationError):
        fill_in(seen={number_of(): seen_of()}, place=place, by=person())
    assert not Overlay.objects.speaking().exists()


def test_of_a_procedure_that_does_not_exist_nothing_is_said():
    with pytest.raises(Meanwhile):
        offer(seen={987654: Seen(0, 123456)}, is_offered=False, by=person())


def test_300_take_as_many_questions_as_one():
    codes = [f"1.{number:06}" for number in range(1, 31)]
    for code in codes:
        announce(code)

    def cost(some: list[str]) -> int:
        seen = {number_of(code): seen_of(code) for code in some}
        by = person()
        with CaptureQueriesContext(connection) as captured:
            fill_in(seen=seen, place={"desk": "Quầy"}, by=by)
        return len(captured)

    assert cost(codes[:1]) == cost(codes[1:])


def test_nothing_of_it_is_on_another_site(town: Tenant):
    announce()
    say(note="Chỉ ở xã này")
    save_defaults(place={"desk": "Quầy của xã"}, levels=["commune"], seen=0, by=person())
    with in_site(town):
        assert not Overlay.objects.exists()
        assert Defaults.current().desk == ""
