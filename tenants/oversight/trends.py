"""How scores went, as columns. The numbers themselves stand in the table beside them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Avg, Count, Sum

from tenants.oversight.models import Snapshot
from tenants.oversight.queries import sites_of
from tenants.registry.models import Tenant

MONTHS, WEEKS = 12, 53
HEIGHT, STEP, WIDTH = 100, 10, 8


@dataclass(frozen=True)
class Column:
    """`y` and `height` in digits that an attribute takes in every language."""

    on: datetime.date
    score: int
    missing: int
    overdue: int
    sites: int
    x: int

    @property
    def y(self) -> int:
        return HEIGHT - self.score

    @property
    def height(self) -> int:
        return self.score


@dataclass(frozen=True)
class Trend:
    columns: Sequence[Column]

    column_width = WIDTH

    @property
    def width(self) -> int:
        return STEP * max(len(self.columns), 1)


def trend_of_board(unit: Tenant, on: datetime.date) -> Trend:
    """The last day of each month and the day itself, the mean of the sites that were read on it. One query."""
    days = [*month_ends(on), on]
    rows = (
        Snapshot.objects.filter(on__in=days, tenant__in=sites_of(unit).order_by())
        .order_by("on")
        .values("on")
        .annotate(mean=Avg("score"), all_missing=Sum("missing"), all_overdue=Sum("overdue"), sites=Count("tenant"))
    )
    return Trend(
        [
            Column(row["on"], int(row["mean"]), row["all_missing"], row["all_overdue"], row["sites"], STEP * number)
            for number, row in enumerate(rows)
        ]
    )


def trend_of_site(tenant: Tenant, on: datetime.date) -> Trend:
    """The last day of each week that was read on, and the day itself. One query."""
    first = on - datetime.timedelta(weeks=WEEKS)
    read = Snapshot.objects.filter(tenant=tenant).between(first, on).order_by("on")
    weeks = {row[0].isocalendar()[:2]: row for row in read.values_list("on", "score", "missing", "overdue")}
    return Trend([Column(*row, 1, STEP * number) for number, row in enumerate(weeks.values())])


def month_ends(on: datetime.date) -> list[datetime.date]:
    """The twelve before that day."""
    found, first = [], on.replace(day=1)
    for __ in range(MONTHS):
        last = first - datetime.timedelta(days=1)
        found.append(last)
        first = last.replace(day=1)
    return found[::-1]
