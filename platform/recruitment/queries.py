import datetime
from typing import Self

from django.db.models import BooleanField, Case, Q, When

from pages.queries import ItemQuerySet


class VacancyQuerySet(ItemQuerySet):
    def open(self, on: datetime.date) -> Self:
        """Applications are still taken on that day: the closing date itself counts."""
        return self.filter(closes_on__gte=on)

    def closed(self, on: datetime.date) -> Self:
        return self.filter(closes_on__lt=on)

    def open_first(self, on: datetime.date) -> Self:
        """What closes soonest above, then what is closed, the latest above; each knows `is_open`."""
        is_open = Case(When(Q(closes_on__gte=on), then=True), default=False, output_field=BooleanField())
        until = Case(When(Q(closes_on__gte=on), then="closes_on"), default=None)
        return self.annotate(is_open=is_open).order_by("-is_open", until.asc(), "-closes_on", "-pk")

    def for_lists(self) -> Self:
        return self.defer("body", "requirements")
