"""Whose turn it is to be asked for links: one row per host for all sites, in `public`."""

import datetime
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from tenants.crossing import in_public
from tenants.isolation.models import AskedHost

# Whoever has claimed a host and is killed gives it back after so long.
LEASE = datetime.timedelta(minutes=10)
PAUSE = datetime.timedelta(seconds=5)
FIRST_PAUSE = datetime.timedelta(minutes=30)
LONGEST_PAUSE = datetime.timedelta(days=1)
ROBOTS_FOR = datetime.timedelta(days=1)
FORGOTTEN_AFTER = datetime.timedelta(days=90)


@dataclass(frozen=True)
class ClaimedHost:
    """`robots` is None where its robots.txt has to be asked for."""

    name: str
    robots: str | None


def busy_hosts() -> list[str]:
    """Those that are not to be asked now."""
    with in_public():
        AskedHost.objects.filter(next_at__lt=timezone.now() - FORGOTTEN_AFTER).delete()
        return list(AskedHost.objects.filter(next_at__gt=timezone.now()).values_list("host", flat=True))


def claim_host(host: str) -> ClaimedHost | None:
    """None where somebody else is at it, or it asked for more time."""
    with in_public():
        now = timezone.now()
        AskedHost.objects.bulk_create([AskedHost(host=host, next_at=now)], ignore_conflicts=True)
        if not AskedHost.objects.filter(host=host, next_at__lte=now).update(next_at=now + LEASE):
            return None
        row = AskedHost.objects.get(host=host)
        is_known = row.robots_at is not None and now - row.robots_at < ROBOTS_FOR
        return ClaimedHost(host, row.robots if is_known else None)


def end_host(host: str, *, fails: bool, wait: datetime.timedelta | None, robots: str | None) -> None:
    """The more often in a row it fails, the longer it is left in peace."""
    with in_public():
        now = timezone.now()
        rows = AskedHost.objects.filter(host=host)
        if robots is not None:
            rows.update(robots=robots, robots_at=now)
        failures = rows.values_list("failures", flat=True).first() or 0
        pause = min(FIRST_PAUSE * 2 ** min(failures, 10), LONGEST_PAUSE) if fails else PAUSE
        rows.update(next_at=now + max(pause, wait or pause), failures=F("failures") + 1 if fails else 0)
