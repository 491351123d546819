from typing import Self

from pages.queries import ItemQuerySet


class PlaceQuerySet(ItemQuerySet):
    def by_name(self) -> Self:
        return self.order_by("sort_key", "pk")

    def for_cards(self) -> Self:
        """With what a card in a list shows and nothing else. Renditions come from the cache of that name."""
        return self.select_related("image").defer("body")
