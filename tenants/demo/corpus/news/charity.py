"""Gratitude to those who served, houses for the poor, jobs, relief."""

from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "gratitude",
        (
            "{Unit} thăm, tặng quà gia đình chính sách nhân ngày 27/7",
            "Thắp nến tri ân các anh hùng liệt sĩ tại {unit}",
            "Uống nước nhớ nguồn: {unit} tri ân người có công",
            "Đoàn lãnh đạo huyện thăm gia đình thương binh, liệt sĩ ở {unit}",
            Told(
                "Đoàn viên {unit} chăm sóc phần mộ liệt sĩ dịp 27/7",
                "Những ngày cuối tháng 7, đoàn viên thanh niên {unit} đến nghĩa trang liệt sĩ nhổ cỏ, lau bia, "
                "thay hoa và thắp hương trên từng phần mộ.",
            ),
            Told(
                "Bữa cơm ấm tình đồng đội ở {place}",
                "Mâm cơm nhà quê ở {place} quây quần những người lính năm xưa. Họ kể chuyện chiến trường, nhắc "
                "tên người nằm lại và dặn con cháu sống cho tử tế.",
            ),
            Told(
                "Khám bệnh, tặng quà người có công {unit}",
                "{Buoi}, đoàn thầy thuốc cùng các đoàn thể khám bệnh, cấp thuốc và tặng quà cho thương binh, "
                "bệnh binh, thân nhân liệt sĩ ở {unit}.",
            ),
            Told(
                "{Unit} rà soát nhà ở của người có công trước ngày 27/7",
                "{Unit} rà soát từng căn nhà của gia đình người có công, lập danh sách sửa chữa những nhà xuống "
                "cấp và vận động thêm nguồn lực trước ngày 27/7.",
            ),
        ),
        "Kỷ niệm 76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023), {unit} tổ chức viếng nghĩa trang, "
        "thắp hương và thăm, tặng quà "
        "các gia đình thương binh, liệt sĩ, người có công.",
        (
            "Tại mỗi gia đình, đoàn ân cần hỏi thăm sức khỏe, lắng nghe nguyện vọng và bày tỏ lòng biết ơn.",
            "Đoàn viên dọn cỏ, lau từng ngôi mộ, thắp nến vào buổi tối trong không khí trang nghiêm.",
            "Các chế độ được chi trả đầy đủ, kịp thời; hộ có nhà xuống cấp được đưa vào danh sách đề nghị hỗ trợ "
            "sửa chữa.",
        ),
        ("07-19", "07-28"),
        8,
        local=True,
    ),
    Story(
        "charity",
        (
            "Bàn giao nhà Đại đoàn kết cho hộ nghèo ở {place}",
            "Thêm mái ấm nghĩa tình cho hộ khó khăn {unit}",
            "Bàn giao nhà tình nghĩa tại {place}",
            Told(
                "{Unit} khởi công xây nhà cho hộ nghèo",
                "{Buoi}, Ủy ban Mặt trận Tổ quốc {unit} phối hợp khởi công xây nhà cho một hộ nghèo ở {ap}, dự "
                "kiến bàn giao sau khoảng một tháng.",
            ),
        ),
        "{Buoi}, Ủy ban Mặt trận Tổ quốc {unit} phối hợp với các nhà tài trợ bàn giao nhà cho một hộ khó khăn về "
        "nhà ở tại {ap}. Ngôi nhà "
        "được xây kiên cố, nền gạch, mái tôn.",
        (
            "Ngoài tiền hỗ trợ, dòng họ và lối xóm góp thêm công, vật liệu, cho mượn máy trộn bê tông nên tiến "
            "độ khá nhanh.",
            "Đoàn tặng thêm giường, bếp gas và ít đồ dùng cần thiết để gia đình ổn định cuộc sống.",
        ),
        ("01-05", "10-27"),
        8,
        local=True,
    ),
    Story(
        "charity",
        (
            "Trao sinh kế giúp hộ nghèo {unit} vươn lên",
            "{Unit} phấn đấu giảm nghèo bền vững nhờ giao đúng người, đúng nhu cầu",
            Told(
                "Hộ nghèo {place} xin ra khỏi danh sách hộ nghèo",
                "Khi kinh tế vừa ổn định, một hộ ở {place} tự viết đơn xin thoát nghèo. Lá đơn ngắn được đọc "
                "giữa buổi họp ấp, khóm khiến nhiều người xúc động.",
            ),
        ),
        "Bằng cách giao từng hộ cho từng đoàn thể theo dõi, {unit} đang giúp các hộ nghèo có vốn, có nghề và tự "
        "tin làm ăn, tránh cảnh thoát "
        "nghèo rồi tái nghèo.",
        (
            "Hộ nuôi bò được cấp giống, hộ buôn bán nhỏ được vay vốn, hộ có người lao động trẻ được giới thiệu "
            "vào làm ở công ty.",
            "Điều đáng mừng là có hộ tự viết đơn xin thoát nghèo để nhường phần cho nhà khó khăn hơn.",
        ),
        ("03-06", "10-27"),
        5,
        local=True,
    ),
    Story(
        "jobs",
        (
            "Phiên giao dịch việc làm lưu động tại {unit}",
            "Tư vấn, giới thiệu việc làm cho lao động nông thôn {unit}",
            Told(
                "Tư vấn xuất khẩu lao động cho thanh niên {unit}",
                "{Buoi}, hơn năm mươi thanh niên {unit} nghe tư vấn đi làm việc ở nước ngoài: ngành nghề, chi "
                "phí, vốn vay và những điều cần kiểm tra trước khi ký hợp đồng.",
            ),
            Told(
                "Bế giảng lớp nghề {nghe} tại {place}",
                "{Buoi}, lớp dạy nghề {nghe} mở tại {place} bế giảng. Sau gần ba tháng học, học viên đã làm được "
                "sản phẩm và có nơi nhận vào làm.",
            ),
        ),
        "{Buoi}, các cơ quan chuyên môn của huyện phối hợp với {cq} tư vấn việc làm, học nghề cho người lao "
        "động, nhất là thanh niên và bộ đội "
        "xuất ngũ.",
        (
            "Người lao động được nghe thông tin tuyển dụng, mức lương, chi phí đi làm việc ở nước ngoài và cách "
            "tránh bị lừa đảo.",
            "Ai chưa có nghề được giới thiệu khóa học ngắn hạn; học xong được cấp chứng chỉ và hướng dẫn vay vốn.",
        ),
        ("01-05", "10-20"),
        5,
        {"nghe": ("may công nghiệp", "sửa máy nông nghiệp", "đan đát", "nấu ăn")},
        local=True,
    ),
    Story(
        "charity",
        (
            "Tháng Nhân đạo 2023: nhiều nghĩa cử nối dài yêu thương",
            Told(
                "Bếp cháo nghĩa tình tại Trung tâm Y tế huyện vẫn đỏ lửa",
                "Mỗi sáng sớm, bếp cháo tại Trung tâm Y tế huyện lại đỏ lửa. Người góp gạo, người góp củi, những "
                "tô cháo nóng đến tay bệnh nhân nghèo và người nuôi bệnh.",
            ),
            Told(
                "Hội Chữ thập đỏ huyện trao {n} phần quà cho người khuyết tật",
                "{Buoi}, Hội Chữ thập đỏ huyện trao {n} phần quà gồm gạo, nhu yếu phẩm và xe lăn cho người "
                "khuyết tật có hoàn cảnh khó khăn.",
            ),
            Told(
                "Chuyến xe chở bệnh nhân nghèo đi viện miễn phí của bà con {unit}",
                "Bất kể ngày đêm, chiếc xe chuyển bệnh do bà con {unit} góp tiền mua luôn sẵn sàng đưa người "
                "nghèo đi bệnh viện mà không lấy tiền.",
            ),
        ),
        "Hưởng ứng các hoạt động nhân đạo năm 2023, Hội Chữ thập đỏ huyện và cơ sở duy trì nhiều việc làm ý "
        "nghĩa, kết nối người cho với người "
        "cần.",
        (
            "Những bếp cháo, chuyến xe, phần quà đều bắt đầu từ sự góp sức của người dân bình thường.",
            "Hội công khai từng khoản đóng góp trên bảng và trên trang mạng xã hội để người tặng theo dõi.",
        ),
        ("05-05", "09-29"),
        4,
        {"n": ("50", "70", "100")},
    ),
    Story(
        "disaster",
        (
            "Hỗ trợ gia đình có nhà bị tốc mái do giông lốc ở {unit}",
            "{Unit} khắc phục hậu quả mưa giông, giúp dân sửa nhà",
            "Sau cơn lốc, xóm giềng chung tay dựng lại nhà ở {place}",
        ),
        "Cơn mưa giông kèm lốc làm một số căn nhà ở {unit} bị tốc mái, cây đổ. Địa phương huy động lực lượng đến "
        "giúp dân khắc phục ngay "
        "trong ngày.",
        (
            "Dân quân, công an, đoàn viên dọn cây, lợp lại tôn, đưa người già đến nhà họ hàng ở tạm.",
            "{Cq} rà soát thiệt hại, hỗ trợ ban đầu và đề nghị cấp trên xem xét theo quy định.",
        ),
        ("05-15", "10-25"),
        5,
        local=True,
    ),
)
