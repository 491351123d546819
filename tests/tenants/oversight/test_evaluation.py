"""How a site stands with a duty, out of what was read of it and the day."""

import datetime
from fractions import Fraction

import pytest

from tenants.oversight.evaluation import Court, Verdict
from tenants.oversight.models import Duty
from tenants.oversight.states import Count, Evidence, Standing
from tenants.registry.states import Kind

FRIDAY = datetime.date(2023, 10, 27)


def duty(**values: object) -> Duty:
    known = {"key": "news", "kinds": [Kind.COMMUNE], "evidence": Evidence.CATEGORY, "reference": "news"}
    return Duty(**{**known, "weight": 4, "soon": 3, "valid_from": datetime.date(2022, 1, 1), **values})


def verdict(owed: Duty, found: list | None, on: datetime.date) -> Verdict:
    judgement = Court([owed], on).judge(Kind.COMMUNE, {owed.trace_key: found} if found else {})
    return judgement.verdicts[0]


@pytest.mark.parametrize(
    ("days", "standing", "points"),
    [
        (0, Standing.FRESH, 4),
        (6, Standing.FRESH, 4),
        (7, Standing.SOON, 4),
        (10, Standing.SOON, 4),
        (11, Standing.OVERDUE, 2),
        (20, Standing.OVERDUE, 2),
        (21, Standing.OVERDUE, 0),
    ],
)
def test_what_was_last_published_grows_old(days: int, standing: Standing, points: int):
    found = verdict(duty(within=10), [3, FRIDAY.isoformat(), None], FRIDAY + datetime.timedelta(days=days))
    assert (found.standing, found.points) == (standing, Fraction(points))


def test_working_days_leave_out_the_weekend_and_days_off():
    owed = duty(within=1, count=Count.WORKING)
    assert verdict(owed, [1, FRIDAY.isoformat(), None], FRIDAY).due == datetime.date(2023, 10, 30)
    off = Court([owed], FRIDAY, {datetime.date(2023, 10, 30): False})
    assert off.judge(Kind.COMMUNE, {"category:news": [1, FRIDAY.isoformat(), None]}).verdicts[0].due == (
        datetime.date(2023, 10, 31)
    )


def test_what_never_was_there_is_missing():
    found = verdict(duty(within=10), None, FRIDAY)
    assert (found.standing, found.points, found.reason) == (Standing.MISSING, 0, "chưa có")


def test_too_few_are_as_good_as_none():
    assert verdict(duty(at_least=5), [4, FRIDAY.isoformat(), None], FRIDAY).standing == Standing.MISSING


def test_what_only_has_to_be_there_does_not_grow_old():
    owed = duty(evidence=Evidence.OFFICE, reference="contact", within=None)
    assert verdict(owed, [1, None, None], FRIDAY).standing == Standing.FRESH


def test_in_a_queue_the_first_counts():
    owed = duty(evidence=Evidence.QUEUE, reference="approvals", within=5)
    assert verdict(owed, [0, None, None], FRIDAY).standing == Standing.FRESH
    assert verdict(owed, [2, None, "2023-10-20"], FRIDAY).days_late == 2


def test_only_what_its_kind_of_site_owes_counts():
    assert Court([duty()], FRIDAY).judge(Kind.DISTRICT, {}).score == 100


def test_every_point_comes_from_a_duty():
    court = Court([duty(within=10), duty(key="other", reference="other", weight=1)], FRIDAY)
    judgement = court.judge(Kind.COMMUNE, {"category:news": [1, FRIDAY.isoformat(), None]})
    assert (judgement.points, judgement.weight, judgement.score) == (4, 5, 80)


def test_sites_do_not_share_what_was_remembered():
    court = Court([duty(within=10)], FRIDAY)
    fresh = court.judge(Kind.COMMUNE, {"category:news": [1, FRIDAY.isoformat(), None]})
    old = court.judge(Kind.COMMUNE, {"category:news": [1, "2023-01-01", None]})
    assert (fresh.verdicts[0].standing, old.verdicts[0].standing) == (Standing.FRESH, Standing.OVERDUE)
