"""Which line of a sheet names its columns, and which of them is which column of a register."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from importing.cells import plain
from importing.registers import Column, Register
from importing.tables import Line, Table

# Above the columns there may be the office's name, a title and who made the list.
LINES_LOOKED_AT = 30
LEAST_LIKENESS = 0.86
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
    return max(found, key=lambda header: len(guess(header.titles, register)), default=None)


def header_in(table: Table, sheet: str, register: Register) -> Header | None:
    top = takewhile(lambda line: line.number <= LINES_LOOKED_AT, table.lines(sheet, marked=False))
    headers = [Header(sheet, line.number, titles_of(line)) for line in top]
    return max(headers, key=lambda header: len(guess(header.titles, register)), default=None)


def titles_of(line: Line) -> tuple[str, ...]:
    """Without the empty ones at the end."""
    titles = [" ".join(str(cell).split())[:200] if isinstance(cell, str | int | float) else "" for cell in line.cells]
    while titles and not titles[-1]:
        titles.pop()
    return tuple(titles)


def guess(titles: Iterable[str], register: Register) -> dict[str, int]:
    """Column of the register → position in the sheet, for those that are found; each position is taken once."""
    names = [normal(title) for title in titles]
    columns: dict[str, int] = {}
    for is_it in (_is_named, _is_like):
        for column in register.columns:
            free = [place for place, name in enumerate(names) if name and place not in columns.values()]
            position = next((place for place in free if is_it(names[place], column)), None)
            if column.key not in columns and position is not None:
                columns[column.key] = position
    return columns


def still_fits(columns: Mapping[str, int], titles: tuple[str, ...], register: Register) -> bool:
    """A register may have lost a column since the positions were remembered."""
    known = {column.key for column in register.columns}
    return set(columns) <= known and all(position < len(titles) for position in columns.values())


def normal(title: str) -> str:
    """`Ngày ban hành (*) (dd/mm/yyyy)` → `ngay ban hanh`."""
    return plain(ASIDE.sub(" ", title)) or plain(title)


def _is_named(name: str, column: Column) -> bool:
    return name in _names_of(column)


def _is_like(name: str, column: Column) -> bool:
    return any(SequenceMatcher(None, name, other).ratio() >= LEAST_LIKENESS for other in _names_of(column))


def _names_of(column: Column) -> list[str]:
    return [normal(name) for name in (column.header, *column.synonyms, column.key)]
