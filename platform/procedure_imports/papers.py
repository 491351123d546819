"""What is handed in with a procedure, and what it rests on: papers with their numbers, documents with their days.

As in `parts.py`, nothing is left out: what a string does not tell apart stays together.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from procedure_imports.dirt import items, text_of
from procedure_imports.rows import Row, lines_in, of_objects, with_bars

COPIES = re.compile(r"Bản chính\s*:?\s*(\d{1,3})\s*[,;|\-–]?\s*Bản sao\s*:?\s*(\d{1,3})\s*[.;,]?", re.IGNORECASE)
ORIGINALS_ALONE = re.compile(r"(\d{1,3})\s*bản chính", re.IGNORECASE)
COPIES_ALONE = re.compile(r"(\d{1,3})\s*bản sao", re.IGNORECASE)
DOSSIER_TITLES = re.compile(
    r"^[\s*+-]*(?:Thành phần hồ sơ\s*:?\s*)?(?:Tên giấy tờ\s+Mẫu đơn, tờ khai\s+Số lượng|Bao gồm)?\s*:?\s*",
    re.IGNORECASE,
)
SETS = re.compile(r"[-+*]?\s*Số lượng hồ sơ\s*:?\s*(\d{1,2})\s*(?:\([^()]{0,30}\)\s*)?bộ\s*[.;]?", re.IGNORECASE)
FORM_FILE = re.compile(r"\s*\(?([^\s()/\\]{1,150}\.(?:docx?|pdf|xlsx?|rtf|odt))\)?", re.IGNORECASE)
CASE = re.compile(r"(?:\* ?)?(?:Trường hợp|Đối với)\s[^:]{1,400}:", re.IGNORECASE)
NUMBER = re.compile(
    r"(?:\d{1,4}[a-z]?/(?:\d{4}/)?[A-ZĐ]{1,10}\d{0,2}(?:-[A-ZĐ][A-ZĐa-z]{0,15}){0,3}|\d{1,3}-[A-Z]{2}/[A-Z]{2,4})"
)
DAY = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}")
BASIS_TITLES = re.compile(
    r"^\s*(?:Số ký hiệu|Số, ký hiệu)\s+Trích yếu\s+Ngày ban hành\s+Cơ quan ban hành\s*", re.IGNORECASE
)

DOSSIER = {
    "name": ("ten_giay_to", "ten", "giay_to", "thanh_phan", "loai_giay_to"),
    "originals": ("ban_chinh", "so_ban_chinh"),
    "copies": ("ban_sao", "so_ban_sao"),
    "form_name": ("mau_don_to_khai", "mau_don", "to_khai", "bieu_mau", "ten_mau"),
    "form_url": ("duong_dan", "tep_mau", "lien_ket"),
    "case": ("truong_hop",),
}
QUANTITY = "so_luong"


def dossier(cell: object) -> list[Row]:
    """`Tờ khai | 1 | 0 | form | address | case`, a line each; objects; or the portal's table in one string."""
    rows = of_objects(cell, {**DOSSIER, QUANTITY: ()})
    if rows is not None:
        return [_counted(row) for row in rows]
    text = lines_in(cell)
    if barred := with_bars(text):
        return [dict(zip(DOSSIER, cells, strict=False)) for cells in barred]
    text = SETS.sub("", DOSSIER_TITLES.sub("", text, count=1)).strip()
    return _counted_papers(text) if COPIES.search(text) else _papers(items(text))


def _counted(row: Row) -> Row:
    told = str(row.pop(QUANTITY, "") or "")
    if told and not row.get("originals") and not row.get("copies"):
        row.update(_numbers(told))
    return row


def _numbers(told: str) -> Row:
    if both := COPIES.search(told):
        return {"originals": both[1], "copies": both[2]}
    found = {"originals": ORIGINALS_ALONE.search(told), "copies": COPIES_ALONE.search(told)}
    return {name: one[1] for name, one in found.items() if one}


def _counted_papers(text: str) -> list[Row]:
    """`name Bản chính: 1 Bản sao: 0 name …`"""
    rows: list[Row] = []
    start = 0
    for counts in COPIES.finditer(text):
        named = _papers([" ".join(items(text[start : counts.start()]))])
        rows += [{**row, "originals": counts[1], "copies": counts[2]} for row in named]
        start = counts.end()
    return rows + _papers(items(text[start:]))


def _papers(texts: Iterable[str]) -> list[Row]:
    rows: list[Row] = []
    case = ""
    for text in texts:
        if CASE.fullmatch(text):
            case = text.strip("* :")
            continue
        form = FORM_FILE.search(text)
        name = FORM_FILE.sub("", text, count=1).strip(" ;,.") if form else text.strip(" ;")
        if name or form:
            rows.append({"name": name or form[1] if form else name, "form_name": form[1] if form else "", "case": case})
    if case and not rows:
        return [{"name": case}]
    return rows


def sets_in(cell: object) -> str:
    """`Số lượng hồ sơ: 01 bộ`, as it stands at the end of many dossiers."""
    found = SETS.search(text_of(cell)) if isinstance(cell, str) else None
    return found[1] if found else ""


BASIS = {
    "number": ("so_ky_hieu", "so_hieu", "so"),
    "title": ("trich_yeu", "ten_van_ban", "ten"),
    "issued_on": ("ngay_ban_hanh", "ngay"),
    "issuer": ("co_quan_ban_hanh", "co_quan"),
}


def legal_basis(cell: object) -> list[Row]:
    """`60/2014/QH13 | Luật Hộ tịch | 20/11/2014 | Quốc hội`, a line each; objects; or the portal's table in one
    string."""
    rows = of_objects(cell, BASIS)
    if rows is not None:
        return rows
    text = lines_in(cell)
    if barred := with_bars(text):
        return [dict(zip(BASIS, cells, strict=False)) for cells in barred]
    text = BASIS_TITLES.sub("", text)
    return [row for one in items(text) for row in _documents_in(one)]


def _documents_in(text: str) -> list[Row]:
    """A number begins a document where the one before has had its day: titles name other documents."""
    starts: list[int] = []
    for found in NUMBER.finditer(text):
        if not starts or DAY.search(text, starts[-1], found.start()):
            starts.append(found.start())
    if len(starts) < 2 and not (starts and starts[0] == 0 and DAY.search(text)):
        return [_named_document(text)]
    edges = [*starts, len(text)]
    rows = [_document(text[start:end].strip()) for start, end in pairwise(edges)]
    before = text[: starts[0]].strip()
    return [*([_named_document(before)] if before else []), *rows]


def _document(text: str) -> Row:
    number = NUMBER.match(text)
    day = DAY.search(text, number.end() if number else 0)
    if number is None or day is None:
        return _named_document(text)
    return {
        "number": number.group(),
        "title": text[number.end() : day.start()].strip(" ,;-–"),
        "issued_on": _day(day.group()),
        "issuer": text[day.end() :].strip(" ,;.-–"),
    }


def _named_document(text: str) -> Row:
    number = NUMBER.search(text)
    return {"number": number.group() if number else "", "title": text.strip(" ;")}


def _day(text: str) -> str:
    day, month, year = re.split(r"\s*[-/.]\s*", text)
    return f"{int(day):02}/{int(month):02}/{year}"
