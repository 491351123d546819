"""Tết Quý Mão and the first weeks after it."""

from tenants.demo.corpus.stories import Story

STORIES = (
    Story(
        "tet",
        (
            "{Unit} trao {n} phần quà Tết cho hộ nghèo, hộ khó khăn",
            "Mang xuân đến với hộ nghèo {unit}",
            "{n} phần quà Tết đến với bà con {ap}, {unit}",
            "Chung tay lo Tết cho người nghèo ở {unit}",
            "Tết sớm ở {place}",
            "Cán bộ {unit} mang quà Tết đến tận nhà người già neo đơn",
            "Học sinh nghèo {unit} có áo mới đón Tết",
        ),
        "{Buoi}, Ủy ban Mặt trận Tổ quốc {unit} phối hợp với các nhà hảo tâm trao quà Tết cho hộ nghèo, hộ cận "
        "nghèo và gia "
        "đình có hoàn cảnh khó khăn tại địa phương.",
        (
            "Mỗi phần quà gồm gạo, dầu ăn, bánh kẹo và một khoản tiền mặt để gia đình sắm sửa ngày Tết.",
            "Những người già yếu, neo đơn không đến nhận được thì cán bộ ấp, khóm mang đến tận nhà.",
        ),
        ("01-05", "01-19"),
        7,
        {"n": ("50", "80", "120", "150", "200")},
        local=True,
    ),
    Story(
        "tet",
        (
            "Chợ Tết {unit} nhộn nhịp người mua sắm",
            "Sắc xuân ở chợ quê {ten}",
            "Hàng hóa Tết ở {unit} dồi dào, giá ổn định",
            "Mua sắm Tết ở {unit}: hàng Việt được ưa chuộng",
        ),
        "Còn ít ngày nữa là đến Tết Quý Mão, các điểm bán hàng ở {unit} nhộn nhịp từ sáng sớm; bánh tét, dưa "
        "hấu, hoa kiểng "
        "là những mặt hàng được hỏi mua nhiều nhất.",
        (
            "Tiểu thương cho biết năm nay lấy hàng vừa phải, ưu tiên hàng Việt và hàng do bà con trong vùng làm ra.",
            "Tổ quản lý chợ nhắc các sạp giữ lối đi thông thoáng, niêm yết giá và kiểm tra bình chữa cháy.",
        ),
        ("01-09", "01-20"),
        4,
        local=True,
    ),
    Story(
        "tet",
        (
            "Kiểm tra an toàn thực phẩm dịp Tết Nguyên đán Quý Mão",
            "Đoàn liên ngành huyện kiểm tra hàng hóa, thực phẩm trước Tết",
        ),
        "Đoàn kiểm tra liên ngành của huyện vừa kiểm tra các cơ sở sản xuất, kinh doanh thực phẩm phục vụ Tết, "
        "tập trung vào "
        "bánh mứt, giò chả, nước giải khát và hàng đông lạnh.",
        (
            "Đa số cơ sở chấp hành tốt; một số nơi bị nhắc nhở vì khu chế biến chưa gọn gàng, nhãn ghi chưa đủ "
            "thông tin.",
            "Đoàn phát tờ rơi hướng dẫn cách chọn, bảo quản thực phẩm cho tiểu thương và người mua.",
        ),
        ("01-04", "01-18"),
        2,
    ),
    Story(
        "tet",
        (
            "Lãnh đạo huyện thăm, chúc Tết các đơn vị làm nhiệm vụ đêm giao thừa",
            "Thăm, chúc Tết cán bộ, chiến sĩ trực sẵn sàng chiến đấu",
            "Đoàn công tác của huyện thăm, chúc Tết cơ sở thờ tự và gia đình tiêu biểu",
        ),
        "Nhân dịp Tết cổ truyền, các đoàn công tác của Huyện ủy, HĐND, UBND, Ủy ban MTTQ huyện đến thăm, chúc "
        "Tết các cơ "
        "quan, đơn vị và gia đình tiêu biểu trên địa bàn.",
        (
            "Tại mỗi nơi đến, lãnh đạo huyện ân cần thăm hỏi, chúc cán bộ, chiến sĩ và người dân năm mới mạnh "
            "khỏe, hoàn thành "
            "tốt nhiệm vụ.",
            "Các đơn vị báo cáo kế hoạch trực, phương án xử lý tình huống và cam kết bảo đảm cho nhân dân vui "
            "xuân an toàn.",
        ),
        ("01-13", "01-24"),
        3,
    ),
    Story(
        "tet",
        (
            "{Unit} ra quân đầu năm, quyết tâm hoàn thành chỉ tiêu năm 2023",
            "Khí thế ra quân đầu xuân ở {unit}",
            "Ngày làm việc đầu năm ở {unit}: hồ sơ không để tồn",
            "{Unit} dọn kênh, trồng cây trong ngày ra quân đầu năm",
            "Đầu xuân, {unit} gặp mặt cán bộ, giao việc từng tuần",
        ),
        "Ngay sau kỳ nghỉ Tết Quý Mão, {unit} tổ chức ra quân đầu năm với nhiều phần việc cụ thể: nạo vét kênh, "
        "dọn vệ sinh, "
        "trồng cây và tiếp nhận hồ sơ cho người dân.",
        (
            "Lãnh đạo địa phương phát động thi đua hoàn thành kế hoạch ngay từ những ngày đầu, tháng đầu, quý "
            "đầu của năm.",
            "Mỗi ngành, đoàn thể đăng ký một công trình hoặc phần việc, có địa chỉ và thời gian kết thúc.",
        ),
        ("01-27", "02-10"),
        5,
        local=True,
    ),
    Story(
        "tet",
        (
            "Trà Cú phát động Tết trồng cây “Đời đời nhớ ơn Bác Hồ” xuân Quý Mão 2023",
            "{Unit} hưởng ứng Tết trồng cây đầu xuân",
            "Thêm những hàng cây mới trên đường quê {ten}",
        ),
        "{Buoi}, cán bộ, lực lượng vũ trang, đoàn viên và học sinh cùng tham gia lễ phát động Tết trồng cây xuân "
        "Quý Mão, "
        "trồng mới nhiều loại cây bóng mát ven đường và trong khuôn viên trường học.",
        (
            "Cây được chọn là sao, dầu, bằng lăng và dừa, hợp với đất giồng và có người nhận chăm sóc từng đoạn.",
            "Ban tổ chức lưu ý không trồng theo phong trào, cây chết phải dặm lại trước mùa mưa.",
        ),
        ("01-27", "02-08"),
        4,
    ),
    Story(
        "tet",
        (
            "Bà con {place} gói bánh tét tặng hộ nghèo",
            "Rộn ràng hội thi gói bánh tét ở {unit}",
            "Nồi bánh tét nghĩa tình ở {unit}",
        ),
        "Những ngày cuối năm, tiếng cười nói rộn cả góc sân nhà văn hóa {place} khi chị em, thanh niên cùng nhau "
        "lau lá, đãi "
        "đậu, gói bánh tét.",
        (
            "Bánh được nấu suốt đêm, sáng hôm sau chia thành từng cặp mang tặng người già neo đơn và học sinh mồ côi.",
            "Nếp, đậu, lá chuối đều do bà con tự góp; người không rành gói thì phụ chẻ lạt, canh lửa.",
        ),
        ("01-10", "01-20"),
        3,
        local=True,
    ),
    Story(
        "tet",
        (
            "Trà Cú không bắn pháo hoa, dành kinh phí chăm lo hộ nghèo đón Tết",
            "Tình hình trước, trong và sau Tết Quý Mão trên địa bàn huyện ổn định",
        ),
        "Nhìn chung, Tết Quý Mão năm nay diễn ra vui tươi, an toàn; người dân sắm Tết tiết kiệm, các gia đình "
        "chính sách và "
        "hộ khó khăn đều được quan tâm, chăm lo.",
        (
            "Các ngành chức năng duy trì chế độ trực, kịp thời xử lý tình huống phát sinh, không để xảy ra vụ "
            "việc lớn.",
            "Hoạt động văn nghệ, thể thao đầu xuân được tổ chức gọn nhẹ ở cơ sở.",
        ),
        uses=2,
        episodes=((("01-12", "01-18"), {}), (("01-27", "02-01"), {})),
    ),
)
