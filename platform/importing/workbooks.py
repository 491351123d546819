"""Workbooks that leave: the template of a register, and a sheet that was handed in with the result beside its rows."""

import json
from typing import IO, Any

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from importing.handed_in import sheet_limits
from importing.models import Import, ImportRow
from importing.readers import Day, Number
from importing.registers import Register
from importing.states import Verdict
from importing.tables import ABSENT, Flaw, opened
from lib.spreadsheets import harmless

# Rows of the template that are prepared for typing.
ROWS = 2000
TEXT, DAY = "@", "dd/mm/yyyy"
HEADING = Font(bold=True)
SHADE = PatternFill("solid", fgColor="DDE7F0")
WRONG = PatternFill("solid", fgColor="FBD5D5")
# A list longer than this does not fit into the cell's rule, which may have 255 characters.
LONGEST_LIST = 250
# What a cell of a workbook holds at most.
LONGEST_CELL = 32_000


def write_template(file: IO[bytes], register: Register) -> None:
    """A sheet to fill in, and a second one that explains its columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Dữ liệu"
    sheet.freeze_panes = "A2"
    for position, column in enumerate(register.columns, 1):
        letter = get_column_letter(position)
        title = sheet.cell(row=1, column=position, value=f"{column.header} (*)" if column.required else column.header)
        title.font, title.fill, title.alignment = HEADING, SHADE, Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[letter].width = max(14, min(50, 1.6 * len(column.header)))
        kind = DAY if isinstance(column.reader, Day) else "General" if isinstance(column.reader, Number) else TEXT
        sheet.column_dimensions[letter].number_format = kind
        for number in range(2, 202):
            sheet.cell(row=number, column=position).number_format = kind
        _offer(sheet, letter, column.reader.allowed())
    _explain(book.create_sheet("Hướng dẫn"), register)
    book.save(file)


def write_result(file: IO[bytes], found: Import, register: Register) -> None:
    """Every row of the sheet as it was handed in, then what it would do, or what is wrong and what may help."""
    book = openpyxl.Workbook(write_only=True)
    out = book.create_sheet()
    results = {row.number: row for row in found.rows.all()}
    out.append([*map(harmless, found.titles), _("Result"), _("What is wrong"), _("Suggestion")])
    with found.sheet_file.open("rb") as sheet:
        table = opened(sheet, found.sheet_name, sheet_limits(), register.formats)
        try:
            for line in table.lines(found.sheet):
                if row := results.pop(line.number, None):
                    cells = [_kept(line.cell(position)) for position in range(len(found.titles))]
                    out.append([*cells, *_beside(out, row)])
        finally:
            table.close()
    for row in results.values():
        out.append([harmless(row.label), *[""] * (len(found.titles) - 1), *_beside(out, row)])
    book.save(file)


def _offer(sheet: Any, letter: str, labels: list[str]) -> None:
    """A list to choose from in the cells themselves."""
    listed = ",".join(labels)
    if labels and len(listed) <= LONGEST_LIST and not any("," in label or '"' in label for label in labels):
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
        rule.add(f"{letter}2:{letter}{ROWS}")
        sheet.add_data_validation(rule)


def _explain(sheet: Any, register: Register) -> None:
    sheet.append(["Tên cột", "Bắt buộc", "Giải thích", "Ví dụ", "Giá trị được nhận"])
    for cell in sheet[1]:
        cell.font, cell.fill = HEADING, SHADE
    for column in register.columns:
        required = "Có" if column.required else "Không"
        allowed = "; ".join(column.reader.allowed())
        sheet.append([column.header, required, str(column.help), harmless(column.example), allowed])
    for letter, width in zip("ABCDE", (28, 12, 60, 32, 60), strict=True):
        sheet.column_dimensions[letter].width = width


def _kept(cell: Any) -> Any:
    if isinstance(cell, Flaw) or cell is ABSENT:
        return ""
    if isinstance(cell, list | dict):
        cell = json.dumps(cell, ensure_ascii=False)
    return harmless(cell[:LONGEST_CELL]) if isinstance(cell, str) else cell


def _beside(out: Any, row: ImportRow) -> list[Any]:
    reasons = "\n".join(f"{error['cell'] or error['column']}: {error['reason']}" for error in row.errors)
    suggestions = "\n".join(filter(None, (error["suggestion"] for error in row.errors)))
    verdict = WriteOnlyCell(out, value=row.get_verdict_display())
    if row.verdict == Verdict.WRONG:
        verdict.fill = WRONG
    return [verdict, harmless(reasons), harmless(suggestions)]
