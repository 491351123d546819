"""Youth Union and children."""

from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "youth",
        (
            "Khởi động Tháng Thanh niên năm 2023 tại {unit}",
            "Tuổi trẻ {unit} ra quân Tháng Thanh niên",
            "Nhiều công trình, phần việc thanh niên ở {unit}",
            "Thanh niên {unit} vá đường, sơn cầu trong Tháng Thanh niên",
            "Tháng Thanh niên ở {unit}: mỗi chi đoàn một việc có ích",
        ),
        "{Buoi}, Đoàn Thanh niên {unit} ra quân Tháng Thanh niên năm 2023 với các phần việc: dọn vệ sinh, trồng "
        "cây, sửa đường và thăm "
        "hộ chính sách.",
        (
            "Ngay sau lễ, đoàn viên chia nhóm đến {ap} phát cỏ, vá ổ gà, sơn lại lan can cầu.",
            "Tháng Thanh niên năm nay gắn với kỷ niệm 92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh (26/3/1931 - "
            "26/3/2023).",
        ),
        ("02-27", "03-27"),
        5,
        local=True,
    ),
    Story(
        "youth",
        (
            "Huyện đoàn Trà Cú tổ chức hội trại kỷ niệm 92 năm Ngày thành lập Đoàn",
            "Sôi nổi chương trình “Thắp sáng ước mơ” nhân kỷ niệm 26/3",
            "Tuyên dương cán bộ Đoàn, đoàn viên tiêu biểu dịp 26/3",
        ),
        "Chào mừng 92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh, Huyện đoàn Trà Cú tổ chức nhiều hoạt động giao "
        "lưu, kết nạp đoàn viên và "
        "tuyên dương gương điển hình.",
        (
            "Các trại được dựng bằng tre, lá, mang dấu ấn quê hương; phần thi kỹ năng và văn nghệ kéo dài đến khuya.",
            "Nhiều bạn trẻ được kết nạp Đoàn ngay tại sân lễ, trước sự chứng kiến của thầy cô, cha mẹ.",
        ),
        ("03-20", "03-28"),
        3,
    ),
    Story(
        "youth",
        (
            "Chiến dịch Mùa hè xanh ở {unit}: giúp dân những việc thiết thực",
            "Màu áo xanh tình nguyện về {place}",
            "Thanh niên tình nguyện hè sửa cầu, đắp lộ ở {unit}",
        ),
        "Trong khuôn khổ chiến dịch Thanh niên tình nguyện hè năm 2023, các đội tình nguyện về {unit} cùng ăn, "
        "cùng ở, cùng làm với "
        "người dân.",
        (
            "Đội nhận đổ bê tông một đoạn đường, sơn lại phòng học, dạy hè cho thiếu nhi và hướng dẫn bà con nộp "
            "hồ sơ qua mạng.",
            "Bà con nấu cơm, mang nước, cho mượn xe kéo; tối đến cùng các bạn trẻ sinh hoạt văn nghệ ở sân nhà "
            "văn hóa.",
        ),
        ("06-05", "08-10"),
        5,
        local=True,
    ),
    Story(
        "youth",
        (
            "Ngày hội hiến máu tình nguyện đợt {dot} thu được hàng trăm đơn vị máu",
            Told(
                "Cán bộ, đoàn viên {unit} tham gia hiến máu cứu người",
                "Từ sáng sớm, cán bộ, đoàn viên {unit} đã có mặt tại điểm hiến máu, có người xin nghỉ buổi chợ, "
                "có người tranh thủ trước giờ lên lớp.",
            ),
            "Hiến máu tình nguyện: nghĩa cử đẹp ở {unit}",
        ),
        "{Buoi}, Ban chỉ đạo vận động hiến máu tình nguyện huyện tổ chức ngày hội hiến máu, đông đảo cán bộ, "
        "đoàn viên, chiến sĩ và người "
        "dân tham gia.",
        (
            "Nhiều người đã hiến trên mười lần, có cả vợ chồng, cha con cùng đi; người lần đầu được tư vấn kỹ "
            "nên rất yên tâm.",
            "Lượng máu tiếp nhận được chuyển ngay về bệnh viện tỉnh để phục vụ cấp cứu, điều trị.",
        ),
        uses=5,
        episodes=(
            (("02-13", "02-24"), {"dot": "I"}),
            (("04-03", "04-12"), {"dot": "I"}),
            (("06-05", "06-16"), {"dot": "II"}),
            (("08-07", "08-18"), {"dot": "III"}),
            (("10-16", "10-25"), {"dot": "IV"}),
        ),
    ),
    Story(
        "youth",
        (
            "Thanh niên {unit} khởi nghiệp từ {nghe}",
            "Rời phố về quê, chàng trai {place} lập nghiệp với {nghe}",
            "{Nghe}: hướng đi của một bạn trẻ ở {unit}",
        ),
        "Không chọn đi làm xa, một số bạn trẻ ở {unit} quay về lập nghiệp với {nghe}. Vốn chưa nhiều, bù lại là "
        "sự kiên trì và cách làm "
        "mới.",
        (
            "Bước đầu gặp không ít thất bại, nhưng nhờ Đoàn giới thiệu vốn vay và lớp tập huấn, mô hình dần ổn định.",
            "Hiện cơ sở bán hàng qua mạng xã hội, tạo thêm việc làm theo thời vụ cho vài lao động trong xóm.",
        ),
        ("01-05", "10-25"),
        5,
        {
            "nghe": (
                "nghề nuôi ong lấy mật",
                "vườn rau sạch",
                "xưởng may nhỏ",
                "cơ sở làm khô cá lóc",
                "dịch vụ máy bay phun thuốc",
            ),
            "Nghe": (
                "Nghề nuôi ong lấy mật",
                "Vườn rau sạch",
                "Xưởng may nhỏ",
                "Cơ sở làm khô cá lóc",
                "Dịch vụ máy bay phun thuốc",
            ),
        },
        local=True,
    ),
    Story(
        "youth",
        (
            "Công trình “Thắp sáng đường quê” của thanh niên {unit}",
            Told(
                "Bàn giao tuyến đường thanh niên tự quản tại {place}",
                "{Buoi}, Đoàn Thanh niên {unit} nhận tuyến đường tự quản tại {place}, cam kết giữ sạch, giữ sáng "
                "và nhắc nhau đi đúng luật.",
            ),
            Told(
                "Đoàn viên {unit} vẽ bích họa, làm đẹp đường quê",
                "Những bức tường cũ ở {unit} khoác áo mới với tranh cánh đồng, chùa làng, trẻ thả diều do đoàn "
                "viên và giáo viên mỹ thuật vẽ trong hai ngày cuối tuần.",
            ),
        ),
        "Tuyến đường ở {place} về đêm nay đã sáng hơn nhờ công trình do đoàn viên thanh niên {unit} vận động và "
        "thực hiện.",
        (
            "Đèn dùng năng lượng mặt trời, trụ do người dân góp; chi đoàn nhận kiểm tra, thay bóng khi hỏng.",
            "Từ ngày có đèn, người dân đi tập thể dục buổi tối nhiều hơn, nạn trộm vặt cũng giảm.",
        ),
        ("01-05", "10-20"),
        4,
        local=True,
    ),
    Story(
        "children",
        (
            "Tháng hành động vì trẻ em ở {unit}: lắng nghe các em nói",
            Told(
                "Trao quà cho trẻ em khó khăn {unit} nhân ngày 01/6",
                "Nhân Ngày Quốc tế Thiếu nhi 01/6, {unit} trao quà, sữa và dụng cụ học tập cho trẻ mồ côi, trẻ "
                "khuyết tật, con hộ nghèo.",
            ),
            "Thiếu nhi {unit} vui hội hè an toàn",
            Told(
                "Diễn đàn trẻ em huyện Trà Cú năm 2023",
                "{Buoi}, huyện Trà Cú tổ chức diễn đàn trẻ em năm 2023 để các em bày tỏ suy nghĩ, mong muốn và "
                "hỏi trực tiếp lãnh đạo huyện.",
            ),
        ),
        "Hưởng ứng Tháng hành động vì trẻ em, các hoạt động vui chơi, tặng quà, diễn đàn cho trẻ được tổ chức ở "
        "{unit} với thông điệp "
        "dành cho các em những điều tốt đẹp nhất.",
        (
            "Các em nêu mong muốn có sân chơi gần nhà, được học bơi và không bị la mắng trên mạng xã hội.",
            "Đại diện địa phương trả lời từng câu, hứa bố trí thêm trò chơi ở nhà văn hóa và mở lớp kỹ năng trong hè.",
        ),
        uses=4,
        episodes=(
            (("06-02", "06-20"), {}),
            (("05-29", "06-01"), {}),
            (("05-30", "06-12"), {}),
            (("06-12", "06-28"), {}),
        ),
        local=True,
    ),
    Story(
        "children",
        (
            "Đêm hội trăng rằm cho thiếu nhi {unit}",
            "Trung thu ấm áp ở {place}",
            "Lồng đèn tự làm sáng sân trường {ten}",
            "Tiếng trống lân rộn ràng đêm rằm ở {place}",
            Told(
                "Mang Trung thu đến trẻ mồ côi, khuyết tật {unit}",
                "Những phần quà Trung thu được mang đến tận nhà trẻ mồ côi, trẻ khuyết tật ở {unit}, để em nào "
                "cũng có bánh, có lồng đèn.",
            ),
        ),
        "Trung thu năm nay, thiếu nhi {unit} được phá cỗ, rước đèn và nhận những phần quà nhỏ do đoàn viên, cha "
        "mẹ và các nhà hảo tâm "
        "chuẩn bị.",
        (
            "Lồng đèn do các em tự làm từ lon, tre và giấy bóng; tiếng trống lân rộn ràng cả xóm.",
            "Trẻ em mồ côi, khuyết tật được các anh chị đến nhà đón đi và đưa về tận nơi.",
        ),
        ("09-25", "09-30"),
        5,
        local=True,
    ),
    Story(
        "youth",
        (
            Told(
                "Chi đoàn {ap} ({unit}) góp vốn giúp đoàn viên làm ăn",
                "Mỗi tháng góp vài chục nghìn đồng, chi đoàn {ap} đã có quỹ nhỏ cho đoàn viên mượn mua con "
                "giống, sửa máy, không tính lãi.",
            ),
            "Đoàn viên {unit2} về {unit} học cách làm câu lạc bộ thanh niên",
            Told(
                "Ra mắt câu lạc bộ “Thanh niên nói không với ma túy” ở {unit}",
                "{Buoi}, Đoàn Thanh niên và Công an {unit} ra mắt câu lạc bộ “Thanh niên nói không với ma túy”, "
                "quy tụ các bạn trẻ ở nhiều ấp, khóm.",
            ),
        ),
        "Để đoàn viên gắn bó với tổ chức, Đoàn Thanh niên {unit} chọn những việc thiết thực: giúp vốn, mở câu "
        "lạc bộ, tìm việc làm và giữ "
        "thanh niên tránh xa tệ nạn.",
        (
            "Các bạn trẻ sinh hoạt mỗi tháng một lần, có thể thao, hỏi đáp pháp luật và chuyện trò về nghề nghiệp.",
            "Điều quý nhất là các bạn có nơi để chia sẻ, được giúp khi khó và được nhắc khi lơ là.",
        ),
        ("03-06", "10-25"),
        4,
    ),
)
