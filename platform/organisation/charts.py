"""Where the boxes of an organisation chart stand: levels from left to right, units below each other.

Laid out so because names are long and units many: sixty units of five levels are as wide as a screen and legible, and
long rather than wide. Lengths are in units of the drawing, one to a pixel where there is room.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from organisation.queries import Branch

# Levels of the tree; five fill a screen.
DEEPEST = 8
COLUMN, BOX = 236, 204
LETTERS, LINES = 26, 3
# Of the units at the top, whose names are bold.
BOLD_LETTERS = 22
# Khmer writes the letter that follows it below the one before.
COENG = "\u17d2"
LINE, PADDING, GAP = 18, 8, 10
MARGIN = 2


@dataclass(frozen=True)
class Box:
    """A unit: its words line by line, each with the height at which it stands."""

    name: str
    address: str
    level: int
    x: int
    y: int
    height: int
    lines: tuple[tuple[int, str], ...]
    width: int = BOX

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


@dataclass
class Chart:
    width: int = 0
    height: int = 0
    boxes: list[Box] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """Each the `d` of a path from a unit to one below it."""

    @property
    def view(self) -> str:
        return f"0 0 {self.width} {self.height}"


def chart_of(branches: "Iterable[Branch]") -> Chart:
    chart = Chart()
    bottom = MARGIN
    for branch in branches:
        _, bottom = _place(chart, branch, 0, bottom)
    levels = max((box.level for box in chart.boxes), default=-1) + 1
    chart.width = max(levels * COLUMN - (COLUMN - BOX) + 2 * MARGIN, 0)
    chart.height = bottom
    return chart


def _place(chart: Chart, branch: "Branch", level: int, top: int) -> tuple[Box, int]:
    """The box of the branch, and where the next one may begin."""
    words = list(_words(branch.department.name, LETTERS if level else BOLD_LETTERS))
    height = 2 * PADDING + LINE * len(words)
    below, bottom = [], top
    for lower in branch.branches:
        box, bottom = _place(chart, lower, level + 1, bottom)
        below.append(box)
    span = max(bottom - GAP - top, height)
    y = top + (span - height) // 2
    box = Box(
        branch.department.name,
        branch.department.address_of_page,
        level,
        MARGIN + level * COLUMN,
        y,
        height,
        tuple((y + PADDING + LINE * number + 13, text) for number, text in enumerate(words)),
    )
    chart.boxes.append(box)
    chart.lines += [_line(box, lower) for lower in below]
    return box, top + span + GAP


def _line(upper: Box, lower: Box) -> str:
    turn = upper.x + BOX + (COLUMN - BOX) // 2
    return f"M{upper.x + BOX} {upper.middle}H{turn}V{lower.middle}H{lower.x}"


def _words(name: str, letters: int) -> Iterator[str]:
    broken = " ".join(piece for word in name.split() for piece in _pieces(word, letters))
    lines = wrap(broken, letters, break_on_hyphens=False) or [""]
    yield from lines[: LINES - 1]
    if len(lines) > LINES:
        yield f"{lines[LINES - 1][: letters - 1]}…"
    else:
        yield from lines[LINES - 1 :]


def _pieces(word: str, letters: int) -> Iterator[str]:
    """A word that is longer than a line, as Khmer is written without spaces, in parts that each begin with a letter of
    its own."""
    piece = ""
    for cluster in _clusters(word):
        if piece and len(piece) + len(cluster) > letters:
            yield piece
            piece = ""
        piece += cluster
    yield piece


def _clusters(word: str) -> Iterator[str]:
    cluster = ""
    for letter in word:
        if cluster and not unicodedata.category(letter).startswith("M") and not cluster.endswith(COENG):
            yield cluster
            cluster = ""
        cluster += letter
    yield cluster
