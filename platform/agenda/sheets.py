"""The weekly calendar out of a workbook or a pasted table: a line of headings, then a row for each entry."""

import csv
import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from agenda.rows import LABELS, Pasted, Row, day_in, rows_in, session_in, times_in
from agenda.states import Session, session_at
from lib.search_words import plain
from lib.vietnamese import to_nfc
from lib.workbooks import Value

DAY, TIME = "day", "time"
HEADINGS = {
    **LABELS,
    "thu ngay": DAY,
    "ngay": DAY,
    "thu": DAY,
    "ngay thu": DAY,
    "thoi gian": TIME,
    "gio": TIME,
    "buoi": TIME,
    "buoi gio": TIME,
    "noi dung cong viec": "content",
    "cong viec": "content",
    "nguoi chu tri": "chair",
    "lanh dao": "chair",
    "ghi chu": "papers",
}
FEWEST_HEADINGS = 2
MOST_ROWS, MOST_COLUMNS = 300, 20


def rows_in_table(table: Sequence[Sequence[Value]], monday: datetime.date) -> Pasted:
    """Entries of that week. A day or time that stands once for several rows below, as in merged cells, holds for all.

    Rows that are not understood, and those of another week, are told in `unread` with their text.
    """
    pasted = Pasted()
    columns: dict[int, str] = {}
    day: datetime.date | None = None
    session = Session.MORNING
    for line in table:
        cells = [" ".join(to_nfc(str(cell)).split()) for cell in line]
        if found := _headings(cells):
            columns = found
            continue
        words = _words(cells, columns)
        if named := words.get(DAY, ""):
            day, session = day_in(named, monday), Session.MORNING
        if not columns or day is None or not words.get("content"):
            pasted.unread += [" ".join(filter(None, cells))] if any(cells) else []
            continue
        row, session = _row(words, day, session)
        pasted.rows.append(row)
    return pasted


def rows_in_text(text: str, monday: datetime.date) -> Pasted:
    """A pasted table whose columns have headings, else the usual document."""
    table = list(csv.reader(text.splitlines(keepends=True), delimiter="\t")) if "\t" in text else []
    if any(_headings(cells) for cells in table):
        return rows_in_table([[" ".join(cell.split()) for cell in line] for line in table], monday)
    return rows_in(text, monday)


def _headings(cells: Sequence[str]) -> dict[int, str]:
    """Place → field, where the line is one of headings; else nothing."""
    found = {place: HEADINGS[plain(cell)] for place, cell in enumerate(cells) if plain(cell) in HEADINGS}
    return found if "content" in found.values() and len(found) >= FEWEST_HEADINGS else {}


def _words(cells: Sequence[str], columns: dict[int, str]) -> dict[str, str]:
    """Two columns for the time, part of the day and hour, are read as one."""
    words: dict[str, str] = {}
    for place, name in columns.items():
        if place < len(cells) and cells[place]:
            words[name] = f"{words.get(name, '')} {cells[place]}".strip()
    return words


def _row(words: dict[str, str], day: datetime.date, session: Session) -> tuple[Row, Session]:
    session, hours = session_in(words.get(TIME, ""), session)
    starts, ends, _rest = times_in(hours)
    beside: dict[str, Any] = {name: text for name, text in words.items() if name not in (DAY, TIME, "content")}
    row = Row(day, session_at(starts) if starts else session, words["content"], starts, ends)
    return replace(row, **beside), session
