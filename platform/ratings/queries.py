"""Which pages were rated, and how."""

import datetime

from django.db.models import IntegerField, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

from ratings.states import Level


def rated_pages(first: datetime.date | None = None, last: datetime.date | None = None) -> QuerySet[Page]:
    """With `satisfied`, `neutral`, `dissatisfied` and `rated` in that period, both days included; those with which most
    are not satisfied first."""
    period = Q()
    if first:
        period &= Q(ratings__on__gte=first)
    if last:
        period &= Q(ratings__on__lte=last)
    counts = {level.name.lower(): _sum(period & Q(ratings__level=level)) for level in Level}
    pages: QuerySet[Page] = Page.objects.annotate(**counts, rated=_sum(period)).filter(rated__gt=0)
    return pages.order_by("-dissatisfied", "-rated", "pk")


def _sum(wanted: Q) -> Coalesce:
    return Coalesce(Sum("ratings__times", filter=wanted), Value(0), output_field=IntegerField())
