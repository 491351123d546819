"""Sites are read for the board when something has changed, one bad one stops no other, and duties change by date."""

import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction

from accounts.models import User
from accounts.roles import Role
from lib.clock import today
from newsroom.models import ArticlePage
from tenants.crossing import all_tenants, in_site
from tenants.oversight.actions import end_duty, keep_watch, save_duty, take_snapshots
from tenants.oversight.models import Duty, Reading, Snapshot
from tenants.oversight.states import Evidence
from tenants.registry.models import Tenant
from tests import cast

FLUSH = "SELECT pg_stat_force_next_flush()"


@pytest.fixture
def administrator(district: Tenant):
    with in_site(district):
        yield User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))


def values(**more: object) -> dict:
    known = {"key": "gates", "title_vi": "Cổng làng", "kinds": ["commune"], "evidence": Evidence.ANY, "within": 10}
    return {**known, "basis": "Quy định", "valid_from": datetime.date(2023, 1, 1), **more}


def read_now(*tenants: Tenant) -> None:
    assert not take_snapshots(list(tenants), on=today()).failures


def test_a_snapshot_says_how_much_there_is(commune: Tenant):
    read_now(commune)
    snapshot = Snapshot.objects.get(tenant=commune, on=today())
    assert snapshot.traces["category:news"] == [1, cast.DAY.isoformat(), None]
    assert snapshot.traces["kind:newsroom"] == snapshot.traces["any"] == [1, cast.DAY.isoformat(), None]
    assert snapshot.document["items"]["by_category"] == {"news": 1}
    assert snapshot.document["accounts"]["Biên tập viên"]["people"] == 1
    assert snapshot.items == 1


def test_a_second_one_on_a_day_takes_the_place_of_the_first(commune: Tenant):
    read_now(commune)
    with in_site(commune), transaction.atomic():
        ArticlePage.objects.get().unpublish()
    read_now(commune)
    assert Snapshot.objects.get(tenant=commune).traces["any"] == [0, None, None]


def test_the_days_before_stay(commune: Tenant):
    take_snapshots([commune], on=today() - datetime.timedelta(days=1))
    read_now(commune)
    assert Snapshot.objects.filter(tenant=commune).count() == 2


def test_no_word_of_a_site_stands_in_it(commune: Tenant):
    with in_site(commune), transaction.atomic():
        page = ArticlePage.objects.get()
        page.title = "Dự thảo chưa ai được đọc"
        page.save_revision()
        page.unpublish()
    read_now(commune)
    snapshot = Snapshot.objects.get(tenant=commune)
    written = json.dumps([snapshot.traces, snapshot.document], ensure_ascii=False)
    for word in ("Dự thảo", cast.SECRETS[commune.slug], "@", "demo.example"):
        assert word not in written


def test_a_site_that_can_not_be_read_stops_no_other(commune: Tenant, town: Tenant):
    with in_site(commune), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE agenda_week RENAME TO agenda_gone")
    rounds = keep_watch()
    assert [failure.tenant for failure in rounds.failures] == [commune]
    assert Reading.objects.get(tenant=commune).failing_since
    assert Snapshot.objects.filter(tenant=town).exists()
    assert not Snapshot.objects.filter(tenant=commune).exists()


def test_what_has_not_changed_is_not_read_again(own_database: str):
    _flush()
    keep_watch()
    _flush()
    keep_watch()
    taken = _taken()
    changed = next(tenant for tenant in all_tenants() if tenant.slug == cast.COMMUNE)
    with in_site(changed), transaction.atomic():
        ArticlePage.objects.get().unpublish()
    _flush()
    keep_watch()
    after = _taken()
    assert {slug for slug in taken if taken[slug] != after[slug]} == {cast.COMMUNE}
    assert Snapshot.objects.get(tenant=changed).items == 0


def test_a_changed_duty_has_all_sites_read_again(administrator: User):
    keep_watch()
    before = _taken()
    save_duty(values=values(), by=administrator)
    keep_watch()
    after = _taken()
    assert all(after[slug] > before[slug] for slug in before)


def test_a_change_begins_on_its_day_and_ends_what_held_before(administrator: User):
    first = save_duty(values=values(), by=administrator)
    second = save_duty(
        values=values(within=20, valid_from=datetime.date(2023, 6, 1)), by=administrator, instead_of=first
    )
    of = {on: Duty.objects.filter(key="gates").in_force(on).get() for on in (first.valid_from, second.valid_from)}
    assert (of[first.valid_from].within, of[second.valid_from].within) == (10, 20)
    first.refresh_from_db()
    assert first.valid_to == datetime.date(2023, 5, 31)


def test_a_correction_from_the_first_day_on_keeps_the_former_on_record(administrator: User):
    first = save_duty(values=values(), by=administrator)
    save_duty(values=values(within=20), by=administrator, instead_of=first)
    assert Duty.objects.filter(key="gates").in_force(first.valid_from).get().within == 20
    assert Duty.objects.filter(key="gates").count() == 2


def test_who_saw_an_older_version_is_told(administrator: User):
    first = save_duty(values=values(), by=administrator)
    save_duty(values=values(within=20), by=administrator, instead_of=first)
    with pytest.raises(ValidationError):
        save_duty(values=values(within=30), by=administrator, instead_of=first)


def test_two_versions_never_hold_on_one_day(administrator: User):
    save_duty(values=values(), by=administrator)
    with pytest.raises(ValidationError):
        save_duty(values=values(valid_from=datetime.date(2024, 1, 1)), by=administrator)


def test_a_duty_ends(administrator: User):
    duty = save_duty(values=values(), by=administrator)
    end_duty(duty=duty, last_day=datetime.date(2023, 12, 31), by=administrator)
    assert not Duty.objects.filter(key="gates").in_force(datetime.date(2024, 1, 1)).exists()


def test_a_former_version_does_not_end_among_the_days_of_the_next(administrator: User):
    first = save_duty(values=values(), by=administrator)
    save_duty(values=values(valid_from=datetime.date(2023, 6, 1)), by=administrator, instead_of=first)
    with pytest.raises(ValidationError):
        end_duty(duty=first, last_day=datetime.date(2023, 12, 31), by=administrator)


def test_a_version_that_was_replaced_is_not_ended(administrator: User):
    first = save_duty(values=values(), by=administrator)
    save_duty(values=values(within=20), by=administrator, instead_of=first)
    with pytest.raises(ValidationError):
        end_duty(duty=first, last_day=datetime.date(2023, 12, 31), by=administrator)


def test_what_has_ended_is_not_owed_until_it_begins_again(administrator: User):
    first = save_duty(values=values(), by=administrator)
    end_duty(duty=first, last_day=datetime.date(2023, 3, 31), by=administrator)
    save_duty(values=values(valid_from=datetime.date(2023, 7, 1)), by=administrator, instead_of=first)
    holds = [Duty.objects.filter(key="gates").in_force(datetime.date(2023, month, 15)).exists() for month in (3, 5, 8)]
    assert holds == [True, False, True]


def test_nobody_else_changes_duties(commune: Tenant):
    with in_site(commune), pytest.raises(PermissionDenied):
        save_duty(values=values(), by=User.objects.get(email=cast.address_of(Role.ADMINISTRATOR)))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "decree"), [(datetime.date(2026, 6, 30), "42/2022"), (datetime.date(2026, 7, 1), "224/2026")]
)
def test_the_decree_of_the_day_is_the_one_that_is_named(on: datetime.date, decree: str):
    duties = list(Duty.objects.in_force(on))
    assert len({duty.key for duty in duties}) == len(duties) >= 24
    assert {
        number
        for duty in duties
        for number in ("42/2022", "224/2026")
        if f"{number}/NĐ-CP, Điều" in duty.basis and duty.basis_source == "read"
    } == {decree}


def _flush() -> None:
    """As every process does by itself within ten seconds."""
    with connection.cursor() as cursor:
        cursor.execute(FLUSH)


def _taken() -> dict[str, datetime.datetime]:
    return dict(Snapshot.objects.values_list("tenant__slug", "taken_at"))
