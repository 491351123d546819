"""Police, soldiers, fire and traffic."""

from tenants.demo.corpus.places import communes
from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "security",
        (
            "Công an {unit} phối hợp tuần tra, giữ bình yên dịp {dip}",
            "{Unit} tăng cường giữ gìn trật tự dịp {dip}",
        ),
        "Công an {unit} vừa mở đợt cao điểm tấn công, trấn áp tội phạm, bảo đảm an ninh trật tự dịp {dip}, kết "
        "hợp tuyên truyền người dân tự "
        "bảo vệ tài sản.",
        (
            "Lực lượng tuần tra khép kín địa bàn, kiểm tra nhà trọ, quán nhậu và nhắc thanh thiếu niên không tụ "
            "tập về khuya.",
            "Người dân được khuyên khóa cửa cẩn thận, không khoe tài sản, lịch đi vắng trên mạng xã hội.",
        ),
        uses=6,
        episodes=(
            (("04-10", "04-17"), {"dip": "Tết Chôl Chnăm Thmây"}),
            (("04-24", "05-04"), {"dip": "lễ 30/4 và 01/5"}),
            (("08-28", "09-05"), {"dip": "Quốc khánh 2/9"}),
            (("10-09", "10-16"), {"dip": "lễ Sêne Đolta"}),
        ),
    ),
    Story(
        "security",
        (
            "{Unit} ra mắt mô hình “{mh}”",
            "Hiệu quả mô hình “{mh}” ở {unit}",
            "Mô hình “{mh}” bám rễ ở {place}",
        ),
        "Mô hình “{mh}” ở {place} đi vào hoạt động nhận được sự đồng tình của người dân, góp phần kéo giảm tội "
        "phạm, tệ nạn xã hội ngay từ cơ "
        "sở.",
        (
            "Mỗi hộ đóng góp một phần, còn lại do doanh nghiệp và mạnh thường quân ủng hộ; việc thu, chi công "
            "khai tại nhà văn hóa.",
            "Tin báo được gửi ngay vào nhóm chung, lực lượng trực có mặt trong ít phút.",
        ),
        ("01-05", "10-25"),
        6,
        {
            "mh": (
                "Camera an ninh",
                "Tiếng kẻng an ninh",
                "Nhà trọ tự quản",
                "Chùa tham gia bảo vệ an ninh trật tự",
                "Ánh sáng an ninh",
            )
        },
        local=True,
    ),
    Story(
        "security",
        (
            "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc tại {unit}",
            "{Unit} tưng bừng Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm 2023",
            "Biểu dương điển hình bảo vệ an ninh Tổ quốc ở {place}",
            "Bà con {place} vui Ngày hội Toàn dân bảo vệ an ninh Tổ quốc",
            "Kéo co, văn nghệ và chuyện giữ xóm bình yên ở {unit}",
            "Khu dân cư {ap}, {unit} ký cam kết giữ gìn an ninh trật tự",
        ),
        "{Buoi}, {unit} tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm 2023, ôn lại truyền thống và biểu "
        "dương những tập thể, cá nhân có "
        "thành tích.",
        (
            "Phần hội có thi kéo co, văn nghệ, tìm hiểu pháp luật và trưng bày hình ảnh phòng, chống lừa đảo.",
            "Người dân ký cam kết không che giấu tội phạm, không cho vay nặng lãi, giữ hòa khí trong xóm.",
        ),
        ("08-07", "08-21"),
        6,
        local=True,
    ),
    Story(
        "scam",
        (
            "Cảnh giác thủ đoạn lừa đảo qua mạng ở {unit}",
            Told(
                "Người dân {unit} được công an ngăn kịp khoản chuyển tiền cho đối tượng lừa đảo",
                "Nhờ hỏi lại công an trước khi chuyển tiền, một người dân ở {place} tránh được thiệt hại do đối "
                "tượng dùng thủ đoạn {chieu}. Câu chuyện là lời nhắc cho nhiều gia đình khác.",
            ),
            "Nhận diện chiêu {chieu}",
            Told(
                "Công an huyện cảnh báo thủ đoạn {chieu}",
                "Công an huyện vừa cảnh báo người dân về thủ đoạn {chieu}, đề nghị các địa phương phát trên đài "
                "truyền thanh và nhóm Zalo của ấp, khóm.",
            ),
        ),
        "Thời gian qua, một số người dân ở {noi} nhận được cuộc gọi, tin nhắn lạ với thủ đoạn {chieu}. Công an "
        "khuyến cáo mọi người bình tĩnh, "
        "không làm theo yêu cầu của đối tượng.",
        (
            "Điểm chung là đối tượng tạo tâm lý hoảng sợ hoặc hứa hẹn lợi nhuận cao, thúc ép chuyển tiền thật nhanh.",
            "Trước khi chuyển tiền, hãy gọi trực tiếp cho người thân, hỏi công an nơi cư trú và không cài ứng "
            "dụng theo đường dẫn lạ.",
        ),
        ("01-05", "10-27"),
        6,
        {
            "chieu": (
                "giả danh công an, viện kiểm sát",
                "tuyển cộng tác viên làm việc tại nhà",
                "báo người thân nhập viện cấp cứu",
                "mời vay tiền qua ứng dụng",
                "mạo danh nhân viên thuế, điện lực",
            )
        },
    ),
    Story(
        "security",
        (
            "Phòng, chống ma túy trong thanh thiếu niên ở {unit}",
            Told(
                "Phiên tòa giả định cho học sinh {unit}",
                "{Buoi}, một phiên tòa giả định được tổ chức tại trường học ở {unit}, giúp học sinh hiểu hậu quả "
                "của việc đánh nhau, trộm cắp và vi phạm luật giao thông.",
            ),
            Told(
                "Tiếp nhận vũ khí, vật liệu nổ, pháo do người dân {unit} giao nộp",
                "Sau thời gian vận động, Công an {unit} tiếp nhận nhiều vật dụng nguy hiểm do người dân tự "
                "nguyện giao nộp và lập biên bản, bàn giao theo quy định.",
            ),
            Told(
                "{Unit} vận động giao nộp súng tự chế, bẫy điện",
                "Công an {unit} đến từng nhà giải thích mức độ nguy hiểm của súng tự chế, bẫy điện và vận động "
                "người dân giao nộp trước khi xảy ra tai nạn.",
            ),
        ),
        "Công an {unit} phối hợp với nhà trường, đoàn thể đẩy mạnh tuyên truyền pháp luật, vận động người dân tự "
        "giác, góp phần ngăn ngừa vi "
        "phạm từ sớm, từ xa.",
        (
            "Hình thức gần gũi như sân khấu hóa, hỏi nhanh đáp gọn khiến người nghe nhớ lâu hơn đọc văn bản.",
            "Người tự nguyện giao nộp được khen ngợi, giữ kín thông tin; các hộ còn lại tiếp tục được vận động.",
        ),
        ("02-20", "09-28"),
        5,
        local=True,
    ),
    Story(
        "army",
        (
            "Tân binh Trà Cú phấn khởi lên đường nhập ngũ năm 2023",
            "Lễ giao nhận quân huyện Trà Cú năm 2023 diễn ra trang trọng",
            "Ngày hội tòng quân: gửi niềm tin vào lớp trẻ",
        ),
        "Trong không khí đầu xuân, huyện Trà Cú tổ chức lễ giao nhận quân năm 2023. Thanh niên ưu tú của các xã, "
        "thị trấn lên đường thực hiện "
        "nghĩa vụ quân sự và nghĩa vụ tham gia công an nhân dân.",
        (
            "Từ sáng sớm, hai bên đường đông người thân, bạn bè đưa tiễn; tiếng trống, tiếng dặn dò hòa lẫn "
            "trong nắng.",
            "Lãnh đạo huyện tặng hoa, động viên tân binh chấp hành kỷ luật, rèn luyện tốt để xứng đáng với quê hương.",
        ),
        ("02-06", "02-09"),
        3,
    ),
    Story(
        "army",
        (
            "{Unit} họp mặt thanh niên trước ngày nhập ngũ",
            "Tiễn thanh niên {unit} lên đường nhập ngũ",
            "Quà quê cho tân binh {unit}",
            "Lời dặn của cựu chiến binh {unit} trước ngày giao quân",
        ),
        "{Buoi}, {unit} tổ chức gặp mặt, tặng quà thanh niên chuẩn bị lên đường nhập ngũ và gia đình các em.",
        (
            "Buổi gặp thân tình, các cựu chiến binh dặn dò chuyện ăn ở, kỷ luật; mẹ và em gái nấu chè đãi cả đội.",
            "Tân binh hứa hoàn thành nhiệm vụ, ngày về tiếp tục xây dựng quê hương.",
        ),
        ("01-30", "02-06"),
        4,
        local=True,
    ),
    Story(
        "army",
        (
            "Khai mạc huấn luyện dân quân {unit} năm 2023",
            "Dân quân {unit} kết thúc huấn luyện, đạt yêu cầu các nội dung",
            "Trên thao trường {ten}",
        ),
        "{Buoi}, Ban Chỉ huy Quân sự {unit} tổ chức huấn luyện dân quân năm 2023 với các nội dung chính trị, "
        "quân sự và cứu hộ, cứu nạn.",
        (
            "Mặc trời nắng gắt, chiến sĩ vẫn luyện tập nghiêm túc, vừa học vừa rút kinh nghiệm tại chỗ.",
            "Nội dung cứu đuối, sơ cứu, chữa cháy được tập kỹ vì sát với địa bàn nhiều kênh rạch.",
        ),
        ("03-06", "07-28"),
        5,
        local=True,
    ),
    Story(
        "army",
        (
            Told(
                "Đăng ký nghĩa vụ quân sự tuổi 17 tại {unit}",
                "{Buoi}, Ban Chỉ huy Quân sự {unit} tổ chức đăng ký nghĩa vụ quân sự lần đầu cho nam công dân đủ "
                "17 tuổi trong năm.",
            ),
            Told(
                "Thăm, động viên chiến sĩ mới đang huấn luyện",
                "Đoàn công tác của huyện đến thăm, tặng quà chiến sĩ mới quê Trà Cú đang huấn luyện tại các đơn "
                "vị, nghe các em kể chuyện những tuần đầu quân ngũ.",
            ),
            Told(
                "Bộ đội, dân quân giúp dân {unit} sửa đường",
                "Trong đợt hành quân dã ngoại làm công tác dân vận, bộ đội và dân quân cùng người dân {unit} đắp "
                "lề, dặm vá những đoạn đường bị nước mưa xói lở.",
            ),
            Told(
                "Diễn tập chiến đấu trong khu vực phòng thủ {unit}",
                "{Unit} vừa hoàn thành cuộc diễn tập chiến đấu trong khu vực phòng thủ, kết hợp ứng phó thiên "
                "tai, tìm kiếm cứu nạn.",
            ),
            Told(
                "Trà Cú triển khai công tác tuyển chọn, gọi công dân nhập ngũ năm 2024",
                "{Buoi}, Hội đồng nghĩa vụ quân sự huyện họp triển khai công tác tuyển chọn, gọi công dân nhập "
                "ngũ năm 2024, giao chỉ tiêu và thống nhất các bước thực hiện.",
            ),
        ),
        "Công tác quốc phòng, quân sự địa phương ở {noi} được triển khai bài bản, gắn huấn luyện với giúp dân và "
        "chăm lo chính sách hậu phương "
        "quân đội.",
        (
            "Ban Chỉ huy Quân sự phối hợp công an rà soát nguồn thanh niên, công khai danh sách tại trụ sở và "
            "nhà văn hóa.",
            "Sau giờ tập, chiến sĩ cùng người dân đắp lề lộ, dọn cỏ, sửa nhà, để lại nhiều tình cảm đẹp.",
        ),
        uses=5,
        episodes=(
            (("03-13", "04-14"), {}),
            (("03-20", "05-12"), {}),
            (("06-05", "08-11"), {}),
            (("07-10", "08-25"), {}),
            (("09-11", "10-20"), {}),
        ),
    ),
    Story(
        "fire",
        (
            "Tổ liên gia an toàn phòng cháy chữa cháy ra mắt tại {unit}",
            Told(
                "{Unit} có thêm điểm chữa cháy công cộng",
                "Một điểm chữa cháy công cộng vừa được lắp đặt ở {place} với bình chữa cháy, xô, thang và bảng "
                "hướng dẫn, ai cũng có thể dùng khi có sự cố.",
            ),
            Told(
                "Hộ dân {place} tập xử lý cháy bếp gas",
                "{Buoi}, hơn ba mươi hộ ở {place} được hướng dẫn xử lý cháy bếp gas, rò rỉ gas và chập điện ngay "
                "tại sân nhà văn hóa.",
            ),
            "Phòng cháy từ bếp nhà: chuyện ở {place}",
        ),
        "{Buoi}, Công an huyện phối hợp với {cq} ra mắt, tập huấn mô hình phòng cháy chữa cháy ngay tại khu dân "
        "cư, có đông hộ kinh doanh và gia "
        "đình tham gia.",
        (
            "Các hộ được lắp chuông báo, trang bị bình chữa cháy, đánh số thứ tự và lưu số điện thoại của nhau.",
            "Người dân lần lượt thực hành dập lửa khay xăng nhỏ, trùm chăn ướt, hướng dẫn người già thoát khói.",
        ),
        ("03-06", "10-27"),
        6,
        local=True,
    ),
    Story(
        "fire",
        (
            "Diễn tập chữa cháy và cứu nạn, cứu hộ tại chợ {ten}",
            "Thực tập phương án chữa cháy tại {coso}",
            Told(
                "Kiểm tra an toàn phòng cháy chữa cháy tại {coso}",
                "Đoàn kiểm tra của huyện vừa kiểm tra an toàn phòng cháy chữa cháy tại {coso}, xem xét hệ thống "
                "điện, lối thoát nạn, bình chữa cháy và sổ trực.",
            ),
        ),
        "{Buoi}, lực lượng cảnh sát phòng cháy chữa cháy và cứu nạn, cứu hộ phối hợp với các đơn vị tổ chức thực "
        "tập, kiểm tra phương án ứng phó "
        "cháy nổ tại khu vực đông người.",
        (
            "Tình huống giả định là cháy gian hàng, khói lan nhanh, có người mắc kẹt; lực lượng tại chỗ phải báo "
            "động và dập lửa ban đầu.",
            "Kết thúc, ban tổ chức chỉ ra những điểm cần sửa: dây điện rối, lối thoát hẹp, bình chữa cháy để "
            "khuất tầm với.",
        ),
        ("03-01", "10-20"),
        5,
        {
            "coso": (
                "Trung tâm Y tế huyện",
                "trường học trên địa bàn huyện",
                "cửa hàng xăng dầu",
                "kho hàng vật tư nông nghiệp",
            )
        },
    ),
    Story(
        "fire",
        (
            "Mùa khô, {unit} cảnh báo cháy cỏ, cháy rơm rạ",
            Told(
                "Đốt đồng bất cẩn suýt cháy lan, {unit} nhắc người dân cẩn trọng",
                "Một đám cháy rơm rạ ở {ap} được bà con và dân quân dập tắt kịp thời. Từ vụ việc này, {unit} "
                "nhắc người dân tuyệt đối không đốt đồng khi gió lớn.",
            ),
            Told(
                "Tuyên truyền phòng cháy cho đồng bào Khmer ở {unit}",
                "{Buoi}, tại một ngôi chùa ở {unit}, cán bộ công an hướng dẫn phòng cháy bằng tiếng Khmer, có "
                "thực hành dùng bình chữa cháy ngay trên sân chùa.",
            ),
        ),
        "Nhằm giảm nguy cơ cháy nổ, các địa phương trong huyện đẩy mạnh tuyên truyền, kiểm tra và nhắc nhở hộ "
        "gia đình, cơ sở kinh doanh sử dụng "
        "lửa, điện an toàn.",
        (
            "Loa truyền thanh phát bằng hai thứ tiếng; tờ rơi dán ở sạp chợ, trường học, cổng chùa.",
            "Từng hộ ký cam kết không câu mắc điện tùy tiện, không thắp nhang khi đi vắng, không đốt đồng lúc gió to.",
        ),
        ("02-15", "05-15"),
        3,
        units=communes(),
    ),
    Story(
        "traffic",
        (
            "Ra quân lập lại trật tự đô thị, lòng lề đường ở {unit}",
            "{Unit} dẹp mái che, bảng hiệu lấn chiếm lề đường",
            "Chợ {ten} thông thoáng sau khi sắp xếp lại sạp hàng",
        ),
        "{Buoi}, đoàn liên ngành ra quân lập lại trật tự đô thị tại {unit}, nhắc nhở và vận động các hộ kinh "
        "doanh trả lại lối đi cho người đi bộ.",
        (
            "Phần lớn hộ tự giác chấp hành; trường hợp tái phạm nhiều lần bị lập biên bản.",
            "Người mua bán nhỏ được bố trí vào khu vực riêng, kẻ vạch rõ ràng, không ảnh hưởng sinh kế.",
        ),
        ("01-05", "10-20"),
        5,
        local=True,
    ),
    Story(
        "traffic",
        (
            "“Cổng trường an toàn giao thông” ở {unit}",
            "Ký cam kết không giao xe cho con chưa đủ tuổi tại {unit}",
            "Trao mũ bảo hiểm cho học sinh lớp Một {unit}",
        ),
        "Để học sinh đến trường an toàn, các trường ở {unit} phối hợp công an, Đoàn Thanh niên phân luồng, hướng "
        "dẫn đưa đón và tuyên truyền luật giao "
        "thông.",
        (
            "Phụ huynh đứng đúng vạch, tắt máy xe; học sinh đi bộ được đội cờ đỏ dẫn qua đường.",
            "Nhà trường đưa việc chấp hành luật giao thông vào xét hạnh kiểm và thi đua giữa các lớp.",
        ),
        ("03-01", "10-15"),
        4,
        local=True,
    ),
    Story(
        "traffic",
        (
            "Ban An toàn giao thông huyện sơ kết {quy}, bàn cách kéo giảm tai nạn",
            Told(
                "Cảnh sát giao thông huyện kiểm tra nồng độ cồn vào buổi tối",
                "Các tổ tuần tra của Công an huyện lập chốt lưu động trên tuyến tỉnh lộ và đường nội ô vào buổi "
                "tối, tập trung kiểm tra nồng độ cồn người lái xe.",
            ),
            Told(
                "Tuyên truyền an toàn giao thông đường thủy cho chủ phương tiện ở {unit}",
                "{Buoi}, lực lượng chức năng gặp gỡ chủ ghe, chủ đò ở {unit}, nhắc trang bị áo phao, không chở "
                "quá tải và cho ký cam kết an toàn.",
            ),
            "Trà Cú bàn giải pháp kéo giảm tai nạn giao thông các tháng cuối năm",
        ),
        "Ban An toàn giao thông huyện Trà Cú tiếp tục thực hiện các giải pháp kiềm chế tai nạn, kết hợp giữa "
        "tuyên truyền, kiểm tra và khắc phục điểm "
        "nguy hiểm.",
        (
            "Công an huyện duy trì các ca tuần tra ngoài giờ, tập trung vào lỗi nồng độ cồn, tốc độ và chở quá "
            "số người quy định.",
            "Các địa phương rà soát, đề nghị lắp thêm gương cầu, biển báo, vạch giảm tốc trước cổng trường và "
            "đường ra quốc lộ.",
        ),
        ("03-20", "10-25"),
        4,
    ),
)
