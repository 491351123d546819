"""Party, People's Council and Front: meetings with voters, anniversaries, supervision."""

from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "party",
        (
            "{Unit} họp mặt kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam",
            "Đảng bộ {unit} ôn lại truyền thống 93 năm vẻ vang của Đảng",
            "Ấm áp buổi họp mặt kỷ niệm 93 năm Ngày thành lập Đảng ở {unit}",
            "Mừng Đảng, mừng xuân: đảng viên cao tuổi {unit} kể chuyện xưa",
            Told(
                "Chi bộ {place} sinh hoạt truyền thống nhân ngày 03/02",
                "{Buoi}, chi bộ {place} tổ chức sinh hoạt truyền thống kỷ niệm ngày thành lập Đảng, mời đảng "
                "viên lão thành nói chuyện với đảng viên trẻ.",
            ),
        ),
        "{Buoi}, Đảng ủy {unit} tổ chức họp mặt kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - "
        "03/02/2023). Dự họp mặt có các đồng chí nguyên lãnh đạo địa phương, đảng viên cao tuổi Đảng và đại diện "
        "các chi "
        "bộ.",
        (
            "Tại buổi họp mặt, đại diện Ban Thường vụ Đảng ủy ôn lại chặng đường lịch sử vẻ vang của Đảng và "
            "những kết quả "
            "nổi bật của địa phương trong năm qua.",
            "Các đảng viên lớn tuổi kể lại những ngày hoạt động gian khó, nhắc lớp trẻ giữ gìn đoàn kết, giữ lời "
            "hứa với "
            "dân.",
            "Dịp này, Đảng ủy biểu dương những chi bộ hoàn thành tốt nhiệm vụ và tặng quà tri ân các đảng viên "
            "cao niên.",
        ),
        ("01-30", "02-04"),
        5,
        local=True,
    ),
    Story(
        "party",
        (
            "Huyện ủy Trà Cú trao Huy hiệu Đảng đợt {dot}",
            "Trao Huy hiệu Đảng cho đảng viên cao tuổi Đảng đợt {dot}",
        ),
        "{Buoi}, Huyện ủy Trà Cú tổ chức lễ trao Huy hiệu Đảng đợt {dot} cho các đảng viên có nhiều năm tuổi Đảng đang "
        "sinh hoạt tại các chi, đảng bộ trực thuộc.",
        (
            "Phát biểu tại buổi lễ, lãnh đạo Huyện ủy bày tỏ lòng biết ơn trước sự cống hiến bền bỉ của các đảng "
            "viên và "
            "mong các đồng chí tiếp tục là chỗ dựa tinh thần cho con cháu.",
            "Thay mặt những người được trao tặng, một đảng viên lão thành hứa giữ vững phẩm chất, vận động gia "
            "đình và lối "
            "xóm chấp hành tốt chủ trương, chính sách.",
        ),
        ("02-01", "02-08"),
        1,
        {"dot": ("03/02",)},
    ),
    Story(
        "party",
        (
            "Trao Huy hiệu Đảng đợt 19/5 cho đảng viên Đảng bộ {unit}",
            "{Unit} có thêm nhiều đảng viên nhận Huy hiệu Đảng",
            "Đến tận nhà trao Huy hiệu Đảng cho đảng viên lão thành {unit}",
        ),
        "Nhân kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh, Đảng ủy {unit} phối hợp trao Huy hiệu Đảng cho các "
        "đảng viên "
        "lớn tuổi tại địa phương.",
        (
            "Với những đảng viên sức khỏe yếu, đoàn đến tận nhà trao tặng và thăm hỏi, động viên gia đình.",
            "Lãnh đạo địa phương khẳng định tấm gương của các đảng viên lão thành là bài học sinh động cho thế hệ trẻ.",
        ),
        ("05-15", "05-22"),
        3,
        local=True,
    ),
    Story(
        "party",
        (
            "Trà Cú tổ chức học tập, quán triệt các nghị quyết, kết luận mới của Trung ương",
            "Hội nghị trực tuyến quán triệt nghị quyết đến cán bộ chủ chốt toàn huyện",
            "Cán bộ, đảng viên huyện Trà Cú học tập chuyên đề năm 2023",
        ),
        "{Buoi}, Ban Thường vụ Huyện ủy tổ chức hội nghị trực tuyến học tập, quán triệt và triển khai các nghị "
        "quyết, kết "
        "luận của Trung ương đến các điểm cầu xã, thị trấn.",
        (
            "Báo cáo viên tập trung phân tích những điểm mới, liên hệ với tình hình của tỉnh, của huyện để người "
            "nghe dễ "
            "vận dụng.",
            "Sau hội nghị, các chi, đảng bộ trực thuộc có trách nhiệm tổ chức học tập đến từng đảng viên và xây "
            "dựng chương "
            "trình hành động sát với đơn vị.",
        ),
        ("01-05", "10-20"),
        3,
    ),
    Story(
        "council",
        (
            "Cử tri {unit} kiến nghị nhiều vấn đề về giao thông, nước sạch",
            "Đại biểu HĐND huyện tiếp xúc cử tri {unit}",
            "Cử tri {ap}, {unit} đề nghị sớm nâng cấp đường liên ấp",
            "Ghi nhận từ buổi tiếp xúc cử tri tại {unit}",
        ),
        "{Buoi}, tổ đại biểu HĐND huyện có buổi tiếp xúc cử tri {unit}. Cử tri đánh giá cao kết quả phát triển "
        "kinh tế - "
        "xã hội thời gian qua, đồng thời nêu nhiều kiến nghị sát với đời sống.",
        (
            "Các ý kiến xoay quanh việc nâng cấp đường giao thông, nạo vét kênh nội đồng, chất lượng nước sinh "
            "hoạt, giá vật "
            "tư nông nghiệp và chế độ cho người hoạt động không chuyên trách.",
            "Những vấn đề thuộc thẩm quyền cấp xã được trả lời ngay tại chỗ; các kiến nghị còn lại được tổng hợp "
            "gửi Thường "
            "trực HĐND huyện.",
            "Đại biểu cảm ơn cử tri đã thẳng thắn và hứa theo dõi đến cùng việc giải quyết từng kiến nghị.",
        ),
        ("06-12", "07-28"),
        6,
    ),
    Story(
        "council",
        (
            "HĐND huyện Trà Cú khai mạc kỳ họp thường lệ giữa năm 2023",
            Told(
                "Kỳ họp giữa năm HĐND huyện: chất vấn thẳng vào những việc dân quan tâm",
                "Tại phiên chất vấn của kỳ họp giữa năm, đại biểu HĐND huyện hỏi thẳng về tiến độ công trình, "
                "rác thải nông thôn và hồ sơ đất đai chậm trễ.",
            ),
            Told(
                "HĐND huyện thông qua nhiều nghị quyết tại kỳ họp giữa năm",
                "Sau các phiên thảo luận và chất vấn, kỳ họp giữa năm 2023 của HĐND huyện bế mạc, thông qua các "
                "nghị quyết về đầu tư công, ngân sách, đất đai và chương trình giám sát.",
            ),
        ),
        "{Buoi}, HĐND huyện Trà Cú tổ chức kỳ họp thường lệ giữa năm 2023 để xem xét kết quả thực hiện nhiệm vụ "
        "sáu tháng "
        "đầu năm và quyết định một số nội dung quan trọng.",
        (
            "Kỳ họp nghe báo cáo tình hình kinh tế - xã hội, thu chi ngân sách, công tác của tòa án, viện kiểm "
            "sát và thông "
            "báo tham gia xây dựng chính quyền của Ủy ban MTTQ huyện.",
            "Phiên chất vấn tập trung vào tiến độ các công trình, tình hình giải ngân vốn đầu tư công và việc xử "
            "lý rác thải "
            "nông thôn.",
            "Chủ tọa đề nghị UBND huyện và các ngành sớm cụ thể hóa nghị quyết, khắc phục những chỉ tiêu đạt thấp.",
        ),
        uses=3,
        episodes=(
            (("07-18", "07-18"), {}),
            (("07-19", "07-19"), {}),
            (("07-20", "07-21"), {}),
        ),
    ),
    Story(
        "council",
        (
            "Ban {ban} HĐND huyện giám sát tại {unit}",
            "Giám sát việc {viec} tại {unit}",
        ),
        "{Buoi}, đoàn giám sát của Ban {ban} HĐND huyện làm việc với UBND {unit} về việc {viec}.",
        (
            "Qua nghe báo cáo và kiểm tra hồ sơ, đoàn ghi nhận nỗ lực của địa phương, đồng thời chỉ ra một số "
            "hạn chế trong "
            "lưu trữ, công khai và thời gian giải quyết.",
            "Đoàn đề nghị địa phương khắc phục ngay những thiếu sót, báo cáo kết quả về Thường trực HĐND huyện "
            "trước {han}.",
        ),
        ("01-05", "10-25"),
        6,
        {
            "ban": ("Kinh tế - Xã hội", "Pháp chế"),
            "viec": (
                "sử dụng nguồn vốn các chương trình mục tiêu quốc gia",
                "giải quyết đơn thư khiếu nại, kiến nghị của công dân",
                "thực hiện chính sách giảm nghèo",
                "quản lý đất công",
                "thu gom, xử lý rác thải sinh hoạt",
            ),
        },
    ),
    Story(
        "council",
        (
            "Người đứng đầu cấp ủy, chính quyền {unit} đối thoại với nhân dân",
            "{Unit}: đối thoại để gỡ khó cùng dân",
            "Hơn trăm người dân dự buổi đối thoại với lãnh đạo {unit}",
        ),
        "{Buoi}, Đảng ủy, UBND {unit} tổ chức hội nghị đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính "
        "quyền với đại "
        "diện Mặt trận Tổ quốc, các đoàn thể và nhân dân.",
        (
            "Sau phần báo cáo ngắn gọn, thời gian còn lại dành cho người dân phát biểu; các câu hỏi được trả lời "
            "lần lượt, "
            "có ghi biên bản.",
            "Nhiều ý kiến đề nghị quan tâm đèn đường, nước sinh hoạt ở cuối nguồn, hồ sơ đất đai còn chậm và "
            "việc làm cho "
            "thanh niên.",
        ),
        ("03-06", "10-27"),
        5,
        local=True,
    ),
    Story(
        "council",
        (
            "Lãnh đạo UBND huyện kiểm tra {viec} tại {unit}",
            "Chủ tịch UBND huyện làm việc với {unit} về {viec}",
            "Thường trực Huyện ủy làm việc với Đảng ủy {unit}",
        ),
        "{Buoi}, đoàn công tác của huyện đến {unit} kiểm tra {viec} và nghe báo cáo tình hình thực hiện nhiệm vụ "
        "của địa phương.",
        (
            "Đoàn đi thực tế một số điểm ở {ap}, trao đổi với người dân rồi làm việc với tập thể lãnh đạo {cq}.",
            "Lãnh đạo huyện đề nghị địa phương rà soát lại các chỉ tiêu đạt thấp, tập trung giải ngân vốn và giữ "
            "vững an ninh "
            "trật tự.",
            "Một số kiến nghị về kinh phí, con người được các phòng chuyên môn trả lời ngay tại buổi làm việc.",
        ),
        ("01-09", "10-30"),
        7,
        {
            "viec": (
                "tiến độ thi công các công trình",
                "công tác phòng, chống dịch bệnh",
                "việc phân loại, thu gom rác thải",
                "các điểm có nguy cơ sạt lở",
                "hoạt động của bộ phận một cửa",
            ),
        },
    ),
    Story(
        "party",
        (
            "Hội nghị báo cáo viên, tuyên truyền viên {thang}",
            "Định hướng công tác tuyên truyền {thang} trên địa bàn huyện",
            "Báo cáo viên Huyện ủy sinh hoạt thời sự {thang}",
        ),
        "Ban Tuyên giáo Huyện ủy vừa tổ chức hội nghị báo cáo viên, tuyên truyền viên {thang}, thông tin tình "
        "hình trong "
        "nước, quốc tế và định hướng tuyên truyền thời gian tới.",
        (
            "Hội nghị lưu ý tuyên truyền các ngày lễ lớn, phòng, chống dịch bệnh, phòng cháy chữa cháy và cảnh "
            "giác thông tin "
            "xấu độc trên mạng xã hội.",
            "Các báo cáo viên được cung cấp tài liệu ngắn gọn, có bản tiếng Khmer để dùng ở cơ sở.",
        ),
        ("02-15", "10-30"),
        5,
    ),
    Story(
        "party",
        (
            "Chi bộ {ap} ({unit}) sinh hoạt chuyên đề học tập và làm theo Bác",
            "{Unit} sơ kết việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
            "Học Bác từ những việc bình dị ở {unit}",
        ),
        "Hướng đến kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2023), các chi bộ thuộc Đảng "
        "bộ {unit} "
        "tổ chức sinh hoạt chuyên đề, chọn những việc làm theo Bác cụ thể, thiết thực.",
        (
            "Có chi bộ chọn việc giữ vệ sinh đường ấp, có chi bộ nhận giúp một hộ thoát nghèo, có nơi tập trung "
            "sửa lề lối "
            "làm việc của cán bộ một cửa.",
            "Đảng viên đăng ký việc làm theo ngay từ đầu năm, cuối quý tự nhận xét trước chi bộ, có góp ý của "
            "quần chúng.",
        ),
        ("05-04", "05-26"),
        4,
        local=True,
    ),
    Story(
        "party",
        (
            Told(
                "Ủy ban MTTQ {unit} giám sát việc bình xét hộ nghèo",
                "Ủy ban Mặt trận Tổ quốc {unit} giám sát việc bình xét hộ nghèo, hộ cận nghèo ở các ấp, khóm, "
                "bảo đảm công khai, đúng người, không nể nang.",
            ),
            Told(
                "Mặt trận {unit} phát huy vai trò người có uy tín trong đồng bào Khmer",
                "Các vị sư, achar và người có uy tín ở {unit} là cầu nối giữa chính quyền với bà con Khmer, nói "
                "bà con nghe, làm bà con tin.",
            ),
            "Khu dân cư {ap}, {unit}: đoàn kết làm nên đổi thay",
        ),
        "Bằng nhiều cách làm gần gũi, Ủy ban Mặt trận Tổ quốc {unit} đang tập hợp được sự đồng thuận của người "
        "dân trong "
        "các phong trào ở địa phương.",
        (
            "Ban công tác Mặt trận phối hợp với các vị sư, achar, người có uy tín vận động bà con giữ gìn trật "
            "tự, không nghe "
            "theo tin đồn thất thiệt.",
            "Các buổi họp dân được tổ chức vào buổi tối, nói ngắn, bàn kỹ, có biên bản và kết luận rõ ràng.",
        ),
        ("01-05", "10-27"),
        5,
        local=True,
    ),
    Story(
        "heritage",
        (
            "Trà Cú chỉnh trang đường phố chào mừng các ngày lễ lớn",
            "Kỷ niệm 78 năm Cách mạng tháng Tám và Quốc khánh 2/9: khắp nơi rực rỡ cờ hoa",
            Told(
                "Dâng hương tưởng niệm các anh hùng liệt sĩ nhân Quốc khánh 2/9",
                "{Buoi}, lãnh đạo huyện và đại diện các ngành, đoàn thể dâng hương, dâng hoa tại nghĩa trang "
                "liệt sĩ nhân kỷ niệm Quốc khánh 2/9.",
            ),
        ),
        "Các cơ quan, đơn vị và địa phương trong huyện tổ chức nhiều hoạt động kỷ niệm các ngày lễ lớn với hình "
        "thức trang "
        "trọng, tiết kiệm, thiết thực.",
        (
            "Trụ sở cơ quan, trường học và nhà dân đồng loạt treo cờ Tổ quốc; các tuyến đường trung tâm được "
            "chỉnh trang, dọn "
            "dẹp sạch sẽ.",
            "Đài truyền thanh huyện tăng thời lượng giới thiệu truyền thống cách mạng của quê hương.",
        ),
        ("08-17", "09-05"),
        3,
    ),
)
