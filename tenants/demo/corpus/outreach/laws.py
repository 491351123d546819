"""Laws in force in 2023, summed up; each text points to the original."""

from .lesson import lesson, points

LAWS = (
    lesson(
        "law",
        (
            "Từ ngày 01/01/2023: sổ hộ khẩu, sổ tạm trú giấy hết giá trị sử dụng",
            "Cách chứng minh nơi cư trú khi không còn sổ hộ khẩu giấy",
        ),
        "Theo Luật Cư trú, từ ngày 01/01/2023 sổ hộ khẩu, sổ tạm trú giấy không còn giá trị sử dụng. Nghị định "
        "số 104/2022/NĐ-CP hướng dẫn cách thay thế "
        "khi làm thủ tục hành chính.",
        points(
            "Khi cần chứng minh nơi cư trú, người dân có thể dùng một trong các giấy tờ, thông tin sau:",
            "thẻ căn cước công dân;",
            "tài khoản định danh điện tử trên ứng dụng VNeID;",
            "giấy xác nhận thông tin về cư trú;",
            "giấy thông báo số định danh cá nhân và thông tin trong Cơ sở dữ liệu quốc gia về dân cư.",
        ),
        "Cơ quan giải quyết thủ tục phải tự khai thác thông tin cư trú, chỉ khi không khai thác được mới yêu cầu "
        "người dân cung cấp.",
        window=("01-03", "03-15"),
    ),
    lesson(
        "law",
        (
            "Lấy ý kiến Nhân dân về dự thảo Luật Đất đai (sửa đổi)",
            "Những nội dung người dân quan tâm trong dự thảo Luật Đất đai (sửa đổi)",
            "Góp ý dự thảo Luật Đất đai: cách gửi và thời hạn",
        ),
        "Việc lấy ý kiến Nhân dân về dự thảo Luật Đất đai (sửa đổi) được tổ chức từ ngày 03/01 đến hết ngày "
        "15/3/2023 theo Nghị quyết số "
        "671/NQ-UBTVQH15.",
        points(
            "Các nội dung trọng tâm để người dân góp ý gồm:",
            "quy hoạch, kế hoạch sử dụng đất;",
            "thu hồi đất, bồi thường, hỗ trợ, tái định cư;",
            "giá đất và tài chính đất đai;",
            "cấp giấy chứng nhận, chính sách đất đai đối với đồng bào dân tộc thiểu số.",
        ),
        "Ý kiến có thể gửi bằng văn bản đến UBND cấp xã, phát biểu tại cuộc họp ấp, khóm hoặc gửi qua trang "
        "thông tin điện tử lấy ý kiến.",
        window=("01-09", "03-14"),
    ),
    lesson(
        "law",
        (
            "Luật Thực hiện dân chủ ở cơ sở: dân được biết, được bàn những gì?",
            "Điểm mới của Luật Thực hiện dân chủ ở cơ sở",
        ),
        "Luật Thực hiện dân chủ ở cơ sở năm 2022 có hiệu lực từ ngày 01/7/2023, quy định rõ quyền của công dân ở "
        "xã, phường, thị trấn, trong cơ quan và "
        "doanh nghiệp nhà nước.",
        points(
            "Người dân cần nắm bốn nhóm quyền:",
            "được công khai thông tin đầy đủ, kịp thời;",
            "được bàn và quyết định những việc của cộng đồng;",
            "được tham gia ý kiến trước khi cơ quan có thẩm quyền quyết định;",
            "được kiểm tra, giám sát và thụ hưởng.",
        ),
        "Ban thanh tra nhân dân và ban giám sát đầu tư của cộng đồng là hai hình thức để người dân thực hiện "
        "quyền kiểm tra, giám sát.",
        window=("05-15", "09-15"),
    ),
    lesson(
        "law",
        (
            "Luật Phòng, chống bạo lực gia đình năm 2022: những hành vi bị nghiêm cấm",
            "Bị bạo lực gia đình, hãy lên tiếng: nơi nào giúp bạn?",
        ),
        "Luật Phòng, chống bạo lực gia đình số 13/2022/QH15 có hiệu lực từ ngày 01/7/2023, bổ sung nhiều hành vi "
        "được xem là bạo lực gia đình và biện pháp bảo "
        "vệ người bị hại.",
        points(
            "Bạo lực gia đình không chỉ là đánh đập:",
            "lăng mạ, chì chiết, cô lập người thân;",
            "bỏ mặc, không chăm sóc trẻ em, người già, người bệnh;",
            "ngăn cản gặp gỡ người thân, bạn bè;",
            "chiếm đoạt, kiểm soát tài sản để tạo sự lệ thuộc.",
        ),
        "Người phát hiện có thể báo công an, UBND cấp xã, trưởng ấp, trưởng khóm, đoàn thể hoặc Tổng đài quốc "
        "gia; người báo tin được giữ kín thông tin.",
        window=("06-05", "10-10"),
    ),
    lesson(
        "law",
        (
            "Lương cơ sở tăng lên 1,8 triệu đồng/tháng từ ngày 01/7/2023",
            "Lương cơ sở tăng: những khoản nào thay đổi theo?",
        ),
        "Theo Nghị định số 24/2023/NĐ-CP, mức lương cơ sở áp dụng từ ngày 01/7/2023 là 1.800.000 đồng/tháng.",
        points(
            "Mức lương cơ sở là căn cứ để tính:",
            "lương, phụ cấp của cán bộ, công chức, viên chức;",
            "mức đóng bảo hiểm y tế hộ gia đình, học sinh, sinh viên;",
            "một số khoản trợ cấp bảo hiểm xã hội.",
        ),
        "Các đơn vị lập dự toán bổ sung theo hướng dẫn của cơ quan tài chính; người dân cần hỏi thêm về mức đóng "
        "xin liên hệ Bảo hiểm xã hội huyện.",
        window=("05-22", "07-21"),
    ),
    lesson(
        "law",
        ("Bảo vệ dữ liệu cá nhân: Nghị định số 13/2023/NĐ-CP quy định gì?", "Đừng để lộ thông tin cá nhân trên mạng"),
        "Nghị định số 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân có hiệu lực từ ngày 01/7/2023, xác định rõ quyền "
        "của người có dữ liệu và trách nhiệm của bên thu "
        "thập.",
        points(
            "Người dân có quyền:",
            "được biết dữ liệu của mình bị thu thập để làm gì;",
            "đồng ý hoặc rút lại sự đồng ý;",
            "yêu cầu chỉnh sửa, xóa dữ liệu;",
            "khiếu nại, yêu cầu bồi thường khi bị xâm phạm.",
        ),
        "Mỗi người nên hạn chế đăng ảnh căn cước, vé xe, giấy báo nhập học; không gửi giấy tờ qua tin nhắn cho "
        "người lạ.",
        window=("05-08", "09-29"),
    ),
    lesson(
        "traffic",
        (
            "Mức phạt nồng độ cồn đối với người đi xe máy",
            "Uống rượu, bia rồi lái xe: bị phạt ra sao?",
        ),
        "Nghị định số 100/2019/NĐ-CP (sửa đổi, bổ sung bởi Nghị định số 123/2021/NĐ-CP) quy định chỉ cần có nồng "
        "độ cồn trong máu hoặc hơi thở khi điều khiển xe "
        "là bị xử phạt.",
        points(
            "Đối với người đi xe mô tô, xe gắn máy:",
            "mức thấp nhất: phạt từ 2 đến 3 triệu đồng;",
            "mức thứ hai: phạt từ 4 đến 5 triệu đồng;",
            "mức cao nhất: phạt từ 6 đến 8 triệu đồng;",
            "đồng thời bị tước quyền sử dụng giấy phép lái xe có thời hạn.",
        ),
        "Ngoài tiền phạt, điều lớn nhất có thể mất là sức khỏe, tính mạng của chính mình và người khác.",
        window=("01-05", "09-29"),
    ),
    lesson(
        "law",
        (
            "Chuẩn hóa thông tin thuê bao di động trước ngày 31/3/2023",
            "Cảnh giác lừa đảo khi chuẩn hóa thông tin thuê bao",
        ),
        "Các nhà mạng yêu cầu thuê bao có thông tin chưa trùng khớp với Cơ sở dữ liệu quốc gia về dân cư chuẩn "
        "hóa trước ngày 31/3/2023 để không bị gián đoạn liên "
        "lạc.",
        points(
            "Người dân lưu ý:",
            "chỉ thực hiện khi nhận tin nhắn từ đầu số chính thức của nhà mạng;",
            "có thể làm trên ứng dụng của nhà mạng hoặc tại điểm giao dịch;",
            "không đọc mã OTP cho người gọi tới.",
        ),
        "Soạn tin TTTB gửi 1414 để kiểm tra thông tin thuê bao của mình, không mất phí.",
        window=("03-01", "03-30"),
    ),
    lesson(
        "law",
        ("Quy định về quản lý, sử dụng pháo: người dân cần biết", "Loại pháo nào được dùng, loại nào bị cấm?"),
        "Nghị định số 137/2020/NĐ-CP cho phép cá nhân dùng pháo hoa không gây tiếng nổ trong dịp lễ, Tết, cưới "
        "hỏi; pháo nổ bị nghiêm cấm.",
        points(
            "Những hành vi bị cấm gồm:",
            "chế tạo, tàng trữ, mua bán, vận chuyển, sử dụng pháo nổ trái phép;",
            "mang pháo, thuốc pháo lên phương tiện công cộng, nơi đông người;",
            "hướng dẫn chế tạo pháo trên mạng.",
        ),
        "Ai có pháo hoặc thuốc pháo thì giao nộp cho công an xã, thị trấn; người tự giác giao nộp không bị xử lý.",
        window=("01-04", "01-19"),
    ),
    lesson(
        "jobs",
        (
            "Đi làm việc ở nước ngoài: những điều cần kiểm tra trước khi ký hợp đồng",
            "Nhận diện công ty xuất khẩu lao động không phép",
        ),
        "Nhu cầu đi làm việc ở nước ngoài tăng, kéo theo không ít trường hợp bị lừa tiền. Trước khi nộp tiền, "
        "người lao động cần kiểm tra kỹ doanh nghiệp và hợp "
        "đồng.",
        points(
            "Bốn việc nên làm:",
            "tra cứu giấy phép trên trang của Cục Quản lý lao động ngoài nước;",
            "đọc kỹ mức phí, thời gian hoàn trả và nơi làm việc;",
            "giữ biên lai, hợp đồng có đóng dấu;",
            "hỏi Phòng Lao động - Thương binh và Xã hội huyện khi có nghi ngờ.",
        ),
        "Không đi theo lời rủ rê sang nước ngoài bằng đường mòn, lối mở vì rất dễ thành nạn nhân của mua bán người.",
        window=("02-13", "10-13"),
    ),
    lesson(
        "law",
        (
            "Chứng thực chữ ký, bản sao: hồ sơ gồm những gì?",
            "Bản sao điện tử được chứng thực từ bản chính có giá trị ra sao?",
        ),
        "Mỗi năm, người dân phải chứng thực rất nhiều giấy tờ. Biết trước hồ sơ và nơi làm sẽ tiết kiệm được "
        "thời gian, nhất là khi đã có bản sao điện tử.",
        points(
            "Khi đi chứng thực bản sao:",
            "mang bản chính còn nguyên vẹn, không tẩy xóa;",
            "phòng tư pháp, UBND cấp xã và tổ chức hành nghề công chứng đều có thẩm quyền;",
            "lệ phí tính theo trang, niêm yết tại nơi tiếp nhận.",
        ),
        "Bản sao điện tử có chữ ký số của người có thẩm quyền và đóng dấu điện tử có thể dùng nhiều lần khi làm "
        "thủ tục trực tuyến.",
        window=("02-06", "10-13"),
    ),
    lesson(
        "law",
        ("Trợ giúp pháp lý miễn phí dành cho ai?", "Người nghèo, người có công được trợ giúp pháp lý như thế nào?"),
        "Luật Trợ giúp pháp lý quy định mười bốn nhóm người được trợ giúp miễn phí, từ hộ nghèo, trẻ em đến đồng "
        "bào dân tộc thiểu số sống ở vùng đặc biệt khó "
        "khăn.",
        points(
            "Người được trợ giúp có thể:",
            "được tư vấn, soạn đơn, giải thích quy định;",
            "được cử trợ giúp viên hoặc luật sư bào chữa, bảo vệ;",
            "được đại diện ngoài tố tụng trong vụ việc cần thiết.",
        ),
        "Khi cần, hãy đến chi nhánh trợ giúp pháp lý hoặc hỏi công chức tư pháp - hộ tịch nơi cư trú, mang theo "
        "giấy tờ chứng minh thuộc diện.",
        window=("02-13", "10-13"),
    ),
    lesson(
        "law",
        (
            "Luật Thanh tra năm 2022: những quy định có hiệu lực từ ngày 01/7/2023",
            "Khiếu nại, tố cáo đúng nơi, đúng luật",
        ),
        "Luật Thanh tra năm 2022 có hiệu lực từ ngày 01/7/2023. Cùng với Luật Khiếu nại, Luật Tố cáo, đây là "
        "công cụ để người dân giám sát hoạt động của cơ quan "
        "nhà nước.",
        points(
            "Người khiếu nại, tố cáo lưu ý:",
            "gửi đơn đến đúng cơ quan có thẩm quyền, ghi rõ họ tên, địa chỉ;",
            "nêu sự việc cụ thể, kèm chứng cứ;",
            "không gửi nhiều nơi cùng một nội dung.",
        ),
        "Quá thời hạn mà chưa được giải quyết, người khiếu nại có thể khiếu nại lần hai hoặc khởi kiện vụ án "
        "hành chính tại tòa án.",
        window=("05-29", "09-29"),
    ),
    lesson(
        "law",
        (
            "Khai sinh, khai tử đúng hạn: quyền lợi của chính gia đình",
            "Liên thông khai sinh, cư trú, thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi",
        ),
        "Con sinh ra phải được khai sinh trong thời hạn sáu mươi ngày. Nay cha mẹ có thể làm một lần nhiều thủ "
        "tục: khai sinh, đăng ký thường trú và cấp thẻ bảo hiểm "
        "y tế cho trẻ.",
        points(
            "Cha mẹ chuẩn bị:",
            "giấy chứng sinh hoặc giấy tờ thay thế;",
            "căn cước công dân của cha, mẹ;",
            "giấy chứng nhận kết hôn, nếu đã đăng ký kết hôn.",
        ),
        "Hồ sơ có thể nộp trực tuyến; nếu nộp trực tiếp, cán bộ sẽ giúp nhập thông tin và hẹn ngày nhận kết quả.",
        window=("02-13", "10-13"),
    ),
    lesson(
        "scam",
        ("Nhận diện tội phạm lừa đảo công nghệ cao", "Dấu hiệu của một cuộc gọi lừa đảo"),
        "Kẻ gian thường giả làm người có chức vụ, đánh vào sự lo sợ hoặc lòng tham. Hiểu cách chúng làm, người "
        "dân sẽ tự bảo vệ được mình.",
        points(
            "Hãy dừng cuộc gọi khi nghe những câu sau:",
            "“bạn liên quan đến đường dây ma túy, rửa tiền”;",
            "“gửi mã OTP để nhận quà, nhận tiền”;",
            "“đóng trước một khoản để được giải ngân”;",
            "“bấm vào đường dẫn này để cập nhật thông tin”.",
        ),
        "Công an, tòa án, viện kiểm sát không làm việc qua điện thoại, không yêu cầu chuyển tiền vào tài khoản "
        "cá nhân.",
        window=("01-30", "10-13"),
    ),
    lesson(
        "scam",
        ("Tín dụng đen: vay thì dễ, trả thì khó", "Vay tiền qua ứng dụng và cái giá phải trả"),
        "Chỉ cần vài thao tác trên điện thoại là có tiền, nhưng nhiều gia đình đã phải trả gấp nhiều lần số đã "
        "vay, kèm theo những cuộc gọi đe dọa.",
        points(
            "Khi cần vốn, hãy tìm đến:",
            "Ngân hàng Chính sách xã hội qua tổ tiết kiệm và vay vốn;",
            "quỹ tín dụng nhân dân, ngân hàng thương mại;",
            "các nguồn quỹ giúp vốn của Hội Nông dân, Hội Phụ nữ.",
        ),
        "Nếu bị đe dọa, khủng bố tinh thần, hãy lưu tin nhắn, ghi âm và báo ngay cho công an.",
        window=("02-06", "10-13"),
    ),
    lesson(
        "security",
        ("Tác hại của ma túy đá, thuốc lá điện tử đối với thanh thiếu niên", "Dạy con nói không với thuốc lá điện tử"),
        "Nhiều em thử thuốc lá điện tử chỉ vì tò mò, bị bạn bè rủ rê. Có loại tinh dầu bị pha trộn chất gây "
        "nghiện, hậu quả rất nặng nề.",
        points(
            "Cha mẹ nên để ý khi con:",
            "hay mệt, mất ngủ, ăn uống thất thường;",
            "xin nhiều tiền mà không nói lý do;",
            "có mùi lạ, vật lạ giống bút, giống USB trong cặp.",
        ),
        "Nói chuyện bình tĩnh, tìm hiểu nguyên nhân và nhờ thầy cô, y tế, công an hỗ trợ là cách giúp con tốt nhất.",
        window=("02-20", "10-13"),
    ),
)

REFORM = (
    lesson(
        "reform",
        (
            "Tuyên truyền, phổ biến cải cách hành chính: vì sao nên nộp hồ sơ trực tuyến?",
            "Quyền và nghĩa vụ của người dân khi thực hiện thủ tục hành chính",
            "Cải cách hành chính: những điều người dân nên biết về cơ chế một cửa",
        ),
        "Cơ chế một cửa, một cửa liên thông theo Nghị định số 61/2018/NĐ-CP giúp người dân nộp hồ sơ và nhận kết "
        "quả tại một nơi, không phải đi lại nhiều cơ quan.",
        points(
            "Người dân có quyền:",
            "được hướng dẫn đầy đủ, một lần;",
            "được nhận giấy hẹn ghi rõ thời hạn;",
            "được xin lỗi khi trễ hẹn;",
            "được phản ánh, kiến nghị về cách phục vụ.",
        ),
        "Ngược lại, người nộp phải cung cấp giấy tờ hợp lệ và chịu trách nhiệm về tính chính xác của hồ sơ.",
        window=("02-13", "10-20"),
    ),
)
