"""Who may see what, for as many questions as one answer takes: asked of the tables in which things stand."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from search.sources import Source, address_for, all_sources

Named = tuple[str, int]
"""A source, and the number of one of its things."""


class Sight:
    """What every reader may see on one day, of the site at hand. Each room is asked once."""

    def __init__(self, on: datetime.date) -> None:
        self.on = on
        self._sources = {source.key: source for source in all_sources()}
        self._shown: dict[Callable[..., Any], QuerySet[Any]] = {}
        self._lists: dict[Callable[..., Any], Mapping[str, str]] = {}

    @property
    def of_all(self) -> Q:
        """For questions about very many entries: each source is looked through once."""
        seen = Q(pk__in=[])
        for one in self.of_each:
            seen |= one
        return seen

    @property
    def of_each(self) -> list[Q]:
        """What may be seen, source by source, as far as there is any: each a join, which is quicker than one of several
        conditions."""
        shown = {source.key: self._shown_of(source) for source in self._sources.values()}
        return [Q(source=key, number__in=numbers) for key, numbers in shown.items() if numbers is not None]

    def among(self, things: Collection[Named]) -> set[Named]:
        """Of a few, those that may be seen: each source is asked for these only."""
        numbers: dict[str, list[int]] = {}
        for key, number in things:
            numbers.setdefault(key, []).append(number)
        return {(key, pk) for key, own in numbers.items() for pk in self._seen(key, own)}

    def addresses(self, things: Collection[Named], language: str) -> dict[Named, str]:
        """For readers of that language, of what has one."""
        found: dict[Named, str] = {}
        for source in self._sources.values():
            own = [number for key, number in things if key == source.key]
            if own and self._is_listed(source):
                place = address_for(self._lists_of(source), source.language or language)
                found |= {(source.key, number): address for number, address in source.addresses(own, place).items()}
        return found

    def _seen(self, key: str, numbers: list[int]) -> Iterable[int]:
        source = self._sources.get(key)
        shown = self._shown_of(source) if source else None
        return shown.filter(pk__in=numbers).values_list("pk", flat=True) if shown is not None else ()

    def _shown_of(self, source: Source) -> QuerySet[Any] | None:
        if not self._is_listed(source):
            return None
        if source.on_show not in self._shown:
            self._shown[source.on_show] = source.on_show(self.on)
        return self._shown[source.on_show]

    def _is_listed(self, source: Source) -> bool:
        return source.lists is None or bool(self._lists_of(source))

    def _lists_of(self, source: Source) -> Mapping[str, str]:
        if source.lists is None:
            return {}
        if source.lists not in self._lists:
            self._lists[source.lists] = source.lists()
        return self._lists[source.lists]
