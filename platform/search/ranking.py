"""In which order things stand that have the words: a score for each of a bounded number of candidates."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db.models import F, FloatField, Value

from search.queries import SearchEntryQuerySet, Words
from search.questions import Question
from search.sight import Sight
from search.words import folded, words_in

# Of each way to be near the question so many of the newest are looked at: of a word that most things have, ranking
# all would take seconds.
CANDIDATES = 150
# Weights of files, text, keywords and title, as PostgreSQL orders them.
WEIGHTS = [0.05, 0.2, 0.6, 1.0]
# Divides by 1 + the logarithm of the length, and brings the sum below 1.
LENGTH_AND_LIMIT = 1 | 32
HALF_AS_FRESH_DAYS = 365
# Of what the index holds, so few more may be hidden among the newest, and so many are asked for one by one.
SPARE = 50
MOST_ONE_BY_ONE = 2_000


@dataclass(frozen=True)
class Weights:
    """What each way to be near the question is worth, at most."""

    same_sign: float = 6.0
    same_title: float = 2.0
    in_title: float = 3.0
    side_by_side: float = 2.0
    only_that: float = 1.5
    with_marks: float = 1.5
    in_text: float = 1.5
    freshness: float = 0.5
    own_language: float = 0.3


WORTH = Weights()


@dataclass(frozen=True)
class Candidate:
    pk: int
    title: str
    day: datetime.date | None
    locale: str
    sign_identity: str
    owner: str
    """Whose it is, in a table that has things of several."""
    in_text: float = 0.0
    with_marks: float = 0.0


def ranked(
    entries: SearchEntryQuerySet, question: Question, *, of: int, sight: Sight, language: str, own: str = ""
) -> list[int]:
    """The nearest of these first. `of` is how many that match may be seen, `own` the owner on whose page they stand."""
    marks = SearchRank(F("marked_vector"), Words(question.with_marks)) if question.with_marks else _nothing()
    text = _nearness_of_text(question) if question.plain else _nothing()
    numbers = _few(entries.matching(question)) if of <= CANDIDATES else _candidates(entries, question)
    rows = entries.model._default_manager.filter(pk__in=numbers).annotate(in_text=text, marks=marks)
    candidates = in_order(seen_of(rows, sight, "in_text", "marks"), question, on=sight.on, language=language)
    return [one.pk for one in _each_title_once_first(candidates, own)]


def newest(found: SearchEntryQuerySet, *, start: int, stop: int, sight: Sight, but: Collection[int] = ()) -> list[int]:
    """From the `start`th to the `stop`th of what may be seen. As long as these are not very many, each is asked of its
    source; further on, all there are."""
    wanted = stop + len(but) + SPARE
    if wanted <= MOST_ONE_BY_ONE:
        rows = list(found.newest_first().values_list("source", "number", "pk")[:wanted])
        seen, left_out = sight.among([(source, number) for source, number, _ in rows]), set(but)
        numbers = [pk for source, number, pk in rows if (source, number) in seen and pk not in left_out]
        if len(numbers) >= stop or len(rows) < wanted:
            return numbers[start:stop]
    rest = found.filter(sight.of_all).exclude(pk__in=but).newest_first()
    return list(rest.values_list("pk", flat=True)[start:stop])


def seen_of(entries: SearchEntryQuerySet, sight: Sight, *more: str) -> list[Candidate]:
    owner: Any = F(*entries.owner) if entries.owner else Value("")
    columns = ("source", "number", "pk", "title", "day", "locale", "sign_identity")
    rows = list(entries.annotate(whose=owner).values_list(*columns, "whose", *more))
    seen = sight.among([(source, number) for source, number, *_ in rows])
    return [Candidate(*row[2:]) for row in rows if row[:2] in seen]


def in_order(
    candidates: Iterable[Candidate], question: Question, *, on: datetime.date, language: str
) -> list[Candidate]:
    """Of equal ones the newest, then the last written."""

    def place(one: Candidate) -> tuple[float, datetime.date, int]:
        return _score(one, question, on, language), one.day or datetime.date.min, one.pk

    return sorted(candidates, key=place, reverse=True)


def _each_title_once_first(candidates: Sequence[Candidate], own: str) -> list[Candidate]:
    """What several owners have under one title, such as the list of news that every site has, stands at its place once:
    that of `own`, else the nearest. The others come behind all the rest."""
    first: dict[str, str] = {}
    for one in candidates:
        title = folded(one.title)
        if title not in first or one.owner == own:
            first[title] = one.owner
    return sorted(candidates, key=lambda one: one.owner != first[folded(one.title)])


def _nearness_of_text(question: Question) -> SearchRank:
    words = Words(question.any_word)
    return SearchRank(F("vector"), words, weights=WEIGHTS, normalization=LENGTH_AND_LIMIT, cover_density=True)


def _few(found: SearchEntryQuerySet) -> set[int]:
    """All of them: in no order, so that PostgreSQL goes by the words and not by the days."""
    return set(found.order_by().values_list("pk", flat=True)[: 2 * CANDIDATES])


def _candidates(entries: SearchEntryQuerySet, question: Question) -> set[int]:
    found, titled = entries.matching(question), entries.titled(question)
    ways = [found, titled, titled.filter(day=None)]
    if question.side_by_side:
        ways.append(titled.filter(title_vector=Words(question.side_by_side)))
    if question.sign_identity:
        ways.append(found.exclude(sign_identity="").filter(sign_identity=question.sign_identity))
    return {pk for way in ways for pk in way.newest_first().values_list("pk", flat=True)[:CANDIDATES]}


def _score(one: Candidate, question: Question, on: datetime.date, language: str) -> float:
    title = words_in(one.title)
    score = WORTH.in_text * one.in_text + WORTH.freshness * _freshness(one.day, on)
    if question.plain:
        score += _score_of_title([word.plain for word in title], question)
    if question.marked:
        score += WORTH.with_marks * (_share(question.marked, [word.marked for word in title]) + one.with_marks)
    if question.sign_identity and one.sign_identity == question.sign_identity:
        score += WORTH.same_sign
    if one.locale in ("", language):
        score += WORTH.own_language
    return score


def _score_of_title(title: Sequence[str], question: Question) -> float:
    """Each of the words counts, or what means the same in its place."""
    typed = question.plain
    if question.ends_open:
        title = [typed[-1] if word.startswith(typed[-1]) else word for word in title]
    meant = {word for ways in question.groups for way in ways[1:] if _holds(title, way) for word in way}
    instead = {word for ways in question.groups if any(_holds(title, way) for way in ways[1:]) for word in ways[0]}
    there = {*title, *instead}
    score = WORTH.in_title * _share(typed, there) + WORTH.side_by_side * _share(
        list(pairwise(typed)), list(pairwise(title))
    )
    score += WORTH.only_that * _share(title, {*typed, *meant})
    return score + WORTH.same_title * (list(typed) == list(title))


def _holds(title: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(tuple(title[first : first + size]) == tuple(words) for first in range(len(title) - size + 1))


def _share(wanted: Collection[object], there: Collection[object]) -> float:
    return len(set(wanted) & set(there)) / len(set(wanted)) if wanted else 0.0


def _freshness(day: datetime.date | None, on: datetime.date) -> float:
    """1 today, half of it a year ago. What has no day, such as a department, is of today."""
    return 1.0 if day is None else 0.5 ** (max((on - day).days, 0) / HALF_AS_FRESH_DAYS)


def _nothing() -> Value:
    return Value(0.0, output_field=FloatField())
