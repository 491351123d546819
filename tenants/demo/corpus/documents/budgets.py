"""Budget disclosures: which budget a decision discloses, and its table. Invented figures that add up; the numbers of
forms are those that offices print, as far as is known."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Union

from tenants.demo.corpus.model import Disclosed, Draft, Registered, Row
from tenants.demo.corpus.places import Unit, units
from tenants.demo.corpus.spelling import capital

from .papers import Paper

Lines = tuple[tuple[str, str, Union[int, "Lines"]], ...]
UNIT_LINE = "Đơn vị tính: triệu đồng"

DISTRICT_BUDGET: Lines = (
    (
        "A",
        "Tổng nguồn thu ngân sách huyện",
        (
            ("I", "Thu ngân sách huyện được hưởng theo phân cấp", 62_450),
            (
                "II",
                "Thu bổ sung từ ngân sách cấp tỉnh",
                (("1", "Bổ sung cân đối", 548_300), ("2", "Bổ sung có mục tiêu", 127_870)),
            ),
            ("III", "Thu chuyển nguồn năm trước sang", 10_000),
        ),
    ),
    (
        "B",
        "Tổng chi ngân sách huyện",
        (
            ("I", "Chi đầu tư phát triển", 96_840),
            (
                "II",
                "Chi thường xuyên",
                (("1", "Sự nghiệp giáo dục, đào tạo", 358_400), ("2", "Các khoản chi thường xuyên khác", 261_730)),
            ),
            ("III", "Chi thực hiện các chương trình mục tiêu quốc gia", 17_000),
            ("IV", "Dự phòng ngân sách", 14_650),
        ),
    ),
)
COMMUNE_BUDGET: Lines = (
    (
        "A",
        "Tổng thu ngân sách",
        (
            ("I", "Các khoản thu được hưởng", 400),
            (
                "II",
                "Thu bổ sung từ ngân sách huyện",
                (("1", "Bổ sung cân đối", 5_200), ("2", "Bổ sung có mục tiêu", 1_000)),
            ),
            ("III", "Thu chuyển nguồn", 200),
        ),
    ),
    (
        "B",
        "Tổng chi ngân sách",
        (("I", "Chi đầu tư phát triển", 600), ("II", "Chi thường xuyên", 6_000), ("III", "Dự phòng", 200)),
    ),
)
_WORKS = (
    ("Nâng cấp đường liên ấp", 4_850, 2_600),
    ("Cầu giao thông nông thôn", 3_200, 1_900),
    ("Sửa chữa, mở rộng trường mẫu giáo", 6_900, 3_100),
    ("Nhà văn hóa ấp", 1_450, 1_450),
    ("Hệ thống thoát nước khu trung tâm", 5_600, 2_250),
    ("Nâng cấp trụ sở làm việc", 7_300, 2_800),
    ("Nạo vét kênh nội đồng", 2_150, 1_500),
    ("Trạm y tế, hạng mục nhà khám bệnh", 4_100, 1_750),
)


@dataclass(frozen=True)
class Kind:
    """Told by what a decision is about. `share` is how much of the plan had been carried out by then."""

    said: str
    year: int
    period: str
    subject: str
    district_form: str
    commune_form: str
    share: float
    column: str


KINDS = (
    Kind("quý I năm 2023", 2023, "q1", "execution", "93/CK-NSNN", "113/CK TC-NSNN", 0.24, "quý I năm 2023"),
    Kind(
        "sáu tháng đầu năm 2023", 2023, "half", "execution", "93/CK-NSNN", "113/CK TC-NSNN", 0.51, "sáu tháng năm 2023"
    ),
    Kind(
        "chín tháng đầu năm 2023", 2023, "q3", "execution", "93/CK-NSNN", "113/CK TC-NSNN", 0.77, "chín tháng năm 2023"
    ),
    Kind("quyết toán ngân sách", 2022, "year", "account", "96/CK-NSNN", "116/CK TC-NSNN", 1.06, "năm 2022"),
    Kind("nhà nước năm 2022", 2022, "year", "execution", "93/CK-NSNN", "113/CK TC-NSNN", 1.02, "năm 2022"),
    Kind("kế hoạch vốn đầu tư công", 2023, "year", "other", "", "", 0, ""),
    Kind("dự toán ngân sách", 2023, "year", "estimate", "81/CK-NSNN", "108/CK TC-NSNN", 1.04, "năm 2022"),
)


def disclosed(draft: Draft, paper: Paper, home: Unit | None) -> Draft:
    """The disclosure to which the decision in `draft` belongs."""
    decision = draft.record
    if not isinstance(decision, Registered):
        raise TypeError(draft.title)
    kind = next(one for one in KINDS if one.said in paper.about)
    headings, rows = _works(decision.number) if kind.subject == "other" else _budget(kind, home, decision.number)
    title = _title(paper.about)
    record = Disclosed(
        year=kind.year,
        period=kind.period,
        subject=kind.subject,
        form=kind.commune_form if home else kind.district_form,
        decision=replace(decision, file="text"),
        lines=(_caption(kind, home), UNIT_LINE),
        headings=headings,
        rows=rows,
    )
    return replace(draft, title=title, body=draft.body[1:], record=record)


def _title(about: str) -> str:
    return f"Công khai {about.rpartition('công khai ')[2]}" if "công khai " in about else capital(about)


def _caption(kind: Kind, home: Unit | None) -> str:
    if kind.subject == "other":
        return f"DANH MỤC CÔNG TRÌNH, VỐN BỐ TRÍ NĂM {kind.year}"
    time = f"NĂM {kind.year}" if kind.subject == "estimate" else kind.column.upper()
    return f"CÂN ĐỐI NGÂN SÁCH {home.phrase.upper() if home else 'HUYỆN TRÀ CÚ'} {time}"


def _budget(kind: Kind, home: Unit | None, seed: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    random = Random(f"{home.code if home else 'district'} {seed}")  # noqa: S311 - must be the same on every run
    lines = _changed(COMMUNE_BUDGET, lambda plan: plan * _size(home) // 10) if home else DISTRICT_BUDGET
    before = _changed(lines, lambda plan: plan * 9 // 10)
    plan = before if kind.year == 2022 else lines
    headings: tuple[str, ...]
    if kind.subject == "estimate":
        came = _carried_out(before, kind.share, random)
        headings = ("STT", "Nội dung", "Dự toán năm 2022", "Ước thực hiện năm 2022", "Dự toán năm 2023", "So sánh (%)")
        columns = [_amounts(before), _amounts(came), _amounts(lines)]
        shares = [_percent(new, old) for new, old in zip(columns[2], columns[1], strict=True)]
    else:
        came = _carried_out(plan, kind.share, random)
        word = "Quyết toán" if kind.subject == "account" else "Thực hiện"
        headings = ("STT", "Nội dung", f"Dự toán năm {kind.year}", f"{word} {kind.column}", "So sánh (%)")
        columns = [_amounts(plan), _amounts(came)]
        shares = [_percent(actual, planned) for planned, actual in zip(*columns, strict=True)]
    rows = zip(_names(lines), zip(*columns, strict=True), shares, strict=True)
    return headings, tuple((*name, *amounts, share) for name, amounts, share in rows)


def _carried_out(plan: Lines, share: float, random: Random) -> Lines:
    """No more goes out than has come in."""
    incomes, expenses = plan
    return (
        *_changed((incomes,), lambda planned: round(planned * share * random.uniform(0.98, 1.06))),
        *_changed((expenses,), lambda planned: round(planned * share * random.uniform(0.86, 0.97))),
    )


def _works(seed: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    random = Random(f"works {seed}")  # noqa: S311 - must be the same on every run
    places = random.sample(units(), len(_WORKS))
    works = [
        (number, f"{name}, {place.phrase}", total, planned)
        for number, ((name, total, planned), place) in enumerate(zip(_WORKS, places, strict=True), start=1)
    ]
    sums = ("", "Tổng cộng", sum(row[2] for row in works), sum(row[3] for row in works))
    return ("STT", "Công trình", "Tổng mức đầu tư", "Vốn bố trí năm 2023"), (sums, *works)


def _size(home: Unit) -> int:
    """In tenths: plans of both years stay whole numbers, and what comes in is what goes out."""
    return 8 + int(home.code) % 6


def _changed(lines: Lines, change: Callable[[int], int]) -> Lines:
    """Only what nothing stands below is changed: sums follow."""
    return tuple(
        (number, name, change(amount) if isinstance(amount, int) else _changed(amount, change))
        for number, name, amount in lines
    )


def _names(lines: Lines) -> list[tuple[str, str]]:
    found = []
    for number, name, amount in lines:
        found.append((number, name))
        found += [] if isinstance(amount, int) else _names(amount)
    return found


def _amounts(lines: Lines) -> list[int]:
    found = []
    for _, _, amount in lines:
        found.append(_sum(amount))
        found += [] if isinstance(amount, int) else _amounts(amount)
    return found


def _sum(amount: int | Lines) -> int:
    return amount if isinstance(amount, int) else sum(_sum(lower) for _, _, lower in amount)


def _percent(actual: int, planned: int) -> str:
    return f"{100 * actual / planned:.1f}%".replace(".", ",")
