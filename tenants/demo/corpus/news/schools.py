"""Schools from the first day after Tết to the autumn term."""

from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "school",
        (
            "Tưng bừng lễ khai giảng năm học 2023 - 2024 ở {unit}",
            "Ngày khai trường ở {unit}: rộn ràng tiếng trống đầu thu",
            "Học sinh {unit} hân hoan bước vào năm học mới",
            "Dắt tay em vào lớp Một: khoảnh khắc khai giảng ở {unit}",
            "Trao quà, học bổng trong ngày khai giảng ở {place}",
        ),
        "Sáng ngày 05/9, cùng với học sinh cả nước, thầy và trò các trường trên địa bàn {unit} tổ chức lễ khai "
        "giảng năm học 2023 "
        "- 2024 trong không khí gọn gàng, vui tươi.",
        (
            "Phần lễ ngắn, phần hội nhiều trò chơi; học sinh đầu cấp được anh chị lớp trên dắt tay vào lớp.",
            "Dịp này, các em có hoàn cảnh khó khăn được tặng tập vở, cặp sách và học bổng để không bỏ lỡ ngày "
            "đến trường.",
        ),
        ("09-05", "09-07"),
        5,
        local=True,
    ),
    Story(
        "school",
        (
            "Phòng Giáo dục và Đào tạo huyện sơ kết học kỳ I năm học 2022 - 2023",
            Told(
                "Tổng kết năm học 2022 - 2023, triển khai nhiệm vụ năm học mới",
                "{Buoi}, Phòng Giáo dục và Đào tạo huyện tổng kết năm học 2022 - 2023 và triển khai nhiệm vụ năm "
                "học 2023 - 2024.",
            ),
            Told(
                "Ngành giáo dục Trà Cú sẵn sàng cho năm học 2023 - 2024",
                "Trước ngày tựu trường, các trường trong huyện đã sửa chữa phòng học, vệ sinh khuôn viên, nhận "
                "sách giáo khoa và phân công giáo viên.",
            ),
        ),
        "Phòng Giáo dục và Đào tạo huyện Trà Cú tổ chức hội nghị đánh giá kết quả thực hiện nhiệm vụ và bàn giải "
        "pháp cho thời gian "
        "tới, có đại diện lãnh đạo các trường cùng dự.",
        (
            "Hội nghị thảo luận về đội ngũ giáo viên còn thiếu cục bộ, cơ sở vật chất ở điểm lẻ và việc duy trì sĩ số.",
            "Các trường được yêu cầu rà soát phòng học, sách giáo khoa và bố trí giáo viên hợp lý trước khi vào "
            "năm học.",
        ),
        uses=3,
        episodes=(
            (("01-30", "02-10"), {}),
            (("08-07", "08-18"), {}),
            (("08-21", "09-01"), {}),
        ),
    ),
    Story(
        "school",
        (
            "Trao {n} suất học bổng cho học sinh nghèo {unit}",
            "Tiếp bước đến trường cho học sinh khó khăn ở {unit}",
            Told(
                "{n} chiếc xe đạp đến tay học sinh {unit}",
                "{Buoi}, {n} học sinh nhà xa trường ở {unit} được nhà hảo tâm tặng xe đạp, đỡ vất vả trên đường "
                "đến lớp.",
            ),
        ),
        "{Buoi}, Hội Khuyến học {unit} phối hợp với các mạnh thường quân trao học bổng, quà và phương tiện đi "
        "học cho học sinh có "
        "hoàn cảnh khó khăn, hiếu học.",
        (
            "Danh sách do giáo viên chủ nhiệm và ấp, khóm giới thiệu, ưu tiên học sinh mồ côi, nhà xa trường.",
            "Nhận quà, các em hứa cố gắng học tốt; phụ huynh xúc động vì bớt được nỗi lo đầu năm.",
        ),
        ("08-14", "10-25"),
        5,
        {"n": ("20", "30", "45", "50", "15")},
        local=True,
    ),
    Story(
        "school",
        (
            "Học sinh {unit} thi {thi}",
            "Sôi nổi hội thi {thi} tại {unit}",
            "Khi học trò {ten} mê {me}",
        ),
        "{Buoi}, các trường ở {unit} tổ chức hội thi {thi}, thu hút đông học sinh tham gia với nhiều tiết mục, "
        "sản phẩm tự làm.",
        (
            "Các em tự chuẩn bị từ trước hai tuần, thầy cô chỉ góp ý; phần trình bày hồn nhiên mà tự tin.",
            "Ban giám khảo chọn những bài có ý tưởng gần với đời sống địa phương để dự thi cấp huyện.",
        ),
        ("02-13", "05-12"),
        4,
        {
            "thi": (
                "kể chuyện theo sách",
                "tìm hiểu an toàn giao thông",
                "sáng tạo từ vật liệu tái chế",
                "tiếng hát tuổi thơ",
            ),
            "me": ("đọc sách", "kể chuyện", "làm đồ tái chế", "ca hát"),
        },
    ),
    Story(
        "school",
        (
            "Trà Cú sẵn sàng cho Kỳ thi tốt nghiệp THPT năm 2023",
            "Các điểm thi tốt nghiệp THPT trên địa bàn huyện diễn ra an toàn",
            "Thí sinh Trà Cú hoàn thành môn thi đầu tiên",
            "Tiếp sức mùa thi: bình nước mát giữa trưa hè",
        ),
        "Kỳ thi tốt nghiệp THPT năm 2023 diễn ra trong các ngày 28 và 29/6. Công tác chuẩn bị ở các điểm thi "
        "trên địa bàn huyện được "
        "kiểm tra kỹ, không để thí sinh gặp khó.",
        (
            "Lực lượng công an giữ trật tự ngoài cổng, ngành điện bảo đảm nguồn, y tế trực suốt buổi thi.",
            "Đội tình nguyện phát nước, mượn bút, chở thí sinh quên giấy tờ về lấy kịp giờ.",
        ),
        uses=4,
        episodes=(
            (("06-22", "06-27"), {}),
            (("06-29", "06-30"), {}),
            (("06-28", "06-28"), {}),
            (("06-28", "06-30"), {}),
        ),
    ),
    Story(
        "school",
        (
            "Lớp dạy chữ Khmer miễn phí dịp hè ở {unit}",
            "Mùa hè học chữ Khmer của trẻ em {unit}",
            "Chùa làng mở lớp dạy chữ cho con em {place}",
        ),
        "Cứ vào hè, các chùa ở {unit} lại mở lớp dạy chữ Khmer miễn phí. Tiếng đánh vần của học trò nhỏ vang lên "
        "trong sân chùa rợp "
        "bóng cây sao, cây dầu.",
        (
            "Lớp học do các vị sư và achar đứng lớp, bàn ghế, tập vở do phật tử và mạnh thường quân ủng hộ.",
            "Ngoài chữ viết, các em được dạy lễ phép, kính trọng người lớn và tránh xa tệ nạn.",
        ),
        ("06-05", "08-18"),
        4,
        units=("29482", "29488", "29467", "29503", "29464", "29479", "29485", "29506", "29509", "29491"),
        local=True,
    ),
    Story(
        "children",
        (
            "Hè về, {unit} nhắc nhau giữ trẻ an toàn ở ao, kênh",
            "Lớp dạy bơi miễn phí cho học sinh {unit}",
            "Phổ cập bơi, phòng chống đuối nước cho trẻ em {unit}",
        ),
        "Vào hè, các lớp dạy bơi và kỹ năng an toàn dưới nước được mở ở {unit}, giúp trẻ em vùng sông nước biết "
        "tự bảo vệ mình.",
        (
            "Mỗi lớp khoảng hai mươi em, học từ cách nín thở, nổi người đến kỹ năng cứu bạn mà không nhảy xuống nước.",
            "Các ao sâu, bến nước gần trường được cắm biển cảnh báo, rào tạm; phụ huynh được nhắc không để trẻ ở "
            "nhà một mình.",
        ),
        ("05-20", "08-20"),
        4,
        local=True,
    ),
    Story(
        "school",
        (
            "Trường học ở {unit} đạt chuẩn quốc gia mức độ 1",
            Told(
                "Kiểm tra công nhận trường đạt chuẩn quốc gia tại {unit}",
                "{Buoi}, đoàn kiểm tra của ngành giáo dục làm việc tại một trường ở {unit} để đánh giá các tiêu "
                "chuẩn trường đạt chuẩn quốc gia.",
            ),
            Told(
                "Thêm thư viện xanh cho học sinh {unit}",
                "Dưới tán cây trong sân trường ở {unit}, một góc thư viện xanh vừa được đưa vào sử dụng với kệ "
                "sách thấp, ghế nhỏ và nhiều đầu sách do phụ huynh góp.",
            ),
            Told(
                "Phòng máy tính mới cho học sinh {place}",
                "Học sinh một trường ở {place} vừa có phòng máy tính mới, mỗi em một máy trong giờ tin học, thay "
                "vì ba bốn em ngồi chung như trước.",
            ),
        ),
        "Cơ sở vật chất trường lớp ở {unit} được đầu tư khang trang hơn, tạo điều kiện để thầy cô đổi mới cách "
        "dạy và học sinh có thêm "
        "chỗ vui chơi, đọc sách.",
        (
            "Nguồn lực đến từ ngân sách, chương trình mục tiêu quốc gia và đóng góp của phụ huynh, cựu học sinh.",
            "Đoàn kiểm tra đánh giá cao nề nếp, cảnh quan, đồng thời đề nghị nhà trường nâng cao chất lượng đội ngũ.",
        ),
        ("03-01", "10-20"),
        4,
        local=True,
    ),
    Story(
        "school",
        (
            Told(
                "Bàn giải pháp hạn chế học sinh bỏ học sau Tết",
                "{Buoi}, Phòng Giáo dục và Đào tạo huyện họp với các trường, đoàn thể bàn cách đưa học sinh trở "
                "lại lớp, không để các em nghỉ học theo cha mẹ đi làm xa sau Tết.",
            ),
            Told(
                "Vận động học sinh trở lại lớp: thầy cô đến từng nhà tìm trò",
                "Tan giờ dạy, nhiều giáo viên chạy xe đến từng nhà học sinh vắng lâu ngày, khi gặp cha mẹ, khi "
                "nhờ trưởng ấp cùng khuyên, để các em chịu đi học lại.",
            ),
            Told(
                "Trao thưởng học sinh giỏi, giáo viên tiêu biểu năm học 2022 - 2023",
                "{Buoi}, huyện Trà Cú tổ chức trao thưởng cho học sinh đạt giải các kỳ thi và giáo viên có thành "
                "tích tiêu biểu trong năm học 2022 - 2023.",
            ),
            Told(
                "Giáo viên Trà Cú tập huấn sách giáo khoa mới trong hè",
                "Tận dụng những tuần hè, giáo viên toàn huyện tham gia tập huấn sách giáo khoa mới của các lớp "
                "sẽ thay sách trong năm học 2023 - 2024.",
            ),
        ),
        "Nâng chất lượng dạy học và giữ chân học sinh là hai việc được ngành giáo dục huyện quan tâm xuyên suốt "
        "năm, từ trường gần "
        "chợ đến những điểm trường lẻ xa xôi.",
        (
            "Giáo viên chủ nhiệm là người gần học sinh nhất, nắm từng hoàn cảnh để báo với nhà trường và địa phương.",
            "Hội Khuyến học, các đoàn thể cùng góp sức bằng học bổng, xe đạp, áo ấm và cả những buổi dạy kèm miễn phí.",
        ),
        uses=4,
        episodes=(
            (("01-30", "02-10"), {}),
            (("02-13", "03-10"), {}),
            (("05-26", "06-16"), {}),
            (("07-10", "08-11"), {}),
        ),
    ),
)
