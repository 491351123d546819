"""Dengue, red eyes, vaccination, insurance, clean food."""

from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "health",
        (
            "{Unit} ra quân diệt lăng quăng phòng, chống sốt xuất huyết",
            "Mỗi tuần mười phút diệt lăng quăng: cách làm ở {place}",
            "Chủ động phòng, chống sốt xuất huyết mùa mưa tại {unit}",
            "{Unit}: từng nhà súc lu, đậy khạp ngăn sốt xuất huyết",
        ),
        "{Buoi}, trạm y tế {unit} cùng các đoàn thể ra quân diệt lăng quăng, vận động từng hộ súc rửa dụng cụ "
        "chứa nước, thu "
        "gom vật phế thải và thả cá bảy màu vào lu, khạp.",
        (
            "Các tổ đi từng nhà, lật úp gáo dừa, vỏ xe, chậu cây và chỉ cho chủ nhà thấy lăng quăng trong nước đọng.",
            "Nơi có ca bệnh được phun hóa chất diệt muỗi hai lần, cách nhau bảy đến mười ngày.",
            "Trạm y tế nhắc người dân khi sốt cao không tự truyền dịch tại nhà, không dùng aspirin, ibuprofen.",
        ),
        ("05-15", "10-28"),
        8,
        local=True,
    ),
    Story(
        "health",
        (
            "Đau mắt đỏ vào mùa, ngành y tế Trà Cú khuyến cáo người dân",
            "Nhiều học sinh mắc đau mắt đỏ, các trường ở {unit} chủ động phòng bệnh",
            "Không tự ý nhỏ thuốc khi bị đau mắt đỏ",
            Told(
                "Trạm y tế {unit} hướng dẫn phòng bệnh đau mắt đỏ",
                "Trạm y tế {unit} đến các trường học, điểm chợ hướng dẫn cách rửa tay, vệ sinh mắt và không dùng "
                "chung khăn để phòng bệnh đau mắt đỏ.",
            ),
            Told(
                "Số người đến khám đau mắt đỏ ở {unit} giảm dần",
                "Theo trạm y tế {unit}, số người đến khám vì đau mắt đỏ trong tuần qua đã giảm. Cán bộ y tế vẫn "
                "nhắc người dân không chủ quan.",
            ),
        ),
        "Từ đầu tháng 9, số người đến khám vì đau mắt đỏ tăng ở nhiều nơi trong huyện, phần đông là học sinh. "
        "Ngành y tế phối "
        "hợp với trường học hướng dẫn cách phòng bệnh và chăm sóc đúng.",
        (
            "Bệnh lây qua nước mắt, khăn mặt, vật dụng dùng chung; người bệnh nên nghỉ ở nhà, rửa tay thường "
            "xuyên và không "
            "dụi mắt.",
            "Bác sĩ khuyên không mượn đơn thuốc của người khác, không xông lá, không nhỏ thuốc có chứa corticoid "
            "khi chưa được "
            "chỉ định.",
            "Tại trường, giáo viên kiểm tra sĩ số, nhắc học sinh có triệu chứng báo ngay để được đưa về nhà nghỉ ngơi.",
        ),
        ("09-07", "10-06"),
        6,
    ),
    Story(
        "health",
        (
            "Trạm y tế {unit} tiêm chủng mở rộng {thang}",
            Told(
                "Tiêm bù vắc xin cho trẻ em {unit}",
                "Sau thời gian thiếu một số loại vắc xin, trạm y tế {unit} tổ chức tiêm bù cho trẻ chưa tiêm đủ "
                "mũi, ưu tiên trẻ nhỏ tháng tuổi.",
            ),
            Told(
                "Uống vitamin A cho trẻ từ 6 đến 36 tháng tuổi ở {unit}",
                "Trạm y tế {unit} tổ chức cho trẻ từ 6 đến 36 tháng tuổi uống vitamin A, kết hợp cân, đo và tư "
                "vấn dinh dưỡng cho các bà mẹ.",
            ),
        ),
        "Trạm y tế {unit} tổ chức tiêm chủng và chăm sóc sức khỏe cho trẻ nhỏ, bảo đảm đúng quy trình khám sàng "
        "lọc, theo dõi "
        "sau tiêm.",
        (
            "Cộng tác viên đến nhà phát giấy mời, nhắc mẹ mang theo sổ tiêm chủng và cho trẻ ăn no trước khi tiêm.",
            "Một số loại vắc xin về chậm, trạm lập danh sách những trẻ chưa tiêm để mời lại khi được cấp.",
        ),
        ("02-15", "10-25"),
        4,
        local=True,
    ),
    Story(
        "health",
        (
            "Khám bệnh, cấp thuốc miễn phí cho {n} người cao tuổi {unit}",
            "{n} người dân {unit} được khám bệnh, phát thuốc miễn phí",
            "Đoàn thầy thuốc tình nguyện về với bà con {place}",
        ),
        "{Buoi}, đoàn thầy thuốc tình nguyện đến {unit} khám bệnh, đo huyết áp, thử đường huyết và cấp thuốc "
        "miễn phí cho người "
        "cao tuổi, hộ nghèo.",
        (
            "Người đến khám được hướng dẫn ăn uống, tập luyện; trường hợp cần theo dõi được giới thiệu lên Trung "
            "tâm Y tế "
            "huyện.",
            "Đoàn viên thanh niên đưa đón người già, phát số thứ tự và nước uống, không để ai phải chờ lâu.",
        ),
        ("01-05", "10-20"),
        5,
        {"n": ("150", "200", "250", "180", "300")},
        local=True,
    ),
    Story(
        "health",
        (
            "Trà Cú gặp mặt kỷ niệm 68 năm Ngày Thầy thuốc Việt Nam",
            "Tri ân những người thầy thuốc ở tuyến cơ sở",
            "Lãnh đạo huyện chúc mừng đội ngũ y tế nhân ngày 27/02",
        ),
        "Nhân kỷ niệm 68 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2023), huyện tổ chức họp mặt, thăm và "
        "chúc mừng đội "
        "ngũ cán bộ, nhân viên y tế.",
        (
            "Lãnh đạo huyện cảm ơn sự tận tâm của thầy thuốc, nhất là những người bám trụ ở trạm y tế xã qua các "
            "đợt dịch.",
            "Ngành y tế hứa tiếp tục nâng cao y đức, giảm thời gian chờ và chuyển đổi số trong khám, chữa bệnh.",
        ),
        ("02-22", "02-28"),
        3,
    ),
    Story(
        "health",
        (
            "Tay chân miệng vào mùa, điểm giữ trẻ ở {unit} tăng cường vệ sinh",
            "Phòng bệnh tay chân miệng tại các trường mầm non ở {unit}",
            "Không để tay chân miệng lây lan trong nhóm trẻ",
        ),
        "Trước diễn biến của bệnh tay chân miệng, các điểm trường mầm non và nhóm trẻ tăng cường lau rửa đồ "
        "chơi, kiểm tra sức "
        "khỏe trẻ ngay khi nhận vào lớp.",
        (
            "Trẻ sốt, nổi bóng nước ở tay, chân, miệng cần nghỉ học và đưa đi khám; không chích, không đắp lá "
            "lên bóng nước.",
            "Giáo viên rửa tay cho trẻ trước khi ăn, sau khi đi vệ sinh; phụ huynh được nhắc rửa tay trước khi "
            "bồng bế con.",
        ),
        ("03-15", "10-15"),
        4,
    ),
    Story(
        "health",
        (
            "{Unit} vận động người dân tham gia bảo hiểm y tế hộ gia đình",
            "Ra quân vận động bảo hiểm y tế, bảo hiểm xã hội tự nguyện tại {unit}",
            Told(
                "Có thẻ bảo hiểm y tế, bà con {place} bớt lo khi đau ốm",
                "Ở {place}, nhiều người từng ngại mua bảo hiểm y tế. Sau vài lần thấy hàng xóm được chi trả viện "
                "phí, cả nhà cùng tham gia.",
            ),
        ),
        "{Buoi}, Bảo hiểm xã hội huyện cùng {cq} và các đoàn thể ra quân vận động người dân tham gia bảo hiểm y "
        "tế hộ gia đình, "
        "bảo hiểm xã hội tự nguyện.",
        (
            "Nhóm tuyên truyền giải thích mức đóng, phần Nhà nước hỗ trợ và quyền lợi, giúp người dân cài ứng "
            "dụng VssID.",
            "Nhiều hộ mua thẻ ngay tại điểm; hộ khó khăn được đề nghị mạnh thường quân hỗ trợ phần phải đóng.",
        ),
        ("04-10", "10-27"),
        4,
        local=True,
    ),
    Story(
        "health",
        (
            "Kiểm tra an toàn thực phẩm các bếp ăn trường học ở {unit}",
            "Tháng hành động vì an toàn thực phẩm: {unit} kiểm tra hàng quán",
            "Trà Cú hưởng ứng Tháng hành động vì an toàn thực phẩm năm 2023",
        ),
        "Hưởng ứng Tháng hành động vì an toàn thực phẩm (15/4 - 15/5), đoàn kiểm tra đã đến các bếp ăn tập thể, "
        "quán ăn và cơ "
        "sở chế biến để kiểm tra, nhắc nhở.",
        (
            "Đoàn kiểm tra giấy khám sức khỏe của người chế biến, sổ ba bước, mẫu thức ăn lưu và nguồn gốc "
            "nguyên liệu.",
            "Cơ sở nhỏ chủ yếu được hướng dẫn sửa chữa; trường hợp vi phạm nhiều lần bị lập biên bản xử lý.",
        ),
        ("04-15", "05-19"),
        3,
        local=True,
    ),
    Story(
        "health",
        (
            "Không chủ quan với COVID-19, Trà Cú tiếp tục tiêm nhắc vắc xin",
            "Tiêm vắc xin phòng COVID-19 lưu động tại {unit}",
        ),
        "Số ca mắc COVID-19 có dấu hiệu tăng nhẹ trở lại, ngành y tế tổ chức tiêm nhắc vắc xin và khuyến cáo "
        "người dân mang khẩu "
        "trang nơi đông người, tại cơ sở y tế.",
        (
            "Ưu tiên tiêm cho người trên 50 tuổi, người có bệnh nền và nhân viên y tế; điểm tiêm bố trí gần dân, "
            "không phải chờ "
            "lâu.",
            "Người có triệu chứng nên tự cách ly, giữ khoảng cách với người già và trẻ nhỏ trong nhà.",
        ),
        ("04-12", "06-09"),
        3,
    ),
    Story(
        "health",
        (
            "Truyền thông dân số, sức khỏe sinh sản cho phụ nữ {unit}",
            Told(
                "Tư vấn tiền hôn nhân cho thanh niên {unit}",
                "{Buoi}, hơn bốn mươi thanh niên {unit} dự buổi tư vấn tiền hôn nhân về sức khỏe sinh sản, bình "
                "đẳng giới và kỹ năng sống vợ chồng.",
            ),
            Told(
                "{Unit} hưởng ứng Ngày Dân số Thế giới 11/7",
                "Hưởng ứng Ngày Dân số Thế giới 11/7, {unit} tổ chức diễu hành, phát tờ rơi và tư vấn kế hoạch "
                "hóa gia đình, chăm sóc người cao tuổi.",
            ),
        ),
        "{Buoi}, cán bộ dân số và trạm y tế {unit} tổ chức truyền thông, tư vấn chăm sóc sức khỏe sinh sản, khám "
        "thai định kỳ và "
        "sàng lọc sơ sinh.",
        (
            "Buổi nói chuyện có phần hỏi đáp bằng tiếng Việt và tiếng Khmer, nhiều chị em mạnh dạn hỏi những "
            "điều lâu nay còn "
            "ngại.",
            "Thanh niên được tư vấn về tảo hôn, hôn nhân cận huyết và quyền của phụ nữ trong quyết định sinh con.",
        ),
        uses=3,
        episodes=(
            (("07-17", "09-15"), {}),
            (("08-07", "10-10"), {}),
            (("07-05", "07-12"), {}),
        ),
        local=True,
    ),
    Story(
        "health",
        (
            "Trung tâm Y tế huyện đổi mới phong cách phục vụ người bệnh",
            Told(
                "Khám bệnh bằng căn cước công dân gắn chíp tại Trung tâm Y tế huyện",
                "Người đến khám tại Trung tâm Y tế huyện nay chỉ cần đưa căn cước công dân gắn chíp hoặc VNeID, "
                "không phải tìm thẻ bảo hiểm y tế giấy như trước.",
            ),
            Told(
                "Trung tâm Y tế huyện giảm thời gian chờ cho người bệnh",
                "Lấy số thứ tự từ sớm, phân luồng ngay tại cửa và trả kết quả xét nghiệm theo hẹn là những cách "
                "Trung tâm Y tế huyện đang làm để bớt thời gian chờ.",
            ),
        ),
        "Trung tâm Y tế huyện Trà Cú đang từng bước đổi mới cách phục vụ, lấy người bệnh làm trung tâm và tăng "
        "cường hỗ trợ chuyên "
        "môn cho các trạm y tế.",
        (
            "Khu đón tiếp có nhân viên hướng dẫn, người già và trẻ nhỏ được ưu tiên; thông tin viện phí được "
            "niêm yết rõ.",
            "Bác sĩ của trung tâm luân phiên xuống trạm y tế mỗi tuần, giúp người dân được khám gần nhà.",
        ),
        ("02-15", "10-25"),
        3,
    ),
)
