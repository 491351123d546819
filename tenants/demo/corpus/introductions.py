"""Introduction and contact texts of each unit and of the district: names in three languages, no figures."""

from dataclasses import dataclass

from .khmer import NAMES, kind
from .model import Block, listing, text
from .places import DISTRICT, Unit, unit
from .spelling import capital

_ENGLISH = {"commune": "Commune", "town": "Town"}
_DUTIES = (
    "xây dựng, trình HĐND cùng cấp kế hoạch phát triển kinh tế - xã hội và dự toán ngân sách, tổ chức thực hiện "
    "sau khi được thông qua;",
    "giữ gìn an ninh trật tự, quốc phòng địa phương và phòng, chống thiên tai, dịch bệnh;",
    "giải quyết thủ tục hành chính, tiếp công dân, trả lời kiến nghị của nhân dân;",
    "chăm lo giáo dục, y tế, văn hóa, chính sách dân tộc và an sinh xã hội.",
)


@dataclass(frozen=True)
class UnitTexts:
    code: str
    slug: str
    name_vi: str
    name_km: str
    name_en: str
    introduction: str
    introduction_km: str
    introduction_en: str
    body: tuple[Block, ...]
    """The page "Giới thiệu"."""
    address: str
    phone: str
    email: str
    responsible: str

    @property
    def body_html(self) -> str:
        """The body as one piece of simple HTML."""
        return "".join(block.html or f"<p><b>{block.title}.</b> {block.text}</p>" for block in self.body)


def unit_texts(code: str) -> UnitTexts:
    """By official code, that of the district included."""
    return _district() if code == DISTRICT else _commune(unit(code))


def _district() -> UnitTexts:
    return UnitTexts(
        code=DISTRICT,
        slug="huyen-tra-cu",
        name_vi="UBND huyện Trà Cú",
        name_km=f"គណៈកម្មាធិការប្រជាជនស្រុក{NAMES[DISTRICT]}",
        name_en="People's Committee of Trà Cú District",
        introduction="Trang thông tin điện tử huyện Trà Cú, tỉnh Trà Vinh: tin tức, văn bản, thủ tục hành chính và hỏi "
        "đáp.",
        introduction_km="គេហទំព័រស្រុកត្រាគូ ខេត្តត្រាវិញ៖ ព័ត៌មាន ឯកសារ នីតិវិធីរដ្ឋបាល និងសំណួរចម្លើយ។",
        introduction_en="The portal of Trà Cú District, Trà Vinh Province: news, documents, procedures, questions and "
        "answers.",
        body=(
            text(
                "<h2>Huyện Trà Cú</h2>",
                "Trà Cú là huyện của tỉnh Trà Vinh, gồm 17 đơn vị hành chính cấp xã: hai thị trấn (Trà Cú, Định "
                "An) và 15 xã.",
                "Các xã gồm An Quảng Hữu, Đại An, Định An, Hàm Giang, Hàm Tân, Kim Sơn, Long Hiệp, Lưu Nghiệp "
                "Anh, Ngãi Xuyên, Ngọc Biên, "
                "Phước Hưng, Tân Hiệp, Tân Sơn, Tập Sơn và Thanh Sơn.",
            ),
            listing("UBND huyện là cơ quan hành chính nhà nước ở địa phương, có các nhiệm vụ chính:", _DUTIES),
            _demo_note(),
        ),
        address="Trụ sở UBND huyện Trà Cú, thị trấn Trà Cú, huyện Trà Cú, tỉnh Trà Vinh",
        phone="0294 000 0000",
        email="demo-huyen-tra-cu@example.vn",
        responsible="Trưởng Ban biên tập (demo)",
    )


def _commune(one: Unit) -> UnitTexts:
    return UnitTexts(
        code=one.code,
        slug=one.slug,
        name_vi=f"UBND {one.phrase}",
        name_km=f"គណៈកម្មាធិការប្រជាជន{kind(one)}{NAMES[one.code]}",
        name_en=f"People's Committee of {one.name} {_ENGLISH[one.kind]}",
        introduction=f"Trang thông tin điện tử {one.phrase}, huyện Trà Cú, tỉnh Trà Vinh.",
        introduction_km=f"គេហទំព័រ{kind(one)}{NAMES[one.code]} ស្រុកត្រាគូ ខេត្តត្រាវិញ។",
        introduction_en=f"The site of {one.name} {_ENGLISH[one.kind]}, Trà Cú District, Trà Vinh Province.",
        body=(
            text(f"<h2>Giới thiệu {one.phrase}</h2>", *_about(one)),
            listing(f"UBND {one.phrase} là cơ quan hành chính nhà nước ở cơ sở, có các nhiệm vụ chính:", _DUTIES),
            text(
                "<h2>Liên hệ, phục vụ nhân dân</h2>",
                f"Người dân có thể đến bộ phận tiếp nhận và trả kết quả của UBND {one.phrase}, gửi câu hỏi tại "
                f"chuyên mục Hỏi đáp hoặc nộp hồ "
                "sơ trực tuyến trên Cổng Dịch vụ công.",
            ),
            _demo_note(),
        ),
        address=f"Trụ sở UBND {one.phrase}, huyện Trà Cú, tỉnh Trà Vinh",
        phone=f"0294 000 00{one.code[-2:]}",
        email=f"demo-{one.slug}@example.vn",
        responsible=f"Người phụ trách trang {one.phrase} (demo)",
    )


def _about(one: Unit) -> tuple[str, ...]:
    first = (
        f"{capital(one.phrase)} là đơn vị hành chính cấp xã thuộc huyện Trà Cú, tỉnh Trà Vinh, mã đơn vị hành "
        f"chính {one.code}."
    )
    other = ""
    if one.name == "Định An":
        kin = "xã Định An (mã 29494)" if one.kind == "town" else "thị trấn Định An (mã 29462)"
        other = (
            f"Trong huyện còn có {kin}; hai đơn vị cùng tên nhưng có bộ máy, trụ sở và trang thông tin điện tử riêng."
        )
    if one.name == "Trà Cú":
        other = "Thị trấn mang cùng tên với huyện; trang này là trang của UBND thị trấn, không phải của UBND huyện."
    return first, other


def _demo_note() -> Block:
    words = "Địa chỉ, số điện thoại và thư điện tử trên trang này là dữ liệu trình diễn, không dùng để liên hệ thật."
    return Block("callout", title="Dữ liệu trình diễn", text=words)
