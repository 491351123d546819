"""Which line of a sheet names its columns, and which of them is which column of a register."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from importing.cells import plain
from importing.registers import Register
from importing.tables import Line, Table

# Above the columns there may be the office's name, a title and who made the list.
LINES_LOOKED_AT = 30
LEAST_LIKENESS = 0.86
LONGEST_TITLE = 100
ASIDE = re.compile(r"\(.*?\)|\[.*?\]|\*")


@dataclass(frozen=True)
class Header:
    sheet: str
    number: int
    titles: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """The same for every sheet with these titles in this order."""
        return hashlib.sha256("\n".join(map(normal, self.titles)).encode()).hexdigest()


def header_of(table: Table, register: Register) -> Header | None:
    """The line with the most known titles in any of the sheets; None where no sheet holds anything."""
    found = [header for sheet in table.sheets if (header := header_in(table, sheet, register))]
    return _best(found, register)


def header_in(table: Table, sheet: str, register: Register) -> Header | None:
    top = takewhile(lambda line: line.number <= LINES_LOOKED_AT, table.lines(sheet, marked=False))
    return _best([Header(sheet, line.number, titles_of(line)) for line in top], register)


def _best(headers: list[Header], register: Register) -> Header | None:
    names = _names_in(register)
    return max(headers, key=lambda header: len(_guessed(header.titles, names)), default=None)


def titles_of(line: Line) -> tuple[str, ...]:
    """Without the empty ones at the end."""
    titles = [" ".join(str(cell).split())[:200] if isinstance(cell, str | int | float) else "" for cell in line.cells]
    while titles and not titles[-1]:
        titles.pop()
    return tuple(titles)


def guess(titles: Iterable[str], register: Register) -> dict[str, int]:
    """Column of the register → position in the sheet, for those that are found; each position is taken once."""
    return _guessed(titles, _names_in(register))


def _guessed(titles: Iterable[str], known: Mapping[str, list[str]]) -> dict[str, int]:
    # What is longer is a text below the titles.
    names = [normal(title) if len(title) <= LONGEST_TITLE else "" for title in titles]
    columns: dict[str, int] = {}
    for is_it in (_is_named, _is_like):
        for key, others in known.items():
            if key in columns:
                continue
            free = [place for place, name in enumerate(names) if name and place not in columns.values()]
            position = next((place for place in free if is_it(names[place], others)), None)
            if position is not None:
                columns[key] = position
    return columns


def still_fits(columns: Mapping[str, int], titles: tuple[str, ...], register: Register) -> bool:
    """A register may have lost a column since the positions were remembered."""
    known = {column.key for column in register.columns}
    return set(columns) <= known and all(position < len(titles) for position in columns.values())


def normal(title: str) -> str:
    """`Ngày ban hành (*) (dd/mm/yyyy)` → `ngay ban hanh`."""
    return plain(ASIDE.sub(" ", title)) or plain(title)


def _is_named(name: str, others: list[str]) -> bool:
    return name in others


def _is_like(name: str, others: list[str]) -> bool:
    return any(_likeness(name, other) >= LEAST_LIKENESS for other in others)


def _likeness(name: str, other: str) -> float:
    """How much of both they have in common; not looked for where one is too short for that."""
    most = 2 * min(len(name), len(other)) / (len(name) + len(other))
    return SequenceMatcher(None, name, other).ratio() if most >= LEAST_LIKENESS else most


def _names_in(register: Register) -> dict[str, list[str]]:
    return {
        column.key: [normal(name) for name in (column.header, *column.synonyms, column.key)]
        for column in register.columns
    }
