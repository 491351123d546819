"""Files of one procedure each, honest ones and those from hell."""

import io
import json
import zipfile

import pytest

from importing.tables import Line
from lib.refusals import Refused
from procedure_imports.records import TITLES, Packed, Single
from tests.files import HTML, PROGRAM, zipped
from tests.platform.procedure_imports.exports import archive, document, record

CODE, NAME = TITLES.index("ma_thu_tuc"), TITLES.index("ten_thu_tuc")


def _lines(content: bytes) -> list[Line]:
    found = Packed(io.BytesIO(content), "a.zip")
    try:
        return list(found.below("", 1))
    finally:
        found.close()


def _flaw(content: bytes) -> str:
    [line] = _lines(zipped({"1.json": content}))
    assert line.flaw is not None
    return line.flaw.reason


def test_each_file_is_a_line_in_the_order_of_names():
    lines = _lines(zipped({"b.json": json.dumps(record("1.000002")), "a/a.json": json.dumps(record("1.000001"))}))
    assert [(line.number, line.name, line.cell(CODE)) for line in lines] == [
        (2, "a/a.json", "1.000001"),
        (3, "b.json", "1.000002"),
    ]


def test_what_is_no_record_is_left_aside():
    content = zipped({"1.json": json.dumps(record()), "doc.txt": "x", "__MACOSX/._1.json": "x", "~$1.docx": "x"})
    assert [line.name for line in _lines(content)] == ["1.json"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding: str):
    [line] = _lines(zipped({"1.json": json.dumps(record(), ensure_ascii=False).encode(encoding)}))
    assert line.cell(NAME) == "Thủ tục đăng ký khai sinh"


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"ten": "Thù tùc"}, ensure_ascii=False).encode("cp1258"),
        b"[" * 10_000 + b"]" * 10_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b"{",
        b"",
        HTML,
        PROGRAM,
        b"[]",
        b"3",
        b"NaN",
        b'"' + b"x" * (2 * 1024 * 1024) + b'"',
    ],
)
def test_a_file_from_hell_is_a_wrong_line(content: bytes):
    assert _flaw(content)


@pytest.mark.parametrize("content", [b"", b"x", zipped({}), zipped({"doc.txt": "x"}), zipped({"../1.json": "{}"})])
def test_an_archive_without_procedures_is_refused(content: bytes):
    with pytest.raises(Refused):
        Packed(io.BytesIO(content), "a.zip")


def test_a_bomb_is_refused_before_it_swells():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(40):
            packed.writestr(f"{number}.json", b" " * 1024 * 1024)
    with pytest.raises(Refused):
        Packed(buffer, "a.zip")


def test_a_file_that_is_cut_short_is_wrong():
    content = bytearray(archive(record()))
    place = content.find(b"1.json") + 40
    content[place : place + 8] = b"\xff" * 8
    [line] = _lines(bytes(content))
    assert line.flaw is not None


def test_one_file_by_itself_may_hold_several():
    content = json.dumps([record("1.000001"), record("1.000002")]).encode()
    lines = list(Single(io.BytesIO(content), "danh-muc.json").below("", 1))
    assert [(line.name, line.cell(CODE)) for line in lines] == [
        ("danh-muc.json #1", "1.000001"),
        ("danh-muc.json #2", "1.000002"),
    ]


def test_a_single_file_from_hell_is_refused():
    with pytest.raises(Refused):
        Single(io.BytesIO(b"[" * 10_000), "a.json")


def test_a_word_document_is_read_by_its_labels():
    content = document({"1. Mã thủ tục": "1.000001", "Tên thủ tục:": "Một", "Số quyết định": "3", "Khác": "x"})
    [line] = list(Single(io.BytesIO(content), "a.docx").below("", 1))
    assert (line.cell(CODE), line.cell(NAME)) == ("1.000001", "Một")


@pytest.mark.parametrize("content", [document({"Họ tên": "A"}), b"x", zipped({"word/document.xml": "<a/>"})])
def test_another_document_is_refused(content: bytes):
    with pytest.raises(Refused):
        Single(io.BytesIO(content), "a.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_both_read():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for code in ("1.000001", "1.000002"):
            packed.writestr("1.json", json.dumps(record(code)))
    assert sorted(line.cell(CODE) for line in _lines(buffer.getvalue())) == ["1.000001", "1.000002"]
