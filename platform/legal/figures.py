"""What the yearly report counts of legal documents: by the day on which readers first had them, not that of issue."""

from django.db.models import Count

from catalogue.figures import Period, Tally
from legal.models import LegalDocument


def tally(period: Period) -> Tally:
    published = LegalDocument.objects.published().first_published_in(period.first, period.last)
    rows = published.order_by().values_list("categories__key").annotate(number=Count("pk"))
    return Tally(published.count(), {key: number for key, number in rows if key})
