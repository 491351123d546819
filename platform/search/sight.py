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
        self._shown: dict[str, QuerySet[Any]] = {source.key: source.on_show(on) for source in all_sources()}

    @property
    def of_all(self) -> Q:
        """For questions about very many entries: each source is looked through once."""
        seen = Q(pk__in=[])
        for key, shown in self._shown.items():
            seen |= Q(source=key, number__in=shown)
        return seen

    def among(self, things: Collection[Named]) -> set[Named]:
        """Of a few, those that may be seen: each source is asked for these only."""
        numbers: dict[str, list[int]] = {}
        for key, number in things:
            numbers.setdefault(key, []).append(number)
        return {(key, pk) for key, own in numbers.items() for pk in self._seen(key, own)}

    def _seen(self, key: str, numbers: list[int]) -> Iterable[int]:
        shown = self._shown.get(key)
        return () if shown is None else shown.filter(pk__in=numbers).values_list("pk", flat=True)
