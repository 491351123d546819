"""What the yearly report counts of legal documents: by the day on which readers first had them, not that of issue."""

import datetime

from django.db.models import Count, Max

from catalogue.figures import Period, Tally, Trace, Traces
from legal.models import LegalDocument
from lib.clock import day_of


def tally(period: Period) -> Tally:
    published = LegalDocument.objects.published().first_published_in(period.first, period.last)
    rows = published.order_by().values_list("categories__key").annotate(number=Count("pk"))
    return Tally(published.count(), {key: number for key, number in rows if key})


def traces(on: datetime.date) -> Traces:
    """Of what readers find; two queries. Documents are in no language but their own."""
    published = LegalDocument.objects.published().order_by().filter(first_published_at__date__lte=on)
    last = Max("first_published_at")
    number, moment = published.aggregate(number=Count("pk"), last=last).values()
    rows = published.values_list("categories__key").annotate(number=Count("pk"), last=last)
    return Traces(
        Trace(number, day_of(moment)), {key: Trace(items, day_of(moment)) for key, items, moment in rows if key}
    )
