"""Procedures with their public codes and names. What they say is shortened and in own words, as of the demo year."""

from dataclasses import dataclass
from typing import Any

from .groups import (
    ADOPTION,
    CERTIFICATION,
    CIVIL_STATUS,
    COMPENSATION,
    COOPERATIVE,
    CROPS,
    DISASTERS,
    FISHERY,
    FOREIGN_CIVIL_STATUS,
    MEDIATION,
    POVERTY,
    RESIDENCE,
    WATERWAY,
    Group,
)

FREE = "Miễn phí"
SAME_DAY = "Trong ngày làm việc; nhận sau 15 giờ thì trả kết quả ngày làm việc tiếp theo"
RESIDENCE_FEE = "Theo thông tư của Bộ Tài chính; miễn cho trẻ em, hộ nghèo"
BY_PROVINCE = "Theo nghị quyết của Hội đồng nhân dân tỉnh; miễn cho người thuộc hộ nghèo, người khuyết tật"


Papers = tuple[str | tuple[str, int, int], ...]
Events = tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """`papers` are (name, originals, copies) or a name with one original. `also` names a second level."""

    code: str
    name: str
    group: Group
    time: str
    fee: str
    result: str
    papers: Papers
    events: Events
    km: str = ""
    en: str = ""
    conditions: str = ""
    also: str = ""
    related: tuple[str, ...] = ()


def _days(number: int) -> str:
    return f"{number:02} ngày làm việc"


ID = ("Giấy tờ tùy thân của người yêu cầu (xuất trình)", 1, 0)
BIRTH, MARRIAGE, DEATH = "Giấy khai sinh", "Giấy chứng nhận kết hôn", "Trích lục khai tử"


def _status(code: str, name: str, papers: Papers, result: str, events: Events, **more: Any) -> Known:
    time, fee, group = more.pop("time", SAME_DAY), more.pop("fee", FREE), more.pop("group", CIVIL_STATUS)
    return Known(code, name, group, time, fee, result, (*papers, ID), events, **more)


_CIVIL = (
    _status(
        "1.001193",
        "Thủ tục đăng ký khai sinh",
        ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh"),
        BIRTH,
        ("birth",),
        km="នីតិវិធីចុះបញ្ជីកំណើត",
        en="Registration of a birth",
        related=("2.000635", "1.004222"),
        conditions="Đăng ký trong 60 ngày từ ngày sinh. Không có giấy chứng sinh thì nộp văn bản của người làm chứng.",
    ),
    _status(
        "1.000689",
        "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con",
        (
            "Tờ khai đăng ký khai sinh",
            "Tờ khai đăng ký nhận cha, mẹ, con",
            "Giấy chứng sinh",
            "Chứng cứ chứng minh quan hệ cha, mẹ, con",
        ),
        f"{BIRTH}; Trích lục đăng ký nhận cha, mẹ, con",
        ("birth",),
        time=_days(3),
        fee=BY_PROVINCE,
        km="ចុះបញ្ជីកំណើតរួមជាមួយទទួលស្គាល់ឪពុក ម្តាយ កូន",
        en="Registration of a birth with recognition of a parent",
    ),
    _status(
        "1.003583",
        "Thủ tục đăng ký khai sinh lưu động",
        ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh"),
        BIRTH,
        ("birth",),
        time=_days(5),
        km="ចុះបញ្ជីកំណើតចល័ត",
        en="Registration of a birth at home",
        conditions="Cha, mẹ bị khuyết tật, ốm bệnh không thể đi đăng ký, hoặc đang bị tạm giam.",
    ),
    _status(
        "1.004884",
        "Thủ tục đăng ký lại khai sinh",
        ("Tờ khai đăng ký lại khai sinh", ("Hồ sơ, giấy tờ cá nhân có thông tin khai sinh", 0, 1)),
        BIRTH,
        ("birth", "papers"),
        time=_days(5),
        fee=BY_PROVINCE,
        km="ចុះបញ្ជីកំណើតឡើងវិញ",
        en="Renewed registration of a birth",
        conditions="Việc khai sinh đã đăng ký trước ngày 01/01/2016 nhưng sổ hộ tịch và bản chính đều bị mất.",
    ),
    _status(
        "1.004772",
        "Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân",
        ("Tờ khai đăng ký khai sinh", ("Hồ sơ, giấy tờ cá nhân có thông tin khai sinh", 0, 1)),
        BIRTH,
        ("birth", "papers"),
        time=_days(5),
        fee=BY_PROVINCE,
        km="ចុះបញ្ជីកំណើតសម្រាប់អ្នកមានឯកសារផ្ទាល់ខ្លួន",
        en="Registration of a birth for a person who has papers",
    ),
    _status(
        "1.000894",
        "Thủ tục đăng ký kết hôn",
        ("Tờ khai đăng ký kết hôn", "Giấy xác nhận tình trạng hôn nhân (người cư trú ở xã khác)"),
        MARRIAGE,
        ("marriage",),
        km="នីតិវិធីចុះបញ្ជីអាពាហ៍ពិពាហ៍",
        en="Registration of a marriage",
        related=("1.004873",),
        conditions="Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi; hai bên tự nguyện và cùng có mặt khi đăng ký.",
    ),
    _status(
        "1.000593",
        "Thủ tục đăng ký kết hôn lưu động",
        ("Tờ khai đăng ký kết hôn",),
        MARRIAGE,
        ("marriage",),
        time=_days(5),
        km="ចុះបញ្ជីអាពាហ៍ពិពាហ៍ចល័ត",
        en="Registration of a marriage at home",
        conditions="Một hoặc hai bên là người khuyết tật, ốm bệnh không thể đến trụ sở.",
    ),
    _status(
        "1.004746",
        "Thủ tục đăng ký lại kết hôn",
        ("Tờ khai đăng ký lại kết hôn", ("Bản sao giấy chứng nhận kết hôn cấp trước đây", 0, 1)),
        MARRIAGE,
        ("marriage", "papers"),
        time=_days(5),
        fee=BY_PROVINCE,
        km="ចុះបញ្ជីអាពាហ៍ពិពាហ៍ឡើងវិញ",
        en="Renewed registration of a marriage",
    ),
    _status(
        "1.004873",
        "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
        (
            "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân",
            "Quyết định ly hôn hoặc trích lục khai tử (nếu đã từng kết hôn)",
        ),
        "Giấy xác nhận tình trạng hôn nhân",
        ("marriage", "land"),
        time=_days(3),
        fee=BY_PROVINCE,
        km="ចេញលិខិតបញ្ជាក់ស្ថានភាពអាពាហ៍ពិពាហ៍",
        en="Certificate of marital status",
    ),
    _status(
        "1.000656",
        "Thủ tục đăng ký khai tử",
        ("Tờ khai đăng ký khai tử", "Giấy báo tử"),
        DEATH,
        ("death",),
        km="នីតិវិធីចុះបញ្ជីមរណភាព",
        en="Registration of a death",
        conditions="Đăng ký trong 15 ngày từ ngày có người chết.",
    ),
    _status(
        "1.000419",
        "Thủ tục đăng ký khai tử lưu động",
        ("Tờ khai đăng ký khai tử", "Giấy báo tử"),
        DEATH,
        ("death",),
        time=_days(5),
        km="ចុះបញ្ជីមរណភាពចល័ត",
        en="Registration of a death at home",
    ),
    _status(
        "1.005461",
        "Đăng ký lại khai tử",
        ("Tờ khai đăng ký lại khai tử", ("Bản sao Giấy chứng tử cấp trước đây", 0, 1)),
        DEATH,
        ("death", "papers"),
        time=_days(5),
        fee=BY_PROVINCE,
        km="ចុះបញ្ជីមរណភាពឡើងវិញ",
        en="Renewed registration of a death",
    ),
    _status(
        "1.001022",
        "Thủ tục đăng ký nhận cha, mẹ, con",
        ("Tờ khai đăng ký nhận cha, mẹ, con", "Chứng cứ chứng minh quan hệ cha, mẹ, con"),
        "Trích lục đăng ký nhận cha, mẹ, con",
        ("birth",),
        time=_days(3),
        fee=BY_PROVINCE,
        km="ចុះបញ្ជីទទួលស្គាល់ឪពុក ម្តាយ កូន",
        en="Recognition of a father, mother or child",
    ),
    _status(
        "1.004837",
        "Thủ tục đăng ký giám hộ",
        ("Tờ khai đăng ký giám hộ", "Văn bản cử người giám hộ"),
        "Trích lục đăng ký giám hộ",
        ("birth",),
        time=_days(3),
        km="ចុះបញ្ជីអាណាព្យាបាល",
        en="Registration of a guardianship",
    ),
    _status(
        "1.004845",
        "Thủ tục đăng ký chấm dứt giám hộ",
        ("Tờ khai đăng ký chấm dứt giám hộ", "Giấy tờ làm căn cứ chấm dứt giám hộ"),
        "Trích lục chấm dứt giám hộ",
        ("birth",),
        time=_days(2),
        km="ចុះបញ្ជីបញ្ចប់អាណាព្យាបាល",
        en="End of a guardianship",
    ),
    _status(
        "1.004859",
        "Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
        ("Tờ khai thay đổi, cải chính, bổ sung hộ tịch", "Giấy tờ làm căn cứ thay đổi, cải chính"),
        "Trích lục thay đổi, cải chính, bổ sung hộ tịch",
        ("papers",),
        fee=BY_PROVINCE,
        km="ផ្លាស់ប្តូរ កែតម្រូវ បំពេញព័ត៌មានអត្រានុកូលដ្ឋាន",
        en="Change, correction and completion of civil status",
    ),
    _status(
        "2.000635",
        "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
        ("Tờ khai cấp bản sao trích lục hộ tịch",),
        "Bản sao trích lục hộ tịch, bản sao Giấy khai sinh",
        ("papers", "school"),
        fee="8.000 đồng/bản",
        km="ចេញច្បាប់ចម្លងសំបុត្រកំណើត",
        en="Copy of an extract of civil status",
        also="district",
    ),
    _status(
        "2.001023",
        "Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
        ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Tờ khai tham gia bảo hiểm y tế"),
        f"{BIRTH}; thẻ bảo hiểm y tế",
        ("birth", "health"),
        time="15 ngày",
        km="ចុះបញ្ជីកំណើត និងប័ណ្ណធានារ៉ាប់រងសុខភាពកុមារក្រោម ៦ ឆ្នាំ",
        en="Birth registration with health insurance for a child under six",
    ),
    _status(
        "2.000986",
        "Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế "
        "cho trẻ em dưới 6 tuổi",
        ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Tờ khai thay đổi thông tin cư trú"),
        f"{BIRTH}; đăng ký thường trú; thẻ bảo hiểm y tế",
        ("birth", "residence", "health"),
        time="20 ngày",
        km="ចុះបញ្ជីកំណើត ស្នាក់នៅអចិន្ត្រៃយ៍ និងប័ណ្ណសុខភាព",
        en="Birth, permanent residence and health insurance in one go",
    ),
)


def _foreign(code: str, name: str, papers: Papers, result: str, events: Events, **more: Any) -> Known:
    return _status(code, name, papers, result, events, group=FOREIGN_CIVIL_STATUS, fee=BY_PROVINCE, **more)


_PASSPORT = ("Hộ chiếu hoặc giấy tờ thay hộ chiếu của người nước ngoài (xuất trình)", 1, 1)
_FOREIGN = (
    _foreign(
        "2.000528",
        "Thủ tục đăng ký khai sinh có yếu tố nước ngoài",
        ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Văn bản thỏa thuận chọn quốc tịch cho con"),
        BIRTH,
        ("birth",),
    ),
    _foreign(
        "1.001695",
        "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài",
        ("Tờ khai đăng ký khai sinh", "Tờ khai đăng ký nhận cha, mẹ, con", _PASSPORT),
        BIRTH,
        ("birth",),
        time="10 ngày",
    ),
    _foreign(
        "2.000522",
        "Thủ tục đăng ký lại khai sinh có yếu tố nước ngoài",
        ("Tờ khai đăng ký lại khai sinh", _PASSPORT),
        BIRTH,
        ("birth",),
        time=_days(5),
    ),
    _foreign(
        "1.000893",
        "Thủ tục đăng ký khai sinh có yếu tố nước ngoài cho người đã có hồ sơ, giấy tờ cá nhân",
        ("Tờ khai đăng ký khai sinh", ("Hồ sơ, giấy tờ cá nhân", 0, 1)),
        BIRTH,
        ("birth",),
        time=_days(5),
    ),
    _foreign(
        "2.000806",
        "Thủ tục đăng ký kết hôn có yếu tố nước ngoài",
        ("Tờ khai đăng ký kết hôn", "Giấy xác nhận của tổ chức y tế về tình trạng sức khỏe tâm thần", _PASSPORT),
        MARRIAGE,
        ("marriage",),
        time=_days(10),
    ),
    _foreign(
        "2.000513",
        "Thủ tục đăng ký lại kết hôn có yếu tố nước ngoài",
        ("Tờ khai đăng ký lại kết hôn", _PASSPORT),
        MARRIAGE,
        ("marriage",),
        time=_days(5),
    ),
    _foreign(
        "1.001766",
        "Thủ tục đăng ký khai tử có yếu tố nước ngoài",
        ("Tờ khai đăng ký khai tử", "Giấy báo tử"),
        DEATH,
        ("death",),
    ),
    _foreign(
        "2.000497",
        "Thủ tục đăng ký lại khai tử có yếu tố nước ngoài",
        ("Tờ khai đăng ký lại khai tử",),
        DEATH,
        ("death",),
        time=_days(5),
    ),
    _foreign(
        "2.000779",
        "Thủ tục đăng ký nhận cha, mẹ, con có yếu tố nước ngoài",
        ("Tờ khai đăng ký nhận cha, mẹ, con", "Chứng cứ chứng minh quan hệ", _PASSPORT),
        "Trích lục đăng ký nhận cha, mẹ, con",
        ("birth",),
        time="10 ngày",
    ),
    _foreign(
        "1.001669",
        "Thủ tục đăng ký giám hộ có yếu tố nước ngoài",
        ("Tờ khai đăng ký giám hộ", "Văn bản cử người giám hộ", _PASSPORT),
        "Trích lục đăng ký giám hộ",
        ("birth",),
        time=_days(5),
    ),
    _foreign(
        "2.000756",
        "Thủ tục đăng ký chấm dứt giám hộ có yếu tố nước ngoài",
        ("Tờ khai đăng ký chấm dứt giám hộ",),
        "Trích lục chấm dứt giám hộ",
        ("birth",),
        time=_days(2),
    ),
    _foreign(
        "2.000748",
        "Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc có yếu tố nước ngoài",
        ("Tờ khai thay đổi, cải chính, bổ sung hộ tịch", "Giấy tờ làm căn cứ"),
        "Trích lục thay đổi, cải chính, bổ sung hộ tịch",
        ("papers",),
        time=_days(3),
    ),
    _foreign(
        "2.000554",
        "Thủ tục ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan "
        "có thẩm quyền của nước ngoài",
        ("Tờ khai ghi vào Sổ hộ tịch", ("Bản án, quyết định ly hôn đã có hiệu lực", 0, 1)),
        "Trích lục ghi chú ly hôn",
        ("marriage",),
        time=_days(5),
    ),
    _foreign(
        "2.002189",
        "Thủ tục ghi vào Sổ hộ tịch việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan "
        "có thẩm quyền của "
        "nước ngoài",
        ("Tờ khai ghi chú kết hôn", ("Giấy tờ chứng nhận kết hôn của nước ngoài", 0, 1)),
        "Trích lục ghi chú kết hôn",
        ("marriage",),
        time=_days(5),
    ),
)


def _certified(
    code: str, name: str, fee: str, papers: Papers, result: str, events: Events = ("papers",), **more: Any
) -> Known:
    return Known(code, name, CERTIFICATION, SAME_DAY, fee, result, (*papers, ID), events, **more)


_ORIGINAL = ("Bản chính giấy tờ, văn bản (xuất trình)", 1, 0)
_CERTIFIED = (
    _certified(
        "2.000815",
        "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt "
        "Nam cấp hoặc chứng nhận",
        "2.000 đồng/trang; từ trang thứ ba 1.000 đồng/trang, tối đa 200.000 đồng/bản",
        (_ORIGINAL, ("Bản sao cần chứng thực", 0, 1)),
        "Bản sao được chứng thực",
        ("papers", "school", "work"),
        km="បញ្ជាក់ច្បាប់ចម្លងពីច្បាប់ដើម",
        en="Certified copy of an original",
        also="district",
    ),
    _certified(
        "2.000884",
        "Chứng thực chữ ký trong các giấy tờ, văn bản",
        "10.000 đồng/trường hợp",
        ("Giấy tờ, văn bản sẽ ký",),
        "Giấy tờ có chữ ký được chứng thực",
        km="បញ្ជាក់ហត្ថលេខា",
        en="Certified signature",
        also="district",
    ),
    _certified(
        "2.000908",
        "Thủ tục cấp bản sao từ sổ gốc",
        FREE,
        ("Văn bản yêu cầu (nếu gửi qua bưu chính)",),
        "Bản sao từ sổ gốc",
        km="ចេញច្បាប់ចម្លងពីសៀវភៅដើម",
        en="Copy from the original register",
        also="district",
    ),
    _certified(
        "2.000913",
        "Chứng thực việc sửa đổi, bổ sung, hủy bỏ hợp đồng, giao dịch",
        "30.000 đồng/giao dịch",
        ("Giao dịch đã được chứng thực", "Dự thảo sửa đổi, bổ sung"),
        "Giao dịch được chứng thực",
        ("land", "papers"),
    ),
    _certified(
        "2.000927",
        "Sửa lỗi sai sót trong hợp đồng, giao dịch",
        "25.000 đồng/giao dịch",
        ("Giao dịch đã được chứng thực",),
        "Giao dịch đã sửa lỗi",
        ("land", "papers"),
    ),
    _certified(
        "2.000942",
        "Cấp bản sao có chứng thực từ bản chính hợp đồng, giao dịch đã được chứng thực",
        "2.000 đồng/trang; từ trang thứ ba 1.000 đồng/trang",
        ("Phiếu yêu cầu",),
        "Bản sao có chứng thực",
        ("land", "papers"),
    ),
    _certified(
        "2.001016",
        "Chứng thực văn bản từ chối nhận di sản",
        "50.000 đồng/văn bản",
        ("Dự thảo văn bản từ chối nhận di sản",),
        "Văn bản được chứng thực",
        ("death",),
    ),
    _certified(
        "2.001019",
        "Chứng thực di chúc",
        "50.000 đồng/di chúc",
        ("Dự thảo di chúc", ("Giấy tờ về quyền sở hữu, sử dụng", 0, 1)),
        "Di chúc được chứng thực",
        ("death",),
        km="បញ្ជាក់មតកសាសន៍",
        en="Certified will",
    ),
    _certified(
        "2.001035",
        "Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở",
        "50.000 đồng/giao dịch",
        ("Dự thảo hợp đồng, giao dịch", ("Giấy chứng nhận quyền sử dụng đất", 0, 1)),
        "Hợp đồng, giao dịch được chứng thực",
        ("land", "house"),
        km="បញ្ជាក់កិច្ចសន្យាដីធ្លី និងផ្ទះ",
        en="Certified contract on land or a house",
    ),
    _certified(
        "2.001406",
        "Chứng thực văn bản thỏa thuận phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở",
        "50.000 đồng/văn bản",
        ("Dự thảo văn bản phân chia di sản", ("Giấy tờ chứng minh quan hệ thừa kế", 0, 1)),
        "Văn bản được chứng thực",
        ("death", "land"),
    ),
    Known(
        "2.001255",
        "Đăng ký lại việc nuôi con nuôi trong nước",
        ADOPTION,
        _days(5),
        FREE,
        "Giấy chứng nhận nuôi con nuôi trong nước",
        ("Tờ khai đăng ký lại việc nuôi con nuôi", ID),
        ("birth",),
    ),
    Known(
        "2.001263",
        "Đăng ký việc nuôi con nuôi trong nước",
        ADOPTION,
        "30 ngày",
        "400.000 đồng/trường hợp",
        "Giấy chứng nhận nuôi con nuôi trong nước",
        (
            "Đơn xin nhận con nuôi trong nước",
            "Phiếu lý lịch tư pháp",
            "Giấy khám sức khỏe",
            "Giấy khai sinh của trẻ",
            ID,
        ),
        ("birth",),
        km="ចុះបញ្ជីសុំកូនចិញ្ចឹមក្នុងប្រទេស",
        en="Adoption of a child within the country",
        conditions="Có năng lực hành vi dân sự đầy đủ, hơn con nuôi từ 20 tuổi trở lên, có sức khỏe, kinh tế, chỗ ở.",
    ),
    Known(
        "2.002363",
        "Ghi vào Sổ đăng ký nuôi con nuôi việc nuôi con nuôi đã được giải quyết tại cơ quan có thẩm "
        "quyền của nước ngoài",
        ADOPTION,
        SAME_DAY,
        FREE,
        "Văn bản xác nhận ghi vào sổ",
        ("Tờ khai", ("Văn bản của nước ngoài", 0, 1), ID),
        ("birth",),
    ),
)


def _mediation(code: str, name: str, time: str, papers: Papers, result: str) -> Known:
    return Known(code, name, MEDIATION, time, FREE, result, papers, ("complaint",))


_MEDIATION = (
    _mediation(
        "1.002211",
        "Thủ tục công nhận hòa giải viên (cấp xã)",
        _days(5),
        ("Danh sách đề nghị công nhận hòa giải viên", "Biên bản kết quả bầu"),
        "Quyết định công nhận hòa giải viên",
    ),
    _mediation(
        "2.000950",
        "Thủ tục công nhận tổ trưởng tổ hòa giải (cấp xã)",
        _days(5),
        ("Văn bản đề nghị công nhận tổ trưởng", "Biên bản kết quả bầu"),
        "Quyết định công nhận tổ trưởng",
    ),
    _mediation(
        "2.000930",
        "Thủ tục thôi làm hòa giải viên (cấp xã)",
        _days(5),
        ("Đơn xin thôi làm hòa giải viên hoặc báo cáo của tổ trưởng",),
        "Quyết định thôi làm hòa giải viên",
    ),
    _mediation(
        "2.002080",
        "Thủ tục thanh toán thù lao cho hòa giải viên",
        _days(5),
        ("Giấy đề nghị thanh toán thù lao",),
        "Chi trả thù lao",
    ),
    _mediation(
        "2.000424",
        "Thủ tục thực hiện hỗ trợ khi hòa giải viên gặp tai nạn hoặc rủi ro ảnh hưởng đến sức khỏe, "
        "tính mạng trong khi "
        "thực hiện hoạt động hòa giải",
        _days(7),
        ("Giấy đề nghị hỗ trợ", "Biên bản xác nhận tai nạn", ("Giấy ra viện, hóa đơn", 0, 1)),
        "Quyết định hỗ trợ",
    ),
)


def _resident(
    code: str, name: str, time: str, papers: Papers, result: str, *, fee: str = RESIDENCE_FEE, **more: Any
) -> Known:
    return Known(code, name, RESIDENCE, time, fee, result, (*papers, ID), ("residence",), **more)


_CHANGE = "Tờ khai thay đổi thông tin cư trú (mẫu CT01)"
_RESIDENCE = (
    _resident(
        "1.004222",
        "Đăng ký thường trú",
        _days(7),
        (_CHANGE, ("Giấy tờ chứng minh chỗ ở hợp pháp", 0, 1)),
        "Thông báo kết quả đăng ký thường trú",
        km="ចុះបញ្ជីស្នាក់នៅអចិន្ត្រៃយ៍",
        en="Registration of permanent residence",
        related=("1.003197",),
    ),
    _resident(
        "1.004194",
        "Đăng ký tạm trú",
        _days(3),
        (_CHANGE, ("Giấy tờ chứng minh chỗ ở hợp pháp", 0, 1)),
        "Thông báo kết quả đăng ký tạm trú",
        km="ចុះបញ្ជីស្នាក់នៅបណ្តោះអាសន្ន",
        en="Registration of temporary residence",
    ),
    _resident(
        "1.002755",
        "Gia hạn tạm trú",
        _days(3),
        (_CHANGE,),
        "Thông báo gia hạn tạm trú",
        km="បន្តការស្នាក់នៅបណ្តោះអាសន្ន",
        en="Extension of temporary residence",
    ),
    _resident("1.003197", "Xóa đăng ký thường trú", _days(5), (_CHANGE,), "Thông báo xóa đăng ký thường trú", fee=FREE),
    _resident("1.010028", "Xóa đăng ký tạm trú", _days(2), (_CHANGE,), "Thông báo xóa đăng ký tạm trú", fee=FREE),
    _resident(
        "1.003677",
        "Khai báo tạm vắng",
        _days(1),
        ("Phiếu khai báo tạm vắng",),
        "Phiếu khai báo tạm vắng",
        fee=FREE,
        km="ប្រកាសអវត្តមានបណ្តោះអាសន្ន",
        en="Notice of temporary absence",
    ),
    _resident(
        "1.010038",
        "Tách hộ",
        _days(5),
        (_CHANGE, "Ý kiến đồng ý của chủ hộ, chủ sở hữu chỗ ở"),
        "Thông báo tách hộ",
        km="បំបែកគ្រួសារ",
        en="Splitting of a household",
    ),
    _resident(
        "1.010039",
        "Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú",
        _days(3),
        (_CHANGE, "Giấy tờ về việc thay đổi thông tin"),
        "Thông báo điều chỉnh thông tin",
        fee=FREE,
    ),
    _resident(
        "1.010040",
        "Khai báo thông tin về cư trú đối với người chưa đủ điều kiện đăng ký thường trú, đăng ký tạm trú",
        "30 ngày",
        ("Tờ khai đề nghị khai báo thông tin về cư trú",),
        "Thông báo về khai báo thông tin cư trú",
        fee=FREE,
    ),
    _resident(
        "1.010041",
        "Xác nhận thông tin về cư trú",
        _days(1),
        (_CHANGE,),
        "Giấy xác nhận thông tin về cư trú (mẫu CT07)",
        fee=FREE,
        km="បញ្ជាក់ព័ត៌មានស្នាក់នៅ",
        en="Certificate of residence",
    ),
    _resident(
        "2.001159",
        "Thông báo lưu trú",
        "Ngay khi nhận thông báo",
        ("Thông báo trực tiếp, qua điện thoại hoặc trực tuyến",),
        "Cập nhật vào sổ tiếp nhận lưu trú",
        fee=FREE,
        km="ជូនដំណឹងស្នាក់នៅ",
        en="Notice of a stay",
    ),
)


def _more(
    code: str,
    name: str,
    group: Group,
    time: str,
    fee: str,
    papers: Papers,
    result: str,
    events: Events,
    **more: Any,
) -> Known:
    return Known(code, name, group, time, fee, result, papers, events, **more)


_POOR = ("Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo",)
_OTHERS = (
    _more(
        "1.011606",
        "Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm",
        POVERTY,
        "Từ ngày 01/9 đến hết ngày 14/12",
        FREE,
        _POOR,
        "Quyết định công nhận; giấy chứng nhận hộ nghèo, hộ cận nghèo",
        ("support",),
        km="ទទួលស្គាល់គ្រួសារក្រីក្រប្រចាំឆ្នាំ",
        en="Yearly recognition of poor households",
    ),
    _more(
        "1.011607",
        "Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm",
        POVERTY,
        "15 ngày",
        FREE,
        _POOR,
        "Quyết định công nhận hộ nghèo, hộ cận nghèo",
        ("support",),
        km="ទទួលស្គាល់គ្រួសារក្រីក្រ",
        en="Recognition of a poor household",
    ),
    _more(
        "1.011608",
        "Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm",
        POVERTY,
        "15 ngày",
        FREE,
        _POOR,
        "Quyết định công nhận hộ thoát nghèo",
        ("support",),
    ),
    _more(
        "1.011609",
        "Công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình",
        POVERTY,
        "15 ngày",
        FREE,
        ("Giấy đề nghị xác định hộ có mức sống trung bình",),
        "Giấy xác nhận",
        ("support", "farming"),
    ),
    _more(
        "1.009454",
        "Công bố hoạt động bến thủy nội địa",
        WATERWAY,
        _days(5),
        "100.000 đồng/lần",
        ("Đơn đề nghị công bố hoạt động bến", ("Giấy tờ về sử dụng đất", 0, 1), "Hồ sơ thiết kế, hoàn công"),
        "Quyết định công bố hoạt động bến",
        ("vehicle", "business"),
    ),
    _more(
        "1.003658",
        "Công bố lại hoạt động bến thủy nội địa",
        WATERWAY,
        _days(5),
        "100.000 đồng/lần",
        ("Đơn đề nghị công bố lại hoạt động bến",),
        "Quyết định công bố hoạt động bến",
        ("vehicle", "business"),
    ),
    _more(
        "1.009452",
        "Thỏa thuận thông số kỹ thuật xây dựng bến thủy nội địa",
        WATERWAY,
        _days(5),
        FREE,
        ("Đơn đề nghị thỏa thuận thông số kỹ thuật", "Bản vẽ mặt bằng, vị trí bến"),
        "Văn bản thỏa thuận",
        ("vehicle", "business"),
    ),
    _more(
        "1.009453",
        "Thỏa thuận thông số kỹ thuật xây dựng bến khách ngang sông, bến thủy nội địa phục vụ thi công "
        "công trình chính",
        WATERWAY,
        _days(5),
        FREE,
        ("Đơn đề nghị thỏa thuận thông số kỹ thuật",),
        "Văn bản thỏa thuận",
        ("vehicle", "business"),
    ),
    _more(
        "1.009455",
        "Công bố hoạt động bến khách ngang sông, bến thủy nội địa phục vụ thi công công trình chính",
        WATERWAY,
        _days(5),
        "100.000 đồng/lần",
        ("Đơn đề nghị công bố hoạt động bến",),
        "Quyết định công bố hoạt động bến",
        ("vehicle", "business"),
    ),
    _more(
        "1.004088",
        "Đăng ký phương tiện lần đầu đối với phương tiện chưa khai thác trên đường thủy nội địa",
        WATERWAY,
        _days(3),
        "70.000 đồng/giấy",
        ("Đơn đề nghị đăng ký phương tiện", "Hai ảnh màu phương tiện", ("Hợp đồng mua bán", 0, 1)),
        "Giấy chứng nhận đăng ký phương tiện",
        ("vehicle",),
        also="commune",
        km="ចុះបញ្ជីទូកលើកដំបូង",
        en="First registration of a boat",
    ),
    _more(
        "1.004047",
        "Đăng ký phương tiện lần đầu đối với phương tiện đang khai thác trên đường thủy nội địa",
        WATERWAY,
        _days(3),
        "70.000 đồng/giấy",
        ("Đơn đề nghị đăng ký phương tiện", "Hai ảnh màu phương tiện"),
        "Giấy chứng nhận đăng ký phương tiện",
        ("vehicle",),
        also="commune",
    ),
    _more(
        "1.003930",
        "Cấp lại Giấy chứng nhận đăng ký phương tiện",
        WATERWAY,
        _days(2),
        "70.000 đồng/giấy",
        ("Đơn đề nghị cấp lại",),
        "Giấy chứng nhận đăng ký phương tiện",
        ("vehicle",),
        also="commune",
    ),
    _more(
        "1.005280",
        "Đăng ký thành lập hợp tác xã",
        COOPERATIVE,
        _days(3),
        BY_PROVINCE,
        (
            "Giấy đề nghị đăng ký hợp tác xã",
            "Điều lệ",
            "Phương án sản xuất, kinh doanh",
            "Danh sách thành viên",
            "Nghị quyết hội nghị thành lập",
        ),
        "Giấy chứng nhận đăng ký hợp tác xã",
        ("business", "farming"),
        km="ចុះបញ្ជីបង្កើតសហករណ៍",
        en="Registration of a co-operative",
    ),
    _more(
        "1.005277",
        "Đăng ký thay đổi nội dung đăng ký hợp tác xã",
        COOPERATIVE,
        _days(3),
        BY_PROVINCE,
        ("Giấy đề nghị đăng ký thay đổi", "Nghị quyết đại hội thành viên"),
        "Giấy chứng nhận đăng ký hợp tác xã",
        ("business",),
    ),
    _more(
        "1.004901",
        "Cấp đổi Giấy chứng nhận đăng ký hợp tác xã",
        COOPERATIVE,
        _days(3),
        BY_PROVINCE,
        ("Giấy đề nghị cấp đổi",),
        "Giấy chứng nhận đăng ký hợp tác xã",
        ("business",),
    ),
    _more(
        "1.004982",
        "Đăng ký giải thể hợp tác xã",
        COOPERATIVE,
        _days(3),
        BY_PROVINCE,
        ("Thông báo giải thể", "Biên bản hoàn thành giải thể"),
        "Thông báo giải thể hợp tác xã",
        ("business",),
    ),
    _more(
        "1.003956",
        "Công nhận và giao quyền quản lý cho tổ chức cộng đồng (thuộc địa bàn quản lý)",
        FISHERY,
        "63 ngày",
        FREE,
        ("Đơn đề nghị", "Biên bản họp", "Danh sách thành viên", "Phương án bảo vệ và khai thác nguồn lợi thủy sản"),
        "Quyết định công nhận và giao quyền quản lý",
        ("farming",),
    ),
    _more(
        "1.004498",
        "Sửa đổi, bổ sung nội dung quyết định công nhận và giao quyền quản lý cho tổ chức cộng đồng "
        "(thuộc địa bàn quản lý)",
        FISHERY,
        "03 ngày làm việc đối với thay đổi tên, người đại diện; 63 ngày đối với nội dung khác",
        FREE,
        ("Đơn đề nghị sửa đổi, bổ sung", "Biên bản họp"),
        "Quyết định sửa đổi, bổ sung",
        ("farming",),
    ),
    _more(
        "1.008004",
        "Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa",
        CROPS,
        _days(5),
        FREE,
        ("Bản đăng ký chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa",),
        "Bản đăng ký được xác nhận",
        ("farming", "land"),
        km="ប្តូររចនាសម្ព័ន្ធដំណាំលើដីស្រែ",
        en="Other crops on rice land",
    ),
    _more(
        "1.010091",
        "Hỗ trợ khám chữa bệnh, trợ cấp tai nạn cho lực lượng xung kích phòng chống thiên tai cấp xã trong trường hợp "
        "chưa tham gia bảo hiểm y tế, bảo hiểm xã hội",
        DISASTERS,
        _days(10),
        FREE,
        ("Đơn đề nghị trợ cấp", ("Giấy ra viện, hóa đơn", 0, 1)),
        "Quyết định trợ cấp",
        ("support", "health"),
    ),
    _more(
        "1.010092",
        "Trợ cấp tiền tuất, tai nạn cho lực lượng xung kích phòng chống thiên tai cấp xã chưa tham gia bảo hiểm xã hội",
        DISASTERS,
        _days(13),
        FREE,
        ("Đơn đề nghị trợ cấp", "Biên bản điều tra tai nạn"),
        "Quyết định trợ cấp",
        ("support", "death"),
    ),
    _more(
        "2.002165",
        "Giải quyết yêu cầu bồi thường tại cơ quan trực tiếp quản lý người thi hành công vụ gây thiệt hại (cấp xã)",
        COMPENSATION,
        "Theo từng giai đoạn của Luật Trách nhiệm bồi thường của Nhà nước",
        FREE,
        ("Văn bản yêu cầu bồi thường", ("Văn bản làm căn cứ yêu cầu bồi thường", 0, 1), ID),
        "Quyết định giải quyết bồi thường",
        ("complaint",),
    ),
)

KNOWN: tuple[Known, ...] = (*_CIVIL, *_FOREIGN, *_CERTIFIED, *_MEDIATION, *_RESIDENCE, *_OTHERS)
