"""What the tests of the catalogue begin with: contents, decisions, and an officer of the board."""

import datetime
from typing import Any

from accounts.models import User
from accounts.roles import Role
from procedure_catalogue.actions import DecisionText
from procedure_catalogue.actions_publish import Entry, publish
from procedure_catalogue.contents import Content
from procedure_catalogue.models import ProcedureVersion
from procedure_catalogue.reading import read_content
from tests import cast

DAY = datetime.date(2023, 10, 31)
FIRST = datetime.date(2023, 1, 1)
LATER = datetime.date(2023, 7, 1)
CODE, OTHER = "1.001193", "2.000635"
WORDS: dict[str, Any] = {
    "name": "Thủ tục đăng ký khai sinh",
    "field": "ho-tich",
    "levels": ["commune"],
    "deciding_agency": "Ủy ban nhân dân cấp xã",
    "performing_agencies": ["Ủy ban nhân dân cấp xã"],
    "applicants": ["Công dân Việt Nam"],
    "ways": [{"channel": "counter", "time_limit": "Trong ngày", "fee": "Miễn phí"}],
    "steps": [{"text": "Nộp hồ sơ tại bộ phận một cửa.", "text_km": "ដាក់ពាក្យ"}],
    "dossier": [{"name": "Tờ khai", "originals": 1}],
    "sets": 1,
    "legal_basis": [
        {"number": "60/2014/QH13", "title": "Luật Hộ tịch", "issued_on": "20/11/2014", "issuer": "Quốc hội"}
    ],
    "online": "partial",
}


def content(**changed: Any) -> Content:
    return read_content({**WORDS, **changed})


def decision(number: str = "01/QĐ-UBND", day: datetime.date = FIRST) -> DecisionText:
    return DecisionText(number=number, issued_on=day, issuer="Ủy ban nhân dân tỉnh Trà Vinh")


def officer() -> User:
    """On the site that is current."""
    found: User = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
    return found


def published(
    code: str = CODE, *, day: datetime.date = FIRST, seen: int | None = None, number: str = "01/QĐ-UBND", **changed: Any
) -> ProcedureVersion:
    entry = Entry(code=code, content=content(**changed), seen=seen)
    return publish(entry=entry, decision=decision(number), valid_from=day, by=officer())
