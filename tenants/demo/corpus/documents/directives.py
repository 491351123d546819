"""Decisions, official letters, directives and resolutions. Every subject begins with a verb."""

from tenants.demo.corpus.places import communes

from .forms import Doc

ORDERS = (
    Doc("CV", "agriculture", "tăng cường các biện pháp phòng, chống dịch tả heo châu Phi", ("05-29", "10-20"), 2),
    Doc(
        "CV",
        "agriculture",
        "tăng cường phòng, chống bệnh cúm gia cầm và viêm da nổi cục trên trâu, bò",
        ("02-06", "04-28"),
    ),
    Doc("CV", "agriculture", "chủ động ứng phó với xâm nhập mặn, bảo vệ sản xuất vụ Đông Xuân", ("01-09", "03-24"), 2),
    Doc("CV", "agriculture", "vận hành các cống ngăn mặn, trữ ngọt phục vụ sản xuất", ("02-06", "04-21")),
    Doc(
        "CV",
        "agriculture",
        "kiểm tra tàu cá, chống khai thác hải sản trái phép tại {unit}",
        ("01-05", "10-20"),
        2,
        units=("29462", "29494"),
    ),
    Doc(
        "CV",
        "agriculture",
        "báo cáo tình hình thiệt hại do mưa giông gây ra trên địa bàn {unit}",
        ("05-22", "10-20"),
        3,
    ),
    Doc("CV", "agriculture", "phòng trừ rầy nâu, chuột gây hại lúa vụ Hè Thu", ("06-05", "07-28")),
    Doc("CV", "agriculture", "xuống giống lúa theo lịch thời vụ, né rầy, né mặn", ("04-24", "06-02")),
    Doc("CV", "health", "tăng cường phòng, chống dịch bệnh mùa mưa", ("05-15", "07-28")),
    Doc("CV", "health", "phòng, chống bệnh đau mắt đỏ", ("09-11", "10-02"), 2),
    Doc("CV", "health", "tăng cường giám sát, phòng, chống bệnh đậu mùa khỉ", ("09-28", "10-27")),
    Doc("CV", "health", "xử lý ổ dịch sốt xuất huyết tại {unit}", ("05-22", "10-20"), 5),
    Doc("CV", "health", "rà soát đối tượng, tổ chức tiêm vắc xin phòng COVID-19", ("02-13", "06-16")),
    Doc("CV", "health", "tăng cường bảo đảm an toàn thực phẩm tại bếp ăn tập thể, trường học", ("03-13", "10-13"), 2),
    Doc("CV", "health", "vận động người dân tham gia bảo hiểm y tế tại {unit}", ("03-13", "10-20"), 4),
    Doc("CV", "education", "bảo đảm an toàn cho học sinh trong dịp nghỉ hè", ("05-15", "06-09")),
    Doc("CV", "education", "chuẩn bị các điều kiện cho năm học 2023 - 2024", ("07-24", "08-25")),
    Doc("CV", "education", "chấn chỉnh tình trạng lạm thu đầu năm học", ("08-28", "10-06")),
    Doc("CV", "education", "phối hợp bảo đảm an toàn Kỳ thi tốt nghiệp THPT năm 2023", ("06-05", "06-23")),
    Doc("CV", "education", "tăng cường phòng, chống bạo lực học đường, tai nạn đuối nước", ("03-13", "10-06"), 2),
    Doc("CV", "security", "tăng cường công tác phòng cháy, chữa cháy mùa khô", ("02-06", "04-14")),
    Doc(
        "CV",
        "security",
        "rà soát, kiểm tra an toàn phòng cháy, chữa cháy tại chợ, nhà trọ, cơ sở kinh doanh",
        ("09-14", "10-13"),
        2,
    ),
    Doc("CV", "security", "quản lý, ngăn chặn việc mua bán, sử dụng pháo trái phép", ("01-03", "01-13")),
    Doc("CV", "security", "cảnh báo thủ đoạn lừa đảo chiếm đoạt tài sản trên không gian mạng", ("01-05", "10-13"), 2),
    Doc(
        "CV",
        "security",
        "đẩy nhanh cấp căn cước công dân, kích hoạt tài khoản định danh điện tử tại {unit}",
        ("03-06", "10-13"),
        5,
    ),
    Doc("CV", "security", "bảo đảm trật tự, an toàn giao thông dịp nghỉ lễ 30/4 và 01/5", ("04-17", "04-27")),
    Doc("CV", "security", "bảo đảm trật tự, an toàn giao thông dịp nghỉ lễ Quốc khánh 2/9", ("08-21", "08-30")),
    Doc(
        "CV",
        "land",
        "chấn chỉnh tình trạng xây dựng nhà trái phép trên đất nông nghiệp tại {unit}",
        ("01-05", "10-20"),
        5,
    ),
    Doc(
        "CV",
        "land",
        "giải quyết hồ sơ cấp giấy chứng nhận quyền sử dụng đất tồn đọng tại {unit}",
        ("01-05", "10-20"),
        5,
    ),
    Doc("CV", "land", "triển khai lấy ý kiến Nhân dân về dự thảo Luật Đất đai (sửa đổi)", ("01-09", "02-24")),
    Doc(
        "CV", "construction", "đẩy nhanh tiến độ thi công công trình đường giao thông tại {unit}", ("01-05", "10-20"), 6
    ),
    Doc("CV", "construction", "xử lý tình trạng lấn chiếm lòng lề đường tại {unit}", ("01-05", "10-20"), 4),
    Doc("CV", "construction", "quản lý xe quá tải lưu thông trên đường giao thông nông thôn", ("03-06", "09-29")),
    Doc("CV", "environment", "trực ban, ứng phó bão, áp thấp nhiệt đới và mưa lớn", ("06-19", "10-27"), 2),
    Doc(
        "CV",
        "environment",
        "khắc phục sạt lở bờ sông, bờ kênh tại {unit}",
        ("06-19", "10-27"),
        4,
        units=("29462", "29494", "29491", "29489", "29476", "29473", "29482"),
    ),
    Doc("CV", "environment", "thu gom, xử lý rác thải sinh hoạt, không để tồn đọng tại {unit}", ("01-05", "10-20"), 4),
    Doc("CV", "finance", "đẩy mạnh thu ngân sách, chống thất thu những tháng cuối năm", ("08-14", "10-20")),
    Doc("CV", "finance", "đôn đốc quyết toán dự án hoàn thành, thu hồi tạm ứng quá hạn", ("03-13", "10-20"), 2),
    Doc("CV", "finance", "thực hiện công khai ngân sách, tài sản công tại cơ quan, đơn vị", ("02-13", "08-11")),
    Doc("CV", "interior", "nghỉ Tết Nguyên đán Quý Mão và phân công trực cơ quan", ("01-05", "01-16")),
    Doc("CV", "interior", "treo cờ Tổ quốc, nghỉ lễ Giỗ Tổ Hùng Vương, 30/4 và 01/5", ("04-17", "04-26")),
    Doc("CV", "interior", "treo cờ Tổ quốc và nghỉ lễ Quốc khánh 2/9", ("08-21", "08-29")),
    Doc(
        "CV",
        "interior",
        "tạo điều kiện cho cán bộ, công chức, viên chức là người Khmer nghỉ Tết Chôl Chnăm Thmây",
        ("04-03", "04-11"),
    ),
    Doc("CV", "interior", "chấn chỉnh kỷ luật, kỷ cương hành chính sau Tết Nguyên đán", ("01-27", "02-10")),
    Doc(
        "CV",
        "interior",
        "rà soát, thực hiện quy định mới về cán bộ, công chức cấp xã và người hoạt động không chuyên trách",
        ("06-26", "09-15"),
    ),
    Doc("CV", "interior", "báo cáo kết quả thực hiện nhiệm vụ {thang} và chương trình công tác {sau}", uses=5),
    Doc("CV", "digital", "cung cấp tin, bài, văn bản cho Trang thông tin điện tử huyện", ("01-05", "10-13"), 2),
    Doc("CV", "digital", "đôn đốc cập nhật thông tin trên trang thông tin điện tử của {unit}", ("03-20", "10-20"), 4),
    Doc("CV", "digital", "bảo đảm an toàn thông tin mạng trong dịp nghỉ lễ 30/4 và 01/5", ("04-18", "04-27")),
    Doc("CV", "digital", "bảo đảm an toàn thông tin mạng trong dịp nghỉ lễ Quốc khánh 2/9", ("08-21", "08-30")),
    Doc("CV", "digital", "tuyên truyền chuẩn hóa thông tin thuê bao di động", ("03-13", "03-30")),
    Doc("CV", "social", "rà soát, lập danh sách đối tượng nhận quà Tết, trợ cấp khó khăn", ("01-03", "01-11")),
    Doc("CV", "social", "chi trả trợ cấp xã hội, ưu đãi người có công qua tài khoản tại {unit}", ("03-13", "10-20"), 4),
    Doc("CV", "social", "tăng cường bảo vệ, chăm sóc trẻ em trong dịp hè", ("05-22", "06-16")),
    Doc("CV", "culture", "tổ chức Tết Chôl Chnăm Thmây năm 2023 vui tươi, an toàn, tiết kiệm", ("03-27", "04-11")),
    Doc("CV", "culture", "tổ chức lễ Sêne Đolta năm 2023 vui tươi, an toàn, tiết kiệm", ("09-18", "10-06")),
    Doc("CV", "culture", "quản lý hoạt động lễ hội, dịch vụ văn hóa, karaoke", ("02-01", "09-29"), 2),
    Doc("CV", "justice", "góp ý dự thảo văn bản quy phạm pháp luật của UBND tỉnh", ("01-05", "10-20"), 2),
    Doc("CV", "justice", "giải quyết đơn kiến nghị của công dân ở {unit}", ("01-05", "10-27"), 6),
    Doc(
        "CV",
        "countryside",
        "hoàn thiện hồ sơ minh chứng tiêu chí nông thôn mới của {unit}",
        ("03-06", "10-20"),
        4,
        units=communes(),
    ),
    Doc("CV", "economy", "bình ổn thị trường, bảo đảm nguồn cung hàng hóa dịp Tết", ("01-03", "01-13")),
    Doc("CV", "economy", "đăng ký sản phẩm tham gia đánh giá, phân hạng OCOP", ("03-13", "07-28")),
    Doc(
        "QD",
        "interior",
        "kiện toàn Ban Chỉ đạo {bcd} huyện Trà Cú",
        ("01-16", "10-20"),
        7,
        {
            "bcd": (
                "chuyển đổi số",
                "phòng, chống tội phạm, tệ nạn xã hội",
                "các chương trình mục tiêu quốc gia",
                "phổ cập giáo dục",
                "phòng, chống HIV/AIDS",
                "công tác gia đình",
                "vận động hiến máu tình nguyện",
            )
        },
    ),
    Doc(
        "QD",
        "interior",
        "khen thưởng các tập thể, cá nhân có thành tích xuất sắc trong {viec}",
        ("01-27", "10-27"),
        7,
        {
            "viec": (
                "công tác tuyển quân năm 2023",
                "phong trào toàn dân bảo vệ an ninh Tổ quốc",
                "năm học 2022 - 2023",
                "công tác phòng, chống dịch bệnh",
                "phong trào hiến máu tình nguyện",
                "công tác hòa giải ở cơ sở",
                "phong trào thể dục, thể thao",
            )
        },
    ),
    Doc(
        "QD",
        "interior",
        "thành lập Đoàn kiểm tra {viec} năm 2023",
        ("01-05", "10-13"),
        5,
        {"viec": ("công vụ", "an toàn thực phẩm", "hoạt động khoáng sản", "dịch vụ văn hóa", "an toàn lao động")},
    ),
    Doc(
        "QD",
        "interior",
        "ban hành Quy chế làm việc của {cq}",
        ("02-06", "08-31"),
        3,
        {
            "cq": (
                "Ban Tiếp công dân huyện",
                "Ban biên tập Trang thông tin điện tử huyện",
                "Hội đồng nghĩa vụ quân sự huyện",
            )
        },
    ),
    Doc("QD", "land", "thu hồi đất để thực hiện công trình đường giao thông tại {unit}", ("01-05", "10-27"), 6),
    Doc(
        "QD",
        "land",
        "phê duyệt phương án bồi thường, hỗ trợ và tái định cư công trình tại {unit}",
        ("01-05", "10-27"),
        5,
    ),
    Doc(
        "QD",
        "land",
        "giao đất, cho phép chuyển mục đích sử dụng đất cho hộ gia đình, cá nhân tại {unit}",
        ("01-05", "10-27"),
        6,
    ),
    Doc(
        "QD",
        "construction",
        "phê duyệt báo cáo kinh tế - kỹ thuật đầu tư xây dựng công trình {ct} tại {unit}",
        ("01-05", "10-27"),
        8,
        {"ct": ("đường bê tông liên ấp", "cầu giao thông nông thôn", "nhà văn hóa ấp", "sửa chữa trường học")},
    ),
    Doc(
        "QD",
        "finance",
        "phê duyệt quyết toán dự án hoàn thành công trình {ct} tại {unit}",
        ("01-05", "10-27"),
        6,
        {"ct": ("đường giao thông nông thôn", "sửa chữa trụ sở làm việc", "hệ thống thoát nước")},
    ),
    Doc("QD", "finance", "bổ sung kinh phí thực hiện nhiệm vụ phát sinh cho UBND {unit}", ("01-05", "10-27"), 5),
    Doc("QD", "education", "công nhận Hội đồng trường các trường công lập trên địa bàn {unit}", ("02-06", "09-29"), 3),
    Doc("QD", "social", "trợ cấp xã hội hằng tháng cho đối tượng bảo trợ tại {unit}", ("01-05", "10-27"), 5),
    Doc("QD", "agriculture", "hỗ trợ hộ chăn nuôi có heo buộc tiêu hủy do dịch bệnh tại {unit}", ("06-26", "10-27"), 2),
    Doc("CT", "military", "tăng cường công tác quốc phòng, quân sự địa phương năm 2023", ("01-05", "02-03")),
    Doc("CT", "education", "thực hiện nhiệm vụ trọng tâm năm học 2023 - 2024", ("08-21", "09-22")),
    Doc(
        "CT",
        "finance",
        "xây dựng kế hoạch phát triển kinh tế - xã hội và dự toán ngân sách nhà nước năm 2024",
        ("07-03", "08-11"),
    ),
    Doc("CD", "environment", "tập trung ứng phó với mưa lớn, triều cường trên địa bàn huyện", ("09-18", "10-27")),
    Doc("CD", "security", "tăng cường phòng, chống đuối nước, tai nạn thương tích cho trẻ em", ("05-22", "06-16")),
    Doc("NQ", "finance", "điều chỉnh, bổ sung kế hoạch đầu tư công năm 2023", ("07-20", "07-28")),
    Doc("NQ", "finance", "phê chuẩn quyết toán ngân sách huyện năm 2022", ("07-20", "07-28")),
    Doc("NQ", "interior", "thông qua chương trình giám sát của HĐND huyện năm 2024", ("07-20", "07-28")),
    Doc(
        "NQ",
        "construction",
        "thông qua chủ trương đầu tư công trình giao thông trên địa bàn {unit}",
        ("07-20", "07-28"),
        3,
    ),
    Doc("NQ", "land", "thông qua danh mục công trình, dự án phải thu hồi đất bổ sung năm 2023", ("07-20", "07-28")),
)

OUTREACH = (
    Doc("CV", "health", "tăng cường tuyên truyền phòng, chống sốt xuất huyết, tay chân miệng", ("05-15", "08-31")),
    Doc("CV", "security", "tuyên truyền, hướng dẫn người dân cài đặt, sử dụng ứng dụng VNeID", ("03-20", "08-31")),
    Doc("CV", "justice", "tuyên truyền, phổ biến các luật, nghị quyết mới được Quốc hội thông qua", ("02-20", "09-15")),
    Doc("CV", "security", "tuyên truyền phòng, chống tội phạm công nghệ cao, tín dụng đen", ("02-20", "09-29")),
    Doc(
        "CV",
        "social",
        "tuyên truyền chính sách bảo hiểm xã hội tự nguyện, bảo hiểm y tế hộ gia đình",
        ("03-20", "09-29"),
    ),
    Doc("CV", "justice", "tuyên truyền Luật Phòng, chống bạo lực gia đình", ("06-12", "08-31")),
    Doc("CV", "environment", "tuyên truyền chống rác thải nhựa, bảo vệ môi trường", ("04-17", "09-15")),
    Doc("CV", "agriculture", "tuyên truyền chống khai thác thủy sản bất hợp pháp (IUU)", ("02-20", "09-29")),
)

REFORM = (
    Doc(
        "CV",
        "reform",
        "chấn chỉnh công tác tiếp nhận, giải quyết hồ sơ thủ tục hành chính trên môi trường mạng",
        ("03-06", "09-15"),
    ),
    Doc("QD", "reform", "ban hành Quy chế hoạt động của bộ phận tiếp nhận và trả kết quả huyện", ("02-06", "06-30")),
    Doc(
        "QD",
        "reform",
        "công bố kết quả đánh giá, xếp hạng cải cách hành chính các cơ quan, UBND xã, thị trấn",
        ("03-13", "06-30"),
    ),
    Doc("CV", "reform", "thực hiện nghiêm việc xin lỗi khi giải quyết thủ tục hành chính trễ hẹn", ("04-10", "10-13")),
)

OTHER = (
    Doc("QD", "interior", "thành lập Hội đồng tuyển dụng viên chức ngành giáo dục năm 2023", ("07-10", "09-15")),
    Doc("QD", "interior", "công nhận kết quả tuyển dụng viên chức năm 2023", ("08-28", "10-20")),
    Doc("QD", "interior", "quy định chức năng, nhiệm vụ, cơ cấu tổ chức của Phòng Nội vụ huyện", ("03-13", "08-31")),
    Doc(
        "QD",
        "culture",
        "phê duyệt Đề án phát triển du lịch huyện Trà Cú gắn với bảo tồn văn hóa Khmer",
        ("04-10", "09-29"),
    ),
)

BUDGET = (
    Doc("QD", "finance", "công bố công khai dự toán ngân sách nhà nước năm 2023 của huyện Trà Cú", ("01-09", "01-19")),
    Doc("QD", "finance", "công bố công khai số liệu thực hiện dự toán ngân sách quý I năm 2023", ("04-10", "04-14")),
    Doc(
        "QD",
        "finance",
        "công bố công khai số liệu thực hiện dự toán ngân sách sáu tháng đầu năm 2023",
        ("07-10", "07-14"),
    ),
    Doc(
        "QD", "finance", "công bố công khai quyết toán ngân sách nhà nước năm 2022 của huyện Trà Cú", ("08-07", "08-31")
    ),
    Doc(
        "QD",
        "finance",
        "công bố công khai số liệu thực hiện dự toán ngân sách quý III, chín tháng đầu năm 2023",
        ("10-09", "10-13"),
    ),
    Doc(
        "QD", "finance", "công bố công khai tình hình thực hiện dự toán ngân sách nhà nước năm 2022", ("01-12", "02-03")
    ),
    Doc(
        "QD",
        "finance",
        "giao kế hoạch vốn đầu tư công năm 2023 và công bố công khai danh mục, mức vốn bố trí cho từng công "
        "trình thuộc "
        "ngân sách huyện quản lý trên địa bàn các xã, thị trấn",
        ("01-27", "02-28"),
    ),
)

CONCLUSIONS = (
    Doc("TB", "interior", "kết luận của Chủ tịch UBND huyện tại cuộc họp thành viên UBND huyện {thang}", uses=6),
    Doc(
        "TB",
        "construction",
        "kết luận của lãnh đạo UBND huyện tại buổi làm việc với UBND {unit} về giải ngân vốn đầu tư công",
        ("03-13", "10-20"),
        3,
    ),
    Doc(
        "TB",
        "countryside",
        "kết luận của lãnh đạo UBND huyện tại buổi kiểm tra xây dựng nông thôn mới ở {unit}",
        ("03-13", "10-20"),
        3,
        units=communes(),
    ),
    Doc(
        "TB",
        "land",
        "kết luận của lãnh đạo UBND huyện về xử lý vướng mắc mặt bằng công trình tại {unit}",
        ("03-13", "10-20"),
        3,
    ),
    Doc("TB", "justice", "kết luận của Chủ tịch UBND huyện tại buổi tiếp công dân {thang}", uses=3),
)
