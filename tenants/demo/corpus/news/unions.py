"""Women's, Farmers', Veterans', Elderly people's and Workers' organisations."""

from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "unions",
        (
            "Hội LHPN {unit} họp mặt kỷ niệm 113 năm Ngày Quốc tế Phụ nữ 8/3",
            "Phụ nữ {unit} thi nấu ăn, cắm hoa mừng ngày 8/3",
            "Chị em {place} mặc áo dài đi làm dịp 8/3",
            Told(
                "Tặng quà phụ nữ nghèo {unit} nhân ngày 8/3",
                "Nhân Ngày Quốc tế Phụ nữ 8/3, Hội Liên hiệp Phụ nữ {unit} thăm, tặng quà phụ nữ nghèo, phụ nữ "
                "đơn thân nuôi con và trẻ mồ côi.",
            ),
            Told(
                "Bữa cơm ngày 8/3 của các anh ở {place}",
                "Ngày 8/3, các anh ở {place} xắn tay vào bếp nấu cơm, nhường các chị một buổi nghỉ ngơi, chuyện "
                "trò. Món ăn mộc mạc mà rộn tiếng cười.",
            ),
        ),
        "Kỷ niệm 113 năm Ngày Quốc tế Phụ nữ (08/3/1910 - 08/3/2023) và 1983 năm khởi nghĩa Hai Bà Trưng, Hội "
        "Liên hiệp Phụ nữ {unit} tổ "
        "chức họp mặt, hội thi và thăm tặng quà hội viên khó khăn.",
        (
            "Các đội thi chuẩn bị mâm cơm nhà quê với giá vừa phải, vừa ngon vừa đủ chất.",
            "Ban Chấp hành Hội chúc chị em luôn tự tin, khéo thu xếp việc nhà để tham gia công tác xã hội.",
        ),
        ("03-01", "03-09"),
        5,
        local=True,
    ),
    Story(
        "unions",
        (
            "Tổ phụ nữ hùn vốn ở {place} giúp nhau làm ăn",
            "Phụ nữ {unit} thoát nghèo từ {nghe}",
            "Chị em {unit} có thêm thu nhập từ {nghe}",
        ),
        "Nhờ vốn xoay vòng và sự chỉ dẫn của Hội Liên hiệp Phụ nữ {unit}, nhiều chị em ở {ap} có thêm việc làm "
        "lúc nông nhàn, thu nhập "
        "ổn định hơn.",
        (
            "Các chị họp tổ mỗi tháng, ai cần vốn trước được bốc thăm hoặc nhường nhau, sổ sách ghi rõ từng đồng.",
            "Hàng làm ra giao cho cơ sở ở chợ, người ở nhà vẫn trông con được nên ai cũng phấn khởi.",
        ),
        ("01-05", "10-27"),
        5,
        {
            "nghe": (
                "đan giỏ lục bình",
                "may gia công",
                "chăn nuôi gà thả vườn",
                "đan đát tre trúc",
                "làm bánh bán tại nhà",
            )
        },
        local=True,
    ),
    Story(
        "unions",
        (
            "Hội LHPN {unit} ra mắt tổ “{ten_mh}”",
            "Phụ nữ {unit} với mô hình “{ten_mh}”",
        ),
        "{Buoi}, Hội Liên hiệp Phụ nữ {unit} ra mắt mô hình “{ten_mh}” tại {ap}, có đông hội viên và đại diện "
        "chính quyền dự.",
        (
            "Hội viên thống nhất quy ước sinh hoạt, phân công người phụ trách và giám sát lẫn nhau.",
            "Chỉ sau ít tuần, con đường vào ấp, khóm gọn sạch hơn, nhiều chị chưa vào hội cũng xin cùng tham gia.",
        ),
        ("01-05", "10-26"),
        5,
        {
            "ten_mh": (
                "Nhà sạch, vườn đẹp",
                "Đi chợ bằng giỏ nhựa",
                "Biến rác thành tiền giúp trẻ mồ côi",
                "Gia đình không bạo lực",
                "Phụ nữ không dùng túi ni lông",
            )
        },
        local=True,
    ),
    Story(
        "unions",
        (
            "Chào mừng 93 năm Ngày thành lập Hội LHPN Việt Nam 20/10 ở {unit}",
            "Hội LHPN huyện Trà Cú tuyên dương hội viên tiêu biểu nhân ngày 20/10",
            "Mẹ đỡ đầu ở {unit}: vòng tay cho trẻ mồ côi",
            "Chị em {unit} sôi nổi các hoạt động mừng ngày 20/10",
        ),
        "Nhân kỷ niệm 93 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2023), các cấp hội "
        "phụ nữ tổ chức nhiều "
        "hoạt động thiết thực chăm lo cho hội viên, trẻ em.",
        (
            "Những người mẹ đỡ đầu nhận giúp đỡ hằng tháng, quan tâm việc học và tâm tư của các em.",
            "Hội biểu dương các chị sống chan hòa, chăm chỉ, nuôi con ngoan và làm kinh tế giỏi.",
        ),
        ("10-09", "10-21"),
        4,
    ),
    Story(
        "unions",
        (
            "Đại hội Hội Nông dân {unit} nhiệm kỳ 2023 - 2028",
            "Hội Nông dân {unit} đặt mục tiêu mỗi chi hội một mô hình kinh tế",
        ),
        "{Buoi}, Hội Nông dân {unit} tổ chức đại hội nhiệm kỳ 2023 - 2028, đánh giá phong trào nông dân và bầu "
        "Ban Chấp hành khóa mới.",
        (
            "Đại hội ghi nhận phong trào thi đua sản xuất, kinh doanh giỏi đã giúp nhiều hộ có vốn và kỹ thuật "
            "vươn lên.",
            "Nhiệm kỳ mới, Hội chú trọng liên kết tiêu thụ, chuyển đổi số và bảo vệ môi trường nông thôn.",
        ),
        ("02-06", "05-19"),
        4,
        local=True,
    ),
    Story(
        "unions",
        (
            Told(
                "Liên đoàn Lao động huyện chăm lo công nhân dịp Tháng Công nhân",
                "Hưởng ứng Tháng Công nhân năm 2023, Liên đoàn Lao động huyện thăm, tặng quà công nhân khó khăn "
                "và tổ chức đối thoại ngay tại nơi làm việc.",
            ),
            Told(
                "Đại hội Hội Nông dân huyện Trà Cú nhiệm kỳ 2023 - 2028",
                "{Buoi}, Hội Nông dân huyện Trà Cú tổ chức đại hội đại biểu nhiệm kỳ 2023 - 2028, nhìn lại phong "
                "trào nông dân và bầu Ban Chấp hành khóa mới.",
            ),
            Told(
                "Đại hội Công đoàn huyện Trà Cú nhiệm kỳ 2023 - 2028",
                "{Buoi}, Công đoàn huyện Trà Cú tổ chức đại hội nhiệm kỳ 2023 - 2028 với tinh thần đổi mới, dân "
                "chủ, vì quyền lợi của đoàn viên, người lao động.",
            ),
            Told(
                "Công đoàn cơ sở chăm lo bữa ăn ca cho người lao động",
                "Bữa ăn giữa ca tưởng là chuyện nhỏ nhưng được nhiều công đoàn cơ sở đưa vào thương lượng để "
                "người lao động ăn đủ chất, có chỗ ngồi sạch sẽ.",
            ),
            Told(
                "Hội Cựu chiến binh huyện sơ kết phong trào “Cựu chiến binh gương mẫu”",
                "{Buoi}, Hội Cựu chiến binh huyện sơ kết phong trào “Cựu chiến binh gương mẫu”, giới thiệu những "
                "hội viên làm kinh tế giỏi, tham gia giữ gìn an ninh trật tự.",
            ),
        ),
        "Các tổ chức chính trị - xã hội huyện đang đổi mới cách làm, hướng mạnh về cơ sở và chăm lo lợi ích "
        "thiết thân của đoàn viên, hội "
        "viên.",
        (
            "Các ý kiến đề nghị giảm hội họp, tăng đối thoại, chọn cán bộ biết lắng nghe và nói được tiếng của bà con.",
            "Nhiều gương điển hình được giới thiệu để hội viên học tập, không phô trương thành tích.",
        ),
        ("05-04", "07-28"),
        5,
    ),
    Story(
        "unions",
        (
            "Cựu chiến binh {unit} gương mẫu làm kinh tế",
            "Hội Cựu chiến binh {unit} nhận chăm sóc tuyến đường kiểu mẫu",
            "Cựu chiến binh {place} giữ bình yên xóm làng",
        ),
        "Rời quân ngũ về với ruộng đồng, các cựu chiến binh ở {unit} vẫn giữ nếp sống kỷ luật, đi đầu trong làm "
        "kinh tế và việc chung của "
        "làng xóm.",
        (
            "Hội giúp nhau vốn, giống, ngày công; hội viên nào đau yếu đều được đồng đội thăm hỏi.",
            "Tổ tự quản do cựu chiến binh nòng cốt vận động thanh thiếu niên chậm tiến, giữ trật tự mỗi khi có lễ hội.",
        ),
        ("01-05", "10-25"),
        4,
        local=True,
    ),
    Story(
        "unions",
        (
            Told(
                "Hội Người cao tuổi {unit} chúc thọ, mừng thọ dịp đầu xuân",
                "Những ngày đầu xuân Quý Mão, Hội Người cao tuổi {unit} tổ chức chúc thọ, mừng thọ các cụ tròn "
                "70, 80, 90 tuổi trở lên.",
            ),
            Told(
                "Các cụ cao niên {unit} vui khỏe cùng câu lạc bộ dưỡng sinh",
                "Năm giờ sáng, sân nhà văn hóa ở {unit} đã có tiếng nhạc nhẹ. Các cụ trong câu lạc bộ dưỡng sinh "
                "vừa tập vừa hỏi thăm nhau chuyện nhà.",
            ),
            "{Unit} hưởng ứng Tháng hành động vì người cao tuổi",
        ),
        "Hội Người cao tuổi {unit} tổ chức nhiều hoạt động quan tâm đời sống tinh thần, sức khỏe người cao tuổi, "
        "phát huy tiếng nói của ông "
        "bà trong gia đình, dòng họ.",
        (
            "Câu lạc bộ sinh hoạt vào sáng sớm, có tập dưỡng sinh, đọc báo và chuyện trò.",
            "Con cháu vui vì ông bà có bạn, có việc; chính quyền có thêm kênh nghe góp ý chân tình.",
        ),
        uses=3,
        episodes=(
            (("01-27", "02-06"), {}),
            (("03-06", "09-15"), {}),
            (("10-02", "10-20"), {}),
        ),
        local=True,
    ),
    Story(
        "unions",
        (
            "Hội Nông dân {unit} cho hội viên vay vốn từ Quỹ Hỗ trợ nông dân",
            "Nông dân {unit} đăng ký danh hiệu sản xuất, kinh doanh giỏi",
            Told(
                "Giải ngân vốn chính sách cho hội viên {place}",
                "{Buoi}, Ngân hàng Chính sách xã hội huyện giải ngân vốn cho hội viên vay qua tổ tiết kiệm và "
                "vay vốn ở {place}, dùng vào chăn nuôi và buôn bán nhỏ.",
            ),
        ),
        "{Buoi}, Hội Nông dân {unit} phối hợp giải ngân vốn vay cho hội viên đầu tư chăn nuôi, trồng trọt, thời "
        "hạn và mức vay theo "
        "phương án được duyệt.",
        (
            "Trước khi vay, các hộ họp tổ bình xét công khai; sau khi nhận vốn, cán bộ hội đến kiểm tra việc sử dụng.",
            "Nợ quá hạn thấp nhờ tổ trưởng nhắc nhở sớm và các hộ gửi tiết kiệm đều mỗi tháng.",
        ),
        ("01-05", "10-20"),
        4,
        local=True,
    ),
)
