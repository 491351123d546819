"""Counting who sends what. The counts are rows: they hold for all processes and machines, and add up when two come at
once, as a cache in files does not."""

import datetime

from django.db import transaction
from django.utils import timezone

from intake.models import Attempts
from intake.rules import Limit


@transaction.atomic(durable=True)
def count_attempt(*, form: str, sender: str, limit: Limit) -> datetime.datetime | None:
    """When the sender may try again, or None where this attempt is within the limit.

    Never inside a transaction: what breaks later has been tried all the same.
    """
    now = timezone.now()
    end = now + datetime.timedelta(minutes=limit.minutes)
    senders = Attempts.objects.select_for_update()
    attempts, _ = senders.get_or_create(form=form, sender=sender, defaults={"until": end})
    if attempts.until <= now:
        attempts.times, attempts.until = 0, end
    if attempts.times >= limit.times:
        return attempts.until
    attempts.times += 1
    attempts.save()
    return None


def attempts_so_far(*, form: str, sender: str) -> int:
    """How often within the limit's time, this one included."""
    found = Attempts.objects.filter(form=form, sender=sender, until__gt=timezone.now())
    return found.values_list("times", flat=True).first() or 0


def forgive_attempts(*, form: str, sender: str) -> None:
    Attempts.objects.filter(form=form, sender=sender).delete()


def forget_past_attempts() -> None:
    Attempts.objects.filter(until__lte=timezone.now()).delete()
