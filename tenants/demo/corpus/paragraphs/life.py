"""Feasts, culture, sport, markets."""

from .pool import Pool

TET = Pool(
    pictures=("tet-blossom", "market", "flags"),
    headings=("Để nhà nhà đều có Tết", "Không khí những ngày giáp Tết"),
    context=(
        "Những ngày này, các tuyến đường trung tâm được treo cờ, trang trí đèn hoa; chợ quê đông người mua bán "
        "hơn ngày "
        "thường nhưng hàng hóa dồi dào, giá cả không biến động nhiều.",
        "Để người dân đón Tết an toàn, lực lượng công an, quân sự duy trì tuần tra đêm; trạm y tế phân công người trực "
        "cấp cứu suốt kỳ nghỉ.",
        "Việc chăm lo Tết cho hộ nghèo, hộ cận nghèo, gia đình chính sách và người có hoàn cảnh khó khăn được rà "
        "soát từ "
        "cơ sở, niêm yết công khai, tránh trùng lặp và bỏ sót.",
        "Phần lớn kinh phí do doanh nghiệp, cơ sở thờ tự và nhà hảo tâm trong, ngoài huyện đóng góp.",
    ),
    closing=(
        "Ban tổ chức mong rằng món quà nhỏ sẽ giúp bà con thêm ấm lòng khi xuân về.",
        "{Cq} đề nghị các hộ treo cờ Tổ quốc, giữ vệ sinh trước nhà và không đốt pháo trong dịp Tết.",
        "Không khí chuẩn bị đón xuân Quý Mão vì thế thêm rộn ràng, đầm ấm.",
        "Mọi hoạt động được tổ chức tiết kiệm, phù hợp với điều kiện của địa phương.",
    ),
    quotes=(
        ("Có thêm ký gạo, chai dầu, nhà tôi đỡ lo ba ngày Tết.", "{dan}"),
        ("Chúng tôi cố gắng để không hộ nào không có Tết.", "Đại diện Ủy ban Mặt trận Tổ quốc {noi}"),
    ),
    notes=(
        (
            "An toàn ngày Tết",
            "Không tàng trữ, mua bán, đốt pháo nổ. Đã uống rượu, bia thì không lái xe. Kiểm tra điện, bếp trước "
            "khi vắng "
            "nhà.",
        ),
        (
            "Nghỉ Tết Quý Mão",
            "Cơ quan hành chính nghỉ từ ngày 20/01 đến hết ngày 26/01/2023 và phân công trực đủ các ngày.",
        ),
    ),
)

CULTURE = Pool(
    pictures=("pagoda", "flags", "canal-boat"),
    headings=("Gìn giữ nét đẹp truyền thống", "Đoàn kết ba dân tộc Kinh, Khmer, Hoa"),
    context=(
        "Trà Cú là nơi có đông đồng bào Khmer sinh sống; chùa không chỉ là chốn tu hành mà còn là nơi học chữ, "
        "giữ nghề và "
        "sinh hoạt văn hóa.",
        "Ban quản trị các chùa phối hợp với địa phương giữ gìn trật tự, vệ sinh môi trường và an toàn thực phẩm "
        "trong những "
        "ngày lễ.",
        "Tiếng nhạc ngũ âm, điệu múa truyền thống và các trò chơi dân gian thu hút đông người xem, cả người "
        "Kinh, người "
        "Hoa cùng đến chung vui.",
        "Nhiều gia đình có con em đi làm xa tranh thủ về quê sum họp, cùng dọn nhà cửa và lên chùa làm phước.",
    ),
    closing=(
        "Các hoạt động diễn ra vui tươi, tiết kiệm, góp phần thắt chặt tình đoàn kết các dân tộc.",
        "Địa phương mong phum sóc tiếp tục giữ gìn nét đẹp này cho lớp trẻ.",
        "Ban tổ chức chúc đồng bào đón lễ an vui, mạnh khỏe, mùa màng bội thu.",
        "Lực lượng chức năng bảo đảm an ninh trật tự, an toàn giao thông suốt thời gian diễn ra lễ.",
    ),
    quotes=(
        ("Con cháu còn biết múa, biết đánh nhạc ngũ âm là ông bà vui.", "{dan}"),
        ("Lễ vui mà gọn, không phô trương, ai cũng tham gia được.", "Đại diện Phòng Dân tộc huyện"),
    ),
    notes=(
        (
            "Cùng giữ lễ văn minh",
            "Không đốt pháo, không cờ bạc trá hình, giữ sạch khuôn viên chùa và chấp hành luật giao thông.",
        ),
    ),
)

HERITAGE = Pool(
    pictures=("flags", "meeting", "commune-office"),
    headings=("Nhớ về cội nguồn", "Nét đẹp trong đời sống mới"),
    context=(
        "Mọi hoạt động được tổ chức trang trọng, tiết kiệm, chú trọng giáo dục truyền thống cho lớp trẻ.",
        "Các gia đình dọn dẹp nhà cửa, treo cờ ngay ngắn; đường phố, trụ sở, trường học được trang trí gọn đẹp.",
        "Người cao tuổi, cựu chiến binh là những người kể chuyện hay nhất; lớp trẻ nghe và hỏi thêm rất nhiều.",
    ),
    closing=(
        "Qua đó khơi dậy lòng tự hào quê hương và tinh thần đoàn kết trong nhân dân.",
        "Địa phương mong mỗi nhà giữ nếp sống vui tươi, lành mạnh, nghĩa tình.",
        "Các hoạt động kết thúc an toàn, để lại nhiều dư âm đẹp.",
    ),
    quotes=(
        ("Nhớ công ơn người đi trước là để sống tốt hơn hôm nay.", "{dan}"),
        ("Con cháu biết gốc gác, biết lịch sử là chúng tôi vui.", "Một cựu chiến binh ở {noi}"),
    ),
    notes=(("Treo cờ Tổ quốc", "Treo cờ mới, đúng kích thước, ngay ngắn trước nhà trong các ngày lễ theo thông báo."),),
)

SPORT = Pool(
    pictures=("volleyball", "canal-boat", "flags"),
    headings=("Sân chơi sau giờ làm", "Khỏe để lao động tốt hơn"),
    context=(
        "Trung tâm Văn hóa - Thông tin và Thể thao huyện hỗ trợ trọng tài, dụng cụ và hướng dẫn chuyên môn.",
        "Người chơi phần đông là nông dân, giáo viên, công nhân tập luyện sau giờ làm, nên thắng thua đều được vỗ tay.",
        "Phong trào bóng chuyền, bóng đá, bi sắt, đua thuyền được duy trì ở nhiều nơi, nhờ xã hội hóa tiền giải "
        "thưởng.",
    ),
    closing=(
        "Ban tổ chức cảm ơn khán giả và các nhà tài trợ đã đồng hành.",
        "Qua giải, huyện chọn những gương mặt tốt tập luyện cho các giải cấp tỉnh.",
        "Hoạt động diễn ra trong không khí vui tươi, an toàn.",
    ),
    quotes=(("Thắng thua không quan trọng, cái được là anh em gần nhau hơn.", "Một vận động viên ở {noi}"),),
    notes=(("Tham gia tập luyện", "Nhà văn hóa và sân thể thao cơ sở mở cửa buổi chiều các ngày trong tuần."),),
)

TOURISM = Pool(
    pictures=("pagoda", "coconut", "canal-boat"),
    headings=("Về miền sông nước", "Đi chậm để thấy làng quê"),
    context=(
        "Khách đến Trà Cú thường thích ngồi dưới bóng dừa, nghe tiếng chuông chùa, thử món nhà quê do chính chủ "
        "nhà nấu.",
        "Mùa đẹp nhất là sau vụ thu hoạch, khi đồng khô ráo, đường vào phum sóc sạch và bà con rảnh tay làm nghề phụ.",
        "Đa số điểm đến còn đơn sơ, cần thêm biển chỉ dẫn, nhà vệ sinh và người hướng dẫn biết kể chuyện.",
    ),
    closing=(
        "Du khách nhớ ăn mặc lịch sự khi vào chùa và không xả rác dọc đường.",
        "Huyện mong các hộ làm du lịch giữ giá đúng niêm yết, giữ nụ cười và giữ sạch môi trường.",
        "Phòng Văn hóa và Thông tin sẵn sàng cung cấp thông tin cho các đoàn khách và đơn vị lữ hành.",
    ),
    quotes=(("Khách tới đây không cần sang, họ cần sự thật thà.", "{dan}"),),
    notes=(("Đến Trà Cú", "Huyện nằm ven sông Hậu, có quốc lộ 53 và quốc lộ 54 đi qua."),),
)

MARKET = Pool(
    pictures=("market", "fishing-port", "coconut"),
    headings=("Hàng làng lên kệ phố", "Kết nối để bán được hàng"),
    context=(
        "Phòng Kinh tế và Hạ tầng hướng dẫn chủ thể hoàn thiện nhãn mác, mã truy xuất và hồ sơ an toàn thực phẩm.",
        "Người mua ngày càng để ý nhãn hàng, nơi làm ra và hạn dùng; người bán vì thế cũng cẩn thận hơn.",
        "Điều người làm nghề cần nhất là đầu ra ổn định, mẫu mã bắt mắt hơn và vốn lưu động khi vào mùa cao điểm.",
        "Địa phương giữ các làng nghề bằng cách gắn với du lịch, dạy nghề cho lớp trẻ và đưa hàng lên sàn thương "
        "mại điện "
        "tử.",
    ),
    closing=(
        "Huyện tiếp tục hỗ trợ cơ sở tham gia hội chợ trong và ngoài tỉnh.",
        "Việc kiểm tra, kiểm soát thị trường được duy trì để bảo vệ người tiêu dùng.",
        "Các cơ sở có nhu cầu đăng ký xin liên hệ Phòng Kinh tế và Hạ tầng hoặc {cq}.",
    ),
    quotes=(
        ("Có mã QR, khách ở xa cũng biết sản phẩm này làm ra ở đâu.", "{dan}"),
        ("Bán được thì nghề mới sống, nghề sống thì lớp trẻ mới theo.", "{dan}"),
    ),
    notes=(("Người tiêu dùng cần biết", "Kiểm tra nhãn, hạn dùng, nguồn gốc; giữ hóa đơn để được bảo vệ quyền lợi."),),
)

BUSINESS = Pool(
    pictures=("meeting", "market", "fishing-port"),
    headings=("Đồng hành cùng doanh nghiệp", "Một đầu mối, một lần hướng dẫn"),
    context=(
        "Doanh nghiệp trong huyện phần lớn quy mô nhỏ, gắn với chế biến nông, thủy sản, xây dựng và dịch vụ.",
        "Vùng nguyên liệu, lao động tại chỗ và tuyến đường ra các cảng là những điểm được nhà đầu tư quan tâm.",
        "Các vướng mắc thường gặp là mặt bằng, vốn lưu động, nhân lực có tay nghề và chi phí vận chuyển.",
    ),
    closing=(
        "Kiến nghị của doanh nghiệp được tổng hợp, trả lời bằng văn bản và theo dõi đến khi xong.",
        "Huyện mong doanh nghiệp ưu tiên tuyển lao động địa phương và giữ gìn môi trường.",
        "Hồ sơ, thủ tục được hướng dẫn tại bộ phận một cửa hoặc trên Cổng Dịch vụ công.",
    ),
    quotes=(
        ("Cái doanh nghiệp cần nhất là thông tin rõ ràng và thời hạn chắc chắn.", "Đại diện một cơ sở sản xuất"),
        ("Chính quyền coi khó khăn của doanh nghiệp là việc của mình.", "Lãnh đạo UBND huyện"),
    ),
    notes=(
        (
            "Hỗ trợ doanh nghiệp",
            "Liên hệ Phòng Tài chính - Kế hoạch hoặc Phòng Kinh tế và Hạ tầng huyện để được hướng dẫn.",
        ),
    ),
)
