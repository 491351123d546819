"""Which entries have the words that a reader typed, and which of these the reader may see."""

import datetime
from collections.abc import Collection
from typing import Any, NamedTuple, Self

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import F, Q

from search.questions import Question
from search.sources import all_sources

NEWEST_FIRST = (F("day").desc(nulls_last=True), F("pk").desc())


class Combination(NamedTuple):
    kind: str
    year: int | None
    categories: tuple[str, ...]
    times: int


class Words(SearchQuery):
    """Text that is a `tsquery` already: PostgreSQL's own reading of it would part other words than `search.words`."""

    def __init__(self, text: str) -> None:
        super().__init__(text)

    def as_sql(self, compiler: Any, connection: Any, *told: Any, **extra: Any) -> Any:  # type: ignore[override]
        return super().as_sql(compiler, connection, template="(%(expressions)s)::tsquery")


class EntryQuerySet(models.QuerySet):
    def on_show(self, on: datetime.date) -> Self:
        return self.filter(seen_on(on))

    def matching(self, question: Question) -> Self:
        """Every phrase somewhere; a number also where it is a part of one."""
        found = self
        if question.words:
            ways = Q(vector=Words(question.words))
            if question.sign:
                ways |= Q(sign_key__contains=question.sign)
            found = found.filter(ways)
        for letters in question.khmer:
            found = found.exclude(khmer="").filter(khmer__contains=letters)
        return found if question.words or question.khmer else found.none()

    def titled(self, question: Question) -> Self:
        """Those that have all of it in the title."""
        return self.filter(title_vector=Words(question.words)) if question.words else self

    def in_languages(self, languages: Collection[str]) -> Self:
        return self.filter(locale__in=["", *languages])

    def narrowed(self, *, kind: str = "", category: str = "", year: int | None = None) -> Self:
        found = self
        if kind:
            found = found.filter(kind=kind)
        if category:
            found = found.filter(categories__contains=[category])
        if year:
            found = found.filter(year=year)
        return found

    def newest_first(self) -> Self:
        return self.order_by(*NEWEST_FIRST)

    def combinations(self) -> list[Combination]:
        """How many there are of each kind, year and set of categories: all that the numbers beside choices are made of.
        One question, whatever is chosen."""
        counted = self.order_by().values_list("kind", "year", "categories").annotate(times=models.Count("pk"))
        return [Combination(kind, year, tuple(categories), count) for kind, year, categories, count in counted]


def seen_on(on: datetime.date) -> Q:
    """What every reader may see on that day, asked of the tables in which it stands: for as many questions as it takes
    to answer one reader."""
    seen = Q(pk__in=[])
    for source in all_sources():
        seen |= Q(source=source.key, number__in=source.on_show(on))
    return seen
