"""What the text of a document says, by the field it belongs to. Laws are those in force in 2023."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    name: str
    suffix: str  # of an official letter: UBND-KT, UBND-VX, UBND-NC, UBND-TH
    law: str
    office: str
    aims: tuple[str, ...]
    tasks: tuple[str, ...]


FIELDS: dict[str, Field] = {
    "agriculture": Field(
        "Nông nghiệp và phát triển nông thôn",
        "KT",
        "Luật Trồng trọt, Luật Chăn nuôi ngày 19/11/2018 và Luật Thú y ngày 19/6/2015",
        "Phòng Nông nghiệp và Phát triển nông thôn",
        (
            "Bảo đảm sản xuất ổn định, giảm thiệt hại do thiên tai, dịch bệnh và nâng thu nhập cho nông dân.",
            "Chủ động phát hiện, xử lý sớm tình huống phát sinh, không để lan rộng; huy động sự tham gia của "
            "người dân.",
        ),
        (
            "Rà soát diện tích, tổng đàn, lịch thời vụ của từng ấp, khóm và cập nhật hằng tuần.",
            "Hướng dẫn kỹ thuật, khuyến cáo giống và quy trình phù hợp với từng tiểu vùng.",
            "Kiểm tra việc buôn bán vật tư nông nghiệp, giống, thuốc thú y trên địa bàn.",
            "Thông tin trên đài truyền thanh bằng tiếng Việt và tiếng Khmer.",
            "Tổng hợp thiệt hại, đề xuất chính sách hỗ trợ theo quy định.",
        ),
    ),
    "health": Field(
        "Y tế",
        "VX",
        "Luật Phòng, chống bệnh truyền nhiễm ngày 21/11/2007 và Luật An toàn thực phẩm ngày 17/6/2010",
        "Phòng Y tế và Trung tâm Y tế huyện",
        (
            "Giảm số ca mắc, không để dịch chồng dịch; bảo đảm người dân được tiếp cận dịch vụ y tế kịp thời.",
            "Nâng cao nhận thức của người dân, gắn trách nhiệm của từng ngành, từng địa phương.",
        ),
        (
            "Giám sát ca bệnh tại cộng đồng, trường học; điều tra và xử lý ổ dịch trong vòng 48 giờ.",
            "Chuẩn bị thuốc, hóa chất, vật tư và nhân lực theo từng tình huống.",
            "Truyền thông bằng hai thứ tiếng, chú trọng hộ gia đình, trường học và cơ sở thờ tự.",
            "Kiểm tra, xử lý vi phạm về an toàn thực phẩm, hành nghề y dược.",
            "Báo cáo định kỳ về UBND huyện vào thứ Năm hằng tuần.",
        ),
    ),
    "education": Field(
        "Giáo dục và đào tạo",
        "VX",
        "Luật Giáo dục ngày 14/6/2019",
        "Phòng Giáo dục và Đào tạo",
        (
            "Nâng chất lượng giáo dục toàn diện, duy trì sĩ số và bảo đảm an toàn cho học sinh.",
            "Huy động gia đình, nhà trường và xã hội cùng chăm lo việc học của con em.",
        ),
        (
            "Rà soát đội ngũ, phòng học, trang thiết bị; báo cáo nhu cầu bổ sung.",
            "Phân công cụ thể trách nhiệm của hiệu trưởng và từng bộ phận.",
            "Công khai các khoản thu, các chế độ dành cho học sinh.",
            "Phối hợp công an, y tế, Đoàn Thanh niên giữ an toàn trường học.",
            "Quan tâm học sinh dân tộc thiểu số, học sinh có hoàn cảnh khó khăn.",
        ),
    ),
    "security": Field(
        "An ninh trật tự",
        "NC",
        "Luật Phòng cháy và chữa cháy ngày 29/6/2001 (sửa đổi, bổ sung năm 2013) và Luật An ninh quốc gia ngày "
        "03/12/2004",
        "Công an huyện",
        (
            "Giữ vững an ninh chính trị, trật tự an toàn xã hội, không để xảy ra vụ việc phức tạp, đột xuất, bất ngờ.",
            "Phát huy sức mạnh của nhân dân, phòng ngừa từ xa, từ sớm.",
        ),
        (
            "Tuần tra, kiểm soát các tuyến, địa bàn trọng điểm; tiếp nhận và xử lý nhanh tin báo.",
            "Kiểm tra an toàn phòng cháy chữa cháy, lập danh sách cơ sở phải khắc phục.",
            "Tuyên truyền phương thức, thủ đoạn của tội phạm trên không gian mạng.",
            "Củng cố các mô hình tự quản ở ấp, khóm, cơ sở thờ tự, trường học.",
            "Xử lý nghiêm vi phạm, công khai kết quả để răn đe chung.",
        ),
    ),
    "military": Field(
        "Quốc phòng, quân sự địa phương",
        "NC",
        "Luật Quốc phòng ngày 08/6/2018, Luật Nghĩa vụ quân sự ngày 19/6/2015 và Luật Dân quân tự vệ ngày 22/11/2019",
        "Ban Chỉ huy Quân sự huyện",
        (
            "Hoàn thành chỉ tiêu được giao, đúng luật, đúng quy trình, công khai và công bằng.",
            "Nâng cao khả năng sẵn sàng chiến đấu, làm tốt công tác dân vận và chính sách hậu phương quân đội.",
        ),
        (
            "Rà soát, đăng ký, quản lý nguồn; niêm yết danh sách tại trụ sở cơ quan.",
            "Bố trí thời gian, địa điểm, giáo án, vật chất bảo đảm cho huấn luyện.",
            "Phối hợp chặt chẽ giữa quân sự, công an, y tế và các đoàn thể.",
            "Thăm hỏi, động viên gia đình quân nhân, giải quyết chế độ kịp thời.",
        ),
    ),
    "land": Field(
        "Tài nguyên, đất đai",
        "KT",
        "Luật Đất đai ngày 29/11/2013 và các nghị định hướng dẫn thi hành",
        "Phòng Tài nguyên và Môi trường",
        (
            "Quản lý, sử dụng đất tiết kiệm, đúng quy hoạch, kế hoạch; bảo đảm quyền lợi của người sử dụng đất.",
            "Công khai, minh bạch thông tin để người dân theo dõi, giám sát.",
        ),
        (
            "Niêm yết hồ sơ, bản đồ tại trụ sở UBND cấp xã và nhà văn hóa ấp, khóm.",
            "Đo đạc, kiểm đếm, đối chiếu nguồn gốc sử dụng đất trước khi lập hồ sơ.",
            "Giải thích, vận động người dân; giải quyết đơn thư đúng thời hạn.",
            "Cập nhật biến động vào hồ sơ địa chính và báo cáo định kỳ.",
        ),
    ),
    "construction": Field(
        "Xây dựng, giao thông",
        "KT",
        "Luật Xây dựng ngày 18/6/2014, Luật Đầu tư công ngày 13/6/2019 và Luật Đấu thầu ngày 26/11/2013",
        "Phòng Kinh tế và Hạ tầng",
        (
            "Bảo đảm tiến độ, chất lượng công trình, giải ngân vốn đúng kế hoạch, không để lãng phí.",
            "Quản lý trật tự xây dựng, an toàn giao thông, phục vụ tốt đời sống và sản xuất.",
        ),
        (
            "Công khai chủ đầu tư, nguồn vốn, thời gian thi công tại công trình.",
            "Giải phóng mặt bằng trước khi thi công; phát huy ban giám sát đầu tư của cộng đồng.",
            "Kiểm tra chất lượng vật liệu, nghiệm thu đúng quy định trước khi thanh toán.",
            "Duy tu, sửa chữa các điểm hư hỏng, cắm biển cảnh báo nơi nguy hiểm.",
        ),
    ),
    "finance": Field(
        "Tài chính, ngân sách",
        "TH",
        "Luật Ngân sách nhà nước ngày 25/6/2015 và Luật Quản lý, sử dụng tài sản công ngày 21/6/2017",
        "Phòng Tài chính - Kế hoạch",
        (
            "Điều hành ngân sách chủ động, chặt chẽ, tiết kiệm; bảo đảm các nhiệm vụ chi an sinh.",
            "Thực hiện công khai ngân sách để nhân dân giám sát.",
        ),
        (
            "Thu đúng, thu đủ, thu kịp thời các khoản thu trên địa bàn.",
            "Rà soát, cắt giảm các khoản chi chưa cấp thiết.",
            "Đẩy nhanh giải ngân, xử lý dứt điểm tạm ứng quá hạn.",
            "Niêm yết, đăng tải số liệu đúng biểu mẫu và thời hạn.",
        ),
    ),
    "interior": Field(
        "Nội vụ, thi đua khen thưởng",
        "NC",
        "Luật Cán bộ, công chức ngày 13/11/2008, Luật Viên chức ngày 15/11/2010 và các luật sửa đổi, bổ sung",
        "Phòng Nội vụ",
        (
            "Nâng cao hiệu lực, hiệu quả quản lý, phục vụ tốt tổ chức và người dân.",
            "Bảo đảm công khai, đúng quy định; nêu cao trách nhiệm của người đứng đầu và từng công chức.",
        ),
        (
            "Phân công rõ trách nhiệm của người đứng đầu và từng thành viên.",
            "Phổ biến nội dung văn bản đến toàn thể cán bộ, công chức, viên chức trong đơn vị.",
            "Niêm yết, thông báo để tổ chức, cá nhân biết và thực hiện.",
            "Giữ nghiêm kỷ luật, kỷ cương; phân công trực, bảo đảm thông tin liên lạc thông suốt.",
            "Báo cáo kết quả thực hiện về UBND huyện qua Phòng Nội vụ tổng hợp.",
        ),
    ),
    "reform": Field(
        "Cải cách hành chính",
        "NC",
        "Nghị quyết số 76/NQ-CP ngày 15/7/2021 và Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
        "Văn phòng HĐND và UBND huyện, Phòng Nội vụ",
        (
            "Cắt giảm thời gian, chi phí cho người dân; nâng mức độ hài lòng về sự phục vụ của cơ quan hành chính.",
            "Đẩy mạnh tiếp nhận, giải quyết hồ sơ trên môi trường mạng.",
        ),
        (
            "Rà soát, đơn giản hóa thủ tục; niêm yết đầy đủ và cập nhật khi có thay đổi.",
            "Số hóa hồ sơ, kết quả giải quyết; tăng tỷ lệ hồ sơ trực tuyến, thanh toán trực tuyến.",
            "Thực hiện thư xin lỗi khi trễ hẹn và khảo sát sự hài lòng.",
            "Kiểm tra đột xuất việc chấp hành giờ giấc, tác phong phục vụ.",
        ),
    ),
    "digital": Field(
        "Thông tin, chuyển đổi số",
        "VX",
        "Luật Công nghệ thông tin ngày 29/6/2006 và Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ",
        "Phòng Văn hóa và Thông tin",
        (
            "Phát triển chính quyền số, xã hội số; bảo đảm an toàn, an ninh thông tin.",
            "Cung cấp thông tin chính xác, kịp thời, dễ tìm cho người dân, doanh nghiệp.",
        ),
        (
            "Cử cán bộ đầu mối, thường xuyên cập nhật tin, bài, văn bản.",
            "Sử dụng chữ ký số, văn bản điện tử trong trao đổi công việc.",
            "Duy trì hoạt động của tổ công nghệ số cộng đồng ở ấp, khóm.",
            "Rà soát thiết bị, sao lưu dữ liệu, cập nhật phần mềm phòng chống mã độc.",
        ),
    ),
    "social": Field(
        "Lao động, an sinh xã hội",
        "VX",
        "Pháp lệnh Ưu đãi người có công với cách mạng ngày 09/12/2020 và Luật Trẻ em ngày 05/4/2016",
        "Phòng Lao động - Thương binh và Xã hội",
        (
            "Thực hiện đầy đủ, kịp thời chính sách đối với người có công, đối tượng bảo trợ, hộ nghèo.",
            "Huy động nguồn lực xã hội, ưu tiên người yếu thế và đồng bào dân tộc thiểu số.",
        ),
        (
            "Lập danh sách, bình xét công khai tại ấp, khóm, niêm yết theo quy định.",
            "Chi trả đúng đối tượng, đúng mức, đúng thời gian; khuyến khích chi trả qua tài khoản.",
            "Lồng ghép các nguồn vốn, giới thiệu việc làm, đào tạo nghề.",
            "Kiểm tra, kịp thời giải quyết phản ánh của người dân.",
        ),
    ),
    "culture": Field(
        "Văn hóa, thể thao, dân tộc, tôn giáo",
        "VX",
        "Nghị định số 110/2018/NĐ-CP ngày 29/8/2018 của Chính phủ và Luật Tín ngưỡng, tôn giáo ngày 18/11/2016",
        "Phòng Văn hóa và Thông tin, Phòng Dân tộc",
        (
            "Tạo không khí vui tươi, phấn khởi, tiết kiệm; giữ gìn bản sắc văn hóa các dân tộc.",
            "Nâng cao đời sống tinh thần của nhân dân, tăng cường khối đại đoàn kết.",
        ),
        (
            "Trang trí, tuyên truyền trực quan tại trụ sở, trục đường chính.",
            "Tổ chức văn nghệ, thể thao, trò chơi dân gian phù hợp với từng nơi.",
            "Thăm, tặng quà cơ sở thờ tự, người có uy tín, gia đình tiêu biểu.",
            "Bảo đảm an ninh trật tự, an toàn giao thông, an toàn thực phẩm.",
        ),
    ),
    "justice": Field(
        "Tư pháp",
        "NC",
        "Luật Phổ biến, giáo dục pháp luật ngày 20/6/2012 và Luật Hòa giải ở cơ sở ngày 20/6/2013",
        "Phòng Tư pháp",
        (
            "Đưa pháp luật vào cuộc sống, nâng cao ý thức chấp hành của cán bộ và nhân dân.",
            "Bảo đảm quyền và lợi ích hợp pháp của công dân, giải quyết vụ việc đúng quy định, đúng thời hạn.",
        ),
        (
            "Lựa chọn nội dung gắn với đời sống, biên soạn tài liệu ngắn gọn, có tiếng Khmer.",
            "Củng cố đội ngũ báo cáo viên, hòa giải viên.",
            "Phân công cán bộ theo dõi, giải đáp vướng mắc ngay tại cơ sở.",
            "Sơ kết, khen thưởng tập thể, cá nhân làm tốt.",
        ),
    ),
    "environment": Field(
        "Môi trường, thiên tai",
        "KT",
        "Luật Bảo vệ môi trường ngày 17/11/2020 và Luật Phòng, chống thiên tai ngày 19/6/2013",
        "Phòng Tài nguyên và Môi trường",
        (
            "Giảm ô nhiễm, tăng tỷ lệ thu gom, phân loại rác; ứng phó chủ động với thiên tai.",
            "Thực hiện phương châm bốn tại chỗ, bảo vệ tính mạng và tài sản của nhân dân.",
        ),
        (
            "Ra quân dọn vệ sinh, khơi thông kênh rạch, trồng và chăm sóc cây xanh.",
            "Kiểm tra các điểm sạt lở, cống, đê bao; chuẩn bị vật tư, phương tiện.",
            "Vận động hộ dân đăng ký thu gom rác, không đốt, không vứt xuống kênh.",
            "Thông tin dự báo, cảnh báo đến từng hộ trong vùng nguy cơ.",
        ),
    ),
    "countryside": Field(
        "Xây dựng nông thôn mới",
        "KT",
        "Quyết định số 263/QĐ-TTg ngày 22/02/2022 và Quyết định số 318/QĐ-TTg ngày 08/3/2022 của Thủ tướng Chính phủ",
        "Văn phòng Điều phối nông thôn mới huyện",
        (
            "Giữ vững, nâng chất các tiêu chí đã đạt; hoàn thành mục tiêu xã nông thôn mới nâng cao năm 2023.",
            "Phát huy vai trò chủ thể của người dân, không huy động quá sức dân.",
        ),
        (
            "Rà soát từng tiêu chí, phân công ngành phụ trách và thời gian hoàn thành.",
            "Lồng ghép vốn, ưu tiên công trình phục vụ đời sống và sản xuất.",
            "Lấy ý kiến người dân, công khai kết quả đánh giá.",
            "Nhân rộng mô hình ấp, tuyến đường, hộ gia đình kiểu mẫu.",
        ),
    ),
    "economy": Field(
        "Kinh tế, thương mại, đầu tư",
        "KT",
        "Luật Đầu tư ngày 17/6/2020 và Luật Hợp tác xã ngày 20/11/2012",
        "Phòng Kinh tế và Hạ tầng, Phòng Tài chính - Kế hoạch",
        (
            "Tạo môi trường thuận lợi cho doanh nghiệp, hợp tác xã, hộ kinh doanh phát triển.",
            "Bình ổn thị trường, bảo vệ người tiêu dùng, mở rộng đầu ra cho nông sản.",
        ),
        (
            "Rà soát khó khăn, tổ chức đối thoại và trả lời bằng văn bản.",
            "Hỗ trợ nhãn hiệu, mã truy xuất, tham gia sàn thương mại điện tử.",
            "Công khai thông tin, quy trình, thời hạn để tổ chức, cá nhân tiếp cận bình đẳng.",
            "Giới thiệu tiềm năng, mời gọi đầu tư có chọn lọc.",
        ),
    ),
}
