"""What procedures of one kind have in common: who decides, how it goes, what it rests on. Own words, shortened."""

from dataclasses import dataclass

COMMUNE, DISTRICT, POLICE = "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp huyện", "Công an cấp xã"
PORTAL = "https://dichvucong.gov.vn/"
# In Vietnamese, Khmer and English.
HAND_IN = (
    "Người yêu cầu nộp đủ giấy tờ tại Bộ phận Tiếp nhận và Trả kết quả, hoặc nộp trực tuyến.",
    "អ្នកស្នើសុំដាក់ឯកសារគ្រប់គ្រាន់នៅផ្នែកទទួល និងប្រគល់លទ្ធផល ឬតាមអនឡាញ។",
    "Hand in all papers at the one-stop counter, or online.",
)
CHECK = (
    "Người tiếp nhận kiểm tra giấy tờ, ghi giấy hẹn trả kết quả; nếu thiếu thì hướng dẫn bổ sung một lần.",
    "អ្នកទទួលពិនិត្យឯកសារ និងចេញលិខិតណាត់; បើខ្វះ ណែនាំបំពេញម្តង។",
    "The officer checks the papers and writes when to come back; if something is missing you are told once, in full.",
)
ENTER = (
    "Công chức tư pháp – hộ tịch ghi vào Sổ hộ tịch, cùng người yêu cầu ký, rồi trình Chủ tịch ký giấy tờ hộ tịch.",
    "មន្ត្រីអត្រានុកូលដ្ឋានចុះក្នុងសៀវភៅ ចុះហត្ថលេខាជាមួយអ្នកស្នើសុំ ហើយដាក់ជូនប្រធានចុះហត្ថលេខា។",
    "The registrar enters it into the register, which you sign too, and the chairperson signs the certificate.",
)
CERTIFY = (
    "Người thực hiện chứng thực đối chiếu, ghi lời chứng, ký và đóng dấu.",
    "អ្នកបញ្ជាក់ផ្ទៀងផ្ទាត់ សរសេរពាក្យបញ្ជាក់ ចុះហត្ថលេខា និងបោះត្រា។",
    "The officer compares, writes the attestation, signs and stamps it.",
)
EXAMINE = (
    "Bộ phận chuyên môn xem xét hồ sơ, xác minh khi cần, rồi trình người có thẩm quyền quyết định.",
    "ផ្នែកជំនាញពិនិត្យឯកសារ ផ្ទៀងផ្ទាត់ពេលចាំបាច់ ហើយដាក់ជូនអ្នកមានសិទ្ធិសម្រេច។",
    "The division examines the dossier, makes inquiries where needed, and submits it for decision.",
)
UPDATE = (
    "Cán bộ đăng ký cập nhật thông tin vào Cơ sở dữ liệu về cư trú.",
    "មន្ត្រីចុះឈ្មោះធ្វើបច្ចុប្បន្នភាពក្នុងមូលដ្ឋានទិន្នន័យស្នាក់នៅ។",
    "The officer updates the database on residence.",
)
COLLECT = (
    "Người yêu cầu nhận kết quả tại nơi nộp, qua bưu chính hoặc bản điện tử.",
    "អ្នកស្នើសុំទទួលលទ្ធផលនៅកន្លែងដាក់ តាមប្រៃសណីយ៍ ឬជាអេឡិចត្រូនិក។",
    "Collect the result where you handed in, by post, or in electronic form.",
)


@dataclass(frozen=True)
class Group:
    """`basis` are (number, title, ISO day or empty, issuer)."""

    field: str
    agency: str
    steps: tuple[tuple[str, str, str], ...]
    basis: tuple[tuple[str, str, str, str], ...]
    applicants: tuple[str, ...] = ("Công dân Việt Nam",)
    online: str = "partial"
    channels: tuple[str, ...] = ("counter", "online", "post")
    coordinating: tuple[str, ...] = ()


ASSEMBLY, GOVERNMENT = "Quốc hội", "Chính phủ"
CIVIL_STATUS_LAW = ("60/2014/QH13", "Luật Hộ tịch", "2014-11-20", ASSEMBLY)
CIVIL_STATUS_DECREE = ("123/2015/NĐ-CP", "Quy định chi tiết một số điều của Luật Hộ tịch", "2015-11-15", GOVERNMENT)
ONLINE_DECREE = ("87/2020/NĐ-CP", "Về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến", "", GOVERNMENT)
CIVIL_STATUS_CIRCULAR = ("04/2020/TT-BTP", "Hướng dẫn thi hành Luật Hộ tịch", "", "Bộ Tư pháp")

CIVIL_STATUS = Group(
    "ho-tich",
    COMMUNE,
    (HAND_IN, CHECK, ENTER, COLLECT),
    (CIVIL_STATUS_LAW, CIVIL_STATUS_DECREE, ONLINE_DECREE, CIVIL_STATUS_CIRCULAR),
    online="full",
)
FOREIGN_CIVIL_STATUS = Group(
    "ho-tich",
    DISTRICT,
    (HAND_IN, CHECK, ENTER, COLLECT),
    (CIVIL_STATUS_LAW, CIVIL_STATUS_DECREE, ONLINE_DECREE, CIVIL_STATUS_CIRCULAR),
    applicants=("Công dân Việt Nam", "Người Việt Nam định cư ở nước ngoài", "Người nước ngoài"),
)
CERTIFICATION = Group(
    "chung-thuc",
    COMMUNE,
    (HAND_IN, CERTIFY, COLLECT),
    (
        ("23/2015/NĐ-CP", "Về cấp bản sao từ sổ gốc, chứng thực bản sao, chữ ký, hợp đồng, giao dịch", "", GOVERNMENT),
        ("01/2020/TT-BTP", "Hướng dẫn thi hành Nghị định số 23/2015/NĐ-CP", "", "Bộ Tư pháp"),
        ("226/2016/TT-BTC", "Mức thu, chế độ thu phí chứng thực", "", "Bộ Tài chính"),
    ),
    applicants=("Cá nhân", "Tổ chức"),
    channels=("counter",),
    online="information",
)
ADOPTION = Group(
    "nuoi-con-nuoi",
    COMMUNE,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (
        ("52/2010/QH12", "Luật Nuôi con nuôi", "2010-06-17", ASSEMBLY),
        ("10/2020/TT-BTP", "Về hồ sơ, biểu mẫu nuôi con nuôi", "", "Bộ Tư pháp"),
    ),
)
MEDIATION = Group(
    "hoa-giai-o-co-so",
    COMMUNE,
    (HAND_IN, EXAMINE, COLLECT),
    (
        ("35/2013/QH13", "Luật Hòa giải ở cơ sở", "2013-06-20", ASSEMBLY),
        ("15/2014/NĐ-CP", "Quy định chi tiết một số điều của Luật Hòa giải ở cơ sở", "", GOVERNMENT),
    ),
)
RESIDENCE = Group(
    "cu-tru",
    POLICE,
    (HAND_IN, CHECK, UPDATE, COLLECT),
    (
        ("68/2020/QH14", "Luật Cư trú", "2020-11-13", ASSEMBLY),
        ("55/2021/TT-BCA", "Quy định chi tiết một số điều của Luật Cư trú", "", "Bộ Công an"),
        ("56/2021/TT-BCA", "Biểu mẫu trong đăng ký, quản lý cư trú", "", "Bộ Công an"),
    ),
    online="full",
    channels=("counter", "online"),
)
POVERTY = Group(
    "bao-tro-xa-hoi",
    COMMUNE,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (("07/2021/NĐ-CP", "Chuẩn nghèo đa chiều giai đoạn 2021 – 2025", "2021-01-27", GOVERNMENT),),
    applicants=("Hộ gia đình",),
)
WATERWAY = Group(
    "duong-thuy-noi-dia",
    DISTRICT,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (
        ("23/2004/QH11", "Luật Giao thông đường thủy nội địa", "2004-06-15", ASSEMBLY),
        ("08/2021/NĐ-CP", "Quản lý hoạt động đường thủy nội địa", "2021-01-28", GOVERNMENT),
    ),
    applicants=("Cá nhân", "Tổ chức"),
)
COOPERATIVE = Group(
    "thanh-lap-va-hoat-dong-cua-hop-tac-xa",
    DISTRICT,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (
        ("23/2012/QH13", "Luật Hợp tác xã", "2012-11-20", ASSEMBLY),
        ("193/2013/NĐ-CP", "Quy định chi tiết một số điều của Luật Hợp tác xã", "2013-11-21", GOVERNMENT),
    ),
    applicants=("Hợp tác xã",),
)
FISHERY = Group(
    "thuy-san",
    DISTRICT,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (("18/2017/QH14", "Luật Thủy sản", "2017-11-21", ASSEMBLY),),
    applicants=("Tổ chức cộng đồng", "Cá nhân"),
)
CROPS = Group(
    "trong-trot",
    COMMUNE,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (("31/2018/QH14", "Luật Trồng trọt", "2018-11-19", ASSEMBLY),),
    applicants=("Cá nhân", "Hộ gia đình", "Tổ chức"),
)
DISASTERS = Group(
    "phong-chong-thien-tai",
    COMMUNE,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (("33/2013/QH13", "Luật Phòng, chống thiên tai", "2013-06-19", ASSEMBLY),),
)
COMPENSATION = Group(
    "boi-thuong-nha-nuoc",
    COMMUNE,
    (HAND_IN, CHECK, EXAMINE, COLLECT),
    (("10/2017/QH14", "Luật Trách nhiệm bồi thường của Nhà nước", "2017-06-20", ASSEMBLY),),
    applicants=("Cá nhân", "Tổ chức"),
    channels=("counter", "post"),
    online="information",
)
