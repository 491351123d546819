"""What the yearly report counts of work calendars: each that was published, and each change that was announced."""

import datetime

from django.db.models import Count, Max

from agenda.models import Adjustment, Week
from catalogue.figures import Period, Tally, Trace, Traces
from lib.clock import day_of


def tally(period: Period) -> Tally:
    """Two queries. By the day on which readers first had it."""
    days = (period.first, period.last)
    weeks = Week.objects.published().filter(published_at__date__range=days).count()
    announced = Adjustment.objects.filter(week__published_at__isnull=False, announced_at__date__range=days).count()
    number = weeks + announced
    return Tally(number, {Week.CATEGORY: number} if number else {})


def traces(on: datetime.date) -> Traces:
    """Two queries. By the day on which readers had it, as with whatever else counts as an item."""
    weeks = Week.objects.published().order_by().filter(published_at__date__lte=on)
    announced = Adjustment.objects.order_by().filter(week__published_at__isnull=False, announced_at__date__lte=on)
    rows = (
        weeks.aggregate(number=Count("pk"), last=Max("published_at")),
        announced.aggregate(number=Count("pk"), last=Max("announced_at")),
    )
    last = max((row["last"] for row in rows if row["last"]), default=None)
    whole = Trace(sum(row["number"] for row in rows), day_of(last))
    return Traces(whole, {Week.CATEGORY: whole} if whole.items else {})


def weeks(on: datetime.date) -> Trace:
    """The weeks that readers may open, by their Monday, as far as they have been published by that day; one query."""
    published = Week.objects.published().order_by().filter(published_at__date__lte=on)
    number, last = published.aggregate(number=Count("pk"), last=Max("monday")).values()
    return Trace(number, last)
