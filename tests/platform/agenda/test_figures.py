"""What the yearly report counts of calendars."""

import datetime
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from pytest_django import Settings

from accounts.roles import Role
from agenda.actions import announce, withdraw_week
from agenda.figures import tally
from agenda.models import Entry, Week
from catalogue.figures import Period, Tally
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda.weeks import DAY, MONDAY, TODAY, again, clerk, main, page, row, row_of, write

Visit = Callable[..., Client]
MONTH = Period(datetime.date(2023, 10, 1), datetime.date(2023, 10, 31))


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.FIXED_TODAY = TODAY


def changed(week: Week, content: str) -> Week:
    return again(week, row_of(Entry.objects.filter(week=week).first(), content=content))


def test_each_published_week_and_each_announced_change_is_an_item(commune: Tenant, settings: Settings):
    with in_site(commune):
        write(row(day=MONDAY - 7 * DAY), monday=MONDAY - 7 * DAY)
        write(row(day=MONDAY + 7 * DAY), monday=MONDAY + 7 * DAY, published=False)
        week = changed(write(row()), "Đổi giờ")
        assert tally(MONTH) == Tally(2, {Week.CATEGORY: 2})
        announce(week=week, note="Dời giờ họp", seen=week.version, by=clerk())
        assert tally(MONTH) == Tally(3, {Week.CATEGORY: 3})
        assert tally(Period(MONTH.first, MONTH.last - DAY)) == Tally()
        withdraw_week(week=week, seen=week.version, by=clerk())
        assert tally(MONTH) == Tally(1, {Week.CATEGORY: 1})


def test_readers_are_told_above_the_calendar(commune: Tenant, visit: Visit):
    with in_site(commune):
        page()
        week = changed(write(row()), "Đổi giờ")
        announce(week=week, note="Dời giờ họp", seen=week.version, by=clerk())
    assert "Dời giờ họp" in main(visit(commune)).get_text()


def test_nothing_is_announced_twice_nor_without_a_change(commune: Tenant):
    with in_site(commune):
        week = write(row())
        with pytest.raises(ValidationError):
            announce(week=week, note="Gì đó", seen=week.version, by=clerk())
        week = changed(week, "Đổi giờ")
        announce(week=week, note="Dời giờ", seen=week.version, by=clerk())
        with pytest.raises(ValidationError):
            announce(week=week, note="Dời giờ", seen=week.version, by=clerk())
        with pytest.raises(ValidationError):
            announce(week=changed(week, "Lần nữa"), note="  ", seen=week.version + 1, by=clerk())


def test_who_may_not_publish_announces_nothing(commune: Tenant):
    with in_site(commune):
        week = changed(write(row()), "Đổi giờ")
        with pytest.raises(PermissionDenied):
            announce(week=week, note="Dời giờ", seen=week.version, by=clerk(Role.EDITOR))
