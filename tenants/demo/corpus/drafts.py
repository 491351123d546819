"""Drafts on which people were asked in the demo year. Names of those who comment are invented and say so."""

from datetime import date

from .model import Accounted, Asked, Block, Draft, Prolonged, Registered, Replied, Said, listing, text
from .stories import BOARD
from .year import day_of

NOTICES = ("notices_reports",)
_DISTRICT = "Ủy ban nhân dân huyện Trà Cú"
HOW = (
    "Ý kiến ghi ngay dưới bài này, không cần nêu tên; hoặc gửi bằng văn bản đến cơ quan soạn thảo trong giờ hành chính."
)


def district_drafts() -> list[Draft]:
    return [_tourism(), _markets(), _land(), _waste()]


def _tourism() -> Draft:
    about = "Về việc phê duyệt Đề án phát triển du lịch huyện Trà Cú gắn với bảo tồn văn hóa Khmer"
    return asked_draft(
        "Lấy ý kiến dự thảo Đề án phát triển du lịch huyện Trà Cú gắn với bảo tồn văn hóa Khmer",
        "Đề án chọn chùa Khmer, làng nghề và bờ biển thị trấn Định An làm ba điểm đến, nêu cách hộ dân cùng làm du "
        "lịch và cách giữ gìn lễ hội.",
        (
            text(
                "Dự thảo nêu mục tiêu đến năm 2025 và định hướng đến năm 2030; vốn nhà nước làm đường vào điểm đến, hộ "
                "dân góp nhà ở và dịch vụ."
            ),
            listing(
                "UBND huyện muốn nghe ý kiến nhất về:",
                (
                    "Điểm đến nào nên làm trước.",
                    "Hộ dân cần được giúp gì để đón khách ở lại nhà.",
                    "Điều không nên làm ở chùa và trong lễ hội.",
                ),
            ),
            text(HOW),
        ),
        day_of("04-03"),
        Asked(
            "Người dân, sư sãi, hộ kinh doanh, hướng dẫn viên trong huyện",
            "Phòng Văn hóa và Thông tin huyện",
            draft_paper("decision", "/QĐ-UBND", _DISTRICT, day_of("04-03"), about, "culture"),
            day_of("04-03"),
            day_of("05-03"),
            (
                Said(
                    day_of("04-05"),
                    "Nên làm đường vào chùa Hang trước, mùa mưa xe du lịch không vào được.",
                    "Bà Thạch Thị Mẫu (nhân vật minh họa)",
                ),
                Said(
                    day_of("04-08"),
                    "Hộ muốn cho khách ở lại cần được vay vốn sửa nhà vệ sinh, lãi thấp. Xin ghi rõ ai cho vay.",
                    "Chị Lê Thị Mẫu (nhân vật minh họa)",
                ),
                Said(
                    day_of("04-10"),
                    "Trong giờ tụng kinh không cho đoàn khách vào chánh điện. Khách phải mặc kín đáo.",
                    "Chị Kim Thị Mẫu (nhân vật minh họa)",
                ),
                Said(day_of("04-11"), "Nhận làm tua giá rẻ, gọi số 0900 000 000.", "", "hidden", "advertising"),
                Said(
                    day_of("04-17"),
                    "Chùa nào cũng đẹp, nhưng nên chọn ít mà làm cho tới. Làng chiếu Hàm Tân nên có tên.",
                ),
                Said(
                    day_of("04-25"),
                    "Xin thêm bảng chỉ đường bằng tiếng Khmer và tiếng Anh, không chỉ tiếng Việt.",
                    "Anh Trần Văn Mẫu (nhân vật minh họa)",
                ),
                Said(
                    day_of("05-02"),
                    "Mục tiêu hai trăm nghìn lượt khách một năm là quá cao so với đường sá hiện nay. Nên giảm một nửa "
                    "rồi tăng dần. Rác sau lễ hội Ok Om Bok năm rồi tới ba ngày mới dọn xong, đề án phải nói ai dọn.",
                ),
            ),
            account=Accounted(
                day_of("06-12"),
                "Sáu ý kiến trong bảy ý kiến nhận được nói về dự thảo. Bản trình ký sửa bốn chỗ; một ý kiến được tiếp "
                "thu một phần, một ý kiến không tiếp thu.",
                (
                    Replied(
                        "1",
                        "Làm đường vào chùa Hang trước.",
                        "accepted",
                        "Đường vào chùa Hang xếp đầu danh mục năm 2024.",
                    ),
                    Replied(
                        "2",
                        "Cho hộ đón khách vay sửa nhà, ghi rõ nơi cho vay.",
                        "accepted",
                        "Mục 4 ghi Ngân hàng Chính sách xã hội huyện là nơi cho vay.",
                    ),
                    Replied(
                        "3",
                        "Giữ giờ tụng kinh và cách ăn mặc.",
                        "accepted",
                        "Thêm phụ lục về ứng xử tại chùa, đã hỏi Hội Đoàn kết sư sãi yêu nước.",
                    ),
                    Replied(
                        "5",
                        "Chọn ít điểm đến; nêu tên làng chiếu Hàm Tân.",
                        "partly",
                        "Làng chiếu Hàm Tân được nêu tên. Giữ ba điểm đến: mỗi điểm ở một hướng đường khác nhau.",
                    ),
                    Replied(
                        "6", "Bảng chỉ đường ba thứ tiếng.", "accepted", "Mục 5 ghi bảng tiếng Việt, Khmer và Anh."
                    ),
                    Replied(
                        "7",
                        "Giảm mục tiêu lượt khách; nói rõ ai dọn rác.",
                        "not-accepted",
                        "Mục tiêu lấy từ quy hoạch tỉnh, huyện không tự giảm. Việc dọn rác có trong kế hoạch lễ hội.",
                    ),
                ),
                about,
            ),
        ),
    )


def _markets() -> Draft:
    return asked_draft(
        "Lấy ý kiến dự thảo Quy định sắp xếp chỗ bán hàng tại các chợ trên địa bàn huyện",
        "Dự thảo quy định cách bốc thăm chỗ bán, giá thuê chỗ theo vị trí và chỗ riêng cho người bán rau nhà trồng.",
        (
            text("Dự thảo áp dụng cho chợ hạng hai, hạng ba; chợ do tư nhân đầu tư áp dụng phần vệ sinh và lối đi."),
            text("Người bán rau, cá của nhà làm ra, bán không quá ba giờ mỗi ngày, không phải thuê chỗ."),
            text(HOW),
        ),
        day_of("09-18"),
        Asked(
            "Tiểu thương, người bán hàng rong và người đi chợ",
            "Phòng Kinh tế và Hạ tầng huyện",
            draft_paper(
                "decision",
                "/QĐ-UBND",
                _DISTRICT,
                day_of("09-18"),
                "Về việc ban hành Quy định sắp xếp chỗ bán hàng tại các chợ",
                "industry_trade",
            ),
            day_of("09-18"),
            day_of("10-18"),
            (
                Said(
                    day_of("09-20"),
                    "Bốc thăm ba năm một lần thì người bán lâu năm mất mối. Xin năm năm.",
                    "Bà Thạch Thị Mẫu (nhân vật minh họa)",
                ),
                Said(day_of("09-26"), "Ba giờ là ít. Rau bán buổi sáng từ bốn giờ tới tám giờ mới hết."),
                Said(day_of("10-09"), "Chợ Trà Cú cần chỗ gửi xe trước đã."),
            ),
        ),
    )


def _land() -> Draft:
    return asked_draft(
        "Lấy ý kiến dự thảo Kế hoạch sử dụng đất năm 2024 của huyện Trà Cú",
        "Dự thảo ghi công trình nào dùng đất trong năm 2024, ở đâu, bao nhiêu, và đất lúa nào được chuyển đổi.",
        (
            text("Danh mục và bản đồ từng xã, thị trấn kèm theo bài này và niêm yết tại trụ sở UBND từng nơi."),
            text("Hộ có đất nằm trong danh mục xem thửa đất của mình ở cột cuối; sai thì ghi số thửa vào ý kiến."),
            text(HOW),
        ),
        day_of("09-25"),
        Asked(
            "Hộ dân, tổ chức đang sử dụng đất trong huyện",
            "Phòng Tài nguyên và Môi trường huyện",
            draft_paper(
                "decision",
                "/QĐ-UBND",
                _DISTRICT,
                day_of("09-25"),
                "Về việc phê duyệt Kế hoạch sử dụng đất năm 2024",
                "land_environment",
            ),
            day_of("09-25"),
            day_of("10-25"),
            (
                Said(
                    day_of("10-02"),
                    "Thửa 118 tờ bản đồ số 6 ở ấp tôi ghi là đất trống, thật ra đang trồng dừa mười năm nay.",
                    "Ông Nguyễn Văn Mẫu (nhân vật minh họa)",
                ),
                Said(
                    day_of("10-12"),
                    "Đất lúa hai vụ ở phía Đông kênh không nên chuyển sang ao tôm, mặn lan qua ruộng kế bên.",
                ),
                Said(day_of("10-24"), "Bản đồ chụp mờ, phóng lớn không đọc được số thửa.", standing="waiting"),
            ),
            Prolonged(
                day_of("10-23"),
                day_of("11-17"),
                "Ba xã niêm yết bản đồ chậm một tuần; thêm thời gian để hộ dân ở đó xem đủ ba mươi ngày.",
            ),
        ),
    )


def _waste() -> Draft:
    return asked_draft(
        "Lấy ý kiến dự thảo Quy định thu gom rác thải sinh hoạt ở nông thôn huyện Trà Cú",
        "Dự thảo chia rác làm ba loại, định ngày xe đến từng ấp và mức giá thu gom của hộ gia đình.",
        (
            text("Hiện xe rác chỉ đến trục đường chính. Dự thảo đưa xe ba gác điện vào đường ấp, mỗi tuần hai chuyến."),
            listing(
                "Điểm mới so với cách làm hiện nay:",
                (
                    "Rác hữu cơ ủ tại vườn thì không tính tiền.",
                    "Hộ nghèo, hộ cận nghèo được miễn giá thu gom.",
                    "Vỏ chai thuốc bảo vệ thực vật bỏ vào bể riêng ngoài đồng.",
                ),
            ),
            text(HOW),
        ),
        day_of("10-23"),
        Asked(
            "Hộ gia đình ở các xã, trưởng ấp, tổ tự quản",
            "Phòng Tài nguyên và Môi trường huyện",
            draft_paper(
                "decision",
                "/QĐ-UBND",
                _DISTRICT,
                day_of("10-23"),
                "Về việc ban hành Quy định thu gom rác thải sinh hoạt ở nông thôn",
                "land_environment",
            ),
            day_of("10-23"),
            day_of("11-22"),
            (
                Said(
                    day_of("10-24"),
                    "Nhà trong vườn sâu, xe không vào tới. Cho đặt thùng ở đầu đường được không?",
                    "Chị Kim Thị Mẫu (nhân vật minh họa)",
                ),
                Said(day_of("10-26"), "Ủng hộ việc miễn tiền cho hộ ủ rác. Mong có người chỉ cách ủ."),
                Said(
                    day_of("10-30"),
                    "Tuần hai chuyến thì ngày nào, mấy giờ? Xin ghi vào luôn, bà con khỏi để rác qua đêm.",
                    standing="waiting",
                ),
            ),
        ),
    )


def draft_paper(form: str, number: str, issuer: str, day: date, about: str, field: str) -> Registered:
    return Registered(form, number, issuer, day, None, None, about, "", "Chủ tịch", field, file="text")


def asked_draft(title: str, about: str, body: tuple[Block, ...], published: date, record: Asked) -> Draft:
    return Draft(title, about, body, BOARD, published, NOTICES, record=record)
