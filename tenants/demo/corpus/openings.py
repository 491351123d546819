"""Recruitment notices of the demo year."""

from datetime import timedelta

from .model import Draft, Opening, text
from .places import Unit
from .stories import BOARD
from .year import day_of

OTHER = ("other",)
_PAPERS = (
    "Phiếu đăng ký dự tuyển theo mẫu, bản sao văn bằng, chứng chỉ và giấy tờ ưu tiên (nếu có), nộp trực tiếp hoặc "
    "qua bưu chính. "
)


def district_drafts() -> list[Draft]:
    return [
        Draft(
            "Tuyển dụng viên chức sự nghiệp giáo dục năm học 2023 - 2024",
            "UBND huyện tuyển giáo viên mầm non, tiểu học, trung học cơ sở và nhân viên trường học.",
            (
                text(
                    "Chỉ tiêu từng môn, từng trường kèm theo thông báo niêm yết tại Phòng Giáo dục và Đào tạo và tại "
                    "các trường có nhu cầu."
                ),
                text("Xét tuyển qua hai vòng: kiểm tra điều kiện dự tuyển, sau đó phỏng vấn hoặc thực hành."),
            ),
            BOARD,
            day_of("07-24"),
            OTHER,
            record=Opening(
                "Phòng Giáo dục và Đào tạo huyện",
                46,
                "Có trình độ đào tạo phù hợp với vị trí; đủ sức khỏe. Ưu tiên người biết tiếng Khmer ở trường có đông "
                "học sinh dân tộc Khmer.",
                _PAPERS + "Nơi nhận: Phòng Nội vụ huyện, trong giờ hành chính.",
                day_of("08-25"),
            ),
        ),
        Draft(
            "Tuyển dụng công chức cấp xã đợt hai năm 2023",
            "UBND huyện tuyển công chức địa chính - xây dựng, tư pháp - hộ tịch, văn hóa - xã hội cho cấp xã.",
            (
                text("Mỗi người chỉ đăng ký một vị trí tại một xã hoặc thị trấn."),
                text("Danh sách đủ điều kiện dự tuyển và lịch ôn tập được đăng trên trang này khi hết hạn nhận hồ sơ."),
            ),
            BOARD,
            day_of("10-17"),
            OTHER,
            record=Opening(
                "UBND các xã, thị trấn",
                9,
                "Tốt nghiệp đại học trở lên, ngành phù hợp với chức danh; sử dụng được tin học văn phòng.",
                _PAPERS + "Nơi nhận: Phòng Nội vụ huyện. Điện thoại hỏi thêm: 0294 000 0000 (số minh họa).",
                day_of("11-17"),
            ),
        ),
    ]


def commune_draft(home: Unit, published: str) -> Draft:
    day = day_of(published)
    return Draft(
        f"Tuyển người hoạt động không chuyên trách tại {home.phrase}",
        f"UBND {home.phrase} cần người làm công tác văn thư, thủ quỹ và đài truyền thanh.",
        (
            text("Người được chọn làm việc theo hợp đồng, hưởng phụ cấp theo nghị quyết của HĐND tỉnh."),
            text("UBND ưu tiên người đang cư trú tại địa phương, biết tiếng Khmer."),
        ),
        BOARD,
        day,
        OTHER,
        record=Opening(
            f"UBND {home.phrase}",
            2,
            "Tốt nghiệp trung học phổ thông trở lên; sử dụng được máy vi tính.",
            f"Nộp đơn và sơ yếu lý lịch tại Văn phòng UBND {home.phrase}, trong giờ hành chính.",
            day + timedelta(days=28),
        ),
    )
