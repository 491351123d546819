import datetime
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.models import User
from audit import actions
from audit.actions import forget_old_entries, months_before, record
from audit.models import AuditEntry
from audit.states import REFUSALS, Event
from lib.clients import Client
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

NOW = datetime.datetime(2026, 11, 23, 20, 0, tzinfo=datetime.UTC)


def write(at: datetime.datetime) -> AuditEntry:
    return AuditEntry.objects.create(event=Event.SIGNED_IN, at=at)


def test_a_row_outlives_the_person_it_is_about(commune: Tenant):
    with in_site(commune):
        person = User.objects.create_user("binh@demo.example")
        entry = record(event=Event.SIGNED_IN, by=person, about=person, client=Client("198.51.100.7", "Firefox 115"))
        person.delete()
        entry.refresh_from_db()
        assert (entry.actor, entry.subject, entry.address, entry.browser) == (
            "binh@demo.example",
            "binh@demo.example",
            "198.51.100.7",
            "Firefox 115",
        )


def test_what_is_too_long_is_cut_not_lost(commune: Tenant):
    with in_site(commune):
        entry = record(event=Event.SIGN_IN_FAILED, account="a" * 900, detail="b" * 900, client=Client("", "c" * 900))
        entry.refresh_from_db()
        assert (len(entry.subject), len(entry.detail), len(entry.browser), entry.address) == (254, 500, 60, None)


def test_a_row_is_undone_with_what_it_tells(commune: Tenant):
    def undo() -> None:
        with transaction.atomic():
            record(event=Event.SIGNED_IN, account="undone@demo.example")
            raise RuntimeError

    with in_site(commune):
        with pytest.raises(RuntimeError):
            undo()
        assert not AuditEntry.objects.about("undone@demo.example").exists()


@pytest.mark.parametrize(
    "sql", ["UPDATE audit_auditentry SET actor = 'x'", "DELETE FROM audit_auditentry", "TRUNCATE audit_auditentry"]
)
def test_the_database_itself_refuses_to_change_the_log(commune: Tenant, sql: str):
    with in_site(commune):
        entry = write(timezone.now() - datetime.timedelta(days=364))
        with pytest.raises(DatabaseError, match="audit log"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
        assert AuditEntry.objects.filter(pk=entry.pk).exists()


def test_entries_older_than_they_are_kept_are_forgotten(commune: Tenant):
    with in_site(commune):
        old, young = (write(timezone.now() - datetime.timedelta(days=days)) for days in (735, 725))
        assert forget_old_entries(months=24) == 1
        assert list(AuditEntry.objects.filter(pk__in=[old.pk, young.pk])) == [young]


def test_what_was_forgotten_before_it_was_killed_stays_forgotten(own_database: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(actions, "BATCH", 2)
    times = iter(range(9))

    def die_at_the_second(execute: Callable, sql: str, *rest: object) -> object:
        if sql.startswith("DELETE") and next(times):
            raise KeyboardInterrupt
        return execute(sql, *rest)

    with in_site(find_tenant(cast.COMMUNE)):
        old = [write(timezone.now() - datetime.timedelta(days=days)).pk for days in (804, 803, 802, 801, 800)]
        left = AuditEntry.objects.filter(pk__in=old).order_by("pk").values_list("pk", flat=True)
        with pytest.raises(KeyboardInterrupt), connection.execute_wrapper(die_at_the_second):
            forget_old_entries(months=24)
        assert list(left.all()) == old[2:]
        assert forget_old_entries(months=24) == 3


def test_the_law_holds_against_a_shorter_time_too(commune: Tenant):
    with in_site(commune):
        write(timezone.now() - datetime.timedelta(days=200))
        with pytest.raises(DatabaseError, match="12 months"), transaction.atomic():
            forget_old_entries(months=1)


@pytest.mark.parametrize(
    ("months", "day"),
    [(12, "2025-11-23"), (24, "2024-11-23"), (11, "2025-12-23"), (10, "2026-01-23"), (23, "2024-12-23")],
)
def test_months_are_counted_as_in_the_calendar(months: int, day: str):
    assert months_before(NOW, months).date().isoformat() == day


def test_a_day_that_a_month_lacks_is_its_last(commune: Tenant):
    assert months_before(NOW.replace(month=3, day=31), 1).date().isoformat() == "2026-02-28"
    assert months_before(NOW.replace(year=2024, month=2, day=29), 12).date().isoformat() == "2023-02-28"


def test_a_refusal_is_told_from_what_was_done():
    assert {AuditEntry(event=event).outcome for event in REFUSALS} != {AuditEntry(event=Event.SIGNED_IN).outcome}


def test_a_period_has_its_first_and_its_last_day(commune: Tenant):
    """Vietnam's days: 17:00 UTC is the next day there."""
    first, last = datetime.date(2030, 5, 1), datetime.date(2030, 5, 2)
    times = ("2030-04-30T16:59Z", "2030-04-30T17:00Z", "2030-05-02T16:59Z", "2030-05-02T17:00Z")
    with in_site(commune):
        entries = [write(datetime.datetime.fromisoformat(time)) for time in times]
        assert set(AuditEntry.objects.between(first, last)) == set(entries[1:3])
