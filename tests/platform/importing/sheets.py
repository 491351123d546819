"""Sheets as offices make them, and as nobody should."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
from django.db import connection

from importing import work
from importing.models import Import
from importing.states import State
from tests.files import zipped

TITLES = ("Số ký hiệu", "Trích yếu", "Hình thức", "Ngày ban hành", "Ngày hiệu lực", "Lệ phí", "Còn hiệu lực")
ROW = ("15/2023/QĐ-UBND", "V/v giao chỉ tiêu năm 2023", "Quyết định", "05/03/2023", "10/03/2023", "1.234,5", "Có")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def row(which: int, /, **changes: Any) -> list[Any]:
    """A row that nothing is wrong with; `row(3, issued_on="mai")` has another day."""
    keys = ("number", "abstract", "form", "issued_on", "effective_on", "fee", "in_force")
    values = dict(zip(keys, ROW, strict=True)) | {"number": f"{which}/2023/QĐ-UBND"} | changes
    return [values[key] for key in keys]


def workbook(
    rows: Sequence[Sequence[Any]],
    *,
    titles: Sequence[str] = TITLES,
    above: Sequence[Sequence[Any]] = (),
    then: Callable[[Any], None] = lambda sheet: None,
) -> bytes:
    """`then` gets the sheet before it is saved, to do to it what a person would."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (*above, titles, *rows):
        sheet.append(list(line))
    then(sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def large_workbook(rows: int, **wrong: Any) -> bytes:
    """Written row by row; row 2500 gets what is wrong."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(TITLES)
    for number in range(1, rows + 1):
        sheet.append(row(number, **(wrong if number == 2500 else {})))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def by_hand(cells: str, *, before: str = "", after: str = "", dimension: str = "A1:Z99") -> bytes:
    """A workbook whose sheet holds this XML, as no library would write it. `before` stands where a DOCTYPE would."""
    types = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="Tờ 1" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}">'
            f'<dimension ref="{dimension}"/><sheetData>{cells}</sheetData>{after}</worksheet>',
        }
    )


def text_cells(number: int, texts: Sequence[str], more: str = "") -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}{more}</row>'


def swelling(size: int) -> bytes:
    """An honest workbook with one part that unpacks to so many bytes of blanks."""
    buffer = io.BytesIO(workbook([row(1)]))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b" " * size)
    return buffer.getvalue()


def after_work(found: Import) -> Import:
    """As the worker leaves it."""
    found.refresh_from_db()
    {State.CHECKING: work.check, State.APPLYING: work.apply, State.UNDOING: work.undo}[State(found.state)](found.pk)
    found.refresh_from_db()
    return found


def documents_here() -> dict[str, tuple[Any, ...]]:
    """Number → the rest of each document of this site."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, abstract, form, issued_on, effective_on, fee, in_force FROM sample_document ORDER BY id"
        )
        return {number: tuple(rest) for number, *rest in cursor.fetchall()}


def errors_of(found: Import) -> list[tuple[str, str, str, str]]:
    """Cell, value, reason and suggestion of everything that is wrong."""
    errors = [error for line in found.rows.all() for error in line.errors]
    return [(error["cell"], error["value"], error["reason"], error["suggestion"]) for error in errors]
