"""Visits of the demo year: the report's sums, day by day, and nothing twice."""

import datetime
from collections import Counter

import pytest
from django.db.models import Sum

from accounts.models import User
from accounts.roles import Role
from catalogue.figures import Period
from tenants.crossing import in_site
from tenants.demo.corpus.communes import ACTIVITY
from tenants.demo.corpus.places import DISTRICT
from tenants.demo.corpus.visits import Readable, reading, share, total_of
from tenants.demo.visits import write_visits
from tenants.registry.models import Tenant
from tests import cast
from traffic.figures import counter, visits
from traffic.models import DayCount, PageCount, SourceCount

FIRST, LAST = datetime.date(2023, 1, 1), datetime.date(2023, 10, 31)
SOME_DAY = datetime.date(2023, 3, 1)
PAGES = [
    Readable(1, "/", "vi", is_home=True, since=None),
    Readable(2, "/tin-tuc/", "vi", is_home=False, since=None),
    Readable(3, "/km/", "km", is_home=True, since=None),
    Readable(4, "/tin-tuc/mot/", "vi", is_home=False, since=SOME_DAY),
]


@pytest.fixture
def written(district: Tenant) -> Tenant:
    with in_site(district):
        by = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
        assert write_visits(DISTRICT, by=by) == 2_282_907
        assert write_visits(DISTRICT, by=by) == 0
    return district


def test_the_districts_year_is_the_reports_in_daily_rows(written: Tenant):
    with in_site(written):
        found = visits(Period(FIRST, LAST))
        assert (found.counted, len(found.days), found.counted_per_day) == (2_282_907, 304, 7_509)
        for model in (DayCount, PageCount, SourceCount):
            rows = model.objects.between(FIRST, LAST).order_by("on").values("on").annotate(number=Sum("visits"))
            assert {row["on"]: row["number"] for row in rows} == {day.on: day.visits for day in found.days}
        assert PageCount.objects.aggregate(number=Sum("views"))["number"] == found.views
        assert counter().total == 2_282_907 + 8_119 * 365


def test_the_year_before_is_entered_and_had_610_a_day_more(written: Tenant):
    with in_site(written):
        found = visits(Period(datetime.date(2022, 1, 1), LAST))
        (before,) = found.entered
        assert found.counted_per_day - before.per_day == -610
        assert "minh họa" in before.source


def test_every_site_has_sums_of_its_own_that_add_up():
    totals = {code: total_of(code) for code in [DISTRICT, *(one.code for one in ACTIVITY)]}
    assert len(set(totals.values())) == len(totals)
    for code in list(totals)[:3]:
        days = list(reading(code, PAGES))
        for one in days:
            begun = [sum(visits for _, visits in part.values()) for part in (one.pages, one.devices)]
            shown = [sum(views for views, _ in part.values()) for part in (one.pages, one.devices)]
            assert {*begun} == {sum(one.sources.values())}
            assert shown[0] == shown[1] >= begun[0]
        assert sum(sum(one.sources.values()) for one in days) == totals[code]


def test_nobody_reads_what_is_not_there_yet_and_few_read_at_tet():
    read = {one.on: one for one in reading(DISTRICT, PAGES)}
    assert all((PAGES[3] in one.pages) == (on >= SOME_DAY) for on, one in read.items())
    by_day = Counter({on: sum(one.sources.values()) for on, one in read.items()})
    tet, monday, sunday = (by_day[datetime.date(2023, *day)] for day in ((1, 22), (3, 6), (3, 5)))
    assert tet < sunday < monday


def test_it_comes_out_the_same_each_time():
    assert list(reading("29461", PAGES)) == list(reading("29461", PAGES))


def test_parts_add_up():
    assert share(10, [1, 1, 1]) == [4, 3, 3]
    assert share(0, [1, 2]) == [0, 0]
