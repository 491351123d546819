"""Who may see what, for as many questions as one answer takes: asked of the tables in which things stand."""

import datetime
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from search.sources import all_sources

Named = tuple[str, int]
"""A source, and the number of one of its things."""


class Sight:
    """What every reader may see on one day."""

    def __init__(self, on: datetime.date) -> None:
        self.on = on
        self._sources = {source.key: source for source in all_sources()}
        self._shown: dict[str, QuerySet[Any]] = {}

    @property
    def of_all(self) -> Q:
        """For questions about very many entries: each source is looked through once."""
        seen = Q(pk__in=[])
        for key in self._sources:
            seen |= Q(source=key, number__in=self._shown_of(key))
        return seen

    def among(self, things: Collection[Named]) -> set[Named]:
        """Of a few, those that may be seen: each source is asked for these only."""
        numbers: dict[str, list[int]] = {}
        for key, number in things:
            numbers.setdefault(key, []).append(number)
        return {(key, pk) for key, own in numbers.items() for pk in self._seen(key, own)}

    def _seen(self, key: str, numbers: list[int]) -> Iterable[int]:
        return self._shown_of(key).filter(pk__in=numbers).values_list("pk", flat=True) if key in self._sources else ()

    def _shown_of(self, key: str) -> QuerySet[Any]:
        """Asked for once, and of no source that nothing was found of."""
        if key not in self._shown:
            self._shown[key] = self._sources[key].on_show(self.on)
        return self._shown[key]
