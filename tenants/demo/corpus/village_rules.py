"""The draft on which communes asked people in the demo year: a village rule."""

from datetime import timedelta

from .drafts import HOW, asked_draft, draft_paper
from .model import Accounted, Asked, Draft, Replied, Said, listing, text
from .places import Unit
from .year import day_of


def commune_draft(home: Unit, published: str) -> Draft:
    """A village rule; where it was asked about in the first half of the year, the account is there."""
    day = day_of(published)
    said = (
        Said(day + timedelta(days=2), "Đồng tình. Nên ghi rõ ngày dọn vệ sinh chung để bà con sắp việc nhà."),
        Said(
            day + timedelta(days=5),
            "Đám tiệc mở loa tới mười giờ đêm là vừa, xin đừng quy định chín giờ.",
            "Ông Sơn Văn Mẫu (nhân vật minh họa)",
        ),
        Said(
            day + timedelta(days=6),
            "Phần thưởng gia đình văn hóa nên có quà cho các cháu học giỏi.",
            standing="published" if day.month < 7 else "waiting",
        ),
    )
    account = Accounted(
        day + timedelta(days=44),
        "Có ba ý kiến, đều nằm trong phạm vi dự thảo. Hai ý kiến được tiếp thu vào bản trình HĐND.",
        (
            Replied("1", "Ghi rõ ngày dọn vệ sinh chung.", "accepted", "Điều 4 ghi sáng chủ nhật tuần đầu của tháng."),
            Replied(
                "2", "Cho mở loa đến 22 giờ.", "accepted", "Điều 7 sửa thành 22 giờ, theo giờ chung của pháp luật."
            ),
            Replied("3", "Thưởng học sinh giỏi.", "not-accepted", "Quỹ khuyến học đã có khoản này; tránh chi hai lần."),
        ),
    )
    return asked_draft(
        f"Lấy ý kiến dự thảo quy ước về nếp sống văn hóa tại {home.phrase}",
        f"Dự thảo sửa bản quy ước cũ: giữ vệ sinh chung, giờ mở loa của đám tiệc, khen thưởng gia đình văn hóa ở "
        f"{home.phrase}.",
        (
            text("Bản quy ước đang áp dụng có từ nhiều năm trước, một số điều không còn hợp với nếp sống hiện nay."),
            listing(
                "Dự thảo sửa ba việc:",
                (
                    "Mỗi tháng một buổi dọn vệ sinh chung đường ấp, khóm.",
                    "Đám tiệc tắt loa trước 21 giờ.",
                    "Cách xét và thưởng gia đình văn hóa.",
                ),
            ),
            text(HOW),
        ),
        day,
        Asked(
            f"Người dân đang sống tại {home.phrase}",
            f"UBND {home.phrase}",
            draft_paper(
                "decision", "/QĐ-UBND", f"Ủy ban nhân dân {home.phrase}", day, "Về việc công nhận quy ước", "culture"
            ),
            day,
            day + timedelta(days=30),
            said,
            account=account if day.month < 7 else None,
        ),
    )
