"""How the office stands with what citizens have sent: numbers and days, nothing of what was asked or by whom."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q

from citizens.questions import Question
from citizens.states import OPEN, State


@dataclass(frozen=True)
class Desk:
    """`due` is the first day on which one that still waits was or is to be answered."""

    waiting: int
    overdue: int
    due: datetime.date | None
    answered: int
    published: int
    last_answered: datetime.date | None


def desk(on: datetime.date) -> Desk:
    """One query."""
    waits, answered = Q(state__in=OPEN), Q(state=State.ANSWERED)
    found = Question.objects.order_by().aggregate(
        waiting=Count("pk", filter=waits),
        overdue=Count("pk", filter=waits & Q(due_on__lt=on)),
        due=Min("due_on", filter=waits),
        answered=Count("pk", filter=answered),
        published=Count("pk", filter=Q(published_on__isnull=False)),
        last_answered=Max("answered_on", filter=answered),
    )
    return Desk(**found)
