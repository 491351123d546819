"""What of a text is shown, and which words in it are marked: pieces, so that a template escapes them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lib.search_words import has_khmer
from lib.vietnamese import ZERO_WIDTH
from search.questions import Question
from search.words import WORD, folded

LENGTH = 240
BEFORE = 60
# Marks enough to choose the place, and not so many that a long text is read for long.
MOST_PLACES = 200
MOST_NEAR = 40
BETWEEN_WORDS = r"[\W_]+0*"
BETWEEN_KHMER = f"(?:{ZERO_WIDTH.pattern})*"
SPACES = re.compile(r"\s+")


class Piece(NamedTuple):
    text: str
    is_marked: bool


def title_pieces(title: str, question: Question) -> list[Piece]:
    return _pieces(title, question)


def excerpt(text: str, question: Question) -> list[Piece]:
    """The part of the text in which most of the words stand near each other; its beginning where there are none."""
    text = SPACES.sub(" ", text).strip()
    start = _best_start(text, [found.span() for found in _found(text, question)])
    end = min(len(text), start + LENGTH)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + LENGTH // 2)
    pieces = _pieces(text[start:end], question)
    before, after = Piece("… ", is_marked=False), Piece(" …", is_marked=False)
    return [*([before] if start else []), *pieces, *([after] if end < len(text) else [])]


def _pieces(text: str, question: Question) -> list[Piece]:
    pieces, position = [], 0
    for found in _found(text, question):
        if found.start() > position:
            pieces.append(Piece(text[position : found.start()], is_marked=False))
        pieces.append(Piece(text[found.start() : found.end()], is_marked=True))
        position = found.end()
    if position < len(text):
        pieces.append(Piece(text[position:], is_marked=False))
    return pieces


def _found(text: str, question: Question) -> "list[re.Match[str]]":
    ways = [*_latin_ways(question), *_khmer_ways(question)]
    if not ways:
        return []
    found: list[re.Match[str]] = []
    for match in re.finditer("|".join(ways), folded(text)):
        found.append(match)
        if len(found) == MOST_PLACES:
            break
    return found


def _latin_ways(question: Question) -> Iterable[str]:
    """Longer ones first: of `ngân sách` and `ngân`, the first is marked as a whole."""
    groups = {phrase.plain for phrase in question.typed if not has_khmer(phrase.written)}
    groups |= {tuple(word.rstrip("*") for word in way) for ways in question.groups for way in ways}
    if len(question.plain) > 1:
        groups.add(question.plain)
    for words in sorted(groups, key=len, reverse=True):
        end = r"\w*" if question.ends_open and words[-1] == question.plain[-1] else ""
        yield rf"(?<!\w)0*{BETWEEN_WORDS.join(map(_letters, words))}{end}(?!\w)"


def _letters(word: str) -> str:
    """`ki` also where `kỹ` is written."""
    escaped = re.escape(word)
    return f"{escaped[:-1]}[iy]" if word.endswith("i") else escaped


def _khmer_ways(question: Question) -> Iterable[str]:
    for phrase in question.typed:
        if has_khmer(phrase.written):
            for word in WORD.findall(phrase.written):
                yield BETWEEN_KHMER.join(map(re.escape, folded(word)))


def _best_start(text: str, spans: list[tuple[int, int]]) -> int:
    """Where the window begins that holds most of them, the first of equal ones. Words side by side are worth more."""
    worth = [(text.count(" ", first, last) + 1) ** 2 for first, last in spans]
    best, start = 0, 0
    for number, (first, _) in enumerate(spans):
        near = range(number, min(number + MOST_NEAR, len(spans)))
        inside = sum(worth[other] for other in near if spans[other][1] <= first + LENGTH - BEFORE)
        if inside > best:
            best, start = inside, max(0, first - BEFORE)
    return start
