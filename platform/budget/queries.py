from typing import Self

from django.db.models import Case, IntegerField, Value, When

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


class DisclosureQuerySet(ItemQuerySet):
    def newest_first(self) -> Self:
        ends = Case(
            *(When(period=period, then=Value(place)) for period, place in ENDS.items()), output_field=IntegerField()
        )
        return self.order_by("-year", ends.desc(), "-published_on", "-pk")

    def for_lists(self) -> Self:
        return self.defer("body", "table")
