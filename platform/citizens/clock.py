"""Until when what a citizen sent is to be dealt with. Counted in working days; a day that has begun counts for nobody.

Nothing here starts the count again: to transfer is no reason, and an extension goes on from the day that was told.
"""

import datetime

from django.utils import timezone

from catalogue.models import Deadline, OfficeDay
from lib.workdays import NONE, Exceptions, after, is_working_day

# What comes after the office has closed comes on the next working day.
CLOSES_AT = datetime.time(17, 0)


def counted_from(received_at: datetime.datetime, exceptions: Exceptions = NONE) -> datetime.date:
    """The working day on which the office has it; the first day of the deadline is the next one."""
    local = timezone.localtime(received_at)
    if is_working_day(local.date(), exceptions) and local.time() < CLOSES_AT:
        return local.date()
    return after(local.date(), working_days=1, exceptions=exceptions)


def due_on(received_at: datetime.datetime, working_days: int, exceptions: Exceptions = NONE) -> datetime.date:
    """The last day on which it is in time."""
    return after(counted_from(received_at, exceptions), working_days=working_days, exceptions=exceptions)


def deadline_of(kind: str, received_at: datetime.datetime) -> Deadline:
    """The one in force on the day of receipt; where the table has a gap on that day, the latest one: nobody's question
    is turned away for that. Raises Deadline.DoesNotExist for a kind of which the table has none at all."""
    deadlines = Deadline.objects.filter(kind=kind)
    in_force = deadlines.in_force(timezone.localtime(received_at).date())
    deadline = in_force.first() or deadlines.order_by("-valid_from").first()
    if deadline is None:
        raise Deadline.DoesNotExist(kind)
    return deadline


def office_days() -> Exceptions:
    """What was decided beside the library's calendar."""
    return dict(OfficeDay.objects.values_list("day", "is_open"))
