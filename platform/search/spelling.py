"""What somebody may have meant who slipped: the nearest words of this site, those first that stand side by side."""

import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import QuerySet

from search.questions import Question
from search.vocabulary import KnownWord, Word
from search.words import Phrase, word_of

# Of each word so many are tried beside each other.
MOST_CANDIDATES = 8
# Of what was learnt a day ago so much may be gone before nothing is offered.
MOST_TRIES = 5
# Shorter ones have too few letters to be alike by parts.
SHORTEST_BY_PARTS = 6
LEAST_LIKENESS = 0.5
# Worth as much as a word that is e^3 times as frequent.
COST_OF_A_SLIP = 3.0
TONES_OF_TELEX = "sfrxj"


@dataclass(frozen=True)
class Candidate:
    text: str
    written: str
    worth: float


def _always(words: str) -> bool:
    return True


def corrected(
    question: Question, words: QuerySet[Any] | None = None, *, occurs: Callable[[str], bool] = _always
) -> str:
    """What was typed, with the likeliest of these `KnownWord`s, or of this site's, in place of those it does not know;
    empty where it knows all of them, or nothing like them that `occurs` by now."""
    words = Word.objects.all() if words is None else words
    typed = [phrase for phrase in question.typed if phrase.words]
    unknown = _unknown(typed, words)
    if not unknown:
        return ""
    candidates = _candidates(typed, unknown, words)
    if not any(candidates[phrase.written] for phrase in typed if phrase.plain[0] in unknown and len(phrase.plain) == 1):
        return ""
    choices = [candidates[phrase.written] or [_as_typed(phrase)] for phrase in typed]
    pairs = _pairs(choices, words)
    for _ in range(MOST_TRIES):
        best = list(zip(typed, _best(choices, pairs), strict=True))
        gone = {one for phrase, one in best if one.text != " ".join(phrase.plain) and not occurs(one.text)}
        if not gone:
            meant = [phrase.written if one.text == " ".join(phrase.plain) else one.written for phrase, one in best]
            return " ".join(meant)
        choices = [[one for one in near if one not in gone] for near in choices]
        if not all(choices):
            break
    return ""


def _unknown(typed: list[Phrase], words: QuerySet[Any]) -> set[str]:
    """Words in one piece that stand in no title and no beginning of a text. Numbers are nobody's slip."""
    single = {phrase.plain[0] for phrase in typed if len(phrase.plain) == 1}
    asked = {word for word in single if word.isascii() and not word.isdigit() and len(word) > 1}
    return asked - set(words.filter(text__in=asked).values_list("text", flat=True))


def _candidates(typed: list[Phrase], unknown: set[str], words: QuerySet[Any]) -> dict[str, list[Candidate]]:
    """By what was typed; nothing for what is known already."""
    ways = {
        word: {**dict.fromkeys(_edits(word), 1.0), **dict.fromkeys(_untelexed(word), 0.3), word: 0.3}
        for word in unknown
    }
    rows = words.filter(joined__in={way for found in ways.values() for way in found})
    by_joined: dict[str, list[KnownWord]] = {}
    for row in rows:
        by_joined.setdefault(row.joined, []).append(row)
    found: dict[str, list[Candidate]] = {}
    for phrase in typed:
        word = phrase.plain[0]
        near = [
            Candidate(row.text, row.written, log(row.times) - COST_OF_A_SLIP * cost)
            for way, cost in (ways.get(word, {}) if len(phrase.plain) == 1 else {}).items()
            for row in by_joined.get(way, ())
        ]
        if not near and word in unknown and len(word) >= SHORTEST_BY_PARTS:
            near = list(_alike(word, words))
        found[phrase.written] = sorted(near, key=lambda one: one.worth, reverse=True)[:MOST_CANDIDATES]
    return found


def _alike(word: str, words: QuerySet[Any]) -> Iterator[Candidate]:
    """By parts of three letters, for what has more than one slip."""
    rows = words.filter(text__trigram_similar=word).annotate(likeness=TrigramSimilarity("text", word))
    for row in rows.filter(likeness__gte=LEAST_LIKENESS).order_by("-likeness")[:MOST_CANDIDATES]:
        yield Candidate(row.text, row.written, log(row.times) - 2 * COST_OF_A_SLIP * (1 - row.likeness) * 2)


def _as_typed(phrase: Phrase) -> Candidate:
    return Candidate(" ".join(phrase.plain), phrase.written, 0.0)


def _pairs(choices: list[list[Candidate]], words: QuerySet[Any]) -> dict[str, KnownWord]:
    texts = {
        f"{first.text.split()[-1]} {second.text.split()[0]}"
        for before, after in pairwise(choices)
        for first in before
        for second in after
    }
    return {row.text: row for row in words.filter(text__in=texts)}


def _best(choices: list[list[Candidate]], pairs: dict[str, KnownWord]) -> list[Candidate]:
    """The way from word to word that is worth most, kept for each last word."""
    ways: list[tuple[float, list[Candidate]]] = [(one.worth, [one]) for one in choices[0]]
    for following in choices[1:]:
        ways = [
            max(
                ((worth + one.worth + _together(way[-1], one, pairs), [*way, one]) for worth, way in ways),
                key=lambda way: way[0],
            )
            for one in following
        ]
    return max(ways, key=lambda way: way[0])[1]


def _together(first: Candidate, second: Candidate, pairs: dict[str, KnownWord]) -> float:
    pair = pairs.get(f"{first.text.split()[-1]} {second.text.split()[0]}")
    return 2.0 + log(pair.times) if pair else 0.0


def _edits(word: str) -> Iterable[str]:
    """One letter left out, put in, taken for another, or before its neighbour."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    letters = string.ascii_lowercase
    yield from (before + after[1:] for before, after in splits if after)
    yield from (before + after[1] + after[0] + after[2:] for before, after in splits if len(after) > 1)
    yield from (before + letter + after[1:] for before, after in splits if after for letter in letters)
    yield from (before + letter + after for before, after in splits for letter in letters)


def _untelexed(word: str) -> set[str]:
    """As it reads where the keyboard left the keys of Telex and VNI standing: `phaps` → `phap`, `nga6n` → `ngan`."""
    bare = re.sub(r"(?<=[a-z])\d+", "", word)
    bare = re.sub(r"([aeo])\1", r"\1", bare)
    bare = re.sub(r"([aou])w", r"\1", bare).replace("dd", "d")
    found = {bare}
    if len(bare) > 2 and bare[-1] in TONES_OF_TELEX:
        found.add(bare[:-1])
    return {word_of(one).plain for one in found if one} - {word}
