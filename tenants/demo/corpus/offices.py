"""Who is who in the demo year: the units of the district's and of each commune's office. All people are invented."""

from dataclasses import dataclass
from datetime import date

from .communes import ACTIVITY
from .model import Item, Registered
from .places import DISTRICT, unit

HOURS = "Thứ Hai đến thứ Sáu: 7 giờ – 11 giờ và 13 giờ – 17 giờ"
PHONE = "0294 000 0000"
# With fewer items in the year nobody has entered more than the leaders.
FEW = 10


@dataclass(frozen=True)
class Held:
    """A post; the name says that the person is invented."""

    title: str
    name: str
    duty: str = "leader"
    duties: str = ""
    since: date | None = date(2021, 7, 1)
    until: date | None = None


@dataclass(frozen=True)
class Desk:
    """A unit of an office with those below it."""

    name: str
    tasks: str = ""
    posts: tuple[Held, ...] = ()
    below: tuple["Desk", ...] = ()


_DUTIES = {
    "Chủ tịch": "Lãnh đạo, điều hành chung; quy hoạch, ngân sách, tổ chức cán bộ.",
    "Phó Chủ tịch": "Giúp Chủ tịch các lĩnh vực được phân công; Trưởng Ban biên tập trang thông tin điện tử.",
}
_COUNCIL = "Chủ tọa kỳ họp; giữ mối liên hệ với đại biểu và cử tri."
# In Khmer and English.
TITLES = {
    "Chủ tịch": ("ប្រធាន", "Chairperson"),
    "Phó Chủ tịch": ("អនុប្រធាន", "Vice-Chairperson"),
    "Chủ tịch Hội đồng nhân dân": ("ប្រធានក្រុមប្រឹក្សាប្រជាជន", "Chairperson of the People's Council"),
    "Phó Chủ tịch Hội đồng nhân dân": ("អនុប្រធានក្រុមប្រឹក្សាប្រជាជន", "Vice-Chairperson of the People's Council"),
    "Trưởng phòng": ("ប្រធានការិយាល័យ", "Head of division"),
    "Phụ trách": ("អ្នកទទួលបន្ទុក", "Officer in charge"),
    "Chuyên viên": ("មន្ត្រីជំនាញ", "Officer"),
}


def office_of(code: str, items: tuple[Item, ...]) -> Desk:
    """The office of that site. Its chairman and deputies are those who sign its documents."""
    if code == DISTRICT:
        return Desk(
            "Ủy ban nhân dân huyện Trà Cú",
            "Ủy ban nhân dân huyện là cơ quan hành chính nhà nước ở huyện, thi hành nghị quyết của Hội đồng nhân dân.",
            _chairs(items),
            _district(),
        )
    home = unit(code)
    is_silent = next(one for one in ACTIVITY if one.code == code).items < FEW
    return Desk(
        f"Ủy ban nhân dân {home.phrase}",
        f"Quản lý nhà nước trên địa bàn {home.phrase}; tiếp nhận và giải quyết thủ tục hành chính cấp xã.",
        _chairs(items),
        () if is_silent else _commune(),
    )


def _chairs(items: tuple[Item, ...]) -> tuple[Held, ...]:
    """The committee's first; who signs for the council leads that."""
    signed = {
        (one.record.issuer.startswith("Hội đồng"), one.record.office, one.record.signer)
        for one in items
        if isinstance(one.record, Registered)
    }
    found = [
        Held(f"{office} Hội đồng nhân dân", signer, duties=_COUNCIL)
        if of_council
        else Held(office, signer, duties=_DUTIES[office])
        for of_council, office, signer in sorted(signed)
    ]
    if not found:
        found = [Held("Chủ tịch", _name("Thạch Văn"), duties=_DUTIES["Chủ tịch"])]
    before = Held("Chủ tịch", _name("Kiên Văn"), since=date(2016, 7, 1), until=date(2021, 6, 30))
    return (*found, before)


def _name(given: str) -> str:
    return f"{given} Mẫu (minh họa)"


def _room(name: str, tasks: str, head: str, contact: str = "", below: tuple[Desk, ...] = ()) -> Desk:
    posts = [Held("Trưởng phòng" if name.startswith("Phòng") else "Phụ trách", _name(head))]
    if contact:
        posts.append(Held("Chuyên viên", _name(contact), "contact", "Trả lời người dân về việc của đơn vị."))
    return Desk(name, tasks, tuple(posts), below)


def _district() -> tuple[Desk, ...]:
    return (
        _room(
            "Văn phòng HĐND và UBND huyện",
            "Tham mưu tổng hợp, văn thư, lưu trữ; phục vụ hoạt động của HĐND và UBND huyện.",
            "Đỗ Văn",
            "Hồ Thị",
            (
                Desk("Bộ phận Tiếp nhận và Trả kết quả", "Nhận hồ sơ, hẹn ngày, trả kết quả thủ tục hành chính."),
                Desk("Ban Tiếp công dân huyện", "Tiếp dân thường xuyên; nhận đơn khiếu nại, tố cáo, phản ánh."),
            ),
        ),
        _room("Phòng Nội vụ", "Tổ chức bộ máy, công chức, thi đua, tôn giáo, văn thư lưu trữ nhà nước.", "Bùi Thị"),
        _room("Phòng Tư pháp", "Phổ biến pháp luật, hộ tịch, chứng thực, hòa giải ở cơ sở.", "Đặng Văn", "Dương Thị"),
        _room("Phòng Tài chính - Kế hoạch", "Ngân sách, tài sản công, đầu tư, đăng ký kinh doanh.", "Mai Văn"),
        _room("Phòng Tài nguyên và Môi trường", "Đất đai, nước, khoáng sản, môi trường.", "Tô Thị", "Phan Văn"),
        _room("Phòng Lao động - Thương binh và Xã hội", "Việc làm, người có công, giảm nghèo, trẻ em.", "Vương Thị"),
        _room("Phòng Văn hóa và Thông tin", "Văn hóa, thể thao, du lịch, báo chí.", "Châu Văn", "Trịnh Thị"),
        _room("Phòng Giáo dục và Đào tạo", "Trường mầm non, tiểu học, trung học cơ sở của huyện.", "Cao Văn"),
        _room("Phòng Y tế", "Bảo vệ sức khỏe nhân dân, an toàn thực phẩm, y tế cơ sở.", "Quách Thị"),
        _room("Phòng Kinh tế và Hạ tầng", "Công thương, xây dựng, giao thông, khoa học và công nghệ.", "Đinh Thị"),
        _room("Phòng Nông nghiệp và Phát triển nông thôn", "Nông nghiệp, thủy lợi, nông thôn mới.", "Đoàn Văn"),
        _room("Phòng Dân tộc", "Chính sách dân tộc, vùng đồng bào Khmer.", "Tạ Thị"),
        _room("Thanh tra huyện", "Thanh tra, giải quyết khiếu nại, tố cáo, phòng chống tham nhũng.", "Hà Thị"),
        Desk(
            "Đơn vị sự nghiệp",
            below=(
                Desk("Trung tâm Văn hóa - Thông tin và Thể thao huyện", "Đài truyền thanh, thư viện, sân bãi, lễ hội."),
                Desk("Ban Quản lý dự án đầu tư xây dựng huyện", "Quản lý dự án do UBND huyện làm chủ đầu tư."),
                Desk("Trung tâm Dịch vụ nông nghiệp huyện", "Khuyến nông, thú y, bảo vệ thực vật."),
            ),
        ),
    )


def _commune() -> tuple[Desk, ...]:
    return (
        _room(
            "Văn phòng - Thống kê",
            "Văn thư, thống kê, bộ phận một cửa, trang thông tin điện tử.",
            "Trịnh Thị",
            "Cao Văn",
            (Desk("Bộ phận Tiếp nhận và Trả kết quả", "Nhận hồ sơ và trả kết quả thủ tục hành chính cấp xã."),),
        ),
        _room("Tư pháp - Hộ tịch", "Khai sinh, khai tử, kết hôn, chứng thực, hòa giải.", "Hồ Thị", "Hồ Thị"),
        _room("Địa chính - Xây dựng và Môi trường", "Đất đai, xây dựng, môi trường.", "Đặng Văn"),
        _room("Tài chính - Kế toán", "Thu chi ngân sách, công khai tài chính.", "Dương Thị"),
        _room("Văn hóa - Xã hội", "Văn hóa, thể thao, người có công, giảm nghèo, trẻ em.", "Tô Thị"),
        _room("Ban Chỉ huy Quân sự", "Quốc phòng, dân quân tự vệ, nghĩa vụ quân sự.", "Mai Văn"),
    )
