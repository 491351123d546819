"""People and those who look after them."""

from .pool import Pool

HEALTH = Pool(
    pictures=("clinic", "vaccination", "loudspeaker"),
    headings=("Chủ động từ mỗi gia đình", "Y tế cơ sở gần dân"),
    context=(
        "Trạm y tế phân công nhân viên theo dõi từng ấp, khóm; cộng tác viên dân số và y tế đến từng nhà nhắc bà "
        "con phòng "
        "bệnh.",
        "Cán bộ y tế lưu ý người già, trẻ nhỏ, phụ nữ mang thai và người có bệnh nền là nhóm cần được quan tâm trước.",
        "Tờ rơi được in bằng hai thứ tiếng Việt và Khmer, phát tại trạm y tế, trường học, chùa và các điểm sinh "
        "hoạt cộng "
        "đồng.",
        "Theo Trung tâm Y tế huyện, nhiều trường hợp bệnh nặng là do người nhà tự mua thuốc, đến cơ sở khám bệnh "
        "quá trễ.",
        "Hoạt động này nằm trong kế hoạch chăm sóc sức khỏe nhân dân năm 2023, có sự phối hợp của nhà trường, "
        "đoàn thể và "
        "chính quyền cơ sở.",
    ),
    closing=(
        "Khi có dấu hiệu bất thường, người dân cần đến trạm y tế gần nhất để được khám và tư vấn.",
        "Ngành y tế mong bà con tiếp tục phối hợp, chủ động giữ gìn sức khỏe của mình và gia đình.",
        "Thời gian tới, trạm y tế tiếp tục phối hợp với các ấp, khóm chăm sóc sức khỏe người dân tốt hơn.",
        "Người dân có thể gọi đến trạm y tế để hỏi lịch tiêm, lịch khám trước khi đến.",
    ),
    quotes=(
        ("Giữ gìn sức khỏe không khó, chỉ cần mỗi nhà làm đều mỗi tuần.", "Nhân viên trạm y tế {noi}"),
        ("Cán bộ y tế xuống tận nơi, nói dễ hiểu nên tôi nhớ và làm theo.", "{dan}"),
        ("Bệnh phòng được thì đừng đợi đến lúc phải chữa.", "Đại diện Trung tâm Y tế huyện"),
    ),
    notes=(
        (
            "Khi nào cần đi khám ngay",
            "Sốt cao liên tục từ hai ngày, nôn nhiều, đau bụng, chảy máu bất thường, khó thở, li bì hoặc co giật.",
        ),
        (
            "Giữ vệ sinh hằng ngày",
            "Rửa tay bằng xà phòng, ăn chín uống sôi, đậy kín dụng cụ chứa nước, ngủ mùng kể cả ban ngày.",
        ),
    ),
)

SCHOOL = Pool(
    pictures=("school", "computer", "tree-planting"),
    headings=("Vì học sinh thân yêu", "Gia đình cùng nhà trường"),
    context=(
        "Năm học này, ngành giáo dục huyện tiếp tục thực hiện Chương trình giáo dục phổ thông mới; giáo viên "
        "được bồi dưỡng "
        "trước khi đứng lớp và dự giờ chéo giữa các trường.",
        "Ở những nơi có đông học sinh Khmer, nhà trường duy trì dạy tiếng Khmer, tăng cường tiếng Việt cho trẻ "
        "trước khi "
        "vào lớp một.",
        "Nhà trường phối hợp với hội phụ huynh và các đoàn thể nắm từng em có nguy cơ nghỉ học để vận động kịp thời.",
        "Cơ sở vật chất còn khó khăn ở vài điểm lẻ, song sân trường nào cũng sạch, có bóng cây và góc đọc sách.",
    ),
    closing=(
        "Phòng Giáo dục và Đào tạo đề nghị các trường báo cáo kết quả và chia sẻ cách làm hay để nhân rộng.",
        "Nhà trường mong phụ huynh tiếp tục đồng hành, nhất là nhắc các em tự học ở nhà.",
        "Hoạt động góp phần xây dựng môi trường học tập an toàn, thân thiện.",
        "Thông tin chi tiết được niêm yết tại trường và gửi đến phụ huynh qua sổ liên lạc.",
    ),
    quotes=(
        ("Thấy các em vui và tiến bộ, thầy cô có thêm động lực bám lớp.", "Đại diện một trường tiểu học ở {noi}"),
        ("Con tôi về nhà cứ kể chuyện ở trường, tôi rất mừng.", "{dan}"),
        ("Nhà trường và gia đình cùng một lòng thì con trẻ được nhờ.", "Đại diện Hội Khuyến học huyện"),
    ),
    notes=(
        (
            "An toàn học đường",
            "Phụ huynh đưa đón con đúng giờ, đội mũ bảo hiểm cho trẻ, không đậu xe chắn cổng trường.",
        ),
        (
            "Dành cho phụ huynh",
            "Giữ liên lạc với giáo viên chủ nhiệm; có điều chưa rõ xin hỏi trực tiếp nhà trường.",
        ),
    ),
)

CHILDREN = Pool(
    pictures=("school", "tree-planting"),
    headings=("Cho các em một tuổi thơ an lành", "Lắng nghe để hiểu các em"),
    context=(
        "Kinh phí do đoàn viên góp và vận động thêm từ các nhà hảo tâm; việc chuẩn bị được chia cho từng chi đoàn.",
        "Ban tổ chức ưu tiên trẻ mồ côi, trẻ khuyết tật, con hộ nghèo và các em có cha mẹ đi làm ăn xa.",
        "Bên cạnh phần vui chơi, các em được nhắc kỹ năng tránh đuối nước, tránh xâm hại và gọi 111 khi cần giúp đỡ.",
    ),
    closing=(
        "Tiếng cười của các em là món quà lớn nhất đối với những người tổ chức.",
        "Các đoàn thể sẽ tiếp tục theo dõi, giúp đỡ những em còn khó khăn trong năm học.",
        "Chương trình khép lại trong niềm vui của trẻ nhỏ và phụ huynh.",
    ),
    quotes=(
        ("Con thích nhất là được chơi trò chơi và gặp các bạn.", "Một em nhỏ ở {noi}"),
        ("Trẻ con vui thì cả xóm cùng vui.", "{dan}"),
    ),
    notes=(("Tổng đài 111", "Tổng đài quốc gia bảo vệ trẻ em hoạt động suốt ngày đêm, không mất cước."),),
)

YOUTH = Pool(
    pictures=("tree-planting", "computer", "country-road", "flags"),
    headings=("Đâu cần thanh niên có", "Sức trẻ Trà Cú"),
    context=(
        "Từ đầu năm, các cơ sở Đoàn chọn việc vừa sức để làm đến cùng: sửa một đoạn đường, dọn một con rạch, "
        "giúp một bạn "
        "trẻ có việc làm.",
        "Lực lượng chính là đoàn viên ở ấp, khóm, giáo viên trẻ, công an và chiến sĩ dân quân; kinh phí do đoàn "
        "viên góp "
        "và vận động thêm.",
        "Cách làm được đoàn viên bàn trước trong sinh hoạt chi đoàn, ai có sở trường gì thì góp việc đó.",
        "Nhiều bạn trẻ đi làm xa cũng tham gia bằng cách gửi cây giống, sách cũ hoặc góp tiền mua vật liệu.",
    ),
    closing=(
        "Huyện đoàn sẽ chọn những mô hình tốt để giới thiệu đến các cơ sở Đoàn khác.",
        "Ban chấp hành Đoàn mong thêm nhiều bạn trẻ cùng tham gia trong những đợt tới.",
        "Đây là một trong những hoạt động thiết thực của tuổi trẻ địa phương trong năm 2023.",
        "Ban Thường vụ Huyện đoàn đề nghị các cơ sở duy trì thường xuyên, không làm theo phong trào.",
    ),
    quotes=(
        ("Làm chung với nhau vui lắm, tụi em quên cả mệt.", "Một đoàn viên ở {noi}"),
        ("Mỗi chi đoàn chỉ cần làm tốt một việc mỗi tháng là cả huyện đã khác.", "Đại diện Ban Thường vụ Huyện đoàn"),
    ),
    notes=(
        ("Đăng ký tham gia", "Thanh niên liên hệ chi đoàn ấp, khóm hoặc nhắn tin cho trang của Huyện đoàn."),
        (
            "Hiến máu an toàn",
            "Từ 18 tuổi, đủ cân nặng, ngủ đủ giấc, ăn nhẹ và không uống rượu, bia trước ngày hiến máu.",
        ),
    ),
)

PEOPLE_UNIONS = Pool(
    pictures=("meeting", "market", "new-house", "commune-office"),
    headings=("Việc nhỏ, ý nghĩa lớn", "Chi hội, tổ hội vào cuộc"),
    context=(
        "Phong trào đi vào nền nếp nhờ các tổ, chi hội chọn việc sát với đời sống hội viên, từ góp vốn xoay vòng "
        "đến giữ "
        "gìn vệ sinh ngõ xóm.",
        "Không ít hội viên trẻ tìm đến sinh hoạt vì nội dung gần gũi, nói ít, làm nhiều và có người chia sẻ khi "
        "gặp khó.",
        "Qua các buổi sinh hoạt, hội viên được nghe phổ biến pháp luật, kỹ năng nuôi dạy con và cách nhận biết "
        "lừa đảo trên "
        "mạng.",
        "Cán bộ hội tận dụng buổi tối, ngày nghỉ để gặp hội viên, nghe chuyện nhà, chuyện làm ăn rồi mới bàn "
        "việc chung.",
    ),
    closing=(
        "Thời gian tới, hội tiếp tục hướng về cơ sở, chọn việc thiết thực để làm.",
        "Hội đề nghị cấp ủy, chính quyền tiếp tục tạo điều kiện về địa điểm và kinh phí hoạt động.",
        "Hội viên nào gặp khó khăn đột xuất sẽ được tổ hội thăm hỏi và xem xét giúp vốn không lãi.",
        "Các chi hội, tổ hội hứa giữ vững nề nếp, giúp nhau tiến bộ.",
    ),
    quotes=(
        ("Một mình thì khó, mười chị em góp lại thành ra dễ.", "{dan}"),
        ("Cái được lớn nhất là bà con tin nhau và giúp nhau thiệt lòng.", "{dan}"),
        ("Hội muốn mạnh thì hội viên phải thấy mình được lợi gì khi vào hội.", "Đại diện Ủy ban MTTQ huyện"),
    ),
    notes=(
        (
            "Vay vốn chính sách",
            "Hội viên liên hệ tổ trưởng tổ tiết kiệm và vay vốn tại ấp, khóm để được hướng dẫn hồ sơ.",
        ),
        ("Hòm thư góp ý", "Ý kiến của hội viên được ghi nhận tại chi hội và trả lời trong kỳ sinh hoạt kế tiếp."),
    ),
)

CHARITY = Pool(
    pictures=("new-house", "commune-office", "flags"),
    headings=("Không để ai bị bỏ lại phía sau", "Nghĩa tình làng xóm"),
    context=(
        "Danh sách được bình xét từ ấp, khóm, có đại diện đoàn thể và người dân cùng dự, sau đó niêm yết công khai.",
        "Ai có của góp của, ai có công góp công; người khó được giúp hôm nay lại giúp người khác khi đã khá lên.",
        "Công tác giảm nghèo của {noi} chú trọng tạo sinh kế: có vốn, có nghề, có người hướng dẫn đến khi tự "
        "đứng vững.",
        "Các mạnh thường quân gửi quà qua Hội Chữ thập đỏ và Ủy ban Mặt trận Tổ quốc để phân bổ đúng người, đúng lúc.",
    ),
    closing=(
        "Địa phương tiếp tục kết nối các tấm lòng để giúp thêm những hoàn cảnh khó khăn khác.",
        "Sự sẻ chia kịp thời giúp các gia đình có thêm nghị lực vươn lên.",
        "Mọi đóng góp và chi hỗ trợ đều được công khai tại trụ sở {cq}.",
        "Các đoàn thể phân công người thăm hỏi, theo dõi sau khi hỗ trợ.",
    ),
    quotes=(
        ("Được bà con thương, được chính quyền lo, gia đình tôi mừng lắm.", "{dan}"),
        ("Giúp đúng lúc thì phần quà nhỏ cũng thành lớn.", "Đại diện Hội Chữ thập đỏ huyện"),
    ),
    notes=(
        (
            "Muốn đóng góp",
            "Xin liên hệ Ủy ban Mặt trận Tổ quốc hoặc Hội Chữ thập đỏ nơi gần nhất để được ghi nhận công khai.",
        ),
        (
            "Chế độ, chính sách",
            "Người có công và đối tượng bảo trợ xã hội có thắc mắc xin hỏi tại bộ phận một cửa {cq}.",
        ),
    ),
)

GRATITUDE = Pool(
    pictures=("flags", "new-house", "commune-office"),
    headings=("Uống nước nhớ nguồn", "Ấm lòng gia đình chính sách"),
    context=(
        "Trà Cú là vùng đất giàu truyền thống cách mạng; gần như xóm ấp nào cũng có gia đình liệt sĩ, thương binh.",
        "Việc chăm lo người có công được làm quanh năm: chi trả chế độ, khám sức khỏe, sửa nhà, giúp con em học nghề.",
        "Học sinh, đoàn viên cùng tham gia để hiểu hơn giá trị của hòa bình và biết ơn những người đã hy sinh.",
    ),
    closing=(
        "Mỗi việc làm tuy nhỏ đều là lời tri ân chân thành của thế hệ hôm nay.",
        "Các kiến nghị về chế độ được ghi nhận, chuyển cơ quan chuyên môn trả lời từng trường hợp.",
        "Địa phương tiếp tục vận động Quỹ Đền ơn đáp nghĩa để chăm lo tốt hơn.",
    ),
    quotes=(
        ("Đồng đội tôi nhiều người không về, mình còn sống phải sống cho xứng đáng.", "Một cựu chiến binh ở {noi}"),
        ("Được hỏi thăm, được nhớ tới là gia đình ấm lòng lắm.", "{dan}"),
    ),
    notes=(("Chế độ, chính sách", "Người có công và thân nhân có thắc mắc xin hỏi tại bộ phận một cửa {cq}."),),
)

JOBS = Pool(
    pictures=("meeting", "computer", "market"),
    headings=("Có nghề, có việc, có thu nhập", "Chọn nghề vừa sức"),
    context=(
        "Nhiều lao động trẻ lần đầu được gặp trực tiếp doanh nghiệp, hỏi rõ lương, giờ làm, chỗ ở và bảo hiểm.",
        "Nghề được chọn dạy sát với nhu cầu tại chỗ, học xong có thể nhận hàng về làm hoặc vào xưởng gần nhà.",
        "Bộ đội xuất ngũ, phụ nữ nông thôn và lao động là người dân tộc thiểu số được ưu tiên đăng ký.",
    ),
    closing=(
        "Người có nhu cầu xin đăng ký tại {cq} hoặc Phòng Lao động - Thương binh và Xã hội huyện.",
        "Sau chương trình, cán bộ tiếp tục theo dõi, kết nối những người chưa tìm được việc phù hợp.",
        "Vốn vay giải quyết việc làm được giải ngân qua tổ tiết kiệm và vay vốn ở ấp, khóm.",
    ),
    quotes=(
        ("Học xong có việc làm ngay gần nhà, tôi vừa lo được con, vừa có thu nhập.", "{dan}"),
        ("Đừng nộp tiền cho người hứa hẹn bằng miệng.", "Đại diện Phòng LĐ-TB&XH huyện"),
    ),
    notes=(
        ("Trước khi ký hợp đồng", "Đọc kỹ mức lương, thời hạn, chi phí phải nộp; giữ biên lai và một bản hợp đồng."),
    ),
)
