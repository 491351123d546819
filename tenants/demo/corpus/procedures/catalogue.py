"""The catalogue of the demo year: 334 procedures of district and commune in force on its last day, as it is reported.

Beside those, two that were repealed in the year; some that changed in the middle of it; one whose change is announced.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tenants.demo.corpus.plan import procedures_counted

from .groups import CHECK, COLLECT, COMMUNE, DISTRICT, EXAMINE, HAND_IN, PORTAL
from .invented import DISTRICT as AT_DISTRICT
from .invented import INVENTED, Invented
from .real import KNOWN, Known

FIRST, SUMMER, NEXT_YEAR = date(2023, 1, 1), date(2023, 7, 1), date(2024, 1, 1)
# Decisions of nobody, which their numbers and issuer say.
ISSUER = "Ủy ban nhân dân tỉnh Trà Vinh (quyết định minh họa)"
OPENING = ("MH-01/QĐ-UBND", date(2022, 12, 20))
CHANGING = ("MH-02/QĐ-UBND", date(2023, 6, 20))
ANNOUNCING = ("MH-03/QĐ-UBND", date(2023, 10, 20))
# By code, what the second decision says otherwise. The change of fees and time is invented.
CHANGED: Mapping[str, Mapping[str, str]] = {
    "1.001193": {"online": "full", "note": "Nộp trực tuyến được ưu tiên giải quyết trong ngày."},
    "1.000894": {"online": "partial", "note": "Hai bên nam, nữ phải có mặt khi ký vào sổ."},
    "1.004222": {"note": "Nộp trực tuyến được giảm lệ phí theo quy định."},
    "2.000635": {"note": "Nhận bản điện tử qua kho dữ liệu cá nhân."},
    "1.004873": {"note": "Ghi rõ mục đích sử dụng giấy xác nhận."},
}
COMING = {"1.000656": {"note": "Từ năm 2024: trả kết quả bản điện tử."}}


@dataclass(frozen=True)
class Listed:
    """`data` is what `procedure_catalogue.reading` reads."""

    code: str
    data: Mapping[str, Any]
    events: tuple[str, ...]


def opening() -> list[Listed]:
    """In force from the first day of the year, the two that are repealed later among them."""
    number = procedures_counted() - len(KNOWN)
    return [*map(_known, KNOWN), *map(_invented, INVENTED[:number]), *map(_invented, repealed())]


def repealed() -> tuple[Invented, Invented]:
    return INVENTED[-2], INVENTED[-1]


def successor() -> str:
    return INVENTED[0].code


def changed(what: Mapping[str, Mapping[str, str]]) -> list[Listed]:
    found = []
    for known in KNOWN:
        if known.code in what:
            entry = _known(known)
            note = what[known.code]["note"]
            ways = [{**way, "note": note} for way in entry.data["ways"]]
            online = what[known.code].get("online", known.group.online)
            found.append(Listed(entry.code, {**entry.data, "ways": ways, "online": online}, entry.events))
    return found


def _known(known: Known) -> Listed:
    group = known.group
    levels = ["district" if group.agency == DISTRICT else "commune", *([known.also] if known.also else [])]
    data = {
        "name": known.name,
        "name_km": known.km,
        "name_en": known.en,
        "field": group.field,
        "levels": levels,
        "deciding_agency": group.agency,
        "performing_agencies": [group.agency],
        "coordinating_agencies": list(group.coordinating),
        "applicants": list(group.applicants),
        "ways": [{"channel": channel, "time_limit": known.time, "fee": known.fee} for channel in group.channels],
        "steps": [{"text": vi, "text_km": km, "text_en": en} for vi, km, en in group.steps],
        "dossier": [_paper(paper) for paper in known.papers],
        "sets": 1,
        "result": known.result,
        "conditions": known.conditions or "Không quy định.",
        "legal_basis": [dict(zip(("number", "title", "issued_on", "issuer"), one, strict=True)) for one in group.basis],
        "related": list(known.related),
        "online": group.online,
        "portal_url": PORTAL if group.online != "information" else "",
    }
    return Listed(known.code, data, known.events)


def _paper(paper: str | tuple[str, int, int]) -> dict[str, Any]:
    name, originals, copies = (paper, 1, 0) if isinstance(paper, str) else paper
    form = name if name.startswith(("Tờ khai", "Đơn", "Giấy đề nghị", "Phiếu")) else ""
    return {"name": name, "originals": originals, "copies": copies, "form_name": form}


def _invented(one: Invented) -> Listed:
    agency = DISTRICT if one.level == AT_DISTRICT else COMMUNE
    data = {
        "name": one.name,
        "field": one.field,
        "levels": [one.level],
        "deciding_agency": agency,
        "performing_agencies": [agency],
        "applicants": ["Cá nhân", "Hộ gia đình"],
        "ways": [{"channel": "counter", "time_limit": f"{one.days:02} ngày làm việc", "fee": "Miễn phí"}],
        "steps": [{"text": vi, "text_km": km, "text_en": en} for vi, km, en in (HAND_IN, CHECK, EXAMINE, COLLECT)],
        "dossier": [{"name": "Đơn đề nghị (mẫu minh họa)", "originals": 1, "form_name": "Đơn đề nghị"}],
        "sets": 1,
        "result": one.result,
        "online": ("information", "partial", "full")[one.days % 3],
    }
    return Listed(one.code, data, one.events)
