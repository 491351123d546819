"""Notices (verb or noun after "về việc") and reports ("tình hình …", "kết quả …")."""

from .forms import Doc

NOTICES = (
    Doc("TB", "interior", "lịch tiếp công dân {sau} của lãnh đạo UBND huyện", uses=8),
    Doc("TB", "interior", "nghỉ Tết Nguyên đán Quý Mão năm 2023", ("01-04", "01-12")),
    Doc(
        "TB",
        "interior",
        "nghỉ lễ Giỗ Tổ Hùng Vương, Ngày Chiến thắng 30/4 và Quốc tế Lao động 01/5",
        ("04-14", "04-26"),
    ),
    Doc("TB", "interior", "nghỉ lễ Quốc khánh 2/9 năm 2023", ("08-18", "08-29")),
    Doc(
        "TB", "land", "thu hồi đất để thực hiện công trình đường giao thông trên địa bàn {unit}", ("01-05", "10-20"), 6
    ),
    Doc("TB", "land", "công khai phương án bồi thường, hỗ trợ tại {unit}", ("01-05", "10-20"), 5),
    Doc("TB", "land", "mất giấy chứng nhận quyền sử dụng đất của hộ gia đình, cá nhân ở {unit}", ("01-05", "10-27"), 6),
    Doc("TB", "land", "bán đấu giá quyền sử dụng đất, cho thuê đất công ích tại {unit}", ("01-05", "10-20"), 3),
    Doc("TB", "construction", "tạm cấm đường để thi công cầu, đường tại {unit}", ("01-05", "10-20"), 4),
    Doc(
        "TB",
        "construction",
        "công bố quy hoạch chi tiết khu trung tâm {unit} và lấy ý kiến cộng đồng dân cư",
        ("01-05", "10-20"),
        3,
    ),
    Doc("TB", "agriculture", "lịch đóng, mở cống ngăn mặn, trữ ngọt", ("01-27", "04-28"), 3),
    Doc("TB", "agriculture", "lịch xuống giống lúa vụ Hè Thu năm 2023", ("04-17", "05-19")),
    Doc("TB", "agriculture", "công bố hết dịch tả heo châu Phi trên địa bàn {unit}", ("07-10", "10-20"), 2),
    Doc("TB", "education", "tuyển sinh vào lớp 6 năm học 2023 - 2024", ("05-22", "07-07")),
    Doc("TB", "health", "lịch tiêm vắc xin lưu động tại {unit}", ("01-05", "10-20"), 3),
    Doc("TB", "security", "cấp căn cước công dân, định danh điện tử lưu động tại {unit}", ("03-06", "10-20"), 5),
    Doc("TB", "military", "đăng ký nghĩa vụ quân sự lần đầu cho công dân nam đủ 17 tuổi", ("03-06", "04-14")),
    Doc("TB", "social", "lịch chi trả trợ cấp xã hội {sau}", uses=3),
    Doc("TB", "social", "tuyển lao động đi làm việc ở nước ngoài theo chương trình của tỉnh", ("02-20", "09-29")),
    Doc("TB", "digital", "tạm ngừng hoạt động Trang thông tin điện tử để bảo trì", ("02-20", "09-29")),
    Doc("TB", "justice", "tổ chức phiên trợ giúp pháp lý lưu động tại {unit}", ("01-05", "10-20"), 3),
)

REPORTS = (
    Doc("BC", "finance", "tình hình kinh tế - xã hội {thang}, phương hướng nhiệm vụ {sau}", uses=7),
    Doc("BC", "finance", "kết quả thu, chi ngân sách {ky} 2023", uses=3),
    Doc("BC", "interior", "kết quả công tác chỉ đạo, điều hành {ky} 2023", uses=3),
    Doc("BC", "justice", "kết quả tiếp công dân, giải quyết khiếu nại, tố cáo {quy} năm 2023", uses=3),
    Doc("BC", "justice", "kết quả công tác phổ biến, giáo dục pháp luật {ky} 2023", uses=2),
    Doc("BC", "interior", "kết quả công tác phòng, chống tham nhũng, tiêu cực {quy} năm 2023", uses=3),
    Doc("BC", "security", "tình hình trật tự, an toàn giao thông {quy} năm 2023", uses=3),
    Doc("BC", "agriculture", "tình hình sản xuất nông nghiệp {thang}", uses=4),
    Doc("BC", "construction", "tình hình giải ngân vốn đầu tư công {thang}", uses=4),
    Doc("BC", "health", "kết quả phòng, chống dịch bệnh truyền nhiễm {quy} năm 2023", uses=3),
    Doc("BC", "digital", "tình hình cung cấp thông tin trên Trang thông tin điện tử huyện {quy} năm 2023", uses=3),
    Doc("BC", "social", "kết quả thực hiện chính sách an sinh xã hội dịp Tết Nguyên đán Quý Mão", ("01-27", "02-08")),
    Doc("BC", "education", "kết quả năm học 2022 - 2023, nhiệm vụ năm học 2023 - 2024", ("06-19", "08-11")),
    Doc("BC", "countryside", "kết quả thực hiện Chương trình xây dựng nông thôn mới {ky} 2023", uses=3),
)

REFORM = (
    Doc("BC", "reform", "kết quả công tác cải cách hành chính {quy} năm 2023", uses=3),
    Doc(
        "BC", "reform", "tình hình kiểm soát thủ tục hành chính, giải quyết hồ sơ theo cơ chế một cửa {ky} 2023", uses=3
    ),
)

OTHER = (
    Doc(
        "TB",
        "economy",
        "mời gọi nhà đầu tư đăng ký thực hiện dự án chợ, khu dân cư trên địa bàn {unit}",
        ("03-20", "09-29"),
        2,
    ),
)

COMMUNE_PLANS = (
    Doc("KH", "culture", "tổ chức các hoạt động mừng Đảng, mừng xuân Quý Mão năm 2023", ("01-04", "01-13")),
    Doc("KH", "interior", "thực hiện công tác cải cách hành chính năm 2023", ("01-09", "02-28")),
    Doc("KH", "military", "huấn luyện dân quân năm 2023", ("02-06", "04-14")),
    Doc("KH", "health", "phòng, chống sốt xuất huyết trên địa bàn {xa} năm 2023", ("03-06", "06-30")),
    Doc("KH", "agriculture", "phòng, chống dịch bệnh trên đàn vật nuôi năm 2023", ("02-06", "05-31")),
    Doc("KH", "security", "bảo đảm an ninh trật tự dịp lễ Quốc khánh 2/9", ("08-14", "08-30")),
    Doc("KH", "environment", "ra quân tổng vệ sinh môi trường {quysau}", uses=3),
    Doc("KH", "social", "rà soát hộ nghèo, hộ cận nghèo năm 2023", ("08-28", "10-06")),
    Doc("KH", "environment", "phòng, chống thiên tai và tìm kiếm cứu nạn năm 2023", ("03-13", "06-16")),
    Doc("KH", "justice", "phổ biến, giáo dục pháp luật năm 2023", ("01-16", "03-31")),
)

COMMUNE_NOTICES = (
    Doc("TB", "interior", "lịch tiếp công dân {sau}", uses=5),
    Doc("TB", "land", "niêm yết công khai hồ sơ cấp giấy chứng nhận quyền sử dụng đất", ("01-05", "10-20"), 4),
    Doc("TB", "interior", "nghỉ Tết Nguyên đán Quý Mão và phân công trực tại trụ sở", ("01-09", "01-16")),
    Doc("TB", "interior", "nghỉ lễ Quốc khánh 2/9 năm 2023", ("08-21", "08-29")),
    Doc("TB", "social", "niêm yết danh sách hộ nghèo, hộ cận nghèo sau rà soát", ("09-25", "10-27")),
    Doc(
        "TB",
        "military",
        "niêm yết danh sách công dân đủ điều kiện gọi khám sức khỏe nghĩa vụ quân sự",
        ("09-18", "10-27"),
    ),
    Doc("TB", "environment", "thời gian, địa điểm thu gom rác thải sinh hoạt", ("02-20", "09-29")),
    Doc("TB", "finance", "công khai dự toán, quyết toán ngân sách {xa}", ("01-16", "08-31"), 2),
    Doc("BC", "finance", "tình hình kinh tế - xã hội {thang}, phương hướng nhiệm vụ {sau}", uses=5),
    Doc("BC", "interior", "kết quả thực hiện nhiệm vụ {ky} 2023", uses=3),
    Doc("BC", "security", "kết quả công tác bảo đảm an ninh trật tự {quy} năm 2023", uses=3),
)

COMMUNE_ORDERS = (
    Doc("QD", "interior", "kiện toàn Tổ công nghệ số cộng đồng", ("02-20", "09-29")),
    Doc(
        "QD",
        "interior",
        "thành lập Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa",
        ("02-06", "08-31"),
    ),
    Doc("QD", "reform", "phân công công chức làm việc tại bộ phận tiếp nhận và trả kết quả", ("01-27", "09-29"), 2),
    Doc("CV", "health", "tăng cường các biện pháp phòng, chống sốt xuất huyết tại các ấp, khóm", ("05-22", "10-06"), 2),
    Doc("CV", "environment", "đề nghị các hộ dân dọn dẹp, khơi thông cống rãnh trước mùa mưa", ("04-17", "05-31")),
)

COMMUNE_BUDGET = (
    Doc("QD", "finance", "công bố công khai dự toán ngân sách {unit} năm 2023", ("01-09", "01-19")),
    Doc(
        "QD",
        "finance",
        "công bố công khai số liệu thực hiện dự toán ngân sách {unit} quý I năm 2023",
        ("04-10", "04-14"),
    ),
    Doc(
        "QD",
        "finance",
        "công bố công khai số liệu thực hiện dự toán ngân sách {unit} sáu tháng đầu năm 2023",
        ("07-10", "07-14"),
    ),
    Doc("QD", "finance", "công bố công khai quyết toán ngân sách {unit} năm 2022", ("08-07", "08-31")),
    Doc(
        "QD",
        "finance",
        "công bố công khai số liệu thực hiện dự toán ngân sách {unit} quý III, chín tháng đầu năm 2023",
        ("10-09", "10-13"),
    ),
)
