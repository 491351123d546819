"""Visits of which days."""

import datetime
from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

# "Here now" looks back so far.
NOW = datetime.timedelta(minutes=5)
TEXT = models.TextField()


class OfDays(models.QuerySet):
    def between(self, first: datetime.date, last: datetime.date) -> Self:
        """Both days included."""
        return self.filter(on__gte=first, on__lte=last)

    def together(self, *by: str) -> models.QuerySet:
        """Added up by these columns, the most visits first."""
        return self.order_by().values(*by).annotate(number=Sum("visits")).order_by("-number", *by)


class DayCountQuerySet(OfDays):
    def by_day(self) -> models.QuerySet:
        return self.order_by("on").values("on").annotate(total_views=Sum("views"), total_visits=Sum("visits"))


class PageCountQuerySet(OfDays):
    def by_page(self) -> models.QuerySet:
        """With `title` and `url_path`, which are empty where the page is gone."""
        pages = Page.objects.filter(pk=OuterRef("page"))
        rows = self.order_by().values("page", "language").annotate(number=Sum("visits"), shown=Sum("views"))
        return rows.annotate(
            title=Coalesce(Subquery(pages.values("title")[:1]), Value(""), output_field=TEXT),
            url_path=Coalesce(Subquery(pages.values("url_path")[:1]), Value(""), output_field=TEXT),
        ).order_by("-shown", "-number", "page")


class SourceCountQuerySet(OfDays):
    pass


class PastTotalQuerySet(models.QuerySet):
    def in_force(self) -> Self:
        return self.filter(is_withdrawn=False)

    def sharing_days(self, first: datetime.date, last: datetime.date) -> Self:
        return self.filter(first__lte=last, last__gte=first)
