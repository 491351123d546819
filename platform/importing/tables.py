"""Sheets of XLSX and CSV files as lines of cells, whoever made the file.

What is refused as a whole raises Refused; a cell that can't be trusted is a Flaw in its place.
"""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, Protocol

import openpyxl
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl.utils import get_column_letter, range_boundaries

from lib.filetypes import check_file, extension_of
from lib.refusals import Limits, Refused, damaged

MOST_LINES = 20_000
# Those behind are not offered.
MOST_SHEETS = 30
MOST_COLUMNS = 200
MOST_MERGES = 2_000
LONGEST_CELL = 100_000
SEPARATORS = ";,\t|"
SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
ENCODINGS = ("utf-8", "cp1258")
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True)
class Flaw:
    """In place of a cell that holds no value that a person has seen and meant."""

    reason: str
    suggestion: str


ABSENT = object()
"""In place of a cell that the line does not have at all: it says nothing, not even that the field is empty."""


@dataclass(frozen=True)
class Line:
    number: int
    """As the spreadsheet program counts, from 1."""
    cells: tuple[Any, ...]
    name: str = ""
    """Of the file that the line stands for, where it is no row of a sheet."""
    flaw: Flaw | None = None
    """Why nothing of it can be read."""

    def cell(self, position: int) -> Any:
        return self.cells[position] if position < len(self.cells) else None

    def place(self, position: int) -> str:
        """Where a person finds that cell: C15, or the name of the file."""
        return self.name or place(position, self.number)


class Table(Protocol):
    sheets: list[str]
    """Names of those that are not hidden; one without a name for a text file."""

    def lines(self, sheet: str, *, marked: bool = True) -> Iterator[Line]:
        """Those that hold something. Raises Refused after too many. To find what is to be marked as a Flaw, the whole
        sheet is read once before."""

    def below(self, sheet: str, number: int) -> Collection[Line]:
        """The lines behind that one, which may be gone through several times."""

    def close(self) -> None: ...


Opener = Callable[[IO[bytes], str], Table]


def opened(file: IO[bytes], name: str, limits: Limits, others: Mapping[str, Opener] | None = None) -> Table:
    """`others` open what is no spreadsheet, by extension. Raises Refused for what is neither, and for what does harm or
    is too large."""
    extension = extension_of(name)
    if others and extension in others:
        return others[extension](file, name)
    if extension not in ("xlsx", "csv", "tsv"):
        raise Refused(
            _("Sheets of the type .%(extension)s are not read. Save it as .xlsx (Excel workbook) and upload that."),
            "unknown_sheet",
            extension=extension or "?",
        )
    check_file(file, name, limits)
    return Workbook(file) if extension == "xlsx" else Separated(file)


class Workbook:
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        try:
            self.book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        except Exception as error:
            raise _unreadable(error) from error
        self.sheets = [sheet.title for sheet in self.book.worksheets if sheet.sheet_state == "visible"]
        self.sheets = self.sheets[:MOST_SHEETS]
        if not self.sheets:
            raise Refused(_("This file has no sheet that can be seen. Unhide one and upload it again."), "no_sheet")

    def lines(self, sheet: str, *, marked: bool = True) -> Iterator[Line]:
        return _at_most(self._lines(sheet, marked))

    def below(self, sheet: str, number: int) -> Collection[Line]:
        return _below(self, sheet, number)

    def close(self) -> None:
        self.book.close()

    def _lines(self, sheet: str, marked: bool) -> Iterator[Line]:
        try:
            yield from self._lines_of(self.book[sheet], marked)
        except Exception as error:
            raise _unreadable(error) from error

    def _lines_of(self, sheet: Any, marked: bool) -> Iterator[Line]:
        # Written by some programs for the empty sheet that they began with.
        sheet.reset_dimensions()
        pitfalls = self._pitfalls_in(sheet._worksheet_path) if marked else Pitfalls([], set())
        for number, row in enumerate(sheet.iter_rows(), 1):
            cells = tuple(_value_of(cell) for cell in row[:MOST_COLUMNS])
            if any(cell is not None for cell in cells):
                yield Line(number, pitfalls.marked(number, cells))

    def _pitfalls_in(self, path: str) -> "Pitfalls":
        with zipfile.ZipFile(self.file) as archive:
            return _pitfalls_in(archive, path)


class Separated:
    """CSV in whatever a Vietnamese Excel writes: UTF-8 with or without a mark, UTF-16, Windows-1258."""

    def __init__(self, file: IO[bytes]) -> None:
        file.seek(0)
        self.text = _decoded(file.read())
        self.sheets = [""]

    def lines(self, sheet: str, *, marked: bool = True) -> Iterator[Line]:
        return _at_most(self._lines())

    def below(self, sheet: str, number: int) -> Collection[Line]:
        return _below(self, sheet, number)

    def close(self) -> None:
        pass

    def _lines(self) -> Iterator[Line]:
        first, _break, rest = self.text.partition("\n")
        told = SEPARATOR_LINE.fullmatch(first.strip('"\r'))
        text = rest if told else self.text
        separator = told[1] if told else _separator_of(text)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            for number, row in enumerate(reader, 2 if told else 1):
                cells = tuple(cell or None for cell in row[:MOST_COLUMNS])
                if any(cell and cell.strip() for cell in cells):
                    yield Line(number, cells)
        except csv.Error as error:
            raise damaged() from error


def _below(table: Table, sheet: str, number: int) -> list[Line]:
    return [line for line in table.lines(sheet) if line.number > number]


def place(position: int, number: int) -> str:
    """As a spreadsheet program names the cell: C15."""
    return f"{get_column_letter(position + 1)}{number}"


# --- What openpyxl does not tell when it reads a large sheet line by line ---------------------------------------------


@dataclass(frozen=True)
class Pitfalls:
    merged: list[tuple[str, tuple[int, int, int, int]]]
    uncalculated: set[str]

    def marked(self, number: int, cells: tuple[Any, ...]) -> tuple[Any, ...]:
        merged = [(name, bounds) for name, bounds in self.merged if bounds[1] <= number <= bounds[3]]
        if not merged and not self.uncalculated:
            return cells
        return tuple(self._marked(number, position, cell, merged) for position, cell in enumerate(cells))

    def _marked(self, number: int, position: int, cell: Any, merged: list) -> Any:
        for name, (left, _top, right, _bottom) in merged:
            if left <= position + 1 <= right:
                reason = gettext("This cell is merged with others (%(range)s): which row it belongs to is a guess.")
                return Flaw(reason % {"range": name}, gettext("Unmerge the cells and fill in each of them."))
        if cell is None and place(position, number) in self.uncalculated:
            return Flaw(
                gettext("This formula has not been calculated."),
                gettext("Open the file in Excel, save it and upload it again; or type the value itself."),
            )
        return cell


def _pitfalls_in(archive: zipfile.ZipFile, path: str) -> Pitfalls:
    merged: list[tuple[str, tuple[int, int, int, int]]] = []
    uncalculated: set[str] = set()
    with archive.open(path) as part:
        for _event, element in iterparse(part):
            tag = element.tag.rpartition("}")[2]
            if tag == "mergeCell":
                name = element.get("ref", "")
                merged.append((name, range_boundaries(name)))
                if len(merged) > MOST_MERGES:
                    raise Refused(
                        _("This sheet has more than %(count)d merged cells. Unmerge them and upload it again."),
                        "merges",
                        count=MOST_MERGES,
                    )
            elif tag == "row":
                uncalculated.update(cell.get("r", "") for cell in element if _is_uncalculated(cell))
                element.clear()
    return Pitfalls(merged, uncalculated)


def _is_uncalculated(cell: Any) -> bool:
    """A formula whose result is an empty text says so by its type."""
    parts = {part.tag.rpartition("}")[2]: part for part in cell}
    is_empty_text = cell.get("t") == "str" and "v" in parts
    return "f" in parts and not is_empty_text and not (parts["v"].text if "v" in parts else "")


def _value_of(cell: Any) -> Any:
    if cell.value is None:
        return None
    if cell.data_type == "e":
        return Flaw(
            gettext("The formula in this cell has failed: %(error)s") % {"error": cell.value},
            gettext("Correct the formula, or type the value itself."),
        )
    if isinstance(cell.value, str):
        return cell.value[:LONGEST_CELL] if cell.value.strip() else None
    return cell.value


def _at_most(lines: Iterator[Line]) -> Iterator[Line]:
    for count, line in enumerate(lines, 1):
        if count > MOST_LINES:
            raise Refused(
                _("This sheet has more than %(count)d rows. Divide it and import one part after the other."),
                "too_many_rows",
                count=MOST_LINES,
            )
        yield line


def _unreadable(error: Exception) -> Refused:
    if isinstance(error, Refused):
        return error
    # openpyxl says in an error of its own where it was reading.
    if isinstance(error, DefusedXmlException) or isinstance(error.__cause__, DefusedXmlException):
        return Refused(
            _(
                "This file declares entities, with which it could read other files or swell without end; no "
                "spreadsheet program does so. Copy the table into a new workbook and upload that."
            ),
            "entities",
        )
    return damaged()


# --- Text files -------------------------------------------------------------------------------------------------------


def _decoded(content: bytes) -> str:
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(
        _("The letters of this list can't be read. In Excel, save it as “CSV UTF-8” and upload it again."), "encoding"
    )


def _separator_of(text: str) -> str:
    """The one that stands most often in the first line that has any."""
    for line in text.splitlines():
        most = max(SEPARATORS, key=line.count)
        if line.count(most):
            return most
    return SEPARATORS[0]
