"""In which order things stand that have the words: a score for each of a bounded number of candidates."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.contrib.postgres.search import SearchRank
from django.db.models import F, FloatField, Value

from search.queries import SearchEntryQuerySet, Words
from search.questions import Question
from search.sight import Sight
from search.words import words_in

# Of each way to be near the question so many of the newest are looked at: of a word that most things have, ranking
# all would take seconds.
CANDIDATES = 150
# Weights of files, text, keywords and title, as PostgreSQL orders them.
WEIGHTS = [0.05, 0.2, 0.6, 1.0]
# Divides by 1 + the logarithm of the length, and brings the sum below 1.
LENGTH_AND_LIMIT = 1 | 32
HALF_AS_FRESH_DAYS = 365


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
    in_text: float = 0.0
    with_marks: float = 0.0


def ranked(found: SearchEntryQuerySet, question: Question, *, of: int, sight: Sight, language: str) -> list[int]:
    """The nearest first. `found` need not look at who may see what, `of` how many of it may be seen."""
    marks = SearchRank(F("marked_vector"), Words(question.with_marks)) if question.with_marks else _nothing()
    text = _nearness_of_text(question) if question.plain else _nothing()
    numbers = _few(found) if of <= CANDIDATES else _candidates(found, question)
    entries = found.model._default_manager.filter(pk__in=numbers).annotate(in_text=text, marks=marks)
    candidates = seen_of(entries, sight, "in_text", "marks")
    return in_order(candidates, question, on=sight.on, language=language)


def seen_of(entries: SearchEntryQuerySet, sight: Sight, *more: str) -> list[Candidate]:
    columns = ("source", "number", "pk", "title", "day", "locale", "sign_identity")
    rows = list(entries.values_list(*columns, *more))
    seen = sight.among([(source, number) for source, number, *_ in rows])
    return [Candidate(*row[2:]) for row in rows if row[:2] in seen]


def in_order(candidates: Iterable[Candidate], question: Question, *, on: datetime.date, language: str) -> list[int]:
    """Of equal ones the newest, then the last written."""
    scores = [(_score(one, question, on, language), one.day or datetime.date.min, one.pk) for one in candidates]
    return [pk for *_, pk in sorted(scores, reverse=True)]


def _nearness_of_text(question: Question) -> SearchRank:
    words = Words(question.any_word)
    return SearchRank(F("vector"), words, weights=WEIGHTS, normalization=LENGTH_AND_LIMIT, cover_density=True)


def _few(found: SearchEntryQuerySet) -> set[int]:
    """All of them: in no order, so that PostgreSQL goes by the words and not by the days."""
    return set(found.order_by().values_list("pk", flat=True)[: 2 * CANDIDATES])


def _candidates(found: SearchEntryQuerySet, question: Question) -> set[int]:
    titled = found.titled(question)
    ways = [found, titled, titled.filter(day=None)]
    if question.side_by_side:
        ways.append(found.filter(title_vector=Words(question.side_by_side)))
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
