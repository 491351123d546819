"""Which step of the ladder is due for whom."""

import datetime

import pytest

from tenants.oversight.models import Duty
from tenants.oversight.states import Count
from tenants.reminders.ladder import days_late, due_calls
from tenants.reminders.models import Step
from tenants.reminders.recipients import Recipient
from tenants.reminders.states import Addressee

EDITOR, ADMINISTRATOR, LEADER, BOARD = Addressee
STEPS = [Step(addressee=one, after_days=days) for one, days in ((EDITOR, 1), (EDITOR, 5), (ADMINISTRATOR, 8))]
LADDER = [*STEPS, Step(addressee=LEADER, after_days=15), Step(addressee=BOARD, after_days=30)]
PEOPLE = {one: [Recipient(f"{one}@demo.example")] for one in Addressee}


def called(days: int, *, people: dict = PEOPLE, told: dict | None = None) -> list[tuple[str, int]]:
    return [(one.addressee, one.after_days) for one in due_calls(LADDER, days, people, told or {})]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, []),
        (1, [(EDITOR, 1)]),
        (7, [(EDITOR, 5)]),
        (8, [(EDITOR, 5), (ADMINISTRATOR, 8)]),
        (95, [(EDITOR, 5), (ADMINISTRATOR, 8), (LEADER, 15), (BOARD, 30)]),
    ],
)
def test_each_addressee_gets_the_newest_step_that_is_due(days: int, expected: list):
    assert called(days) == expected


def test_nobody_is_told_again_by_the_same_step():
    told = {(EDITOR, "editor@demo.example"): 5}
    assert called(9, told=told) == [(ADMINISTRATOR, 8)]


def test_whoever_comes_later_is_told_as_well():
    people = {**PEOPLE, EDITOR: [*PEOPLE[EDITOR], Recipient("new@demo.example")]}
    calls = due_calls(LADDER, 5, people, {(EDITOR, "editor@demo.example"): 5})
    assert [one.recipient for one in calls] == [Recipient("new@demo.example")]


def test_where_a_step_reaches_nobody_the_next_is_told_at_once():
    calls = due_calls(LADDER, 15, {**PEOPLE, LEADER: []}, {})
    assert [(one.addressee, bool(one.recipient)) for one in calls[-2:]] == [(LEADER, False), (BOARD, True)]
    assert (LEADER, 15) not in called(14, people={**PEOPLE, LEADER: []})


def test_days_are_counted_as_the_duty_says():
    friday, monday = datetime.date(2023, 10, 27), datetime.date(2023, 10, 30)
    assert days_late(Duty(count=Count.CALENDAR), friday, monday, {}) == 3
    assert days_late(Duty(count=Count.WORKING), friday, monday, {}) == 1
    assert days_late(Duty(count=Count.WORKING), friday, monday, {monday: False}) == 0
