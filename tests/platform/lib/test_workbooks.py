"""Sheets as offices and attackers make them."""

import datetime
import io
import zipfile

import openpyxl
import pytest
from django.utils import translation

from lib.refusals import Limits, Refused
from lib.workbooks import MOST_UNPACKED, rows_of
from tests import files
from tests.platform.budget.sheets import workbook

LIMITS = Limits(pixels=1, frames=1, archive_files=100, unpacked_bytes=300 * 1024 * 1024, archive_pixels=1)


def read(content: bytes, rows: int = 50, columns: int = 8) -> list[list]:
    return rows_of(io.BytesIO(content), LIMITS, most_rows=rows, most_columns=columns)


def refusal(content: bytes, **most: int) -> str:
    with translation.override("en"), pytest.raises(Refused) as refused:
        read(content, **most)
    return refused.value.code


def with_sheet(xml: str) -> bytes:
    """An honest workbook whose sheet was written by somebody else."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    parts["xl/worksheets/sheet1.xml"] = xml
    return files.zipped(parts)


def sheet(data: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:B2"/><sheetData>{data}</sheetData></worksheet>'
    )


def test_texts_numbers_days_and_percentages_are_read():
    rows = [["Tên", None, " hai\n dòng "], [1.5, 2, datetime.date(2023, 10, 31)], [0.125, True, 1e12]]
    assert read(workbook(rows, percent="A")) == [
        ["Tên", "", "hai dòng"],
        ["150%", 2, "31/10/2023"],
        ["12,5%", "True", 1_000_000_000_000],
    ]


def test_empty_rows_and_columns_at_the_end_are_left_out():
    assert read(workbook([["a", "b", None, None], [None, None], ["c"]], percent="H")) == [["a", "b"], ["c", ""]]


def test_a_formula_counts_as_its_result_and_is_not_run():
    formula = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>WEBSERVICE("http://x")</f></c></row>'
    assert read(with_sheet(sheet(formula))) == [[2]]


def test_only_the_first_sheet_is_read():
    book = openpyxl.Workbook()
    book.active.append(["một", "hai"])
    book.create_sheet("Hai").append(["bí mật"])
    buffer = io.BytesIO()
    book.save(buffer)
    assert read(buffer.getvalue()) == [["một", "hai"]]


def test_a_table_of_the_largest_size_is_read_whole():
    assert len(read(workbook([["x"] * 3] * 7, percent="C"), rows=7, columns=3)) == 7


@pytest.mark.parametrize("most", [{"rows": 6}, {"columns": 2}])
def test_a_larger_table_is_refused_rather_than_cut_off(most: dict):
    assert refusal(workbook([["x"] * 3] * 7, percent="C"), **most) == "large_table"


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="2"><c r="XFD2"><v>1</v></c></row>',
        "".join(f'<row r="{number}"><c r="XFD{number}"/></row>' for number in range(1, 200)),
    ],
    ids=["the last row", "the last column", "wide and empty"],
)
def test_a_cell_far_out_is_refused_before_the_way_there_is_filled(row: str):
    assert refusal(with_sheet(sheet(row))) == "large_table"


def test_a_sheet_that_swells_is_refused():
    assert refusal(with_sheet(sheet(" " * (MOST_UNPACKED + 1)))) == "too_large"


def test_entities_are_not_filled_in():
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    assert refusal(with_sheet(sheet(data, entities))) == "damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (files.PDF, "not_as_named"),
        (files.HTML, "not_as_named"),
        (files.PROGRAM, "not_as_named"),
        (files.ooxml("docx"), "not_as_named"),
        (files.ooxml("xlsx"), "damaged"),
        (files.ooxml("xlsx", **{"xl/vbaProject.bin": b"x"}), "macros"),
        (workbook()[:-200], "damaged"),
        (with_sheet("<worksheet"), "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes, code: str):
    assert refusal(content) == code
