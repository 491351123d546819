"""Versions under decisions: what is in force when, what two officers at once are told, and that nothing is lost."""

import datetime
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.roles import Role
from procedure_catalogue.actions import (
    Meanwhile,
    add_fields,
    correct,
    discard_draft,
    save_draft,
    set_life_events,
)
from procedure_catalogue.actions_publish import Entry, publish_drafts, publish_many
from procedure_catalogue.actions_repeal import repeal_many
from procedure_catalogue.actions_undo import undo_batch
from procedure_catalogue.models import Change, Procedure, ProcedureVersion, Repeal
from procedure_catalogue.states import Standing, Step
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.procedure_catalogue.cases import (
    CODE,
    DAY,
    FIRST,
    LATER,
    OTHER,
    content,
    decision,
    officer,
    published,
)

FORM = "https://dichvucong.example.vn/to-khai.docx"
EVE = datetime.date(2023, 6, 30)


@pytest.fixture(autouse=True)
def at_the_board(district: Tenant) -> Iterator[None]:
    with in_site(district):
        yield


def days(code: str = CODE) -> list[tuple[object, ...]]:
    versions = ProcedureVersion.objects.published().filter(procedure__code=code).order_by("valid_from")
    return list(versions.values_list("number", "valid_from", "valid_to"))


def procedure(code: str = CODE) -> Procedure:
    return Procedure.objects.get(code=code)


def test_what_was_published_is_in_force_from_its_day_on():
    version = published()
    assert version.standing(FIRST) == Standing.IN_FORCE
    assert version.standing(FIRST - datetime.timedelta(days=1)) == Standing.COMING
    assert version.decision.number == "01/QĐ-UBND"


def test_a_new_version_ends_the_one_before_on_its_eve():
    published()
    published(day=LATER, seen=1, number="02/QĐ-UBND", result="Giấy khai sinh")
    assert days() == [(1, FIRST, EVE), (2, LATER, None)]
    assert [v.number for v in ProcedureVersion.objects.in_force(EVE)] == [1]
    assert [v.number for v in ProcedureVersion.objects.in_force(LATER)] == [2]


def test_a_version_between_two_ends_where_the_next_begins():
    published()
    published(day=LATER, seen=1)
    between = datetime.date(2023, 3, 1)
    published(day=between, seen=2)
    assert days() == [(1, FIRST, between - datetime.timedelta(days=1)), (3, between, EVE), (2, LATER, None)]


def test_a_version_of_the_same_day_takes_the_place_of_the_first():
    first = published()
    published(seen=1, result="Giấy khai sinh")
    assert days() == [(2, FIRST, None)]
    first.refresh_from_db()
    assert first.standing(FIRST) == Standing.WITHDRAWN


def test_the_database_has_no_two_versions_in_force_at_once():
    version = published()
    with pytest.raises(Exception, match="procedure_catalogue_one_version_a_day"):
        ProcedureVersion.objects.create(
            procedure=version.procedure, number=9, state="published", decision=version.decision, valid_from=LATER,
            name="a", field=version.field, levels=["commune"], sort_key="a", search_text="a",
        )  # fmt: skip


@pytest.mark.parametrize("code", ["1.00119", "11001193", "a.001193", "1.0011934"])
def test_the_database_knows_no_other_code(code: str):
    with pytest.raises(Exception, match=r"procedure_catalogue_code|value too long"):
        Procedure.objects.create(code=code)


def test_the_second_of_two_officers_is_told_and_nothing_is_lost():
    version = published()
    save_draft(code=CODE, content=content(result="Của người thứ nhất"), by=officer(), seen=1)
    with pytest.raises(Meanwhile, match=cast.address_of(Role.ADMINISTRATOR)):
        save_draft(code=CODE, content=content(result="Của người thứ hai"), by=officer(), seen=1)
    with pytest.raises(Meanwhile):
        published(day=LATER, seen=1)
    with pytest.raises(Meanwhile):
        correct(version=version, content=content(name="Khác"), by=officer(), seen=1, why="Sai")
    assert procedure().versions.drafts().get().content.result == "Của người thứ nhất"


def test_a_code_that_somebody_else_has_entered_is_not_entered_again():
    published()
    with pytest.raises(Meanwhile):
        published()


def test_a_draft_is_published_under_a_decision():
    draft = save_draft(code=CODE, content=content(), by=officer(), seen=None)
    assert not ProcedureVersion.objects.in_force(DAY).exists()
    publish_drafts(seen={CODE: 1}, decision=decision(), valid_from=FIRST, by=officer())
    assert list(ProcedureVersion.objects.in_force(DAY)) == [draft]


def test_a_discarded_draft_is_kept_for_the_history():
    draft = save_draft(code=CODE, content=content(), by=officer(), seen=None)
    discard_draft(procedure=procedure(), by=officer(), seen=1)
    draft.refresh_from_db()
    assert draft.standing(DAY) == Standing.WITHDRAWN
    save_draft(code=CODE, content=content(), by=officer(), seen=2)


def test_a_correction_keeps_the_old_words_and_makes_no_version():
    version = published(name="Thủ tục đăng kí khai xinh")
    correct(version=version, content=content(), by=officer(), seen=1, why="Sai chính tả")
    assert days() == [(1, FIRST, None)]
    change = Change.objects.get(step=Step.CORRECTED)
    assert change.before == {"content": {"name": "Thủ tục đăng kí khai xinh"}}
    assert (change.why, cast.address_of(Role.ADMINISTRATOR) in change.by) == ("Sai chính tả", True)
    assert ProcedureVersion.objects.matching("khai sinh").exists()


@pytest.mark.parametrize(("why", "changed"), [("", {"name": "Khác"}), ("Sai", {})])
def test_a_correction_has_a_reason_and_corrects_something(why: str, changed: dict[str, str]):
    version = published()
    with pytest.raises(ValidationError):
        correct(version=version, content=content(**changed), by=officer(), seen=1, why=why)


@pytest.mark.parametrize(
    "changed",
    [
        {"levels": ["commune", "district"]},
        {"online": "full"},
        {"field": "chung-thuc"},
        {"sets": 2},
        {"related": [OTHER]},
        {"ways": [{"channel": "counter", "time_limit": "Trong ngày", "fee": "8.000 đồng"}]},
        {"dossier": [{"name": "Tờ khai", "originals": 1}, {"name": "Giấy chứng sinh", "originals": 1}]},
        {"dossier": [{"name": "Tờ khai", "originals": 1, "copies": 1}]},
        {"steps": [{"text": "Nộp hồ sơ."}, {"text": "Nhận kết quả tại bộ phận một cửa."}]},
        {"legal_basis": []},
        {"name": "Cấp lại giấy phép"},
        {"result": "Giấy khai sinh"},
    ],
)
def test_what_offices_and_applicants_go_by_is_no_mistake_in_writing(changed: dict[str, Any]):
    version = published()
    with pytest.raises(ValidationError) as refused:
        correct(version=version, content=content(**changed), by=officer(), seen=1, why="Sai")
    assert set(refused.value.message_dict) == set(changed)
    version.refresh_from_db()
    assert version.content == content()


def test_a_figure_is_no_mistake_in_writing():
    version = published(conditions="Nộp trong 60 ngày")
    with pytest.raises(ValidationError):
        correct(version=version, content=content(conditions="Nộp trong 30 ngày"), by=officer(), seen=1, why="Sai")


def test_words_and_translations_are_corrected():
    version = published(steps=[{"text": "Nop ho so tai bo phan mot cua."}])
    mended = content(name_en="Birth registration", dossier=[{"name": "Tờ khai", "originals": 1, "form_url": FORM}])
    correct(version=version, content=mended, by=officer(), seen=1, why="Thiếu dấu")
    version.refresh_from_db()
    assert version.content == mended


def test_a_repeal_names_its_successor_and_deletes_nothing():
    published()
    published(OTHER, name="Thủ tục mới")
    repeal_many(seen={CODE: 1}, decision=decision("09/QĐ-UBND"), effective_on=LATER, by=officer(), successors=[OTHER])
    assert days() == [(1, FIRST, EVE)]
    assert [v.procedure.code for v in ProcedureVersion.objects.ended(DAY)] == [CODE]
    repeal = Repeal.objects.get()
    assert ([one.code for one in repeal.successors.all()], repeal.decision.number) == ([OTHER], "09/QĐ-UBND")


def test_what_has_a_later_version_is_not_repealed_before():
    published()
    published(day=LATER, seen=1)
    with pytest.raises(ValidationError, match=CODE):
        repeal_many(seen={CODE: 2}, decision=decision(), effective_on=EVE, by=officer())


def test_a_procedure_does_not_succeed_itself():
    published()
    with pytest.raises(ValidationError):
        repeal_many(seen={CODE: 1}, decision=decision(), effective_on=LATER, by=officer(), successors=[CODE])


def test_a_batch_is_taken_back_as_a_whole():
    published()
    entries = [Entry(CODE, content(result="Mới"), seen=1), Entry(OTHER, content(name="Mới"), seen=None)]
    batch = publish_many(entries=entries, decision=decision("05/QĐ-UBND"), valid_from=LATER, by=officer())
    assert undo_batch(batch=batch, by=officer()) == 2
    assert (days(), days(OTHER)) == ([(1, FIRST, None)], [])
    with pytest.raises(Meanwhile):
        undo_batch(batch=batch, by=officer())


def test_a_batch_with_later_changes_stays():
    batch = publish_many(
        entries=[Entry(CODE, content(), seen=None)], decision=decision(), valid_from=FIRST, by=officer()
    )
    published(day=LATER, seen=1)
    with pytest.raises(Meanwhile, match=CODE):
        undo_batch(batch=batch, by=officer())


def _batch_of(seen: int | None, day: datetime.date, **changed: Any) -> uuid.UUID:
    entries = [Entry(CODE, content(**changed), seen=seen)]
    return publish_many(entries=entries, decision=decision(), valid_from=day, by=officer())


def test_batches_are_taken_back_step_by_step_the_newest_first():
    first, second, third = _batch_of(None, FIRST), _batch_of(1, LATER, sets=2), _batch_of(2, DAY, sets=3)
    with pytest.raises(Meanwhile):
        undo_batch(batch=second, by=officer())
    undo_batch(batch=third, by=officer())
    with pytest.raises(Meanwhile):
        undo_batch(batch=first, by=officer())
    undo_batch(batch=second, by=officer())
    assert days() == [(1, FIRST, None)]
    undo_batch(batch=first, by=officer())
    assert days() == []
    for batch in (first, second, third):
        with pytest.raises(Meanwhile):
            undo_batch(batch=batch, by=officer())


def test_what_was_changed_between_two_undos_stops_the_second():
    first, second = _batch_of(None, FIRST), _batch_of(1, LATER)
    undo_batch(batch=second, by=officer())
    set_life_events(procedure=procedure(), life_events=["birth"], by=officer(), seen=3)
    with pytest.raises(Meanwhile):
        undo_batch(batch=first, by=officer())


def test_of_two_published_drafts_the_newer_one_stays_a_draft():
    save_draft(code=CODE, content=content(sets=1), by=officer(), seen=None)
    first = publish_drafts(seen={CODE: 1}, decision=decision(), valid_from=FIRST, by=officer())
    with pytest.raises(Meanwhile):
        save_draft(code=CODE, content=content(sets=2), by=officer(), seen=1)
    save_draft(code=CODE, content=content(sets=2), by=officer(), seen=2)
    undo_batch(batch=publish_drafts(seen={CODE: 3}, decision=decision(), valid_from=LATER, by=officer()), by=officer())
    with pytest.raises(Meanwhile):
        undo_batch(batch=first, by=officer())
    assert procedure().versions.drafts().get().content.sets == 2


def test_a_repeal_and_a_published_draft_are_taken_back():
    save_draft(code=CODE, content=content(), by=officer(), seen=None)
    batch = publish_drafts(seen={CODE: 1}, decision=decision(), valid_from=FIRST, by=officer())
    undo_batch(batch=batch, by=officer())
    assert procedure().versions.drafts().exists()
    publish_drafts(seen={CODE: 3}, decision=decision(), valid_from=FIRST, by=officer())
    undo_batch(batch=repeal_many(seen={CODE: 4}, decision=decision(), effective_on=FIRST, by=officer()), by=officer())
    assert [row[1:] for row in days()] == [(FIRST, None)]


def test_who_is_not_of_the_board_changes_nothing():
    editor = User.objects.get(email=cast.address_of(Role.EDITOR))
    with pytest.raises(PermissionDenied):
        save_draft(code=CODE, content=content(), by=editor, seen=None)
    assert not Procedure.objects.exists()


def test_life_events_are_set_without_a_version():
    published()
    set_life_events(procedure=procedure(), life_events=["birth", "papers"], by=officer(), seen=1)
    assert Change.objects.filter(step=Step.EVENTS_SET).count() == 1
    found = ProcedureVersion.objects.in_force(DAY).of_life_event("birth")
    assert [version.procedure.code for version in found] == [CODE]


def test_a_field_is_added_once():
    added = add_fields(names=["Hộ tịch", "Lĩnh vực mới", "Linh vuc moi"], by=officer())
    assert added["Hộ tịch"].key == "ho-tich"
    assert added["Lĩnh vực mới"] == added["Linh vuc moi"]


def test_saving_asks_as_much_however_many_sites_there_are(district: Tenant):
    published()
    few = _questions_of(seen=1)
    for number in range(20):
        Tenant.objects.create(
            schema_name=f"more_{number}", slug=f"xa-more-{number}", name=f"More {number}", kind="commune",
            code=f"9{number:04}", code_valid_from=FIRST, parent=district,
        )  # fmt: skip
    assert _questions_of(seen=2) == few


def test_a_portion_asks_as_much_for_three_procedures_as_for_one():
    _publish_new(["1.000005"])
    with CaptureQueriesContext(connection) as one:
        _publish_new(["1.000001"])
    with CaptureQueriesContext(connection) as three:
        _publish_new(["1.000002", "1.000003", "1.000004"])
    assert len(three) == len(one)


def _questions_of(seen: int) -> int:
    with CaptureQueriesContext(connection) as asked:
        published(day=LATER + datetime.timedelta(days=seen), seen=seen)
    return len(asked)


def _publish_new(codes: list[str]) -> None:
    entries = [Entry(code, content(), seen=None) for code in codes]
    publish_many(entries=entries, decision=decision(), valid_from=FIRST, by=officer())
