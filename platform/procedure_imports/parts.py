"""The parts of a procedure out of what exports make of them: objects, lines with bars, or one string.

Each function returns what `procedure_catalogue.reading` takes. What a string does not tell apart stays together in the
text of its row: nothing is left out. Papers and documents are read in `papers.py`.
"""

import re
from collections.abc import Mapping

from importing.cells import plain
from procedure_catalogue.states import Channel
from procedure_imports.dirt import items, line_of, steps_of, text_of
from procedure_imports.rows import Row, lines_in, of_objects, with_bars

# By their names in exports, compared without accents; the first is the one that our own sheets use.
CHANNELS = {
    "truc tiep": Channel.COUNTER,
    "truc tuyen": Channel.ONLINE,
    "dich vu buu chinh": Channel.POST,
    "qua dich vu buu chinh cong ich": Channel.POST,
    "dich vu buu chinh cong ich": Channel.POST,
    "buu chinh cong ich": Channel.POST,
    "buu chinh": Channel.POST,
    "qua buu dien": Channel.POST,
    "qua duong buu dien": Channel.POST,
    "nop truc tiep": Channel.COUNTER,
    "nop truc tuyen": Channel.ONLINE,
}
CHANNEL = re.compile(
    r"(?:^|(?<=[\s.;:|\-]))((?:Nộp t|T)rực tiếp|(?:Nộp t|T)rực tuyến"
    r"|(?:Qua d|D)ịch vụ bưu chính(?: công ích)?|Bưu chính(?: công ích)?|Qua (?:đường )?bưu điện)"
    r"(?=\s*(?:[|:.,;\n\dA-ZĐÀ-Ỹ]|$))"
)
WAY_TITLES = re.compile(
    r"^\s*(?:Hình thức(?: nộp)?\s+Thời hạn(?: giải quyết)?\s+"
    r"(?:Phí, lệ phí|Phí\s*/\s*lệ phí|Lệ phí|Phí)\s*(?:Mô tả)?)\s*",
    re.IGNORECASE,
)
TIME = re.compile(
    r"^[\s:|\-–]*(?:Thời hạn(?: giải quyết)?\s*:?\s*)?"
    r"(\d{1,3}(?:[.,]\d+)?\s*(?:\(\w[^()]{0,40}\)\s*)?(?:ngày|giờ|phút|tháng|năm)(?:\s+làm việc)?|"
    r"(?:Ngay )?[Tt]rong (?:ngày|buổi)(?: làm việc)?|Ngay(?: sau)? khi[^.;|]{0,120}|Không quy định)",
    re.IGNORECASE,
)
FEE = re.compile(
    r"(?:(?:Phí, )?[Ll]ệ phí|Phí)\s*:\s*(?:\d[\d.,]*\s*(?:đồng|đ|vnđ|vnd|%)?(?:\s*/\s*[\w ]{1,40}?(?=[\s.;(]))?|"
    r"không(?: thu| có)?|miễn phí|0)(?:\s*\([^()]{0,400}\))?|Miễn(?: lệ)? phí|Không thu (?:lệ )?phí",
    re.IGNORECASE,
)
CODES = re.compile(r"(?<![\d.])\d\.\d{6}(?!\d)", re.ASCII)

WAYS = {
    "channel": ("hinh_thuc", "hinh_thuc_nop", "cach_thuc"),
    "time_limit": ("thoi_han", "thoi_han_giai_quyet", "thoi_gian"),
    "fee": ("phi", "le_phi", "phi_le_phi", "phi_va_le_phi"),
    "note": ("mo_ta", "ghi_chu", "mo_ta_chi_tiet"),
}


def ways(cell: object) -> list[Row]:
    """`Trực tiếp | 5 ngày | 8.000 đồng | note`, a line each; objects; or the portal's table in one string."""
    rows = of_objects(cell, WAYS)
    if rows is None:
        text = lines_in(cell)
        barred = with_bars(text)
        rows = [dict(zip(WAYS, cells, strict=False)) for cells in barred] if barred else _ways_of(text)
    return [{**row, "channel": _channel(row.get("channel", ""))} for row in rows]


def _channel(name: str) -> str:
    return CHANNELS.get(plain(name), name if name in Channel.values else name and plain(name))


def _ways_of(text: str) -> list[Row]:
    text = WAY_TITLES.sub("", text)
    found = list(CHANNEL.finditer(text))
    if not found:
        return [_way(Channel.COUNTER.value, text)] if text else []
    edges = [*(one.start() for one in found), len(text)]
    rows = [_way(one[1], text[one.end() : end].strip(" \n:|-–")) for one, end in zip(found, edges[1:], strict=True)]
    if before := text[: edges[0]].strip(" \n:|-–"):
        rows[0]["note"] = "\n".join(filter(None, (before, rows[0]["note"])))
    return rows


def _way(channel: str, text: str) -> Row:
    time = TIME.search(text)
    rest = text[time.end() :] if time else text
    fees = [" ".join(fee.group().split()) for fee in FEE.finditer(rest)]
    note = FEE.sub(" ", rest).lstrip(" \n:;,.|-–").rstrip(" \n:;,|-–")
    return {
        "channel": channel,
        "time_limit": " ".join(time[1].split()) if time else "",
        "fee": "; ".join(dict.fromkeys(fees)),
        "note": "\n".join(" ".join(line.split()) for line in note.split("\n") if line.strip()),
    }


STEPS = {
    "text": ("noi_dung", "mo_ta", "mo_ta_buoc", "buoc", "ten_buoc"),
    "text_km": ("tieng_khmer", "noi_dung_km"),
    "text_en": ("tieng_anh", "noi_dung_en"),
}


def steps(cell: object) -> list[Row]:
    if (rows := of_objects(cell, STEPS)) is not None:
        return rows
    return [{"text": step} for step in steps_of(lines_in(cell))]


def codes(cell: object) -> list[str]:
    """Of the catalogue's own shape, wherever they stand; names without a code lead nowhere."""
    if isinstance(cell, list):
        return [code for one in cell for code in codes(one)]
    if isinstance(cell, Mapping):
        return [code for one in cell.values() for code in codes(one)]
    return CODES.findall(text_of(cell))


def names_in(cell: object) -> list[str]:
    """Agencies: divided by semicolons or lines; commas belong to the names of many."""
    if isinstance(cell, list):
        return [name for one in cell for name in names_in(one)]
    return [name for part in re.split(r"[;\n]", text_of(cell)) if (name := " ".join(items(line_of(part))).strip(" ,."))]


def applicants_in(cell: object) -> list[str]:
    """The portal divides them by commas, and writes each with a capital."""
    return [name for one in names_in(cell) for name in re.split(r",\s+(?=[A-ZĐ][a-zà-ỹ])(?![^()]*\))", one)]
