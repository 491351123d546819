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


@dataclass(frozen=True)
class Trace:
    """What stands there for readers, and the day on which the last of it came."""

    items: int = 0
    last: datetime.date | None = None

    def __add__(self, other: "Trace") -> "Trace":
        return Trace(self.items + other.items, max(filter(None, (self.last, other.last)), default=None))


NOTHING = Trace()


@dataclass(frozen=True)
class Traces:
    """Of one kind of items. One may stand in several categories, and in several languages."""

    whole: Trace = NOTHING
    by_category: Mapping[str, Trace] = field(default_factory=dict)
    by_language: Mapping[str, Trace] = field(default_factory=dict)

    def __add__(self, other: "Traces") -> "Traces":
        """Of two kinds: no item is of both."""
        return Traces(
            self.whole + other.whole,
            _together(self.by_category, other.by_category),
            _together(self.by_language, other.by_language),
        )


def _together(some: Mapping[str, Trace], others: Mapping[str, Trace]) -> dict[str, Trace]:
    return {key: some.get(key, NOTHING) + others.get(key, NOTHING) for key in sorted({*some, *others})}
