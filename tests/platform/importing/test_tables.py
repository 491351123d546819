"""Sheets from hell, and honest ones that were made in every way there is."""

import codecs
import datetime
import io
import unicodedata
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl import DEFUSEDXML

from importing import tables
from importing.cells import clean
from importing.handed_in import sheet_limits
from importing.models import Import
from importing.states import State
from importing.tables import Flaw
from lib.refusals import Refused
from lib.vietnamese import TONES
from tests.files import ole, ooxml, zipped
from tests.platform.importing.sheets import (
    TITLES,
    by_hand,
    documents_here,
    errors_of,
    large_workbook,
    row,
    swelling,
    text_cells,
    workbook,
)

Do = Callable[..., Import]


def lines(content: bytes, name: str = "a.xlsx", sheet: int = 0) -> list[tuple[int, tuple[Any, ...]]]:
    table = tables.opened(io.BytesIO(content), name, sheet_limits())
    return [(line.number, line.cells) for line in table.lines(table.sheets[sheet])]


# --- The broken sheet -------------------------------------------------------------------------------------------------


def break_it(sheet: Any) -> None:
    """Row 9 is merged with row 10 in one column; the formula in row 11 was never calculated."""
    sheet.merge_cells("B9:B10")
    sheet["F11"] = "=1/0"


BROKEN = [
    row(1, issued_on="31/02/2023"),  # 2: no such day
    row(2, issued_on=44990, effective_on="44995"),  # 3: days as Excel counts them, which are read
    row(3, number="3/QĐ-UBND"),  # 4: the other style of numbering
    row(4, number="1/2023/QĐ-UBND"),  # 5: a number that row 2 has
    row(5, abstract="Kế hoa\u0323ch\u00a0năm\u200b 2023"),  # 6: nothing wrong, once it is cleaned
    row(6, fee="1,234.5"),  # 7: a number as in English
    row(7, form="Quyet dnh"),  # 8: a slip of the pen
    row(8),  # 9, 10: merged cells
    row(9),
    row(10),  # 11: a formula without a result
    row(11, number=datetime.datetime(2023, 1, 12)),  # 12: 12/1/2023 as Excel understood it
    row(12),  # 13
]


def test_a_broken_sheet_says_of_each_cell_what_is_wrong_and_changes_nothing(checked: Do):
    found = checked(workbook(BROKEN, then=break_it))
    wrong = {(cell, value) for cell, value, _reason, _suggestion in errors_of(found)}
    assert wrong == {
        ("D2", "31/02/2023"),
        ("A4", "3/QĐ-UBND"),
        ("A5", "1/2023/QĐ-UBND"),
        ("F7", "1,234.5"),
        ("C8", "Quyet dnh"),
        ("B9", ""),
        ("B10", ""),
        ("F11", ""),
        ("A12", "2023-01-12 00:00:00"),
    }
    assert all(reason for _cell, _value, reason, _suggestion in errors_of(found))
    suggestions = {cell: suggestion for cell, _value, _reason, suggestion in errors_of(found)}
    assert "15/2023/QĐ-UBND" in suggestions["A4"]
    assert suggestions["F7"] == "1.234,5"
    assert "Quyết định" in suggestions["C8"]
    assert (found.state, found.wrong, found.new, documents_here()) == (State.CHECKED, 9, 3, {})


def test_one_wrong_row_of_five_thousand_is_named(checked: Do):
    found = checked(large_workbook(5000, issued_on="32/13/2023"))
    assert (found.new, found.wrong) == (4999, 1)
    assert [error[:2] for error in errors_of(found)] == [("D2501", "32/13/2023")]
    assert documents_here() == {}


def test_a_formula_that_has_failed_is_an_error_of_its_cell(checked: Do):
    cells = text_cells(1, TITLES) + text_cells(2, row(1)[:5], '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    [(cell, _value, reason, _suggestion)] = errors_of(checked(by_hand(cells)))
    assert cell == "F2"
    assert "#DIV/0!" in reason


def test_a_formula_with_its_result_is_its_result():
    assert lines(by_hand('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')) == [(1, (2,))]


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell():
    cells = '<c r="A1" t="str"><f>IF(1,"","")</f><v></v></c><c r="B1"><v>2</v></c>'
    assert lines(by_hand(f'<row r="1">{cells}</row>')) == [(1, (None, 2))]


def test_a_formula_without_a_result_is_a_flaw():
    ((_number, (cell, _)),) = lines(by_hand('<row r="1"><c r="A1"><f>1+1</f><v></v></c><c r="B1"><v>2</v></c></row>'))
    assert isinstance(cell, Flaw)


# --- What is refused as a whole ---------------------------------------------------------------------------------------


def refusal_of(content: bytes, name: str = "a.xlsx") -> str:
    with pytest.raises(Refused) as refused:
        lines(content, name)
    return refused.value.code


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def test_what_reads_workbooks_is_guarded_against_entities():
    assert DEFUSEDXML


@pytest.mark.parametrize("declared", [ENTITY, LAUGHS])
def test_a_workbook_that_declares_entities_is_refused(declared: str):
    content = by_hand(text_cells(1, ["&e;" if declared == ENTITY else "&b;"]), before=declared)
    assert refusal_of(content) == "entities"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
def test_entities_in_any_part_are_refused(part: str):
    assert refusal_of(with_entity(workbook([row(1)]), part)) == "entities"


def with_entity(content: bytes, part: str) -> bytes:
    with tables.zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    begin, end, rest = members[part].rpartition(b"?>")
    members[part] = begin + end + ENTITY.encode() + rest
    return zipped(members)


def test_a_workbook_that_swells_is_refused():
    assert refusal_of(swelling(200 * 1024 * 1024)) == "too_large"


def test_a_workbook_that_claims_a_lie_about_its_size_is_refused():
    """What is unpacked ends where it was said to end, and is found to be something else."""
    content = bytearray(swelling(1024 * 1024))
    size = (1024 * 1024).to_bytes(4, "little")
    at = content.rindex(size)
    content[at : at + 4] = (10).to_bytes(4, "little")
    table = tables.opened(io.BytesIO(bytes(content)), "a.xlsx", sheet_limits())
    assert [line.number for line in table.lines(table.sheets[0])] == [1, 2]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.xlsx", "empty"),
        (b"PK\x03\x04 cut short", "a.xlsx", "damaged"),
        (ooxml("docx"), "a.xlsx", "not_as_named"),
        (ooxml("xlsx"), "a.xlsx", "no_sheet"),
        (ooxml("xlsx", **{"xl/vbaProject.bin": b"x"}), "a.xlsx", "macros"),
        (ole("EncryptedPackage", "EncryptionInfo"), "a.xlsx", "locked"),
        (ole("Workbook"), "a.xls", "unknown_sheet"),
        (b"a,b", "a.ods", "unknown_sheet"),
        (b"a,b", "a", "unknown_sheet"),
        (b"MZ\x90\x00" + bytes(100), "a.csv", "not_as_named"),
        (b"\xff\x8a\x9d", "a.csv", "encoding"),
        (b'"a\n' + b"x" * 200_000, "a.csv", "damaged"),
    ],
)
def test_what_is_no_sheet_is_refused(content: bytes, name: str, code: str):
    assert refusal_of(content, name) == code


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST_LINES", 3)
    assert len(lines(workbook([row(1), row(2)]))) == 3
    assert refusal_of(workbook([row(1), row(2), row(3)])) == "too_many_rows"


def test_too_many_merged_cells_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST_MERGES", 1)
    merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>'
    assert refusal_of(by_hand(text_cells(1, ["a"]), after=merges)) == "merges"


# --- What is read -----------------------------------------------------------------------------------------------------


def test_rows_keep_their_numbers_and_empty_ones_are_left_out():
    cells = text_cells(2, ["a"]) + text_cells(5, ["b"]) + '<row r="7"><c t="inlineStr"><is><t> </t></is></c></row>'
    assert lines(by_hand(cells)) == [(2, ("a",)), (5, ("b",))]


def test_a_sheet_that_claims_to_be_empty_is_read_all_the_same():
    content = by_hand(text_cells(1, ["a", "b"]), dimension="A1")
    assert lines(content) == [(1, ("a", "b"))]


def test_hidden_sheets_are_left_alone():
    book = openpyxl.Workbook()
    book.active.append(["a"])
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    assert tables.opened(io.BytesIO(buffer.getvalue()), "a.xlsx", sheet_limits()).sheets == ["Sheet"]


def test_a_date_is_a_date_and_an_impossible_one_a_flaw():
    def style(sheet: Any) -> None:
        sheet["A2"], sheet["B2"] = 44990, 99_999_999
        for cell in ("A2", "B2"):
            sheet[cell].number_format = "dd/mm/yyyy"

    [_titles, (_number, (day, wrong, *_rest))] = lines(workbook([[1, 2]], titles=("A", "B"), then=style))
    assert day == datetime.datetime(2023, 3, 5)
    assert isinstance(wrong, Flaw)


def in_windows_letters(text: str) -> bytes:
    """Windows-1258 has ê and ơ as one letter, and most tones behind theirs."""
    letters = (unicodedata.normalize("NFD", letter) for letter in text)
    return "".join(compose(letter) for letter in letters).encode("cp1258")


def compose(letter: str) -> str:
    base, tones = letter, ""
    while base and base[-1] in TONES:
        base, tones = base[:-1], base[-1] + tones
    return unicodedata.normalize("NFC", base) + tones


TEXT = "Số;Trích yếu\n1;Đường hòa bình\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        in_windows_letters(TEXT),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode("utf-16"),
        b"sep=;\n" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_text_files_in_every_way_in_which_excel_writes_them(content: bytes):
    read = [tuple(clean(cell) for cell in cells) for _number, cells in lines(content, "a.csv")]
    assert read == [("Số", "Trích yếu"), ("1", "Đường hòa bình")]


def test_lines_and_separators_within_quotes_belong_to_the_cell():
    assert lines('a;b\n"một\nhai;ba";c\n'.encode(), "a.csv") == [(1, ("a", "b")), (2, ("một\nhai;ba", "c"))]


def test_where_a_cell_is():
    assert (tables.place(0, 1), tables.place(27, 15)) == ("A1", "AB15")
