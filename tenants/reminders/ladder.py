"""Which steps of the ladder are due for a duty, and whom they reach. Asks no database."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lib.workdays import Exceptions, working_days_between
from tenants.oversight.evaluation import Judgement, Verdict
from tenants.oversight.models import Duty
from tenants.oversight.states import Count, Standing
from tenants.reminders.models import Period, Step
from tenants.reminders.recipients import Recipient
from tenants.reminders.states import RUNGS, Addressee

LATE = frozenset({Standing.MISSING, Standing.OVERDUE})
# To whom, by which step, how many days. Nobody has told these before.
Told = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Call:
    """One person is to be told by one step; nobody, where the step reaches no one."""

    addressee: Addressee
    after_days: int
    recipient: Recipient | None


def late_ones(judgement: Judgement) -> list[Verdict]:
    return [one for one in judgement.verdicts if one.standing in LATE]


def began_on(verdict: Verdict, period: Period) -> datetime.date:
    """The last day on which all was well."""
    return verdict.due if verdict.standing == Standing.OVERDUE and verdict.due else period.began_on


def days_late(duty: Duty, since: datetime.date, on: datetime.date, exceptions: Exceptions) -> int:
    """As the duty counts."""
    if duty.count == Count.WORKING:
        return working_days_between(since, on, exceptions=exceptions)
    return (on - since).days


def due_calls(
    steps: Sequence[Step], days: int, people: Mapping[Addressee, Sequence[Recipient]], told: Told
) -> list[Call]:
    """Of each addressee the newest step that is due, for whom it has not told yet. Where it reaches no one, the next
    step above is due with it. `told` are, per addressee and address, the most days of a step that has told."""
    calls = []
    for addressee, step in _due_steps(steps, days, people).items():
        reached: Iterable[Recipient | None] = people.get(addressee) or [None]
        for recipient in reached:
            before = told.get((addressee, recipient.email if recipient else ""), -1)
            if step.after_days > before:
                calls.append(Call(addressee, step.after_days, recipient))
    return calls


def _due_steps(
    steps: Sequence[Step], days: int, people: Mapping[Addressee, Sequence[Recipient]]
) -> dict[Addressee, Step]:
    due: dict[Addressee, Step] = {}
    for addressee in RUNGS:
        mine = [step for step in steps if step.addressee == addressee]
        passed = [step for step in mine if step.after_days <= days]
        below = RUNGS[: RUNGS.index(addressee)]
        lower = [one for one in below if any(step.addressee == one for step in steps)]
        if not passed and mine and lower and lower[-1] in due and not people.get(lower[-1]):
            passed = mine[:1]
        if passed:
            due[addressee] = passed[-1]
    return due
