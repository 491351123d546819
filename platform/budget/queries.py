import datetime
from typing import Self

from django.db import models
from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, Value, When

from budget.states import Period
from pages.queries import ItemQuerySet

# A period that ended later stands above.
ENDS = {
    Period.YEAR: 5,
    Period.QUARTER_4: 4,
    Period.QUARTER_3: 3,
    Period.HALF: 2,
    Period.QUARTER_2: 2,
    Period.QUARTER_1: 1,
}


class DeadlineQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date | OuterRef) -> Self:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)


class DisclosureQuerySet(ItemQuerySet):
    def with_deadline(self, deadlines: DeadlineQuerySet) -> Self:
        """Each knows the rule that was in force on the day of its decision, for `due_on`."""
        rule = deadlines.in_force(OuterRef("decided_on"))
        return self.annotate(
            working_days=Subquery(rule.values("working_days")[:1]), legal_basis=Subquery(rule.values("legal_basis")[:1])
        )

    def newest_first(self) -> Self:
        ends = Case(
            *(When(period=period, then=Value(place)) for period, place in ENDS.items()), output_field=IntegerField()
        )
        return self.order_by("-year", ends.desc(), "-published_on", "-pk")

    def for_lists(self) -> Self:
        return self.defer("body", "table")
