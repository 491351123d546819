"""What the land and the water give and threaten."""

from .pool import Pool

FARMING = Pool(
    pictures=("rice-field", "sugar-cane", "coconut", "canal-boat"),
    headings=("Chọn giống, canh nước, giảm chi phí", "Cùng nhà nông vượt khó"),
    context=(
        "Giá phân bón còn cao nên nhiều hộ ở {noi} chuyển sang bón lót bằng phân hữu cơ, giảm lượng giống gieo và phun "
        "thuốc theo nguyên tắc bốn đúng.",
        "Ngành nông nghiệp huyện bố trí cán bộ phụ trách từng địa bàn, hằng tuần thăm đồng, dự báo sâu bệnh và "
        "thông báo "
        "trên đài truyền thanh bằng tiếng Việt, tiếng Khmer.",
        "Thời tiết năm nay diễn biến thất thường, đầu vụ có mưa trái mùa, giữa vụ nắng nóng kéo dài, vì vậy việc "
        "theo dõi "
        "độ mặn và lịch vận hành cống được thông tin thường xuyên đến từng tổ hợp tác.",
        "Đất giồng cát xen đất ruộng là đặc điểm của vùng này; nơi gò cao bà con trồng màu, chỗ trũng thì trồng "
        "lúa, lác, "
        "ven kênh nuôi thêm cá, tôm.",
        "Những mô hình có liên kết tiêu thụ thường bền hơn, bởi người trồng biết trước giá sàn và yêu cầu chất "
        "lượng ngay "
        "từ đầu vụ.",
    ),
    closing=(
        "Trạm Khuyến nông khuyến cáo bà con ghi chép chi phí theo từng vụ để biết chính xác mình lời, lỗ ở khâu nào.",
        "Thời gian tới, ngành chuyên môn tiếp tục theo dõi đồng ruộng và hỗ trợ kỹ thuật cho những hộ đăng ký "
        "tham gia.",
        "Nông dân cần thêm thông tin có thể liên hệ cán bộ nông nghiệp tại {cq}.",
        "Địa phương sẽ nhân rộng cách làm này ở những nơi có điều kiện tương tự.",
        "Nông dân mong thời tiết thuận lợi, giá cả giữ được như hiện nay đến hết vụ.",
    ),
    quotes=(
        ("Làm theo hướng dẫn, tôi bớt được hai lần phun thuốc mà lúa vẫn sáng bông.", "{dan}"),
        ("Muốn nông dân làm thì phải có ruộng trình diễn để họ đến xem tận mắt.", "Đại diện Trạm Khuyến nông huyện"),
        ("Có hợp đồng thu mua, tổ hợp tác mới dám đầu tư thêm máy móc.", "{dan}"),
    ),
    notes=(
        (
            "Khuyến cáo kỹ thuật",
            "Kiểm tra độ mặn trước khi lấy nước; không bón phân khi sắp mưa lớn; thu gom vỏ bao, chai thuốc sau khi sử "
            "dụng.",
        ),
        ("Bốn đúng khi dùng thuốc", "Đúng thuốc, đúng lúc, đúng liều lượng và nồng độ, đúng cách."),
    ),
)

LIVESTOCK = Pool(
    pictures=("cattle", "vaccination", "country-road"),
    headings=("Phòng bệnh hơn chữa bệnh", "Chăn nuôi an toàn sinh học"),
    context=(
        "Phần lớn đàn heo, bò ở {noi} được nuôi trong nông hộ, chuồng trại gần nhà nên nguy cơ lây bệnh cao nếu "
        "lơ là khâu "
        "vệ sinh.",
        "Thú y cơ sở lập danh sách từng hộ nuôi, ghi lại ngày tiêm phòng và số con để không bỏ sót khi tiêm bổ sung.",
        "Nhiều hộ đã biết trồng cỏ, ủ rơm làm thức ăn dự trữ, đỡ lo thiếu cỏ trong mùa khô.",
        "Việc buôn bán, giết mổ động vật không rõ nguồn gốc được kiểm tra thường xuyên tại các chợ và điểm giết mổ.",
    ),
    closing=(
        "Người nuôi khi thấy vật nuôi bỏ ăn, sốt hoặc chết bất thường cần báo ngay cho thú y cơ sở, không tự "
        "chữa rồi bán "
        "chạy.",
        "Ngành chức năng tiếp tục phun tiêu độc khử trùng ở những nơi có nguy cơ cao.",
        "Hộ chăn nuôi nên kê khai ban đầu với {cq} để được xem xét hỗ trợ nếu xảy ra dịch bệnh.",
    ),
    quotes=(
        ("Tiêm ngừa đủ mũi, rắc vôi mỗi tuần, mấy năm nay chuồng nhà tôi chưa bị dịch.", "{dan}"),
        ("Phát hiện sớm một ổ dịch nhỏ sẽ cứu được cả vùng nuôi.", "Đại diện Trạm Chăn nuôi và Thú y huyện"),
    ),
    notes=(
        (
            "Năm không trong phòng dịch",
            "Không giấu dịch; không mua bán vật nuôi bệnh; không giết mổ vật nuôi bệnh; không vứt xác ra môi "
            "trường; không "
            "dùng thức ăn thừa chưa nấu chín.",
        ),
        (
            "Số điện thoại cần nhớ",
            "Báo dịch bệnh trên vật nuôi cho thú y xã, thị trấn hoặc trưởng ấp, trưởng khóm gần nhất.",
        ),
    ),
)

FISHERY = Pool(
    pictures=("shrimp-pond", "fishing-port", "canal-boat"),
    headings=("Nuôi có kiểm soát, bán có địa chỉ", "Sống cùng con nước"),
    context=(
        "Vùng nuôi thủy sản của huyện trải dọc sông Hậu và các kênh trục, mỗi nơi một loại nước nên đối tượng "
        "nuôi cũng "
        "khác nhau: cá lóc, tôm thẻ chân trắng, tôm càng xanh, cua, nghêu.",
        "Giá thức ăn chiếm phần lớn giá thành; nhiều hộ giảm mật độ thả, kéo dài thời gian nuôi để bán được cá to, tôm "
        "lớn.",
        "Cán bộ thủy sản lấy mẫu nước định kỳ tại các cửa cống, kết quả được thông báo qua nhóm Zalo của tổ hợp "
        "tác và đài "
        "truyền thanh.",
        "Kinh nghiệm của người nuôi lâu năm là phơi ao thật kỹ, thả giống có kiểm dịch và không lấy nước khi ao "
        "bên cạnh "
        "đang có bệnh.",
    ),
    closing=(
        "Người nuôi cần khai báo với địa phương khi thả giống để được hướng dẫn và hỗ trợ khi gặp rủi ro.",
        "Ngành chuyên môn khuyến cáo chưa nên thả giống ồ ạt trong lúc giá đang xuống.",
        "Thời gian tới, huyện tiếp tục mời doanh nghiệp ký hợp đồng với các tổ hợp tác nuôi thủy sản.",
        "Nước ao sau thu hoạch phải qua ao lắng trước khi xả ra kênh chung.",
    ),
    quotes=(
        ("Nuôi thưa một chút, cá mau lớn, mình ngủ cũng yên giấc hơn.", "{dan}"),
        ("Mỗi ao một cuốn sổ, có bệnh là tìm ra nguyên nhân liền.", "{dan}"),
        ("Vùng nuôi nào có tổ hợp tác thì thông tin môi trường đến nhanh hơn.", "Đại diện Phòng NN&PTNT huyện"),
    ),
    notes=(
        ("Lịch thời vụ", "Thả giống theo lịch của cơ quan chuyên môn; chọn con giống có giấy kiểm dịch."),
        (
            "Chống khai thác IUU",
            "Tàu cá phải có đăng ký, giấy phép, bật thiết bị giám sát hành trình và ghi nhật ký khai thác đầy đủ.",
        ),
    ),
)

SEA = Pool(
    pictures=("fishing-port", "canal-boat", "market"),
    headings=("Bám biển, giữ nghề", "Ra khơi đúng luật"),
    context=(
        "Giá dầu, công bạn và ngư trường là ba nỗi lo thường trực; vì vậy nhiều chủ tàu đi chung tổ, chia sẻ "
        "thông tin luồng cá "
        "và giúp nhau khi gặp sự cố.",
        "Cá về bến được phân loại, ướp đá ngay; loại ngon đưa đi chợ đầu mối, phần còn lại phơi khô, làm mắm.",
        "Trước mùa mưa bão, tàu thuyền được kiểm tra máy, phao, bộ đàm; chủ tàu ghi lại số điện thoại trực của "
        "bộ đội biên phòng.",
    ),
    closing=(
        "Địa phương mong ngư dân tiếp tục chấp hành tốt quy định, giữ nghề và giữ biển.",
        "Khi có gió mạnh, tàu thuyền cần vào nơi neo đậu theo hướng dẫn, không cố ở lại ngư trường.",
        "Ban quản lý cảng cá nhắc mọi người giữ vệ sinh, không xả rác và nhớt thải xuống nước.",
    ),
    quotes=(
        ("Đi đúng luật thì cá mới bán được giá, con cháu mới còn biển để làm ăn.", "{dan}"),
        ("Chúng tôi giải thích từng quy định ngay trên boong tàu, bà con dễ hiểu hơn.", "Cán bộ Đồn Biên phòng"),
    ),
    notes=(
        (
            "Chống khai thác IUU",
            "Tàu cá phải có đăng ký, giấy phép, bật thiết bị giám sát hành trình và ghi nhật ký khai thác đầy đủ.",
        ),
    ),
)

COUNTRYSIDE = Pool(
    pictures=("country-road", "rice-field", "tree-planting", "new-house"),
    headings=("Dân biết, dân bàn, dân làm, dân thụ hưởng", "Giữ chuẩn khó hơn đạt chuẩn"),
    context=(
        "Điểm mới năm nay là các tiêu chí môi trường, thu nhập và an ninh được kiểm tra thường xuyên, không đợi "
        "đến cuối "
        "năm mới rà soát.",
        "Người dân {noi} đóng góp bằng nhiều cách: hiến đất, chặt cây, dời hàng rào, góp ngày công và trồng hoa "
        "dọc lộ.",
        "Ban quản lý nông thôn mới họp dân trước khi làm, công khai dự toán, mời ban giám sát đầu tư của cộng "
        "đồng theo "
        "dõi từng đoạn đường.",
        "Nhà văn hóa ấp, đường có đèn, rác được thu gom theo lịch là những thay đổi mà người đi xa về dễ nhận "
        "thấy nhất.",
    ),
    closing=(
        "Địa phương xác định nâng chất tiêu chí là việc làm thường xuyên, không có điểm dừng.",
        "Văn phòng Điều phối nông thôn mới huyện sẽ tiếp tục hướng dẫn hồ sơ minh chứng cho cơ sở.",
        "Những hộ tiêu biểu được đề nghị khen thưởng trong dịp tổng kết năm.",
    ),
    quotes=(
        ("Đường rộng thì xe lúa vô tận ruộng, mình hiến thước đất cũng là làm cho mình.", "{dan}"),
        ("Có dân giám sát, con đường nào làm xong cũng bền.", "Lãnh đạo {cq}"),
    ),
    notes=(
        ("Người dân tham gia", "Góp ý về tiêu chí nông thôn mới tại nhà văn hóa ấp hoặc qua trang thông tin điện tử."),
        ("Phân loại rác tại nhà", "Rác hữu cơ ủ làm phân, rác tái chế gom bán, rác còn lại giao đúng giờ, đúng điểm."),
    ),
)

ENVIRONMENT = Pool(
    pictures=("tree-planting", "canal-boat", "country-road"),
    headings=("Sạch nhà, đẹp ngõ", "Giữ dòng kênh trong"),
    context=(
        "Lượng rác nhựa ven kênh vẫn là nỗi lo, nhất là đầu mùa mưa khi nước đẩy rác dồn về cống.",
        "Mỗi hộ ký cam kết không vứt rác xuống kênh, có thùng hoặc hố rác trong sân và nộp phí thu gom đúng kỳ.",
        "Đoàn viên, hội viên, chiến sĩ và học sinh cùng tham gia, người cắt cỏ, người vớt lục bình, người trồng hoa.",
    ),
    closing=(
        "Các đoàn thể nhận chăm sóc từng đoạn tuyến để hoa và cây xanh không bị bỏ quên.",
        "Hộ nào cố tình xả rác nơi công cộng sẽ bị nhắc nhở và xử lý theo quy định.",
        "Việc làm nhỏ nhưng đều đặn đang tạo thành nếp sống của cộng đồng.",
    ),
    quotes=(("Rạch sạch, tối ngồi hóng mát cũng thấy dễ chịu.", "{dan}"),),
    notes=(
        ("Thu gom vỏ thuốc bảo vệ thực vật", "Bỏ vào bể chứa đặt ở đầu bờ ruộng, không đốt và không vứt xuống kênh."),
    ),
)

DISASTER = Pool(
    pictures=("canal-boat", "new-house", "country-road"),
    headings=("Chủ động bốn tại chỗ", "Xóm giềng tựa vào nhau"),
    context=(
        "Lực lượng tại chỗ gồm dân quân, công an, đoàn viên luôn sẵn sàng bao cát, dây, đèn, xuồng và phương "
        "tiện cứu hộ.",
        "Thông tin thời tiết, triều cường được phát trên loa truyền thanh sáng, chiều và nhắn vào nhóm Zalo từng "
        "ấp, khóm.",
        "Hộ có người già, trẻ nhỏ, nhà yếu ở ven sông được lập danh sách để hỗ trợ sơ tán khi cần.",
    ),
    closing=(
        "Địa phương đề nghị người dân theo dõi dự báo, không chủ quan với mưa lớn kèm giông, sét.",
        "Thiệt hại được thống kê, đề nghị hỗ trợ theo quy định.",
        "Công tác trực ban được duy trì suốt ngày đêm trong những ngày cao điểm.",
    ),
    quotes=(
        ("Có bà con chung tay nên nhà tôi che chắn kịp trước trận mưa sau.", "{dan}"),
        ("Phòng trước bao giờ cũng đỡ tốn hơn khắc phục.", "Đại diện Ban Chỉ huy Phòng, chống thiên tai huyện"),
    ),
    notes=(("Khi có giông sét", "Rời ruộng, sông, ao; tránh cây cao đơn độc, cột điện; rút phích cắm các thiết bị."),),
)

UTILITIES = Pool(
    pictures=("country-road", "new-house", "canal-boat"),
    headings=("Đường sáng, nước sạch", "Đổi thay ở xóm cuối"),
    context=(
        "Nguồn kinh phí gồm phần Nhà nước đầu tư, ngành chủ quản hỗ trợ và người dân góp thêm công, đất để kéo tuyến.",
        "Trước khi làm, địa phương họp dân thống nhất vị trí trụ, đường ống và cách trông coi sau này.",
        "Những xóm ở cuối tuyến, xa trục chính được ưu tiên làm trước vì lâu nay chịu thiệt thòi.",
    ),
    closing=(
        "Địa phương tiếp tục rà soát, đề nghị đầu tư cho những nơi còn thiếu.",
        "Người dân được nhắc sử dụng tiết kiệm, an toàn và báo ngay khi có sự cố.",
        "Việc bảo quản công trình được giao cho tổ tự quản của ấp, khóm.",
    ),
    quotes=(
        ("Chờ bao năm, giờ mở vòi là có nước, bật đèn là sáng.", "{dan}"),
        ("Công trình nhỏ nhưng đổi được nếp sống cả xóm.", "Lãnh đạo {cq}"),
    ),
    notes=(
        ("An toàn điện, nước", "Không câu mắc điện tùy tiện; đậy kín bồn, lu chứa; gọi ngành điện, nước khi có sự cố."),
    ),
)

WORKS = Pool(
    pictures=("country-road", "canal-boat", "commune-office"),
    headings=("Cầu đường nối nhịp làng quê", "Thi công gắn với giám sát cộng đồng"),
    context=(
        "Chủ đầu tư công khai bảng thông tin công trình tại hiện trường; người dân có thể phản ánh trực tiếp nếu "
        "thấy chất "
        "lượng chưa bảo đảm.",
        "Vướng mắc lớn nhất thường là mặt bằng và giá cát, đá; đơn vị thi công tranh thủ ngày nắng để bù tiến độ.",
        "Trước khi khởi công, {cq} họp dân để thống nhất hướng tuyến, vận động bà con tự tháo dỡ vật kiến trúc.",
    ),
    closing=(
        "Công trình hoàn thành giúp việc đi lại, vận chuyển nông sản và đưa học sinh đến trường thuận lợi hơn.",
        "Đơn vị thi công cam kết bảo đảm chất lượng, bảo hành theo hợp đồng và dọn sạch vật liệu thừa.",
        "Người dân được nhắc không cho xe quá tải chạy vào để giữ công trình bền lâu.",
    ),
    quotes=(
        ("Ngày trước qua rạch phải đi đò, nay chạy một mạch tới chợ.", "{dan}"),
        ("Chúng tôi ưu tiên tuyến có đông học sinh và nhiều nông sản.", "Đại diện Phòng Kinh tế và Hạ tầng huyện"),
    ),
    notes=(("Bảo vệ đường mới", "Không cho xe quá tải lưu thông, không phơi nông sản và trộn hồ trên mặt đường."),),
)
