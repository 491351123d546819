"""What citizens asked in the demo year, in every state a question can have. Who asks is invented and says so."""

from dataclasses import dataclass
from datetime import datetime

ASKER = "{family} Văn Mẫu (minh họa)"
FAMILIES = ("Thạch", "Kim", "Sơn", "Nguyễn", "Trần", "Lâm")


@dataclass(frozen=True)
class DemoQuestion:
    """`reaches` is a key of `tenants.demo.questions.STEPS`."""

    subject: str
    body: str
    field: str
    at: datetime
    reaches: str
    answer: str = ""
    kind: str = "question"
    hides_name: bool = True


QUESTIONS = (
    DemoQuestion(
        "Đăng ký khai sinh cho con sinh ở nơi khác",
        "Con tôi sinh ở bệnh viện ngoài tỉnh, tôi muốn đăng ký khai sinh tại {unit} thì cần giấy tờ gì?",
        "justice",
        datetime(2023, 9, 12, 9, 20),
        "published",
        "Ông (bà) nộp tờ khai theo mẫu và giấy chứng sinh tại bộ phận tiếp nhận và trả kết quả của {unit}, xuất trình "
        "giấy tờ tùy thân; nơi sinh không ảnh hưởng đến nơi đăng ký.",
    ),
    DemoQuestion(
        "Lịch thu gom rác",
        "Xe thu gom rác qua ấp tôi vào những ngày nào trong tuần?",
        "land_environment",
        datetime(2023, 9, 18, 19, 5),
        "published",
        "Xe thu gom vào sáng thứ Ba và thứ Sáu hằng tuần. Khi đổi lịch, đơn vị sẽ báo trên loa và trang này.",
        hides_name=False,
    ),
    DemoQuestion(
        "Vay vốn cho hộ cận nghèo",
        "Hộ tôi vừa được công nhận cận nghèo. Muốn vay vốn chăn nuôi thì gặp ai, ở đâu?",
        "labour_society",
        datetime(2023, 10, 3, 14, 40),
        "answered",
        "Ông (bà) liên hệ tổ tiết kiệm và vay vốn của ấp để được xét; {unit} xác nhận danh sách hằng tháng.",
    ),
    DemoQuestion(
        "Đường vào ấp bị ngập",
        "Sau mưa lớn, đoạn đường vào ấp ngập nhiều ngày, học sinh đi học khó. Khi nào được sửa?",
        "building_transport",
        datetime(2023, 10, 9, 7, 50),
        "proposed",
        "Đoạn đường đã có trong kế hoạch duy tu quý IV; {unit} cho đổ đá tạm trong tháng.",
    ),
    DemoQuestion(
        "Quy hoạch đất khu chợ",
        "Đề nghị cho biết thửa đất cạnh chợ của {unit} nằm trong quy hoạch nào.",
        "land_environment",
        datetime(2023, 9, 25, 10, 15),
        "extended",
    ),
    DemoQuestion(
        "Trợ cấp xã hội hằng tháng",
        "Mẹ tôi 80 tuổi, hồ sơ xin trợ cấp đã nộp từ tháng 8 nhưng chưa có kết quả.",
        "labour_society",
        datetime(2023, 9, 20, 8, 30),
        "routed",
    ),
    DemoQuestion(
        "Xác nhận tình trạng hôn nhân",
        "Tôi làm việc ở xa, có thể nhờ em ruột nộp hồ sơ thay không?",
        "justice",
        datetime(2023, 10, 30, 20, 10),
        "received",
    ),
    DemoQuestion(
        "Bản đồ quy hoạch điện nông thôn",
        "Xin được cung cấp bản đồ tuyến điện hạ thế sẽ đầu tư trên địa bàn {unit}.",
        "building_transport",
        datetime(2023, 10, 27, 9, 0),
        "received",
        kind="access",
    ),
    DemoQuestion(
        "Biểu mẫu yêu cầu khai lặp lại",
        "Hồ sơ hỗ trợ hộ nghèo phải khai cùng một thông tin ở ba tờ khai. Đề nghị bỏ bớt.",
        "labour_society",
        datetime(2023, 10, 26, 15, 25),
        "routed",
        kind="feedback",
    ),
)
# What a commune can't decide goes to the district: of each commune one of these.
FOR_THE_DISTRICT = (
    DemoQuestion(
        "Tuyến xe buýt qua địa bàn",
        "Bà con ở {unit} mong có xe buýt ra trung tâm huyện. Huyện có kế hoạch chưa?",
        "building_transport",
        datetime(2023, 10, 24, 10, 45),
        "moved",
    ),
    DemoQuestion(
        "Chuyển trường cho học sinh",
        "Gia đình tôi chuyển về {unit}, muốn cho con chuyển vào trường trung học cơ sở của huyện thì làm thế nào?",
        "education",
        datetime(2023, 10, 25, 8, 20),
        "moved",
    ),
    DemoQuestion(
        "Cấp đổi giấy chứng nhận quyền sử dụng đất",
        "Giấy chứng nhận của gia đình tôi ở {unit} bị rách, xin hỏi nơi cấp đổi và thời hạn giải quyết.",
        "land_environment",
        datetime(2023, 10, 26, 14, 5),
        "moved",
    ),
    DemoQuestion(
        "Hỗ trợ lúa bị ngập",
        "Lúa của nhiều hộ ở {unit} bị ngập do mưa lớn. Huyện có chính sách hỗ trợ giống không?",
        "agriculture",
        datetime(2023, 10, 27, 9, 35),
        "moved",
    ),
)


def asker(number: int) -> str:
    return ASKER.format(family=FAMILIES[number % len(FAMILIES)])
