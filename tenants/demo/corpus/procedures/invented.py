"""Procedures that make up the report's number. Their names say that they are invented; no public code begins with 9."""

from dataclasses import dataclass

MARK = "(thủ tục minh họa)"
DISTRICT, COMMUNE = "district", "commune"


@dataclass(frozen=True)
class Invented:
    code: str
    name: str
    field: str
    level: str
    events: tuple[str, ...]
    result: str
    days: int


# (field, level, life event, verbs, things)
_GIVE, _NOTE, _HELP = (
    ("Cấp", "Cấp lại", "Gia hạn", "Điều chỉnh"),
    ("Đăng ký", "Xác nhận", "Hủy xác nhận"),
    ("Hỗ trợ", "Trợ cấp"),
)
_SUBJECTS: list[tuple[str, str, str, tuple[str, ...], tuple[str, ...]]] = [
    (
        "an-toan-thuc-pham",
        DISTRICT,
        "health",
        _GIVE,
        (
            "giấy đủ điều kiện an toàn thực phẩm cho quán ăn",
            "giấy đủ điều kiện an toàn thực phẩm cho bếp ăn tập thể",
            "giấy đủ điều kiện an toàn thực phẩm cho cơ sở chế biến cá khô",
        ),
    ),
    (
        "thanh-lap-va-hoat-dong-cua-ho-kinh-doanh",
        DISTRICT,
        "business",
        (*_GIVE, "Thu hồi"),
        (
            "giấy đăng ký hộ kinh doanh",
            "giấy tạm ngừng hộ kinh doanh",
            "giấy địa điểm kinh doanh lưu động",
        ),
    ),
    (
        "luu-thong-hang-hoa-trong-nuoc",
        DISTRICT,
        "business",
        _GIVE,
        (
            "giấy bán lẻ rượu",
            "giấy bán lẻ thuốc lá",
            "giấy phép điểm bán gas chai",
            "giấy sản xuất rượu thủ công",
        ),
    ),
    (
        "hoat-dong-xay-dung",
        DISTRICT,
        "house",
        _GIVE,
        (
            "giấy phép xây dựng nhà ở riêng lẻ",
            "giấy phép sửa chữa, cải tạo nhà ở",
            "giấy phép xây dựng có thời hạn",
            "giấy phép di dời công trình",
        ),
    ),
    (
        "quy-hoach-xay-dung",
        DISTRICT,
        "house",
        ("Cung cấp", "Xác nhận"),
        (
            "thông tin quy hoạch thửa đất",
            "chỉ giới đường đỏ",
            "giấy phép quy hoạch",
        ),
    ),
    (
        "dat-dai",
        DISTRICT,
        "land",
        ("Cấp", "Cấp đổi", "Cấp lại", "Đính chính"),
        (
            "giấy chứng nhận quyền sử dụng đất ở",
            "giấy chứng nhận quyền sử dụng đất trồng lúa",
            "giấy chứng nhận quyền sử dụng đất nuôi thủy sản",
            "giấy chứng nhận có nhà ở gắn liền với đất",
        ),
    ),
    (
        "dat-dai",
        COMMUNE,
        "land",
        _NOTE,
        (
            "tình trạng tranh chấp thửa đất",
            "nguồn gốc sử dụng đất",
            "ranh giới thửa đất liền kề",
        ),
    ),
    (
        "dang-ky-bien-phap-bao-dam",
        DISTRICT,
        "land",
        ("Đăng ký", "Thay đổi", "Xóa đăng ký"),
        (
            "thế chấp quyền sử dụng đất",
            "thế chấp nhà ở",
            "thế chấp tài sản hình thành trong tương lai",
        ),
    ),
    (
        "moi-truong",
        DISTRICT,
        "business",
        _GIVE,
        (
            "giấy phép môi trường cho cơ sở nhỏ",
            "xác nhận đăng ký môi trường trại nuôi",
            "giấy thu gom rác thải",
        ),
    ),
    (
        "tai-nguyen-nuoc",
        DISTRICT,
        "farming",
        ("Đăng ký", "Gia hạn", "Trả lại"),
        (
            "giếng khoan hộ gia đình",
            "khai thác nước mặt để nuôi tôm",
        ),
    ),
    (
        "chan-nuoi-thu-y",
        COMMUNE,
        "farming",
        _NOTE,
        (
            "số lượng đàn bò",
            "số lượng đàn vịt chạy đồng",
            "tiêm phòng vật nuôi",
        ),
    ),
    ("thuy-san", DISTRICT, "farming", _NOTE, ("ao nuôi tôm thẻ", "lồng bè nuôi cá", "tàu cá dưới 12 mét")),
    (
        "phat-trien-nong-thon",
        COMMUNE,
        "farming",
        ("Đăng ký", "Công nhận", "Thu hồi"),
        (
            "sản phẩm OCOP cấp xã",
            "tổ sản xuất chung",
            "nghề truyền thống",
        ),
    ),
    (
        "phong-chong-thien-tai",
        COMMUNE,
        "support",
        _HELP,
        (
            "hộ có nhà bị tốc mái",
            "hộ mất mùa do xâm nhập mặn",
            "hộ di dời khỏi vùng sạt lở",
        ),
    ),
    (
        "nguoi-co-cong",
        COMMUNE,
        "merit",
        ("Xác nhận", "Hỗ trợ", "Điều chỉnh"),
        (
            "hồ sơ thân nhân liệt sĩ",
            "chế độ thương binh",
            "chế độ thờ cúng liệt sĩ",
            "hồ sơ mai táng phí người có công",
        ),
    ),
    (
        "bao-tro-xa-hoi",
        COMMUNE,
        "support",
        (*_HELP, "Thôi hưởng"),
        (
            "người cao tuổi không nơi nương tựa",
            "người khuyết tật nặng",
            "trẻ em mồ côi",
            "người đơn thân nuôi con nhỏ",
            "mai táng đối tượng bảo trợ",
        ),
    ),
    (
        "tre-em",
        COMMUNE,
        "birth",
        ("Tiếp nhận", "Hỗ trợ"),
        ("trẻ em bị bỏ rơi", "trẻ em cần chăm sóc thay thế", "trẻ em đuối nước"),
    ),
    (
        "viec-lam",
        DISTRICT,
        "work",
        ("Đăng ký", "Xác nhận", "Hỗ trợ"),
        (
            "vay vốn tạo việc làm",
            "người đi làm việc ở nước ngoài",
            "học nghề ngắn hạn",
        ),
    ),
    (
        "phong-chong-te-nan-xa-hoi",
        COMMUNE,
        "health",
        ("Đăng ký", "Xác nhận"),
        ("cai nghiện tự nguyện tại nhà", "hoàn thành cai nghiện"),
    ),
    (
        "giao-duc-mam-non",
        DISTRICT,
        "school",
        ("Cho phép", "Đình chỉ", "Cho phép hoạt động lại"),
        (
            "nhóm trẻ độc lập",
            "lớp mẫu giáo tư thục",
        ),
    ),
    (
        "giao-duc-pho-thong",
        DISTRICT,
        "school",
        ("Tiếp nhận", "Xác nhận"),
        (
            "học sinh chuyển trường trung học cơ sở",
            "học sinh chuyển trường tiểu học",
            "học sinh học vượt lớp",
            "miễn giảm học phí",
            "hỗ trợ ăn trưa học sinh",
        ),
    ),
    (
        "van-hoa-co-so",
        COMMUNE,
        "belief",
        ("Thông báo", "Đăng ký", "Công nhận"),
        (
            "tổ chức lễ hội truyền thống",
            "gia đình văn hóa",
            "đội văn nghệ Khmer",
            "biểu diễn nghệ thuật quần chúng",
        ),
    ),
    ("thu-vien", COMMUNE, "school", ("Thông báo", "Chấm dứt"), ("thư viện cộng đồng", "tủ sách gia đình")),
    ("the-duc-the-thao", COMMUNE, "health", ("Công nhận", "Đăng ký"), ("câu lạc bộ đua ghe ngo", "câu lạc bộ bóng đá")),
    (
        "tin-nguong-ton-giao",
        COMMUNE,
        "belief",
        ("Đăng ký", "Thông báo", "Thay đổi"),
        (
            "hoạt động tín ngưỡng tại miếu",
            "nhóm sinh hoạt tôn giáo",
            "khóa bồi dưỡng tại chùa",
            "danh mục hoạt động tôn giáo hằng năm",
        ),
    ),
    ("cong-tac-dan-toc", COMMUNE, "support", ("Công nhận", "Thay thế"), ("người có uy tín", "hộ được hỗ trợ đất ở")),
    (
        "thi-dua-khen-thuong",
        DISTRICT,
        "work",
        ("Tặng", "Đề nghị"),
        (
            "giấy khen đột xuất",
            "giấy khen theo chuyên đề",
            "danh hiệu lao động tiên tiến",
            "danh hiệu tập thể xuất sắc",
        ),
    ),
    (
        "hoi-quy",
        DISTRICT,
        "work",
        ("Cho phép thành lập", "Phê duyệt điều lệ", "Giải thể"),
        ("hội cấp xã", "quỹ từ thiện cấp xã"),
    ),
    (
        "nghia-vu-quan-su",
        COMMUNE,
        "work",
        ("Đăng ký", "Tạm hoãn", "Xác nhận"),
        ("nghĩa vụ quân sự lần đầu", "gọi nhập ngũ", "chế độ dân quân"),
    ),
    (
        "giai-quyet-khieu-nai-to-cao",
        COMMUNE,
        "complaint",
        ("Tiếp nhận", "Giải quyết"),
        ("khiếu nại lần đầu", "tố cáo cán bộ ấp"),
    ),
    ("tiep-cong-dan", COMMUNE, "complaint", ("Tiếp", "Xử lý"), ("công dân định kỳ", "đơn của công dân")),
    (
        "tai-chinh-ngan-sach",
        DISTRICT,
        "business",
        ("Cấp", "Điều chỉnh"),
        ("mã số đơn vị sử dụng ngân sách", "dự toán hỗ trợ ấp"),
    ),
    ("duong-bo", COMMUNE, "house", _GIVE, ("phép đào đường ấp để đặt ống nước", "phép sử dụng tạm lề đường")),
    (
        "nha-o",
        DISTRICT,
        "house",
        ("Hỗ trợ", "Xác nhận"),
        ("nhà ở cho hộ nghèo", "điều kiện mua nhà ở xã hội", "thiệt hại nhà ở"),
    ),
    ("dan-so", COMMUNE, "health", ("Hỗ trợ", "Xác nhận"), ("sinh con đúng chính sách dân số", "tư vấn tiền hôn nhân")),
    ("thuy-loi", COMMUNE, "farming", ("Đăng ký", "Điều chỉnh"), ("lịch lấy nước cống nội đồng", "tổ thủy nông")),
]
_RESULTS = {
    "Cấp": "Giấy được cấp",
    "Hỗ trợ": "Quyết định hỗ trợ",
    "Trợ cấp": "Quyết định trợ cấp",
    "Đăng ký": "Giấy đăng ký",
}


def _made() -> list[Invented]:
    """In turns through the verbs, so that whatever is left out at the end is spread over all fields."""
    rounds = max(len(subject[3]) for subject in _SUBJECTS)
    found: list[Invented] = []
    for turn in range(rounds):
        for field, level, event, verbs, things in _SUBJECTS:
            for thing in things if turn < len(verbs) else ():
                number = len(found) + 1
                found.append(
                    Invented(
                        code=f"9.{number:06}",
                        name=f"{verbs[turn]} {thing} {MARK}",
                        field=field,
                        level=level,
                        events=(event,),
                        result=_RESULTS.get(verbs[turn], "Văn bản trả lời"),
                        days=3 + number % 13,
                    )
                )
    return found


INVENTED: tuple[Invented, ...] = tuple(_made())
