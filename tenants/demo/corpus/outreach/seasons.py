"""Advice for the season: illness, fire, storms, salt water, children."""

from .lesson import lesson, points

SEASONS = (
    lesson(
        "health",
        (
            "Dấu hiệu nhận biết sốt xuất huyết và cách chăm sóc tại nhà",
            "Sốt xuất huyết: khi nào phải nhập viện?",
            "Việc cần làm để phòng muỗi đốt trong mùa mưa",
        ),
        "Mùa mưa là lúc muỗi vằn sinh sôi mạnh. Trung tâm Y tế huyện hướng dẫn người dân cách phòng bệnh và nhận "
        "biết dấu hiệu trở nặng của sốt xuất huyết.",
        points(
            "Đến ngay cơ sở y tế khi có một trong các dấu hiệu:",
            "li bì, vật vã, tay chân lạnh;",
            "đau bụng nhiều, nôn liên tục;",
            "chảy máu cam, chảy máu chân răng, tiểu ít;",
            "hết sốt nhưng người mệt hơn.",
        ),
        "Không tự truyền nước, không uống aspirin hoặc ibuprofen; uống nhiều nước, lau mát và tái khám theo hẹn.",
        window=("05-08", "10-13"),
    ),
    lesson(
        "health",
        (
            "Đau mắt đỏ lây thế nào và phòng ra sao?",
            "Những điều không nên làm khi bị đau mắt đỏ",
            "Phòng bệnh đau mắt đỏ trong trường học",
        ),
        "Đau mắt đỏ là viêm kết mạc cấp, dễ lây khi dùng chung khăn, gối, kính. Bệnh thường lành sau bảy đến "
        "mười ngày nếu chăm sóc đúng cách.",
        points(
            "Để không lây cho người khác:",
            "rửa tay thường xuyên bằng xà phòng;",
            "dùng khăn, chậu riêng, không dùng chung thuốc nhỏ mắt;",
            "vệ sinh mắt bằng nước muối sinh lý;",
            "nghỉ học, nghỉ làm nếu mắt sưng, chảy ghèn nhiều.",
        ),
        "Đau nhức nhiều, nhìn mờ, sợ ánh sáng là lúc phải đi khám chuyên khoa ngay.",
        window=("09-05", "10-06"),
    ),
    lesson(
        "health",
        ("Phòng bệnh tay chân miệng cho trẻ dưới 5 tuổi", "Ba sạch phòng bệnh tay chân miệng"),
        "Tay chân miệng do vi rút gây ra, lây nhanh ở nơi trẻ sinh hoạt chung. Chưa có vắc xin nên vệ sinh vẫn "
        "là cách phòng tốt nhất.",
        points(
            "Nhớ ba sạch:",
            "ăn sạch, uống sạch;",
            "ở sạch: lau nhà, bàn ghế, tay nắm cửa;",
            "bàn tay sạch, đồ chơi sạch.",
        ),
        "Trẻ giật mình, run tay chân, sốt cao khó hạ, thở nhanh phải được đưa đến bệnh viện ngay.",
        window=("03-13", "10-13"),
    ),
    lesson(
        "health",
        ("Bệnh dại: một mũi vắc xin cứu một mạng người", "Làm gì khi bị chó, mèo cắn?"),
        "Bệnh dại khi đã phát bệnh thì tử vong. Tiêm phòng cho chó mèo và tiêm ngay sau khi bị cắn là hai cách "
        "duy nhất để bảo vệ tính mạng.",
        points(
            "Khi bị chó, mèo cắn:",
            "rửa vết thương dưới vòi nước với xà phòng ít nhất 15 phút;",
            "sát khuẩn bằng cồn hoặc dung dịch i-ốt;",
            "đến ngay cơ sở tiêm chủng để được chỉ định tiêm.",
        ),
        "Không nặn máu, không đắp lá, không chữa bằng thuốc nam, không đợi xem con vật có chết hay không.",
        window=("03-06", "09-29"),
    ),
    lesson(
        "health",
        ("Bệnh đậu mùa khỉ: những điều cần biết để phòng tránh", "Không kỳ thị người mắc bệnh đậu mùa khỉ"),
        "Trước thông tin có ca bệnh đậu mùa khỉ ở một số địa phương, ngành y tế khuyến cáo người dân bình tĩnh, "
        "hiểu đúng đường lây để phòng tránh.",
        points(
            "Biện pháp phòng bệnh:",
            "che miệng khi ho, hắt hơi; không khạc nhổ bừa bãi;",
            "tránh tiếp xúc da kề da với người có mụn nước, phát ban;",
            "khai báo khi trở về từ nơi có dịch và có triệu chứng.",
        ),
        "Người có triệu chứng cần cách ly, đến cơ sở y tế và không tự ý mua thuốc uống.",
        window=("09-28", "10-30"),
    ),
    lesson(
        "health",
        (
            "Phòng ngộ độc thực phẩm mùa nắng nóng",
            "Nguyên tắc chế biến thực phẩm an toàn",
            "Ăn sạch trong ngày lễ, đám tiệc: lời khuyên từ ngành y tế",
        ),
        "Thời tiết nóng khiến thức ăn mau ôi thiu, lễ tiệc đông người lại chế biến trước nhiều giờ. Chỉ một chút "
        "bất cẩn cũng có thể làm nhiều người ngộ độc.",
        points(
            "Trong nhà bếp, hãy nhớ:",
            "chọn thực phẩm tươi, rõ nguồn gốc;",
            "nấu chín kỹ, ăn ngay sau khi nấu;",
            "không để lẫn đồ sống với đồ chín;",
            "không dùng nấm lạ, cá nóc, so biển.",
        ),
        "Khi bị ngộ độc, cần gây nôn nếu người bệnh còn tỉnh, giữ lại mẫu thức ăn và đưa đến cơ sở y tế gần nhất.",
        window=("03-20", "09-29"),
    ),
    lesson(
        "fire",
        (
            "An toàn điện trong mùa nắng nóng",
            "Cẩm nang phòng cháy chữa cháy cho hộ gia đình",
            "Kỹ năng thoát nạn khi cháy nhà ống, nhà trọ",
        ),
        "Phần lớn vụ cháy nhà dân bắt đầu từ sự cố điện và đun nấu. Những thói quen sau giúp gia đình an toàn hơn.",
        points(
            "Mỗi tối trước khi ngủ:",
            "khóa van bình gas, rút phích cắm thiết bị không dùng;",
            "không sạc xe điện, điện thoại qua đêm cạnh vật dễ cháy;",
            "chìa khóa cửa để nơi ai cũng biết;",
            "luôn có lối thoát thứ hai, không khóa bên ngoài.",
        ),
        "Nếu có khói, hãy cúi thấp, men theo tường; khi lửa bén vào quần áo thì dừng lại, nằm xuống và lăn.",
        window=("02-13", "10-13"),
    ),
    lesson(
        "disaster",
        (
            "Chuẩn bị gì trước mùa mưa bão?",
            "Phòng tránh sét đánh khi làm đồng",
            "Chủ động ứng phó mưa giông, lốc xoáy, sét",
        ),
        "Đầu và cuối mùa mưa thường xảy ra giông lốc bất ngờ. Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu "
        "nạn huyện nhắc người dân chủ động.",
        points(
            "Khi trời chuyển giông:",
            "rời ruộng, kênh, ao; không trú dưới cây đơn độc;",
            "tránh xa cột điện, vật kim loại;",
            "chằng chống nhà cửa, chặt tỉa cây cao gần nhà;",
            "cất giữ giấy tờ quan trọng trong túi chống nước.",
        ),
        "Nghe dự báo hằng ngày và báo ngay cho {cq} khi có thiệt hại.",
        window=("04-17", "10-13"),
    ),
    lesson(
        "livestock",
        ("Dịch tả heo châu Phi: người nuôi cần làm gì?", "Chăn nuôi heo an toàn sinh học trong nông hộ"),
        "Dịch tả heo châu Phi không lây sang người nhưng gây thiệt hại nặng cho người nuôi. Biện pháp tốt nhất "
        "là an toàn sinh học ngay từ chuồng trại.",
        points(
            "Người nuôi cần:",
            "rào kín khu nuôi, có hố sát trùng trước cửa;",
            "không dùng thức ăn thừa chưa nấu chín;",
            "mua heo giống có nguồn gốc, nuôi cách ly trước khi nhập đàn;",
            "báo ngay khi heo sốt cao, bỏ ăn, tím tai, chết bất thường.",
        ),
        "Hộ có heo phải tiêu hủy được xem xét hỗ trợ theo quy định nếu đã kê khai chăn nuôi và không giấu dịch.",
        window=("06-05", "10-20"),
    ),
    lesson(
        "farming",
        ("Hướng dẫn phòng, chống xâm nhập mặn cho cây trồng", "Giữ nước, tủ gốc: cách giúp vườn cây qua mùa mặn"),
        "Mùa khô, nước mặn theo triều vào sâu nội đồng. Chủ động đo mặn, trữ nước và tủ gốc sẽ giảm được thiệt "
        "hại cho ruộng vườn.",
        points(
            "Bà con nên:",
            "lấy nước khi độ mặn thấp, đóng cống khi triều lên;",
            "bón thêm phân hữu cơ, kali để cây cứng cáp;",
            "tủ gốc bằng rơm, cỏ khô, tưới vào chiều mát.",
        ),
        "Thông tin độ mặn được phát hằng ngày trên đài truyền thanh và nhóm Zalo của cán bộ nông nghiệp.",
        window=("02-01", "04-28"),
    ),
    lesson(
        "sea",
        ("Chống khai thác IUU: trách nhiệm của chủ tàu, thuyền trưởng", "Vì sao phải gỡ thẻ vàng thủy sản?"),
        "Gỡ thẻ vàng là để thủy sản Việt Nam có chỗ đứng lâu bền. Mỗi chủ tàu tuân thủ là góp một phần vào việc chung.",
        points(
            "Thuyền trưởng cần nhớ:",
            "không đánh bắt ở vùng biển nước ngoài;",
            "bật thiết bị giám sát suốt chuyến đi;",
            "ghi, nộp nhật ký khai thác đầy đủ, trung thực;",
            "không tháo, gửi thiết bị sang tàu khác.",
        ),
        "Vi phạm có thể bị phạt rất nặng, bị tước giấy phép và không được hưởng chính sách hỗ trợ.",
        window=("02-13", "10-13"),
    ),
    lesson(
        "children",
        (
            "Hè về, giữ trẻ an toàn trước nguy cơ đuối nước",
            "Bảo vệ trẻ em trên môi trường mạng",
            "Giữ trẻ an toàn: những việc cha mẹ nên làm mỗi ngày",
        ),
        "Sự an toàn của trẻ là mối quan tâm của mọi gia đình. Vài lời nhắc nhỏ sau có thể tránh được những "
        "chuyện đau lòng.",
        points(
            "Cha mẹ cần:",
            "biết con đang ở đâu, chơi với ai;",
            "dạy con bơi và gọi người lớn khi thấy bạn gặp nạn;",
            "cùng con đặt giờ dùng điện thoại, kiểm tra người nhắn tin lạ;",
            "tham gia bảo hiểm y tế đầy đủ cho con.",
        ),
        "Tổng đài quốc gia bảo vệ trẻ em 111 hoạt động suốt ngày đêm, không mất cước.",
        window=("05-22", "09-29"),
    ),
    lesson(
        "countryside",
        (
            "Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”",
            "Người dân giữ vai trò chủ thể trong xây dựng nông thôn mới",
        ),
        "Muốn quê hương đẹp lên, mỗi hộ bắt đầu từ sân nhà mình. Cuộc vận động kêu gọi người dân cùng làm những "
        "việc nhỏ, liên tục.",
        points(
            "Mỗi gia đình có thể:",
            "giữ hàng rào xanh, trồng hoa trước cửa;",
            "phân loại rác, bỏ đúng nơi, đúng giờ;",
            "tham gia bảo hiểm y tế, cho con đi học đều;",
            "góp ý thẳng thắn trong buổi họp ấp, khóm.",
        ),
        "Việc khen thưởng gắn với kết quả thật, tránh phô trương.",
        window=("02-20", "10-13"),
    ),
    lesson(
        "heritage",
        (
            "Thực hiện nếp sống văn minh trong việc cưới, việc tang, lễ hội",
            "Lễ hội vui, văn minh, tiết kiệm: mỗi người một ý thức",
            "Tự do tín ngưỡng, tôn giáo theo quy định của pháp luật",
        ),
        "Nhà nước tôn trọng quyền tự do tín ngưỡng, tôn giáo, giữ gìn bản sắc văn hóa các dân tộc và khuyến "
        "khích nếp sống văn minh, tiết kiệm.",
        points(
            "Trong lễ hội, cưới hỏi, tang lễ:",
            "tổ chức gọn nhẹ, không ăn uống dài ngày;",
            "không lợi dụng để trục lợi, mê tín, cờ bạc;",
            "giữ vệ sinh, an toàn thực phẩm, phòng cháy;",
            "hạn chế mở nhạc lớn sau mười giờ đêm.",
        ),
        "Mọi người cùng nhau giữ gìn tình làng nghĩa xóm là giữ gìn văn hóa.",
        window=("03-06", "10-13"),
    ),
    lesson(
        "digital",
        (
            "Cài đặt, kích hoạt VNeID: hướng dẫn từng bước",
            "Dùng VNeID thay giấy tờ khi đi khám bệnh, giao dịch",
            "Những lưu ý khi dùng tài khoản định danh điện tử",
        ),
        "Ứng dụng VNeID giúp người dân mang theo nhiều giấy tờ chỉ trong một chiếc điện thoại. Cách kích hoạt "
        "không khó nếu làm lần lượt từng bước.",
        points(
            "Các bước chính:",
            "nhận tin nhắn báo được cấp tài khoản định danh;",
            "tải VNeID từ kho ứng dụng chính thức;",
            "nhập số định danh, số điện thoại, quét gương mặt;",
            "đặt mật khẩu, mã bảo vệ và không nói cho ai biết.",
        ),
        "Khi đổi điện thoại hoặc quên mật khẩu, người dân liên hệ công an xã, thị trấn hoặc tổng đài 1900 0368.",
        window=("03-01", "10-20"),
    ),
    lesson(
        "jobs",
        (
            "Bảo hiểm xã hội tự nguyện: của để dành khi về già",
            "Tham gia bảo hiểm xã hội tự nguyện được Nhà nước hỗ trợ thế nào?",
        ),
        "Các chính sách an sinh giúp người dân giảm gánh nặng khi ốm đau, mất việc hoặc về già. Hiểu đúng để "
        "tham gia là cách tự lo cho mình.",
        points(
            "Người dân cần biết:",
            "mức đóng linh hoạt theo thu nhập tự chọn;",
            "được Nhà nước hỗ trợ một phần tiền đóng;",
            "được hưởng lương hưu khi đủ điều kiện.",
        ),
        "Cần tư vấn, xin gặp cán bộ Bảo hiểm xã hội huyện hoặc điểm thu tại xã, thị trấn.",
        window=("03-13", "10-13"),
    ),
)
