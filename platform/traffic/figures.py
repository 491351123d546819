"""How many visits this site had. Whoever oversees sites, and the yearly report, ask here."""

import datetime
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Min, Q, Sum
from django.utils import timezone

from catalogue.figures import Period
from lib.clock import today
from traffic.models import CounterSettings, DayCount, PastTotal, Visitor
from traffic.queries import NOW
from traffic.spans import span

# How old the counter that readers see may be.
KEPT_SECONDS = 15


@dataclass(frozen=True)
class DayVisits:
    on: datetime.date
    visits: int
    views: int


@dataclass(frozen=True)
class EnteredVisits:
    """A total of an older system, with who says so."""

    first: datetime.date
    last: datetime.date
    visits: int
    source: str
    by: str

    @property
    def span(self) -> str:
        return span(self.first, self.last)

    @property
    def per_day(self) -> int:
        return self.visits // ((self.last - self.first).days + 1)


@dataclass(frozen=True)
class Visits:
    """`counted` by this site; `entered` are totals of older systems that lie within the period as a whole. Those that
    reach beyond it are `in_part`: which of their visits belong to it nobody can tell, and none is counted."""

    period: Period
    days: tuple[DayVisits, ...]
    """Those on which something was counted, in their order."""
    entered: tuple[EnteredVisits, ...]
    in_part: tuple[EnteredVisits, ...]

    @property
    def counted(self) -> int:
        return sum(day.visits for day in self.days)

    @property
    def views(self) -> int:
        return sum(day.views for day in self.days)

    @property
    def from_older_systems(self) -> int:
        return sum(one.visits for one in self.entered)

    @property
    def total(self) -> int:
        return self.counted + self.from_older_systems

    @property
    def counted_per_day(self) -> int | None:
        """Whole visits, rounded down as the yearly report does, over the days from the first that was counted on; None
        where none was."""
        if not self.days:
            return None
        return self.counted // ((self.period.last - self.days[0].on).days + 1)


@dataclass(frozen=True)
class Counter:
    """What readers see."""

    here_now: int
    today: int
    total: int
    entered: int
    """Of the total, what was entered out of an older system."""
    since: datetime.date | None


def visits(period: Period) -> Visits:
    """Of the site that is current; two queries."""
    days = DayCount.objects.between(period.first, period.last).by_day()
    totals = PastTotal.objects.in_force().sharing_days(period.first, period.last).order_by("first")
    entered = [EnteredVisits(one.first, one.last, one.visits, one.source, one.entered_by) for one in totals]
    within = [one for one in entered if one.first >= period.first and one.last <= period.last]
    return Visits(
        period,
        tuple(DayVisits(day["on"], day["total_visits"], day["total_views"]) for day in days),
        tuple(within),
        tuple(one for one in entered if one not in within),
    )


def counter_on_show() -> Counter | None:
    """What readers of the current site see, kept for a quarter of a minute for all of them; None where it is not
    switched on."""
    kept: tuple[Counter | None] | None = cache.get("visit-counter")
    if kept is None:
        kept = (counter() if CounterSettings.objects.filter(is_shown=True).exists() else None,)
        cache.set("visit-counter", kept, KEPT_SECONDS)
    return kept[0]


def counter() -> Counter:
    """Of the site that is current; three queries."""
    now, day = timezone.now(), today()
    counted = DayCount.objects.filter(on__lte=day).aggregate(
        first=Min("on"), total=Sum("visits"), today=Sum("visits", filter=Q(on=day))
    )
    entered = PastTotal.objects.in_force().aggregate(first=Min("first"), total=Sum("visits"))
    since = min(filter(None, (counted["first"], entered["first"])), default=None)
    from_older_systems = entered["total"] or 0
    return Counter(
        here_now=Visitor.objects.filter(seen_at__gte=now - NOW).count(),
        today=counted["today"] or 0,
        total=(counted["total"] or 0) + from_older_systems,
        entered=from_older_systems,
        since=since,
    )
