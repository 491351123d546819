"""What writes into the audit log, and what removes from it what is older than it has to be kept."""

import datetime
from typing import Protocol

from django.db import transaction
from django.utils import timezone

from audit.models import AuditEntry
from audit.states import Event
from lib.clients import Client

BATCH = 5000


class Person(Protocol):
    @property
    def pk(self) -> int: ...

    @property
    def email(self) -> str: ...


def record(
    *,
    event: Event,
    by: Person | None = None,
    about: Person | None = None,
    account: str = "",
    client: Client | None = None,
    detail: str = "",
) -> AuditEntry:
    """One row, in the caller's transaction: what is undone has not happened.

    `account` names whom it is about where there is no such person; `by` is nobody for what a stranger or a timer did.
    """
    client = client or Client()
    return AuditEntry.objects.create(
        event=event,
        actor_id=by.pk if by else None,
        actor=by.email if by else "",
        subject_id=about.pk if about else None,
        subject=(about.email if about else account)[:254],
        address=client.address or None,
        network=client.network,
        browser=client.browser[:60],
        detail=detail[:500],
    )


def forget_old_entries(*, months: int) -> int:
    """Remove what is older than so many months, and say how many rows that was. Safe to repeat.

    The oldest first, each batch in a transaction of its own: killed half way, the next time goes on from there.
    """
    old = AuditEntry.objects.filter(at__lt=months_before(timezone.now(), months)).order_by("at", "pk")
    removed = 0
    while batch := _remove(list(old.values_list("pk", flat=True)[:BATCH])):
        removed += batch
    return removed


@transaction.atomic
def _remove(keys: list[int]) -> int:
    return AuditEntry.objects.filter(pk__in=keys).delete()[0] if keys else 0


def months_before(at: datetime.datetime, months: int) -> datetime.datetime:
    """The same day so many months earlier; the last of the month where that one is shorter."""
    whole = at.year * 12 + at.month - 1 - months
    year, month = divmod(whole, 12)
    following = datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last_day = (following - datetime.timedelta(days=1)).day
    return at.replace(year=year, month=month + 1, day=min(at.day, last_day))
