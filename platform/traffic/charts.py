"""The visits of a period as columns. The numbers themselves stand in the table beside them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.formats import date_format

from traffic.figures import DayVisits, Visits

# Beyond so many days a column is a month.
MOST_DAYS = 62
HEIGHT, STEP, WIDTH = 100, 10, 8


@dataclass(frozen=True)
class Column:
    """Lengths in the units of the drawing, in digits that an attribute takes in every language."""

    label: str
    """The day or the month, as people write it."""
    visits: int
    views: int
    x: int
    y: str
    height: str


@dataclass(frozen=True)
class Chart:
    columns: list[Column]
    by_month: bool
    most: Column

    step = STEP
    column_width = WIDTH

    @property
    def width(self) -> int:
        return STEP * len(self.columns)


def chart_of(visits: Visits) -> Chart | None:
    """None where nothing was counted. Days without visits, between the first and the last, are columns of no height."""
    if not visits.days:
        return None
    days = _every_day(visits.days)
    by_month = len(days) > MOST_DAYS
    rows = _months(days) if by_month else days
    longest = max((row.visits for row in rows), default=0) or 1
    written = "m/Y" if by_month else "SHORT_DATE_FORMAT"
    columns = [_column(date_format(row.on, written), row, number, longest) for number, row in enumerate(rows)]
    return Chart(columns, by_month, max(columns, key=lambda column: column.visits))


def _every_day(days: Sequence[DayVisits]) -> list[DayVisits]:
    counted = {day.on: day for day in days}
    first, last = days[0].on, days[-1].on
    span = (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))
    return [counted.get(on, DayVisits(on, 0, 0)) for on in span]


def _months(days: Sequence[DayVisits]) -> list[DayVisits]:
    months = groupby(days, key=lambda day: day.on.replace(day=1))
    return [_sum(first, list(of_month)) for first, of_month in months]


def _sum(first: datetime.date, days: list[DayVisits]) -> DayVisits:
    return DayVisits(first, sum(day.visits for day in days), sum(day.views for day in days))


def _column(label: str, row: DayVisits, number: int, longest: int) -> Column:
    height = HEIGHT * row.visits / longest
    return Column(label, row.visits, row.views, STEP * number, f"{HEIGHT - height:.2f}", f"{height:.2f}")
