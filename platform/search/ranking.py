"""In which order things stand that have the words: a score for each of a bounded number of candidates."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from django.contrib.postgres.search import SearchRank
from django.db.models import F, FloatField, Value

from search.entries import Entry
from search.queries import EntryQuerySet, Words
from search.questions import Question
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
    """What each way to be near the question is worth."""

    same_sign: float = 6.0
    same_title: float = 3.0
    in_title: float = 3.0
    side_by_side: float = 2.0
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
    in_text: float
    with_marks: float


def ranked(found: EntryQuerySet, question: Question, *, on: datetime.date, language: str) -> list[int]:
    """The nearest first. `found` need not look at who may see what: the few that are left are asked for that."""
    numbers = _candidates(found, question)
    marks = SearchRank(F("marked_vector"), Words(question.with_marks)) if question.with_marks else _nothing()
    text = (
        SearchRank(
            F("vector"), Words(question.any_word), weights=WEIGHTS, normalization=LENGTH_AND_LIMIT, cover_density=True
        )
        if question.plain
        else _nothing()
    )
    rows = Entry.objects.filter(pk__in=numbers).on_show(on).annotate(in_text=text, marks=marks)
    columns = ("pk", "title", "day", "locale", "sign_identity", "in_text", "marks")
    candidates = [Candidate(*row) for row in rows.values_list(*columns)]
    scores = {one.pk: _score(one, question, on=on, language=language) for one in candidates}
    # Of equal ones the newest, then the last written.
    candidates.sort(key=lambda one: (scores[one.pk], one.day or datetime.date.min, one.pk), reverse=True)
    return [one.pk for one in candidates]


def _candidates(found: EntryQuerySet, question: Question) -> set[int]:
    titled = found.titled(question)
    ways = [found, titled, titled.filter(day=None)]
    if question.side_by_side:
        ways.append(found.filter(title_vector=Words(question.side_by_side)))
    if question.sign_identity:
        ways.append(found.filter(sign_identity=question.sign_identity))
    return {pk for way in ways for pk in way.newest_first().values_list("pk", flat=True)[:CANDIDATES]}


def _score(one: Candidate, question: Question, *, on: datetime.date, language: str) -> float:
    typed, title = question.plain, words_in(one.title)
    plain = [word.plain for word in title]
    score = WORTH.in_text * one.in_text + WORTH.freshness * _freshness(one.day, on)
    if typed:
        score += WORTH.in_title * _share(typed, plain) + WORTH.side_by_side * _share(_pairs(typed), _pairs(plain))
        score += WORTH.same_title * (list(typed) == plain)
    if question.marked:
        score += WORTH.with_marks * _share(question.marked, [word.marked for word in title])
        score += WORTH.with_marks * one.with_marks
    if question.sign_identity and one.sign_identity == question.sign_identity:
        score += WORTH.same_sign
    if one.locale in ("", language):
        score += WORTH.own_language
    return score


def _share(wanted: Collection[object], there: Collection[object]) -> float:
    return len(set(wanted) & set(there)) / len(set(wanted)) if wanted else 0.0


def _pairs(words: Collection[str]) -> list[tuple[str, str]]:
    return list(pairwise(words))


def _freshness(day: datetime.date | None, on: datetime.date) -> float:
    """1 today, half of it a year ago; what has no day does not age, and is not new."""
    if day is None:
        return 0.5
    return 0.5 ** (max((on - day).days, 0) / HALF_AS_FRESH_DAYS)


def _nothing() -> Value:
    return Value(0.0, output_field=FloatField())
