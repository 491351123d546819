"""Word documents as the national portal hands them out: a table with a label on the left and its text on the right, or
labels that end with a colon, with their text below.

Read are texts, and tables within them line by line. Not read are pictures, text boxes, footnotes, headers and footers.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from importing.cells import Wrong, plain
from lib.filetypes import check_file
from lib.refusals import Limits, damaged

MOST_BLOCKS = 5000
# A document is read as a whole.
MOST_UNPACKED = 20 * 1024 * 1024
# What of the right column of a table stands in cells of its own is divided so.
BETWEEN = " "

LABELS = {
    "ma thu tuc": "ma_thu_tuc",
    "ma so thu tuc": "ma_thu_tuc",
    "so ho so tthc": "ma_thu_tuc",
    "ten thu tuc": "ten_thu_tuc",
    "ten thu tuc hanh chinh": "ten_thu_tuc",
    "cap thuc hien": "cap_thuc_hien",
    "linh vuc": "linh_vuc",
    "trinh tu thuc hien": "trinh_tu_thuc_hien",
    "cach thuc thuc hien": "cach_thuc_thuc_hien",
    "thanh phan ho so": "thanh_phan_ho_so",
    "thanh phan, so luong ho so": "thanh_phan_ho_so",
    "so luong ho so": "so_luong_ho_so",
    "so bo ho so": "so_luong_ho_so",
    "doi tuong thuc hien": "doi_tuong_thuc_hien",
    "doi tuong thuc hien thu tuc hanh chinh": "doi_tuong_thuc_hien",
    "co quan thuc hien": "co_quan_thuc_hien",
    "co quan truc tiep thuc hien": "co_quan_thuc_hien",
    "co quan giai quyet thu tuc hanh chinh": "co_quan_thuc_hien",
    "co quan co tham quyen": "co_quan_co_tham_quyen",
    "co quan co tham quyen quyet dinh": "co_quan_co_tham_quyen",
    "co quan phoi hop": "co_quan_phoi_hop",
    "ket qua thuc hien": "ket_qua_xu_ly",
    "ket qua xu ly": "ket_qua_xu_ly",
    "ket qua thuc hien thu tuc hanh chinh": "ket_qua_xu_ly",
    "can cu phap ly": "can_cu_phap_ly",
    "can cu phap ly cua thu tuc hanh chinh": "can_cu_phap_ly",
    "yeu cau, dieu kien thuc hien": "yeu_cau_dieu_kien",
    "yeu cau, dieu kien thuc hien thu tuc hanh chinh": "yeu_cau_dieu_kien",
    "yeu cau, dieu kien": "yeu_cau_dieu_kien",
    "thu tuc hanh chinh lien quan": "thu_tuc_lien_quan",
    "thu tuc lien quan": "thu_tuc_lien_quan",
    "muc do truc tuyen": "muc_do_truc_tuyen",
}
# Labels whose texts belong to nothing that the catalogue keeps: they end the text before them.
OTHERS = {
    "so quyet dinh", "loai thu tuc", "dia chi tiep nhan hs", "dia chi tiep nhan ho so", "co quan duoc uy quyen",
    "tu khoa", "mo ta", "thoi han giai quyet", "phi", "le phi", "phi, le phi", "ten mau don, mau to khai",
}  # fmt: skip
NUMBERING = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[a-zđ])(?:\.\d{1,2})*\s*[.)]\s*")


def labelled_texts(content: bytes, most: Limits) -> dict[str, Any]:
    """By the portal's keys. Raises Wrong where no label is found, and Refused for what is no sound document."""
    check_file(io.BytesIO(content), "a.docx", replace(most, unpacked_bytes=MOST_UNPACKED))
    try:
        document = docx.Document(io.BytesIO(content))
        found: dict[str, list[str]] = {}
        for key, text in _texts(document):
            found.setdefault(key, []).append(text)
    except (Wrong, RecursionError) as wrong:
        raise wrong if isinstance(wrong, Wrong) else damaged() from None
    except Exception as error:
        raise damaged() from error
    if "ma_thu_tuc" not in found and "ten_thu_tuc" not in found:
        raise Wrong(
            _("No label of a procedure, such as “Mã thủ tục”, was found in this document."),
            _("Download the procedure from the portal once more."),
        )
    return {key: "\n".join(filter(None, texts)) for key, texts in found.items()}


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Key and text, as they come; a key may come several times."""
    key = ""
    for count, block in enumerate(document.element.body.iterchildren(), 1):
        if count > MOST_BLOCKS:
            raise Wrong(_("This document is too long for one procedure."))
        if block.tag == qn("w:p"):
            key, text = _follow(key, Paragraph(block, document).text)
            if key and text:
                yield key, text
        elif block.tag == qn("w:tbl"):
            for label, text in _rows(Table(block, document)):
                own = key_of(label)
                key = key if own is None else own
                said = BETWEEN.join(filter(None, (label, text))) if own is None else text
                if key and said:
                    yield key, said


def _follow(key: str, line: str) -> tuple[str, str]:
    """The key that goes on from here, and the text of the line that belongs to it."""
    label, colon, rest = line.partition(":")
    own = key_of(label)
    if own is None or (not colon and len(label) > 80):
        return key, line.strip()
    return own, rest.strip()


def key_of(label: str) -> str | None:
    """Empty for a label whose text is not read; None for what is no label."""
    name = plain(NUMBERING.sub("", label.strip()))
    return LABELS.get(name, "" if name in OTHERS else None)


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    for count, row in enumerate(table.rows, 1):
        if count > MOST_BLOCKS:
            raise Wrong(_("This document is too long for one procedure."))
        cells: list[Any] = []
        for cell in row.cells:
            if not cells or cell._tc is not cells[-1]._tc:
                cells.append(cell)
        texts = [_text_in(cell) for cell in cells]
        if len(texts) > 1 and key_of(texts[0]) is None and key_of(texts[1]) is not None:
            # A column of running numbers on the left.
            texts = texts[1:]
        if texts:
            yield texts[0], BETWEEN.join(filter(None, texts[1:]))


def _text_in(cell: Any) -> str:
    """With the tables in it, a line for each of their rows."""
    lines: list[str] = []
    for block in cell._tc.iterchildren():
        if block.tag == qn("w:p"):
            lines.append(Paragraph(block, cell).text)
        elif block.tag == qn("w:tbl"):
            lines += [BETWEEN.join(filter(None, row)) for row in _rows(Table(block, cell))]
    return "\n".join(line for line in lines if line.strip())
