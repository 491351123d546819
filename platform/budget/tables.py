"""What the rows of a sheet mean: lines above the table, its headings, its rows, and which column names a row."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from lib.vietnamese import without_marks
from lib.workbooks import Value

MOST_ROWS = 500
MOST_COLUMNS = 20
COUNTERS = {"stt", "tt", "so tt", "no", "#"}
UNIT = re.compile(r"(?:don vi(?: tinh)?|dvt)\s*:", re.IGNORECASE)
PERCENTAGE = re.compile(r"-?[\d,]+%\Z")
# `A`, `2`, `3=2/1`: the row below the headings that numbers the columns.
COLUMN_NUMBER = re.compile(r"(?:[A-Za-z]|\d{1,2})(?:\s*=.*)?\Z")


@dataclass(frozen=True)
class Cell:
    value: Value
    # Names its row.
    is_label: bool

    @property
    def is_number(self) -> bool:
        return not isinstance(self.value, str)

    @property
    def is_figure(self) -> bool:
        """Stands at the right, as numbers and percentages do."""
        return self.is_number or bool(PERCENTAGE.match(str(self.value)))


@dataclass(frozen=True)
class Table:
    lines: list[str]
    headings: list[str]
    rows: list[list[Value]]
    # The column that says what a row is about.
    label: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def unit(self) -> str:
        """`Đơn vị tính: triệu đồng`, where a line above the table says so."""
        return next((line for line in self.lines if UNIT.search(without_marks(line))), "")

    @property
    def cells(self) -> list[list[Cell]]:
        return [
            [Cell(value, column == self.label and not _numbers_columns(row)) for column, value in enumerate(row)]
            for row in self.rows
        ]

    @property
    def figures(self) -> list[list[Value]]:
        """The rows less the one that numbers the columns."""
        return [row for row in self.rows if not _numbers_columns(row)]


def table_of(rows: Sequence[Sequence[Value]]) -> Table | None:
    """None where there is no row with two filled cells, which headings take."""
    first = next((number for number, row in enumerate(rows) if _filled(row) > 1), None)
    if first is None:
        return None
    last = first + 1
    while last < len(rows) and _continues_headings(rows[last]):
        last += 1
    headings = _joined(rows[first:last])
    lines = [" ".join(str(value) for value in row if value != "") for row in rows[:first]]
    return Table(lines, headings, [list(row) for row in rows[last:]], _label(headings))


def _filled(row: Sequence[Value]) -> int:
    return sum(value != "" for value in row)


def _continues_headings(row: Sequence[Value]) -> bool:
    """Headings in two rows: the first cell is merged with the one above, and nothing is a number yet."""
    return row[0] == "" and _filled(row) > 1 and all(isinstance(value, str) for value in row)


def _joined(rows: Sequence[Sequence[Value]]) -> list[str]:
    """One text for each column; a cell that is merged over several columns goes for each that has one below it."""
    names = [str(value) for value in rows[0]]
    for lower in rows[1:]:
        above = ""
        for column, value in enumerate(lower):
            above = names[column] or above
            if value != "":
                names[column] = f"{above} – {value}" if above else str(value)
    return names


def _label(headings: list[str]) -> int:
    plain = [without_marks(heading).lower().strip(". ") for heading in headings]
    return next((column for column, heading in enumerate(plain) if heading and heading not in COUNTERS), 0)


def _numbers_columns(row: Sequence[Value]) -> bool:
    filled = [str(value) for value in row if value != ""]
    return len(filled) > 1 and all(COLUMN_NUMBER.match(value) for value in filled)
