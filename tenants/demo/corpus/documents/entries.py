"""What the register says of a paper: form and field, when it is in force, who signed it, whether its file is kept."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from tenants.demo.corpus.model import File, Registered
from tenants.demo.corpus.places import Unit, units
from tenants.demo.corpus.spelling import capital

from .fields import FIELDS
from .papers import Numbered, Paper

FORM_KEYS = {
    "QD": "decision",
    "KH": "plan",
    "CV": "dispatch",
    "TB": "notice",
    "BC": "report",
    "CT": "directive",
    "NQ": "resolution",
    "CD": "telegram",
}
FIELD_KEYS = {
    "agriculture": "agriculture",
    "health": "health",
    "education": "education",
    "security": "defence_security",
    "military": "defence_security",
    "land": "land_environment",
    "environment": "land_environment",
    "construction": "building_transport",
    "finance": "finance",
    "economy": "economy",
    "interior": "organisation",
    "reform": "organisation",
    "digital": "technology",
    "social": "labour_society",
    "culture": "culture",
    "justice": "justice",
    "countryside": "agriculture",
}
FULL_NAMES = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
MARK = "(minh họa)"
_FAMILIES = ("Thạch", "Nguyễn", "Trần", "Kim", "Lê", "Sơn", "Huỳnh", "Phạm", "Lâm", "Võ")
_MIDDLES = ("Văn", "Thị")
# How many in a hundred have their file in the register; a district keeps fewer than its communes, but clean ones.
_KEPT = {"QD": 34, "KH": 30, "CV": 16, "TB": 28, "BC": 34, "CT": 100, "NQ": 100, "CD": 100}
_KEPT_BY_COMMUNE = 62
_SCANNED, _SCANNED_BY_COMMUNE = 5, 22
_STATUTES = ("ban hành Quy chế", "quy định chức năng")
_LATE_IN_FORCE = date(2023, 11, 15)
_ROADWORKS = "tạm cấm đường"
# What a second paper on the very same matter does to the first.
_FOLLOWS = {"KH": "replaces", "QD": "amends"}
_ADJUSTED = (
    ("phê duyệt điều chỉnh kế hoạch sử dụng đất", "phê duyệt kế hoạch sử dụng đất", "amends"),
    ("công nhận kết quả tuyển dụng viên chức", "phê duyệt kế hoạch tuyển dụng viên chức", "guided_by"),
    ("thực hiện nhiệm vụ trọng tâm năm học", "thời gian năm học", "guided_by"),
    ("xây dựng dự toán ngân sách nhà nước và kế hoạch tài chính", "xây dựng kế hoạch phát triển", "guided_by"),
)


def entry(one: Numbered, issuer: str, home: Unit | None, link: tuple[str, str]) -> Registered:
    paper, sign = one.paper, one.sign
    random = Random(f"{issuer} {sign}")  # noqa: S311 - must be the same on every run
    signer, office = _signature(paper, home, random)
    relation, other = link
    return Registered(
        form=FORM_KEYS[paper.doc.form],
        number=sign,
        issuer=full_name(issuer),
        issued=paper.issued,
        effective=_effective(paper),
        expires=paper.issued + timedelta(days=75) if paper.about.startswith(_ROADWORKS) else None,
        abstract=abstract(paper),
        signer=signer,
        office=office,
        field=FIELD_KEYS[paper.doc.area],
        file=_file(paper, home, random),
        relation=relation,
        other=other,
    )


def links(papers: Sequence[Numbered]) -> dict[str, tuple[str, str]]:
    """By the number of the later paper: what it does, and the number of the earlier one."""
    found: dict[str, tuple[str, str]] = {}
    for place, later in enumerate(papers):
        for earlier in reversed(papers[:place]):
            relation = _relation(later.paper, earlier.paper)
            if relation:
                found[later.sign] = relation, earlier.sign
                break
    return found


def full_name(issuer: str) -> str:
    """`UBND xã Đại An` → `Ủy ban nhân dân xã Đại An`."""
    body, _, place = issuer.partition(" ")
    return f"{FULL_NAMES[body]} {place}"


def abstract(paper: Paper) -> str:
    """As it stands below the name of the document: plans and reports name their matter, others say “Về việc …”."""
    about = paper.about
    if paper.doc.form in ("KH", "BC") or about.startswith(("kết luận", "lịch", "thời gian")):
        return capital(about)
    return f"Về việc {about}"


def _relation(later: Paper, earlier: Paper) -> str:
    if later.about == earlier.about and later.doc.form == earlier.doc.form:
        return _FOLLOWS.get(later.doc.form, "")
    for begins, before, relation in _ADJUSTED:
        if later.about.startswith(begins) and earlier.about.startswith(before):
            return relation
    return ""


def _effective(paper: Paper) -> date | None:
    if paper.doc.form == "NQ" or paper.about.startswith(_STATUTES):
        return paper.issued + timedelta(days=10)
    if paper.doc.form != "QD":
        return None
    is_late = paper.issued >= date(2023, 10, 10) and paper.doc.area in ("land", "construction")
    return _LATE_IN_FORCE if is_late else paper.issued


def _signature(paper: Paper, home: Unit | None, random: Random) -> tuple[str, str]:
    """Invented people: each office has one name on each site, in words that say so."""
    is_council = paper.doc.form == "NQ"
    suffix = FIELDS[paper.doc.area].suffix
    is_deputy = not is_council and (suffix in ("KT", "VX") or random.random() < 0.2)
    place = [one.code for one in units()].index(home.code) + 1 if home else 0
    seat = 3 if is_council else (1 + (suffix == "KT") if is_deputy else 0)
    name = f"{_FAMILIES[(place * 3 + seat) % len(_FAMILIES)]} {_MIDDLES[(place + seat) % 2]} Mẫu {MARK}"
    return name, "Phó Chủ tịch" if is_deputy else "Chủ tịch"


def _file(paper: Paper, home: Unit | None, random: Random) -> File:
    kept, scanned = (_KEPT_BY_COMMUNE, _SCANNED_BY_COMMUNE) if home else (_KEPT[paper.doc.form], _SCANNED)
    if random.randrange(100) >= kept:
        return ""
    return "scan" if random.randrange(100) < scanned else "text"
