"""Places to see. Names are those of the land, what is told of them is invented and general."""

from .model import Draft, Sight, text
from .pictures import PICTURES
from .stories import BOARD
from .year import day_of

OTHER = ("other",)
_MARK = "Giờ mở cửa và chỉ dẫn trên trang này là dữ liệu minh họa; hỏi lại tại UBND địa phương trước khi đi."


def district_drafts() -> list[Draft]:
    return [
        _draft(
            "Chùa Khmer ở Đại An và vườn cò",
            "Ngôi chùa nằm giữa rừng tre, dầu cổ thụ; chiều về từng đàn cò bay vào nghỉ.",
            (
                "Chánh điện mái nhiều lớp, đầu hồi chạm hình rồng, cửa luôn mở về hướng Đông. Trong sân có lớp học chữ "
                "Khmer mùa hè cho trẻ em trong ấp.",
                "Đẹp nhất là lúc chạng vạng: đứng yên dưới lối đi, nói khẽ, không dùng đèn để đàn cò khỏi hoảng.",
            ),
            "pagoda", "temple", "Ấp Giồng Lớn, xã Đại An", "02-14", ("9.676500", "106.316200"),
            hours="Hằng ngày: 6 giờ – 18 giờ", admission="Không thu phí",
            way="Từ thị trấn Trà Cú theo Quốc lộ 53 về hướng Định An, rẽ phải trước chợ Đại An chừng một cây số.",
        ),
        _draft(
            "Chùa Vàm Ray",
            "Ngôi chùa lớn bên sông với tượng Phật nằm ngoài trời và những hàng cột sơn vàng.",
            (
                "Từ cổng vào, lối đi lát gạch dẫn qua hồ sen tới chánh điện. Hai bên là tháp cốt và sa la, nơi phum "
                "sóc hội họp trong các ngày lễ.",
                "Khách vào chánh điện bỏ giày, dép ở bậc thềm; nên mặc áo có tay.",
            ),
            "pagoda", "temple", "Ấp Vàm Ray, xã Hàm Tân", "03-09", ("9.621000", "106.215400"),
            hours="Hằng ngày: 6 giờ – 17 giờ 30", admission="Không thu phí",
            way="Theo đường huyện từ trung tâm xã Hàm Giang về hướng sông Hậu, khoảng bảy cây số.",
        ),
        _draft(
            "Di tích kiến trúc Lưu Cừ",
            "Dấu vết nền gạch cổ dưới lớp đất giồng, kể chuyện người xưa ở vùng cửa sông.",
            (
                "Phần nền gạch được che mái, có lối đi chung quanh và bảng thuyết minh bằng tiếng Việt và tiếng Khmer.",
                "Học sinh đi theo lớp được hướng dẫn viên của xã kể chuyện; đăng ký trước với UBND xã.",
            ),
            "country-road", "monument", "Ấp Lưu Cừ 2, xã Lưu Nghiệp Anh", "04-18", ("9.707300", "106.190800"),
            hours="Thứ Ba đến Chủ nhật: 7 giờ 30 – 16 giờ 30", admission="Không thu phí",
            way="Qua cầu trung tâm xã Lưu Nghiệp Anh, theo bảng chỉ đường màu nâu.",
        ),
        _draft(
            "Làng chiếu Cà Hom - Bến Bạ",
            "Tiếng dập go vang từ sáng sớm; chiếu phơi trước sân đỏ, vàng, xanh như một vườn hoa.",
            (
                "Mỗi đôi chiếu qua tay cả nhà: người chẻ lác, người nhuộm, hai người ngồi khung dệt. Khách có thể thử "
                "luồn một sợi lác.",
                "Mùa dệt rộn nhất là tháng Chạp. Mua chiếu tại nhà, giá do từng hộ nói.",
            ),
            "coconut", "craft", "Ấp Cà Hom và ấp Bến Bạ, xã Hàm Tân", "05-25", ("9.632800", "106.229900"),
            hours="Ban ngày, trừ những ngày mưa", admission="Không thu phí",
            way="Từ chợ Hàm Giang đi thêm năm cây số; xe lớn dừng ở nhà văn hóa ấp.",
        ),
        _draft(
            "Cảng cá thị trấn Định An",
            "Ghe về lúc rạng đông, sân cảng đầy tiếng gọi nhau và mùi biển.",
            (
                "Muốn xem ghe lên cá nên đến trước sáu giờ; đứng sau vạch vàng, nhường lối cho xe đẩy.",
                "Quanh cảng có quán cháo cá, khô phơi dưới nắng và chỗ sửa lưới.",
            ),
            "fishing-port", "landscape", "Khóm 2, thị trấn Định An", "06-20", ("9.615900", "106.304500"),
            hours="4 giờ – 10 giờ", admission="Không thu phí",
            way="Cuối Quốc lộ 53, cách thị trấn Trà Cú chừng mười lăm cây số.",
        ),
        _draft(
            "Chợ Trà Cú buổi sớm",
            "Bún nước lèo, bánh gừng, rau đồng và tiếng chào bằng hai thứ tiếng.",
            (
                "Chợ họp từ tờ mờ sáng; hàng ăn ở dãy phía bờ kênh, hàng vải và sà rông ở nhà lồng.",
                "Gửi xe ở bãi có bảng giá; ngày rằm và ngày lễ chợ đông gấp đôi.",
            ),
            "market", "rest", "Khóm 3, thị trấn Trà Cú", "08-22", ("9.681200", "106.262700"),
            hours="4 giờ 30 – 17 giờ", admission="",
            way="Trung tâm thị trấn, gần bến xe.",
        ),
    ]  # fmt: skip


def commune_drafts(code: str) -> list[Draft]:
    """Those of the district's places that lie there, as the commune itself tells of them."""
    return [own for own, place in zip(_own(), ("29491", "29489", "29476", "29462"), strict=True) if place == code]


def _own() -> list[Draft]:
    return [
        _draft(
            "Vườn cò ở ấp Giồng Lớn",
            "Hàng nghìn con cò, cồng cộc về ngủ trên ngọn tre quanh chùa mỗi chiều.",
            (
                "Người trong ấp giữ lệ không bắn, không bẫy; trẻ em quen tiếng chim từ trong nôi.",
                "Đến khoảng năm giờ chiều, đứng ở lối lát gạch phía Tây là thấy rõ nhất.",
            ),
            "rice-field", "landscape", "Ấp Giồng Lớn, xã Đại An", "04-06", ("9.676700", "106.316600"),
            hours="Buổi chiều", admission="Không thu phí", way="Đi bộ ba trăm mét từ cổng chùa.",
        ),
        _draft(
            "Làng chiếu Cà Hom",
            "Nghề dệt chiếu lác truyền qua nhiều đời trong các ấp ven sông.",
            (
                "Lác trồng ngoài bãi, phơi khô, nhuộm màu rồi mới lên khung; một đôi chiếu bông mất gần trọn ngày.",
                "Tổ hợp tác nhận dạy nghề cho người trẻ và bán hàng tại chỗ.",
            ),
            "coconut", "craft", "Ấp Cà Hom, xã Hàm Tân", "02-27", ("9.632500", "106.229400"),
            hours="Ban ngày", admission="Không thu phí", way="Hỏi nhà tổ trưởng tổ hợp tác ở đầu ấp.",
        ),
        _draft(
            "Nền gạch cổ Lưu Cừ",
            "Di tích khảo cổ giữa giồng đất cao, có mái che và bảng thuyết minh.",
            (
                "Người trông coi là dân trong ấp, kể được chuyện đất giồng từ thời ông bà.",
                "Không bước lên phần gạch, không nhặt mảnh gốm mang về.",
            ),
            "country-road", "monument", "Ấp Lưu Cừ 2, xã Lưu Nghiệp Anh", "05-11", ("9.707100", "106.190500"),
            hours="7 giờ 30 – 16 giờ 30, nghỉ thứ Hai", admission="Không thu phí",
            way="Cuối đường ấp, rẽ trái ở cây dầu.",
        ),
        _draft(
            "Bến cá thị trấn Định An lúc rạng đông",
            "Ghe cập bến, cá lên sân, cả thị trấn thức dậy cùng con nước.",
            (
                "Khách đứng sau vạch vàng; muốn chụp ảnh người đang làm thì hỏi trước.",
                "Cá tươi mua ngay tại sân, có chỗ làm sạch và ướp đá.",
            ),
            "fishing-port", "landscape", "Khóm 2, thị trấn Định An", "03-21", ("9.615700", "106.304200"),
            hours="4 giờ – 9 giờ", admission="", way="Đi hết đường chính của thị trấn.",
        ),
    ]  # fmt: skip


def _draft(
    title: str, lead: str, told: tuple[str, ...], picture: str, kind: str, address: str, day: str,
    point: tuple[str, str], *, hours: str, admission: str, way: str,
) -> Draft:  # fmt: skip
    record = Sight(kind, PICTURES[picture].alt, address, hours, admission, point, way)
    body = (text(*told), text(f"<h2>Đường đi</h2><p>{way}</p>", _MARK))
    return Draft(title, lead, body, BOARD, day_of(day), OTHER, picture, record=record)
