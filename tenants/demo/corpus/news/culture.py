"""Festivals of Khmer and Kinh people, crafts, sport, guests."""

from tenants.demo.corpus.places import KHMER
from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "culture",
        (
            "Rộn ràng đón Tết Chôl Chnăm Thmây ở {unit}",
            "{Unit} họp mặt mừng Tết Chôl Chnăm Thmây năm 2023",
            "Phum sóc {place} rực rỡ ngày Tết cổ truyền",
            "Tiếng nhạc ngũ âm rộn rã ngày Tết ở {place}",
            "Mang Tết Chôl Chnăm Thmây đến với hộ Khmer nghèo ở {unit}",
            "{Unit} bảo đảm an toàn giao thông, vệ sinh trong Tết Chôl Chnăm Thmây",
            "Lãnh đạo huyện chúc Tết Chôl Chnăm Thmây tại {unit}",
        ),
        "Tết Chôl Chnăm Thmây năm nay diễn ra từ ngày 14 đến 16/4/2023. Ở {unit}, bà con Khmer trang hoàng nhà "
        "cửa, làm bánh, lên chùa làm lễ trong "
        "niềm vui được mùa.",
        (
            "Các đoàn đến thăm, chúc Tết sư sãi, achar, người có uy tín và những hộ khó khăn.",
            "Ban ngày là lễ tắm Phật, đắp núi cát; tối đến sân chùa rộn tiếng nhạc, điệu múa và trò chơi dân gian.",
        ),
        ("04-07", "04-18"),
        8,
        units=KHMER,
        local=True,
    ),
    Story(
        "culture",
        (
            "{Unit} chuẩn bị đón lễ Sêne Đolta",
            "Đồng bào Khmer {unit} đón lễ Sêne Đolta đầm ấm",
            "Thăm, tặng quà gia đình chính sách Khmer ở {unit} dịp Sêne Đolta",
            "Báo hiếu ông bà mùa Sêne Đolta ở {place}",
            "Bánh tét, mâm cơm và lời khấn nguyện mùa Sêne Đolta ở {place}",
            Told(
                "{Unit} họp mặt sư sãi, achar, người có uy tín dịp lễ Sêne Đolta",
                "{Buoi}, {unit} họp mặt các vị sư sãi, achar, người có uy tín nhân lễ Sêne Đolta, thông tin tình "
                "hình địa phương và lắng nghe góp ý.",
            ),
            Told(
                "Con em {ten} đi làm xa về quê sum họp mùa Sêne Đolta",
                "Những chuyến xe cuối tuần đưa con em {unit} đi làm xa về nhà kịp lễ Sêne Đolta, mang theo quà "
                "cho ông bà và tiếng cười cho cả xóm.",
            ),
        ),
        "Lễ Sêne Đolta là dịp để con cháu báo hiếu, tưởng nhớ ông bà, cha mẹ đã khuất. Những ngày này, các phum "
        "sóc ở {unit} rộn ràng chuẩn bị cúng "
        "lễ, sum họp gia đình.",
        (
            "Các gia đình quét dọn bàn thờ, gói bánh tét, nấu cơm dâng lên chùa; người đi làm xa cũng tranh thủ "
            "xin nghỉ về nhà.",
            "Chính quyền thăm hỏi, tặng quà, phối hợp với ban quản trị chùa bảo đảm trật tự, an toàn giao thông.",
        ),
        ("10-04", "10-17"),
        8,
        units=KHMER,
        local=True,
    ),
    Story(
        "culture",
        (
            "Đội đua ghe ngo {ten} tập luyện cho mùa Ok Om Bok",
            "Tiếng hò nhịp chèo trên kênh ở {unit}",
            Told(
                "Sửa ghe, vót chèo, {unit} chờ ngày hội Ok Om Bok",
                "Trong khuôn viên một ngôi chùa ở {unit}, chiếc ghe ngo được trét lại, sơn mới, mái chèo được "
                "vót nhẵn chờ ngày hạ thủy.",
            ),
            Told(
                "Trà Cú họp bàn tổ chức các hoạt động mừng lễ Ok Om Bok",
                "{Buoi}, UBND huyện họp với các ngành, địa phương và đại diện ban quản trị các chùa bàn việc tổ "
                "chức các hoạt động mừng lễ Ok Om Bok năm 2023.",
            ),
        ),
        "Chuẩn bị mùa lễ hội Ok Om Bok sắp tới, đội ghe ngo ở {unit} tranh thủ những buổi chiều ít gió ra kênh "
        "tập nhịp chèo.",
        (
            "Tay chèo phần lớn là nông dân, công nhân; chiều tan việc là chạy ra bến, tập đến khi trời nhá nhem.",
            "Chùa lo cơm nước, người dân góp tiền thay mái chèo, sơn lại ghe; ai cũng mong đội có thành tích tốt.",
        ),
        ("09-25", "10-30"),
        4,
        units=KHMER,
        local=True,
    ),
    Story(
        "heritage",
        (
            "Giỗ Tổ Hùng Vương: người dân {unit} hướng về cội nguồn",
            Told(
                "Trà Cú tổ chức các hoạt động nhân Giỗ Tổ Hùng Vương",
                "Hướng về Giỗ Tổ Hùng Vương năm 2023, các trường học, cơ quan trong huyện tổ chức kể chuyện lịch "
                "sử, gói bánh và dâng hương trang nghiêm.",
            ),
            "Mâm bánh dâng Quốc Tổ của bà con {place}",
        ),
        "Giỗ Tổ Hùng Vương (mùng 10 tháng 3 âm lịch) năm nay nhằm ngày 29/4/2023. Bà con {unit} làm mâm lễ giản "
        "dị, kể cho con cháu nghe chuyện dựng "
        "nước, giữ nước.",
        (
            "Trường học tổ chức thi gói bánh, vẽ tranh, kể chuyện lịch sử; đoàn thể dọn dẹp đình, nhà văn hóa.",
            "Lễ được tổ chức trang nghiêm, tiết kiệm, không ăn uống kéo dài.",
        ),
        ("04-24", "04-30"),
        3,
        local=True,
    ),
    Story(
        "heritage",
        (
            "Kỷ niệm 48 năm Ngày giải phóng hoàn toàn miền Nam ở {unit}",
            "Ký ức tháng Tư qua lời kể cựu chiến binh {unit}",
            Told(
                "Trà Cú treo cờ Tổ quốc mừng lễ 30/4 và Quốc tế Lao động 01/5",
                "Từ những ngày cuối tháng 4, cờ Tổ quốc đã tung bay trên các tuyến đường, trụ sở cơ quan và "
                "trước mỗi ngôi nhà trong huyện.",
            ),
            Told(
                "Ôn lại chiến thắng Điện Biên Phủ trong trường học ở {unit}",
                "Kỷ niệm 69 năm Ngày Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2023), các trường ở {unit} tổ "
                "chức tiết sinh hoạt lịch sử, chiếu phim tư liệu và mời cựu chiến binh trò chuyện với học sinh.",
            ),
        ),
        "Hướng đến các ngày lễ lớn 30/4, 01/5 và 07/5, {unit} tổ chức nói chuyện truyền thống, văn nghệ, thể "
        "thao, tạo không khí phấn khởi trong nhân "
        "dân.",
        (
            "Cựu chiến binh kể về những người đồng đội không về, nhắc tuổi trẻ sống xứng đáng với sự hy sinh ấy.",
            "Dọc các tuyến đường, cờ Tổ quốc được treo ngay ngắn; cây cảnh, pa nô được chỉnh trang lại.",
        ),
        uses=4,
        episodes=(
            (("04-24", "04-29"), {}),
            (("04-20", "05-01"), {}),
            (("04-26", "05-01"), {}),
            (("05-04", "05-08"), {}),
        ),
    ),
    Story(
        "culture",
        (
            "Giữ tiếng nhạc ngũ âm ở {place}",
            "Lớp dạy múa, nhạc Khmer cho thanh thiếu niên {unit}",
            "Đội văn nghệ quần chúng {unit} diễn phục vụ bà con",
            "Nghệ nhân dân gian {ten} truyền nghề cho lớp trẻ",
        ),
        "Ở {unit}, những người lớn tuổi vẫn lặng lẽ giữ điệu múa, tiếng nhạc và truyền lại cho con cháu vào các "
        "buổi tối cuối tuần.",
        (
            "Nhạc cụ do chùa bảo quản, ai mượn phải ký sổ, hư thì cùng sửa; người học không phải đóng tiền.",
            "Niềm vui lớn nhất của người thầy là thấy học trò tự tin biểu diễn trong lễ hội của phum sóc.",
        ),
        ("01-05", "10-20"),
        4,
        units=KHMER,
        local=True,
    ),
    Story(
        "heritage",
        (
            "{Unit} bình xét danh hiệu gia đình văn hóa từ khu dân cư",
            Told(
                "{Place} ra mắt câu lạc bộ đờn ca tài tử",
                "Tối thứ Bảy, câu lạc bộ đờn ca tài tử ở {place} ra mắt với gần hai mươi thành viên, người giữ "
                "nhịp, người đờn, người ca.",
            ),
            Told(
                "Nhà văn hóa {place} sáng đèn mỗi tối",
                "Chiều xuống, nhà văn hóa {place} lại sáng đèn: trẻ nhỏ đọc sách, thanh niên đánh bóng bàn, các "
                "bà các chị tập dưỡng sinh.",
            ),
            Told(
                "Ngày hội đọc sách ở {unit}",
                "{Buoi}, ngày hội đọc sách ở {unit} thu hút đông học sinh và phụ huynh với phần kể chuyện, đổi "
                "sách cũ và trưng bày sách mới.",
            ),
        ),
        "Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” ở {unit} được duy trì bằng những việc gần gũi: "
        "đọc sách, đờn ca, giữ nhà sạch, sống "
        "hòa thuận.",
        (
            "Nhà văn hóa có tủ sách, bàn cờ, loa đài; tối thứ Bảy người lớn đờn ca, trẻ nhỏ ngồi nghe.",
            "Ban vận động chấm điểm từng hộ theo quý, góp ý riêng chứ không nêu tên trên loa.",
        ),
        ("01-05", "10-25"),
        4,
    ),
    Story(
        "sport",
        (
            "Khai mạc giải bóng chuyền {unit} năm 2023",
            "Đội {ten} vô địch giải bóng chuyền huyện Trà Cú mở rộng",
            "{Unit} tổ chức giải bóng đá mini mừng {dip}",
            "Sôi nổi giải bi sắt, kéo co ở {unit}",
        ),
        "{Buoi}, tại sân thể thao {unit} diễn ra giải thể thao chào mừng {dip}, thu hút nhiều đội của các ấp, "
        "khóm và địa phương bạn.",
        (
            "Những pha bóng đẹp khiến sân cỏ chật kín người xem; các bà, các chị cũng đến cổ vũ con em.",
            "Giải không thu vé, kinh phí do cơ sở kinh doanh và người dân ủng hộ.",
        ),
        uses=7,
        episodes=(
            (("01-27", "02-06"), {"dip": "xuân Quý Mão"}),
            (("03-20", "03-27"), {"dip": "ngày thành lập Đoàn 26/3"}),
            (("04-24", "05-01"), {"dip": "lễ 30/4 và 01/5"}),
            (("05-15", "05-19"), {"dip": "kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh 19/5"}),
            (("08-28", "09-04"), {"dip": "Quốc khánh 2/9"}),
            (("10-09", "10-16"), {"dip": "lễ Sêne Đolta"}),
            (("10-16", "10-20"), {"dip": "Ngày Phụ nữ Việt Nam 20/10"}),
        ),
    ),
    Story(
        "sport",
        (
            Told(
                "Trà Cú phát động Ngày chạy Olympic vì sức khỏe toàn dân năm 2023",
                "{Buoi}, hàng trăm cán bộ, chiến sĩ, học sinh và người dân tham gia lễ phát động Ngày chạy "
                "Olympic vì sức khỏe toàn dân năm 2023 tại trung tâm huyện.",
            ),
            Told(
                "Hội khỏe Phù Đổng: sân chơi của học trò Trà Cú",
                "Các nội dung điền kinh, đá cầu, cờ vua, bóng đá của Hội khỏe Phù Đổng đem lại những ngày thi "
                "đấu sôi nổi cho học sinh trong huyện.",
            ),
            Told(
                "Đoàn vận động viên Trà Cú dự hội thao cấp tỉnh",
                "Đoàn vận động viên huyện Trà Cú lên đường dự hội thao cấp tỉnh sau nhiều tuần tập luyện, thi "
                "đấu ở các môn bóng chuyền, kéo co, bi sắt.",
            ),
            Told(
                "Câu lạc bộ đi bộ, dưỡng sinh đông người tham gia mỗi sáng",
                "Cứ mờ sáng, các nhóm đi bộ, tập dưỡng sinh lại đông vui trên tuyến đường trung tâm. Người tham "
                "gia đủ lứa tuổi, ai nấy đều thấy khỏe hơn.",
            ),
            Told(
                "Giải cờ tướng, cầu lông cán bộ, công chức huyện",
                "{Buoi}, giải cờ tướng, cầu lông cán bộ, công chức huyện diễn ra sôi nổi, tạo sân chơi lành mạnh "
                "sau giờ làm việc.",
            ),
        ),
        "Phong trào thể dục, thể thao quần chúng ở Trà Cú ngày càng lan rộng, từ trường học, cơ quan đến các ấp, khóm.",
        (
            "Sân bãi nhờ xã hội hóa được sửa lại bằng phẳng, có đèn, có ghế cho khán giả.",
            "Ban tổ chức nhấn mạnh tinh thần rèn luyện, lối chơi đẹp và an toàn cho vận động viên.",
        ),
        ("03-06", "10-25"),
        5,
    ),
)
