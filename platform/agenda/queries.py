"""Which weeks and entries a reader finds."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Count, Q


class WeekQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def beside(self, monday: datetime.date) -> dict[str, datetime.date | None]:
        """The published weeks right before and after that one, in one query."""
        ends = self.published().aggregate(
            previous=models.Max("monday", filter=Q(monday__lt=monday)),
            following=models.Min("monday", filter=Q(monday__gt=monday)),
        )
        return {"previous": ends["previous"], "following": ends["following"]}

    def with_size(self) -> Self:
        return self.annotate(size=Count("entries", filter=Q(entries__cancelled_at=None)))


class AgendaEntryQuerySet(models.QuerySet):
    def of_leader(self, person: int) -> Self:
        return self.filter(attendances__person=person)

    def published_since(self, day: datetime.date) -> Self:
        return self.filter(week__published_at__isnull=False, day__gte=day)
