"""How many items stand in which category: in this form each room tells its numbers, so that they can be added up."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Period:
    """Both days belong to it."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True)
class Tally:
    """Distinct items, and items by the key of a category. One may stand in several: the second may add up to more."""

    items: int = 0
    by_category: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: "Tally") -> "Tally":
        """Of two kinds: no item is of both."""
        return Tally(self.items + other.items, dict(Counter(self.by_category) + Counter(other.by_category)))
