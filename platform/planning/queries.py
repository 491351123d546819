from typing import Self

from pages.queries import ItemQuerySet


class ProjectQuerySet(ItemQuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-last_year", "-published_on", "-pk")

    def in_year(self, year: int) -> Self:
        """Under way in that year, as it was planned."""
        return self.filter(first_year__lte=year, last_year__gte=year)

    def for_lists(self) -> Self:
        return self.defer("body", "aim")
