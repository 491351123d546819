"""Projects of the demo district: roads, canals, schools, what they cost, how far they are. All figures are invented."""

from dataclasses import dataclass
from datetime import date
from random import Random

from .model import Block, Draft, Progress, Undertaken, text
from .places import Unit
from .places import unit as unit_of
from .stories import BOARD
from .year import day_of, draw_workday

PLANNING = ("planning",)
_DISTRICT = "Ban Quản lý dự án đầu tư xây dựng huyện"
_STEPS = (
    (10, "Hoàn thành khảo sát, niêm yết phương án tuyến tại trụ sở và nhà văn hóa ấp để lấy ý kiến người dân."),
    (35, "Bàn giao mặt bằng đợt một; đơn vị thi công tập kết vật tư, cắm biển báo công trường."),
    (60, "Xong phần móng, nền; chuyển sang thi công kết cấu chính, bảo đảm lối đi tạm cho xe máy."),
    (85, "Hoàn thiện các hạng mục còn lại, trồng cây hai bên, dọn dẹp vật liệu thừa."),
    (100, "Nghiệm thu, bàn giao cho địa phương quản lý; công khai quyết toán tại trụ sở."),
)


@dataclass(frozen=True)
class Work:
    title: str
    aim: str
    field: str
    kind: str
    years: tuple[int, int]
    cost: int | None
    """In million dong."""
    funding: str
    funder: str
    steps: int
    window: tuple[str, str]
    code: str = ""
    """Of the commune where it is; empty where it is all over the district."""


WORKS = (
    Work(
        "Nâng cấp đường liên xã Hàm Giang - Đại An",
        "Nối vùng lúa với chợ và trường học, để xe tải nhỏ đi được cả mùa mưa và học sinh khỏi đi vòng.",
        "transport", "construction", (2022, 2024), 24_600, "state", "Ngân sách tỉnh và ngân sách huyện", 3,
        ("02-06", "03-10"), "29491",
    ),
    Work(
        "Cầu giao thông nông thôn ấp Sóc Chà A",
        "Thay cầu gỗ đã xuống cấp, giúp hơn ba trăm hộ hai bên kênh đi lại và chở nông sản an toàn.",
        "transport", "construction", (2023, 2023), 3_150, "mixed", "Ngân sách huyện và đóng góp của người dân", 5,
        ("03-01", "04-14"), "29485",
    ),
    Work(
        "Nạo vét kênh nội đồng vùng lúa phía Đông huyện",
        "Trữ ngọt mùa khô, tiêu úng mùa mưa cho khoảng một nghìn hai trăm héc ta lúa.",
        "irrigation", "renovation", (2023, 2024), 8_900, "state", "Ngân sách tỉnh", 3, ("01-27", "02-24"), "29488",
    ),
    Work(
        "Cống ngăn mặn, trữ ngọt Bắc Trang",
        "Giữ nước ngọt cho sản xuất và sinh hoạt khi mặn lên sớm; vận hành được cả khi triều cao.",
        "irrigation", "construction", (2021, 2023), 31_400, "state", "Ngân sách trung ương", 5,
        ("05-08", "06-16"), "29509",
    ),
    Work(
        "Mở rộng mạng cấp nước sạch ấp Giồng Cao",
        "Đưa nước sạch đến các hộ ở cuối tuyến, chấm dứt việc trữ nước kênh để dùng trong mùa khô.",
        "irrigation", "renovation", (2023, 2024), 2_750, "mixed", "Ngân sách huyện và đơn vị cấp nước", 2,
        ("07-03", "08-11"), "29503",
    ),
    Work(
        "Xây mới hai phòng học, sân chơi Trường Mẫu giáo Ngãi Xuyên",
        "Đủ chỗ cho trẻ năm tuổi trong xã, không phải học nhờ nhà văn hóa.",
        "education", "construction", (2022, 2023), 5_200, "state", "Ngân sách huyện", 5, ("08-01", "08-31"), "29479",
    ),
    Work(
        "Sửa chữa Trường Tiểu học Long Hiệp",
        "Thay mái, hệ thống điện và nhà vệ sinh trước năm học mới.",
        "education", "renovation", (2023, 2023), 1_980, "state", "Ngân sách huyện", 5, ("06-05", "07-14"), "29506",
    ),
    Work(
        "Nâng cấp Trạm Y tế xã Tân Sơn",
        "Thêm phòng khám, phòng tiêm chủng và lối đi cho người khuyết tật.",
        "health", "renovation", (2023, 2024), 3_600, "state", "Ngân sách tỉnh", 2, ("04-10", "05-19"), "29470",
    ),
    Work(
        "Nhà văn hóa ấp Lưu Cừ 1",
        "Nơi họp dân, sinh hoạt văn nghệ và học tập cộng đồng, có sân bóng chuyền.",
        "culture", "construction", (2023, 2023), 1_350, "mixed", "Ngân sách huyện và vận động xã hội hóa", 4,
        ("05-04", "06-30"), "29476",
    ),
    Work(
        "Chỉnh trang khu trung tâm thị trấn Trà Cú",
        "Vỉa hè, thoát nước và cây xanh trên ba tuyến đường chính, để chợ sáng không lấn lòng đường.",
        "transport", "renovation", (2022, 2024), 18_200, "state", "Ngân sách huyện", 3, ("02-13", "03-31"), "29461",
    ),
    Work(
        "Điểm trung chuyển rác thị trấn Định An",
        "Gom rác của thị trấn và hai xã lân cận trong ngày, không để tồn đọng gần cảng cá.",
        "environment", "construction", (2023, 2024), 4_400, "state", "Ngân sách tỉnh và ngân sách huyện", 2,
        ("06-12", "07-21"), "29462",
    ),
    Work(
        "Kè chống sạt lở bờ sông đoạn xã Kim Sơn",
        "Giữ đất ở của bảy mươi hộ và đoạn đường liên ấp bị nước xoáy.",
        "environment", "construction", (2023, 2025), 42_000, "state", "Ngân sách trung ương và ngân sách tỉnh", 1,
        ("08-14", "09-29"), "29482",
    ),
    Work(
        "Thắp sáng đường quê xã Tập Sơn",
        "Đèn năng lượng mặt trời trên năm tuyến đường ấp, người dân tự bảo quản.",
        "energy", "equipment", (2023, 2023), 620, "people", "Đóng góp của người dân và nhà tài trợ", 5,
        ("03-06", "04-21"), "29467",
    ),
    Work(
        "Hỗ trợ tổ hợp tác nuôi bò sinh sản xã Ngọc Biên",
        "Cho hộ nghèo, hộ cận nghèo mượn bò giống, quay vòng sau hai lứa; có cán bộ thú y theo dõi.",
        "agriculture", "support", (2022, 2024), 2_400, "state", "Chương trình mục tiêu quốc gia", 3,
        ("04-03", "05-12"), "29503",
    ),
    Work(
        "Thiết bị bộ phận một cửa các xã, thị trấn",
        "Máy quét, màn hình tra cứu và bàn hỗ trợ nộp hồ sơ trực tuyến ở mười bảy nơi.",
        "offices", "equipment", (2023, 2023), 1_700, "state", "Ngân sách huyện", 4, ("09-05", "10-06"),
    ),
    Work(
        "Quy hoạch chi tiết khu trung tâm xã An Quảng Hữu",
        "Định rõ chợ, trường, khu dân cư và đường đến năm 2035 trước khi cấp phép xây dựng mới.",
        "other", "planning", (2023, 2024), None, "state", "Ngân sách huyện", 1, ("09-11", "10-13"), "29473",
    ),
)  # fmt: skip
_OWN = (
    (
        "Bê tông hóa đường nội đồng {ap}",
        "Để máy gặt và xe chở lúa vào tận ruộng, bà con khỏi vác lúa ra lộ.",
        "transport", "construction", 480, "mixed", "Ngân sách {xa} và đóng góp của người dân",
    ),
    (
        "Sửa chữa nhà văn hóa {ap}",
        "Thay mái tôn, thêm tủ sách và lối vào cho xe lăn.",
        "culture", "renovation", 210, "people", "Vận động xã hội hóa",
    ),
)  # fmt: skip


def district_drafts() -> list[Draft]:
    random = Random("district works")  # noqa: S311 - must be the same on every run
    return [_draft(random, work) for work in WORKS]


def commune_drafts(home: Unit, hamlets: tuple[str, ...], count: int) -> list[Draft]:
    """Small works of a commune's own."""
    random = Random(f"works {home.code}")  # noqa: S311 - must be the same on every run
    drafts = []
    for number, (title, aim, of, kind, cost, funding, funder) in enumerate(_OWN[:count]):
        named = title.format(ap=hamlets[number % len(hamlets)])
        window = ("03-06", "06-30") if number == 0 else ("07-03", "09-15")
        work = Work(
            named,
            aim,
            of,
            kind,
            (2023, 2023),
            cost,
            funding,
            funder.format(xa=home.word),
            4 - number,
            window,
            home.code,
        )
        drafts.append(_draft(random, work))
    return drafts


def _draft(random: Random, work: Work) -> Draft:
    published = draw_workday(random, work.window)
    place = unit_of(work.code) if work.code else None
    where = f"{place.phrase}" if place else "các xã, thị trấn trong huyện"
    record = Undertaken(
        status="preparing" if work.steps < 2 else ("finished" if work.steps == len(_STEPS) else "running"),
        field=work.field,
        kind=work.kind,
        place=where[:1].upper() + where[1:],
        years=work.years,
        cost=work.cost * 1_000_000 if work.cost else None,
        funding=work.funding,
        funder=work.funder,
        notes=tuple(_notes(published, work.steps)),
    )
    owner = _DISTRICT if work.cost is None or work.cost > 1_000 else f"UBND {place.phrase if place else 'huyện'}"
    return Draft(work.title, work.aim, _body(work, where, owner), BOARD, published, PLANNING, record=record)


def _notes(published: date, steps: int) -> list[Progress]:
    """On days that are past on the last day of the demo year, the first on the day of publication."""
    last = day_of("10-30")
    span = (last - published) / max(steps, 1)
    return [Progress(published + span * number, percent, said) for number, (percent, said) in enumerate(_STEPS[:steps])]


def _body(work: Work, where: str, owner: str) -> tuple[Block, ...]:
    return (
        text(f"Công trình thuộc địa bàn {where}; chủ đầu tư: {owner}. {work.aim}"),
        text(
            "Người dân xem bản vẽ, tiến độ tại trụ sở UBND nơi có công trình và góp ý với Ban giám sát đầu tư của "
            "cộng đồng. Số liệu trên trang này là dữ liệu minh họa."
        ),
    )
