"""Which entries have the words that a reader typed, and which of these the reader may see."""

import datetime
from collections import Counter
from collections.abc import Collection
from typing import Any, NamedTuple, Self

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import F, Q

from search.questions import Question
from search.sight import Sight

# So many are asked for by their numbers; of more, PostgreSQL is quicker to look at all.
FEW = 400

NEWEST_FIRST = (F("day").desc(nulls_last=True), F("pk").desc())


class Combination(NamedTuple):
    kind: str
    year: int | None
    categories: tuple[str, ...]
    times: int
    owner: str = ""
    """Whose they are, in a table that has things of several."""


class Words(SearchQuery):
    """Text that is a `tsquery` already: PostgreSQL's own reading of it would part other words than `search.words`."""

    def __init__(self, text: str) -> None:
        super().__init__(text)

    def as_sql(self, compiler: Any, connection: Any, *told: Any, **extra: Any) -> Any:  # type: ignore[override]
        return super().as_sql(compiler, connection, template="(%(expressions)s)::tsquery")


class SearchEntryQuerySet(models.QuerySet):
    # The column that says whose a thing is, in a table that has things of several.
    owner: tuple[str, ...] = ()

    def on_show(self, on: datetime.date) -> Self:
        return self.filter(Sight(on).of_all)

    def matching(self, question: Question) -> Self:
        """Every phrase somewhere; a number also where it is a part of one."""
        found = self
        if question.words:
            ways = Q(vector=Words(question.words))
            if question.sign:
                ways |= bearing(question.sign)
            found = found.filter(ways)
        return found.having_khmer(question) if question.words or question.khmer else found.none()

    def having_khmer(self, question: Question) -> Self:
        found = self
        for letters in question.khmer:
            found = found.exclude(khmer="").filter(khmer__contains=letters)
        return found

    def titled(self, question: Question) -> Self:
        """Of what matches, that which has all words in the title. The other words are not looked at for it."""
        if not question.words:
            return self.matching(question)
        return self.filter(title_vector=Words(question.words)).having_khmer(question)

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

    def combinations(self, sight: Sight) -> list[Combination]:
        """How many may be seen of each kind, year and set of categories: all that the numbers beside choices are made
        of, whatever is chosen. A few are looked at one by one, very many in one go."""
        columns = ("kind", "year", "categories", *self.owner)
        few = list(self.order_by().values_list("source", "number", *columns)[: FEW + 1])
        if len(few) <= FEW:
            seen = sight.among([(source, number) for source, number, *_ in few])
            alike = Counter(
                (kind, year, tuple(keys), *owner)
                for source, number, kind, year, keys, *owner in few
                if (source, number) in seen
            )
            return [Combination(kind, year, keys, times, *owner) for (kind, year, keys, *owner), times in alike.items()]
        counted = [
            self.filter(one).order_by().values_list(*columns).annotate(times=models.Count("pk"))
            for one in sight.of_each
        ]
        rows = counted[0].union(*counted[1:], all=True) if counted else []
        return [Combination(kind, year, tuple(keys), rest[-1], *rest[:-1]) for kind, year, keys, *rest in rows]


def bearing(sign: str) -> Q:
    """With that in the number. The index holds those that have one, and PostgreSQL takes it only if told so."""
    return ~Q(sign_key="") & Q(sign_key__contains=sign)
