"""The first sheet of an XLSX file as plain values. Formulas are not run and links not followed; what a program kept of
a formula's result is what counts."""

import dataclasses
import datetime
import decimal
from typing import IO, Any

import openpyxl
from django.utils.translation import gettext_lazy as _

from lib.filetypes import check_file
from lib.refusals import Limits, Refused, damaged

Value = str | int | float

# A table that people read. All of it is in memory while it is looked at.
MOST_UNPACKED = 20 * 1024 * 1024
# Rows and cells that are passed on the way, empty ones included.
MOST_LINES = 20_000
MOST_CELLS = 400_000


def rows_of(file: IO[bytes], limits: Limits, *, most_rows: int, most_columns: int) -> list[list[Value]]:
    """The rows that hold something, all of one length; an empty cell is an empty text, a percentage a text.

    Raises Refused for what is no XLSX file, and for a table that is larger than that: nothing is cut off in silence.
    """
    check_file(
        file, "table.xlsx", dataclasses.replace(limits, unpacked_bytes=min(limits.unpacked_bytes, MOST_UNPACKED))
    )
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            rows = _filled(book.worksheets[0], most_rows, most_columns)
        finally:
            book.close()
    except Refused:
        raise
    except Exception as error:
        raise damaged() from error
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _filled(sheet: Any, most_rows: int, most_columns: int) -> list[list[Value]]:
    """Reads the sheet as it comes: what it says about its own size may be wrong."""
    sheet.reset_dimensions()
    rows: list[list[Value]] = []
    cells = 0
    for number, line in enumerate(sheet.iter_rows(), start=1):
        cells += len(line)
        row = _without_empty_end([_value(cell) for cell in line])
        if row:
            rows.append(row)
        if len(rows) > most_rows or len(row) > most_columns or number > MOST_LINES or cells > MOST_CELLS:
            raise Refused(
                _(
                    "The first sheet of this file has more than %(rows)d rows or %(columns)d columns. "
                    "Leave in it only the table that readers need, and attach the whole file below."
                ),
                "large_table",
                rows=most_rows,
                columns=most_columns,
            )
    return rows


def _without_empty_end(row: list[Value]) -> list[Value]:
    while row and row[-1] == "":
        row.pop()
    return row


def _value(cell: Any) -> Value:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int | float | decimal.Decimal) and not isinstance(value, bool):
        return _number(value, cell.number_format or "")
    return " ".join(str(value).split())


def _number(value: int | float | decimal.Decimal, number_format: str) -> Value:
    if "%" in number_format:
        return f"{float(value) * 100:.2f}".rstrip("0").rstrip(".").replace(".", ",") + "%"
    whole = int(value)
    return whole if whole == value else round(float(value), 6)
