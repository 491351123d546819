"""Markets, crafts, roads, bridges, rivers and rubbish."""

from tenants.demo.corpus.places import communes
from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "market",
        (
            "Sản phẩm {sp} của {unit} hướng tới chuẩn OCOP",
            Told(
                "{Unit} đưa {sp} dự thi đánh giá, phân hạng OCOP",
                "{Buoi}, {unit} đưa {sp} tham gia đợt đánh giá, phân hạng sản phẩm OCOP của huyện sau khi hoàn "
                "thiện hồ sơ, nhãn hàng.",
            ),
            Told(
                "{Unit} giữ nghề làm {sp}",
                "Nghề làm {sp} ở {unit} có lúc tưởng mai một. Vài năm nay, nhờ làm sạch hơn, đẹp hơn và bán qua "
                "mạng, nghề đang sống lại.",
            ),
            "Câu chuyện {sp} ở {place}",
        ),
        "Từ món ăn, sản vật quen thuộc của làng quê, {sp} ở {unit} đang được chăm chút bao bì, nhãn mác để tìm "
        "chỗ đứng ở những thị trường xa hơn.",
        (
            "Chủ cơ sở đầu tư máy sấy, hút chân không, nhờ vậy hàng giữ được lâu mà vẫn giữ hương vị quê.",
            "Mỗi sản phẩm muốn được chấm sao phải có câu chuyện, quy trình và nguồn nguyên liệu rõ ràng.",
        ),
        ("01-05", "10-20"),
        6,
        {
            "sp": ("khô cá lóc", "mắm cá lóc", "đậu phộng rang", "chiếu lác", "mật hoa dừa", "bánh tráng"),
        },
        local=True,
    ),
    Story(
        "market",
        (
            "Hàng Việt về nông thôn tại {unit}",
            "Phiên chợ hàng Việt thu hút đông người dân {unit}",
            Told(
                "Quản lý thị trường kiểm tra phân bón, xăng dầu ở {unit}",
                "Lực lượng quản lý thị trường vừa kiểm tra một số cửa hàng phân bón, điểm bán xăng dầu ở {unit}, "
                "tập trung vào chất lượng, giá bán và nguồn gốc hàng hóa.",
            ),
        ),
        "{Buoi}, chương trình đưa hàng Việt về nông thôn được tổ chức tại {unit}, giới thiệu nhiều mặt hàng tiêu "
        "dùng thiết yếu với giá hợp lý, kèm tuyên "
        "truyền chống hàng giả.",
        (
            "Người dân được xem cách phân biệt hàng thật, hàng giả, đọc tem nhãn, hạn dùng và quét mã truy xuất.",
            "Nhiều hộ sản xuất nhỏ mang hàng của mình đến bán thử, gặp được người mua ở xa.",
        ),
        ("03-06", "10-20"),
        4,
    ),
    Story(
        "market",
        (
            "Nghề đan đát, dệt chiếu ở {unit} tất bật vào mùa",
            Told(
                "Người giữ khung dệt ở {place}",
                "Giữa trưa, tiếng thoi đưa vẫn lách cách trong căn nhà nhỏ ở {place}. Người thợ dệt chiếu đã qua "
                "bao mùa lác vẫn kiên trì giữ nghề.",
            ),
            Told(
                "Hợp tác xã ở {unit} tìm đầu ra cho nông sản",
                "Vào vụ thu hoạch, hợp tác xã ở {unit} chạy đi chạy lại giữa ruộng và chợ đầu mối để tìm nơi mua "
                "ổn định cho hội viên.",
            ),
            Told(
                "Hợp tác xã {ten} ký hợp đồng bao tiêu với doanh nghiệp",
                "{Buoi}, một hợp tác xã ở {unit} ký hợp đồng bao tiêu với doanh nghiệp, thống nhất giá sàn, quy "
                "cách và lịch giao hàng.",
            ),
        ),
        "Nghề cũ, cách làm mới: nhiều hộ và hợp tác xã ở {unit} đang thay đổi mẫu mã, cách bán để nghề truyền "
        "thống còn nuôi được người làm nghề.",
        (
            "Bên cạnh chiếu, rổ, thúng quen thuộc, người thợ làm thêm giỏ xách, đèn trang trí theo đơn đặt hàng.",
            "Hợp tác xã đứng ra ký hợp đồng, chia việc cho từng hộ và kiểm hàng trước khi giao.",
        ),
        ("01-05", "10-25"),
        4,
        units=("29489", "29488", "29491", "29464", "29506"),
        local=True,
    ),
    Story(
        "works",
        (
            "Khánh thành cầu nông thôn ở {place}",
            "Thông xe tuyến đường bê tông {ap}, {unit}",
            "Khởi công nâng cấp đường liên ấp ở {unit}",
            "Người dân {place} phấn khởi vì có đường mới",
        ),
        "{Buoi}, {unit} tổ chức đưa vào sử dụng và triển khai công trình giao thông tại {ap}, đáp ứng mong đợi "
        "nhiều năm của người dân.",
        (
            "Mặt đường đủ rộng để hai xe máy chở nông sản tránh nhau; hai bên có lề, cống thoát nước và cọc tiêu.",
            "Nhiều hộ tự nguyện hiến đất, chặt cây, dời hàng rào; ban giám sát cộng đồng theo dõi từng xe vật liệu.",
        ),
        ("01-05", "10-27"),
        8,
        units=communes(),
        local=True,
    ),
    Story(
        "utilities",
        (
            Told(
                "Nước sạch về {place}",
                "Người dân {place} phấn khởi khi đường ống nước sạch kéo đến tận nhà, không còn cảnh hứng mưa, "
                "mua nước từng can trong mùa khô.",
            ),
            "Trạm cấp nước {ten} nâng công suất phục vụ người dân",
            Told(
                "Kéo điện an toàn cho hộ dân cuối tuyến ở {unit}",
                "Những hộ ở cuối tuyến thuộc {unit} đã có công tơ riêng, dây dẫn mới, không còn câu đuôi qua "
                "nhiều nhà vừa tốn kém vừa nguy hiểm.",
            ),
            Told(
                "{Unit} lắp thêm đèn chiếu sáng công cộng",
                "{Unit} vừa lắp thêm đèn chiếu sáng trên các đoạn đường tối, giúp người dân đi lại an toàn, học "
                "sinh học thêm về khuya đỡ lo.",
            ),
        ),
        "Với sự phối hợp của ngành điện, ngành nước và người dân, hạ tầng sinh hoạt ở {unit} được cải thiện rõ "
        "rệt trong năm nay.",
        (
            "Đường ống, đường dây được kéo đến xóm cuối; hộ nghèo được hỗ trợ một phần chi phí lắp đặt.",
            "Người dân được nhắc dùng nước tiết kiệm, không câu móc điện để bẫy chuột hay bắt cá.",
        ),
        ("01-05", "10-20"),
        4,
        local=True,
    ),
    Story(
        "disaster",
        (
            "Khắc phục sạt lở bờ kênh ở {place}",
            "Đoạn đê bao ở {unit} được gia cố trước triều cường",
            "{Unit} chủ động ứng phó triều cường",
            Told(
                "Cảnh báo sạt lở ven sông, {unit} di dời vật dụng của hộ nguy hiểm",
                "Vết nứt xuất hiện sát bờ sông, {unit} cắm biển cảnh báo, giúp các hộ trong vùng nguy hiểm dời "
                "tài sản và bố trí chỗ ở tạm.",
            ),
        ),
        "Trước diễn biến sạt lở và triều cường, {unit} huy động lực lượng cùng người dân gia cố bờ bao, cắm biển "
        "cảnh báo và theo dõi từng con nước.",
        (
            "Bao tải đất, cừ dừa, lưới được tập kết sẵn; các hộ ven sông được hướng dẫn kê cao tài sản.",
            "Đoạn sạt lở sâu được đo đạc, đề nghị cấp trên hỗ trợ xử lý lâu dài.",
        ),
        ("08-15", "10-31"),
        5,
        units=("29462", "29494", "29491", "29489", "29476", "29473", "29482"),
        local=True,
    ),
    Story(
        "environment",
        (
            "Ngày Chủ nhật xanh ở {unit}: mỗi người một việc",
            "{Unit} ra quân dọn vệ sinh môi trường hưởng ứng {ngay_mt}",
            "{Unit} hưởng ứng {ngay_mt}",
            "Trồng hoa, dọn rác, tuyến lộ {place} đẹp hẳn lên",
        ),
        "{Buoi}, đoàn viên, hội viên và người dân {unit} ra quân dọn vệ sinh, thu gom rác thải, trồng hoa ven lộ "
        "hưởng ứng {ngay_mt}.",
        (
            "Rác nhựa được gom riêng để bán, số tiền nhỏ đưa vào quỹ giúp học sinh mồ côi.",
            "Mỗi đoạn được giao cho một tổ tự quản, có bảng tên để người dân cùng nhắc nhau.",
        ),
        uses=5,
        episodes=(
            (("03-17", "03-24"), {"ngay_mt": "Ngày Nước thế giới 22/3"}),
            (("04-10", "04-28"), {"ngay_mt": "phong trào Chống rác thải nhựa"}),
            (("05-31", "06-07"), {"ngay_mt": "Ngày Môi trường thế giới 05/6"}),
            (("09-13", "09-25"), {"ngay_mt": "chiến dịch Làm cho thế giới sạch hơn"}),
        ),
    ),
    Story(
        "environment",
        (
            Told(
                "Thu gom vỏ thuốc bảo vệ thực vật ở {place}",
                "{Buoi}, nông dân và đoàn viên ở {place} ra đồng gom vỏ chai, bao gói thuốc bảo vệ thực vật, bỏ "
                "vào bể chứa rồi chuyển đi xử lý.",
            ),
            "{Unit} vận động phân loại rác tại nguồn",
            Told(
                "Lò đốt rác mini ở {unit} giúp giảm rác ven kênh",
                "Những lò đốt rác mini xây bằng gạch ở {unit} đang giúp các xóm xa tuyến thu gom giảm lượng rác "
                "vứt xuống kênh, rạch.",
            ),
            Told(
                "Bãi rác tự phát ở {place} biến thành vườn hoa",
                "Nơi từng là bãi rác tự phát ở {place} nay nở đầy hoa mười giờ, nhờ phụ nữ và thanh niên dọn "
                "sạch, đổ đất, trồng hoa trong một tuần.",
            ),
        ),
        "Từ chỗ vứt rác theo thói quen, người dân {unit} đang chuyển dần sang phân loại, ủ phân và giao rác đúng "
        "điểm. Thay đổi bắt đầu từ những khu "
        "vườn, bờ ruộng quen thuộc.",
        (
            "Các bể chứa đặt ở đầu bờ, nông dân phun thuốc xong là bỏ vỏ chai vào, định kỳ có xe đến gom.",
            "Hội phụ nữ hướng dẫn ủ phân từ rau, vỏ trái cây; sau một tháng đã có phân bón cho luống cải.",
        ),
        ("01-05", "10-25"),
        5,
        local=True,
    ),
    Story(
        "environment",
        (
            "{Unit} xây dựng khóm văn minh, không rác",
            "{Unit} chỉnh trang đô thị, hướng đến đô thị văn minh",
            Told(
                "Vỉa hè {ten} khoác áo mới",
                "Vỉa hè ở {unit} được lát lại, sửa bó vỉa, trồng thêm cây, trả lối đi thông thoáng cho người đi bộ.",
            ),
            "Người dân {ap} ({unit}) góp sức xây dựng đô thị văn minh",
        ),
        "Hướng đến mục tiêu đô thị văn minh, {unit} tập trung chỉnh trang vỉa hè, cây xanh, biển hiệu và nếp "
        "sống của cư dân.",
        (
            "Ban vận động gặp từng hộ, thống nhất giờ để rác, chỗ để xe, cách treo bảng hiệu.",
            "Những hộ tự sửa vỉa hè, trồng hoa trước nhà được khen ngay trong buổi họp khóm.",
        ),
        ("01-05", "10-25"),
        5,
        units=("29461", "29462"),
        local=True,
    ),
    Story(
        "business",
        (
            "Trà Cú đối thoại, tháo gỡ khó khăn cho doanh nghiệp",
            Told(
                "Ngành thuế huyện nhắc hộ kinh doanh về hóa đơn điện tử từ máy tính tiền",
                "Ngành thuế huyện hướng dẫn hộ kinh doanh ăn uống, bán lẻ chuyển sang hóa đơn điện tử khởi tạo "
                "từ máy tính tiền, giải đáp từng vướng mắc.",
            ),
            Told(
                "Họp mặt doanh nghiệp, hộ kinh doanh nhân Ngày Doanh nhân Việt Nam 13/10",
                "{Buoi}, huyện Trà Cú họp mặt doanh nghiệp, hợp tác xã, hộ kinh doanh nhân Ngày Doanh nhân Việt "
                "Nam 13/10, cảm ơn sự đóng góp và lắng nghe kiến nghị.",
            ),
        ),
        "Huyện Trà Cú lắng nghe khó khăn của doanh nghiệp, hợp tác xã, hộ kinh doanh và hứa tháo gỡ những vướng "
        "mắc về mặt bằng, thủ tục, vốn và lao động.",
        (
            "Phần đối thoại thẳng thắn: doanh nghiệp nói về giá thuê đất, điện và nguồn nhân lực; các ngành trả "
            "lời ngay điều trong "
            "thẩm quyền.",
            "Những việc vượt thẩm quyền được ghi nhận, đề xuất tỉnh và báo lại kết quả cho doanh nghiệp.",
        ),
        uses=3,
        episodes=(
            (("03-20", "04-21"), {}),
            (("05-15", "07-14"), {}),
            (("10-09", "10-14"), {}),
        ),
    ),
)
