"""The weekly calendars of the district's leaders, and the ones that had to be adjusted."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .model import Categories, Draft, Scheduled, text
from .places import Unit
from .spelling import full_date
from .stories import BOARD
from .year import FIRST, LAST, day_of, days_between, is_workday, previous_workday

WEEKS = 44
WEEKS_OF_A_COMMUNE = 10
Line = tuple[date, str, str, str, str]
_FIRST_MONDAY = date(2023, 1, 2)
_TET_WEEK = 4
_CALENDAR: Categories = ("leader_calendar",)
_WHO = ("Chủ tịch UBND huyện", "Phó Chủ tịch UBND huyện", "Phó Chủ tịch HĐND huyện", "Chủ tịch HĐND huyện")
_HALL = ("Phòng họp A, UBND huyện", "Phòng họp B, UBND huyện", "Hội trường UBND huyện", "Hội trường Huyện ủy")
_WORK = (
    "Họp giao ban lãnh đạo UBND huyện",
    "Làm việc với các phòng chuyên môn về nhiệm vụ trọng tâm",
    "Nghe báo cáo tiến độ giải ngân vốn đầu tư công",
    "Kiểm tra thực địa các công trình trên địa bàn huyện",
    "Làm việc tại cơ quan",
    "Dự hội nghị trực tuyến do UBND tỉnh tổ chức",
    "Tiếp công dân định kỳ",
    "Họp Hội đồng bồi thường, hỗ trợ và tái định cư",
    "Kiểm tra công tác cải cách hành chính tại cơ sở",
    "Họp xét thi đua, khen thưởng",
    "Làm việc với Thường trực Ủy ban MTTQ huyện",
    "Dự sinh hoạt chi bộ",
    "Họp Ban Chỉ đạo các chương trình mục tiêu quốc gia huyện",
    "Nghe báo cáo phương án phòng, chống thiên tai",
    "Làm việc với UBND các xã, thị trấn về thu ngân sách",
    "Họp thông qua dự thảo văn bản của UBND huyện",
)
_COMMUNE_WHO = ("Chủ tịch UBND", "Phó Chủ tịch UBND")
_COMMUNE_WORK = (
    "Giao ban đầu tuần, làm việc tại cơ quan",
    "Tiếp công dân theo lịch",
    "Xuống ấp, khóm nắm tình hình sản xuất, đời sống",
    "Dự họp với UBND huyện",
    "Kiểm tra vệ sinh môi trường, trật tự lòng lề đường",
    "Họp tổ công nghệ số cộng đồng",
    "Họp xét duyệt hồ sơ bảo trợ xã hội",
    "Kiểm tra công trình giao thông nông thôn",
)
_CHANGES = "Lịch có thể thay đổi; các đơn vị theo dõi để chuẩn bị nội dung, đúng giờ, đúng thành phần."
_SEASON = (
    ("01-03", "01-13", "Kiểm tra công tác chuẩn bị, chăm lo Tết Nguyên đán Quý Mão"),
    ("01-16", "01-19", "Thăm, chúc Tết cơ quan, đơn vị, gia đình chính sách"),
    ("01-27", "02-03", "Họp mặt, kỷ niệm 93 năm Ngày thành lập Đảng"),
    ("02-06", "02-10", "Dự lễ giao nhận quân năm 2023"),
    ("02-20", "02-27", "Gặp mặt kỷ niệm Ngày Thầy thuốc Việt Nam"),
    ("03-06", "03-08", "Họp mặt kỷ niệm Ngày Quốc tế Phụ nữ 8/3"),
    ("03-20", "03-26", "Dự các hoạt động kỷ niệm Ngày thành lập Đoàn 26/3"),
    ("04-10", "04-13", "Thăm, chúc Tết Chôl Chnăm Thmây"),
    ("04-24", "04-28", "Kiểm tra công tác trực lễ Giỗ Tổ, 30/4 và 01/5"),
    ("05-08", "05-19", "Dự các hoạt động kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh"),
    ("06-26", "06-30", "Kiểm tra các điểm thi tốt nghiệp THPT năm 2023"),
    ("07-11", "07-21", "Dự kỳ họp thường lệ giữa năm HĐND huyện"),
    ("07-24", "07-27", "Thăm, tặng quà gia đình chính sách nhân ngày 27/7"),
    ("08-14", "08-18", "Dự Ngày hội Toàn dân bảo vệ an ninh Tổ quốc"),
    ("09-05", "09-05", "Dự lễ khai giảng năm học 2023 - 2024"),
    ("10-02", "10-13", "Thăm, chúc mừng đồng bào Khmer nhân lễ Sêne Đolta"),
    ("10-09", "10-10", "Dự hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia"),
)


@dataclass(frozen=True)
class Week:
    number: int
    days: tuple[date, ...]
    """Working days only: holidays of the week are left out."""

    @property
    def monday(self) -> date:
        return self.days[0] - timedelta(days=self.days[0].weekday())

    @property
    def span(self) -> str:
        return f"từ ngày {full_date(self.days[0])} đến ngày {full_date(self.days[-1])}"


def week(number: int) -> Week:
    monday = _FIRST_MONDAY + timedelta(weeks=number - 1)
    days = days_between(monday, monday + timedelta(days=4))
    return Week(number, tuple(day for day in days if is_workday(day)))


def drafts(random: Random) -> list[Draft]:
    """One calendar a week and ten adjusted ones, 54 in all."""
    weekly = [_calendar(random, week(number), adjusted=False) for number in range(1, WEEKS + 1)]
    changed = sorted(random.sample([number for number in range(5, WEEKS) if len(week(number).days) == 5], 10))
    return weekly + [_calendar(random, week(number), adjusted=True) for number in changed]


def commune_drafts(random: Random, home: Unit, weeks: int) -> list[Draft]:
    """Weekly calendars of a commune's leaders, for as many weeks as it published them."""
    numbers = sorted(random.sample(range(6, WEEKS), weeks))
    return [_commune_calendar(random, home, week(number)) for number in numbers]


def _commune_calendar(random: Random, home: Unit, one: Week) -> Draft:
    title = f"Lịch làm việc tuần {one.number:02} của lãnh đạo UBND {home.phrase} ({one.span})"
    lead = f"Lịch làm việc tuần {one.number:02} của Chủ tịch, Phó Chủ tịch UBND {home.phrase}, {one.span}."
    record = _commune_week(random, home, one)
    body = (text(_CHANGES),)
    return Draft(title, lead, body, BOARD, _published(one, adjusted=False), _CALENDAR, record=record)


def _commune_week(random: Random, home: Unit, one: Week) -> Scheduled:
    rows = tuple(
        (day, "Cả ngày", random.choice(_COMMUNE_WORK), f"UBND {home.phrase}", random.choice(_COMMUNE_WHO))
        for day in one.days
    )
    return Scheduled(one.monday, rows)


def unpublished(home: Unit, mondays: set[date]) -> list[Scheduled]:
    """What a commune's office has written down and not published: with what it has, ten weeks."""
    random = Random(f"calendars {home.code}")  # noqa: S311 - must be the same on every run
    latest = (week(number) for number in range(WEEKS, 0, -1))
    missing = [one for one in latest if one.monday not in mondays][: max(WEEKS_OF_A_COMMUNE - len(mondays), 0)]
    return [_commune_week(random, home, one) for one in missing]


def _calendar(random: Random, one: Week, adjusted: bool) -> Draft:
    if one.number == _TET_WEEK:
        return _tet(random, one)
    note = " (điều chỉnh, bổ sung)" if adjusted else ""
    title = f"Lịch công tác tuần {one.number:02} của lãnh đạo HĐND, UBND huyện{note} ({one.span})"
    reason = "Do phát sinh công việc, Văn phòng HĐND và UBND huyện điều chỉnh lịch" if adjusted else "Lịch"
    lead = f"{reason} công tác tuần {one.number:02} của Thường trực HĐND và lãnh đạo UBND huyện Trà Cú, {one.span}."
    record = Scheduled(one.monday, _rows(random, one), adjusted)
    return Draft(title, lead, (text(_CHANGES),), BOARD, _published(one, adjusted), _CALENDAR, record=record)


def _tet(random: Random, one: Week) -> Draft:
    title = "Lịch trực Tết Nguyên đán Quý Mão của lãnh đạo HĐND, UBND huyện (từ ngày 20/01/2023 đến ngày 27/01/2023)"
    lead = "Văn phòng HĐND và UBND huyện thông báo lịch trực Tết Nguyên đán Quý Mão và lịch làm việc ngày đầu năm mới."
    rows = [
        (day, "Cả ngày", "Trực Tết, xử lý tình huống phát sinh", "Trụ sở UBND huyện", random.choice(_WHO))
        for day in days_between(day_of("01-20"), day_of("01-26"))
    ]
    rows.append(
        (
            one.days[0],
            "8 giờ",
            "Họp giao ban đầu năm, kiểm tra kỷ cương hành chính",
            "Trụ sở UBND huyện",
            "Chủ tịch UBND huyện",
        )
    )
    body = (text("Người trực phải có mặt, giữ liên lạc suốt ca."),)
    of_the_week = tuple(row for row in rows if row[0] >= one.monday)
    return Draft(title, lead, body, BOARD, day_of("01-18"), _CALENDAR, record=Scheduled(one.monday, of_the_week))


def _rows(random: Random, one: Week) -> tuple[Line, ...]:
    rows = []
    for day in one.days:
        first, second = random.sample(_WORK, 2)
        rows.append(_row(random, day, "8 giờ", _seasonal(day) or first))
        if random.random() < 0.7:
            rows.append(_row(random, day, "14 giờ", second))
    return tuple(rows)


def _row(random: Random, day: date, hour: str, work: str) -> Line:
    place = "Tại cơ sở" if work.startswith(("Kiểm tra", "Thăm", "Dự lễ", "Dự Ngày", "Dự các")) else random.choice(_HALL)
    return (day, hour, work, place, random.choice(_WHO))


def _seasonal(day: date) -> str:
    return next(
        (
            work
            for first, last, work in _SEASON
            if day_of(first) <= day <= day_of(last) and day.weekday() == day_of(last).weekday()
        ),
        "",
    )


def _published(one: Week, adjusted: bool) -> date:
    """The working day before the week begins; an adjusted calendar appears on one of its first days."""
    if adjusted:
        return one.days[1]
    before = previous_workday(one.days[0] - timedelta(days=1))
    return min(max(before, day_of("01-03")), LAST) if before >= FIRST else one.days[0]
