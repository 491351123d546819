"""What differs between two contents, part by part, in words that an officer reads: for the comparison of versions, the
dry run of an import and what a commune is to confirm."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from procedure_catalogue.contents import Content
from procedure_catalogue.wording import HEADINGS, lines_of

WORDS = re.compile(r"\s+|[^\s]+")
# Two lines that have less in common are two lines, not one that was changed.
ALIKE = 0.4
# Longer texts are compared line by line only: words of a book take seconds.
MOST_WORDS = 3000


class Fate(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    text: str
    fate: Fate


@dataclass(frozen=True)
class Line:
    """A line of the part: of one piece where it stands as a whole, else with the words that went and came."""

    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        return all(piece.fate == Fate.SAME for piece in self.pieces)


@dataclass(frozen=True)
class Difference:
    part: str
    heading: str
    lines: tuple[Line, ...]


def differing_parts(before: Content, after: Content) -> list[str]:
    """By name, in the order in which they are read; without comparing words."""
    return [part for part in HEADINGS if getattr(before, part) != getattr(after, part)]


def differences(before: Content, after: Content, field_names: Mapping[str, str] | None = None) -> list[Difference]:
    """Only of parts that differ. `field_names` are by key."""
    return [
        Difference(
            part,
            str(HEADINGS[part]),
            tuple(_lines(lines_of(before, part, field_names), lines_of(after, part, field_names))),
        )
        for part in differing_parts(before, after)
    ]


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    for what, b1, b2, a1, a2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (_whole(line, Fate.SAME) for line in before[b1:b2])
            continue
        for old, new in zip_longest(before[b1:b2], after[a1:a2]):
            yield from _changed(old, new)


def _changed(old: str | None, new: str | None) -> Iterator[Line]:
    if old is not None and new is not None and (pieces := _pieces(old, new)):
        yield Line(pieces)
        return
    if old is not None:
        yield _whole(old, Fate.GONE)
    if new is not None:
        yield _whole(new, Fate.NEW)


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Empty where the two have little in common."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    if len(before) + len(after) > MOST_WORDS:
        return ()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    pieces = []
    for what, b1, b2, a1, a2 in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("".join(before[b1:b2]), Fate.SAME))
            continue
        if b2 > b1:
            pieces.append(Piece("".join(before[b1:b2]), Fate.GONE))
        if a2 > a1:
            pieces.append(Piece("".join(after[a1:a2]), Fate.NEW))
    return tuple(pieces)


def _whole(line: str, fate: Fate) -> Line:
    return Line((Piece(line, fate),))
