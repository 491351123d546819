"""Rice, cane, coconuts, cattle, ponds and the sea."""

from tenants.demo.corpus.places import COAST, communes
from tenants.demo.corpus.stories import Story, Told

COMMUNES = communes()

STORIES = (
    Story(
        "farming",
        (
            "{Unit}: lúa Đông Xuân vào vụ thu hoạch, nông dân phấn khởi",
            "Nông dân {unit} thu hoạch lúa Đông Xuân sớm né mặn",
            "Tiếng máy gặt rộn đồng {ten}",
        ),
        "Những ngày này, trên các cánh đồng ở {unit}, máy gặt đập liên hợp hoạt động từ sáng đến chiều tối. Nông "
        "dân tranh "
        "thủ thu hoạch lúa Đông Xuân trong lúc trời nắng ráo.",
        (
            "Năm nay bà con xuống giống tập trung, chọn giống chịu mặn nên lúa trổ đều, hạt chắc; thương lái đặt "
            "cọc ngay tại "
            "ruộng.",
            "Tuy chi phí vật tư còn cao, nhưng nhờ giảm lượng giống và bón phân cân đối, phần lớn hộ trồng vẫn có lời.",
            "Thu hoạch xong, bà con cày ải phơi đất, vệ sinh đồng ruộng để cắt nguồn sâu bệnh trước vụ Hè Thu.",
        ),
        ("02-08", "03-31"),
        5,
        units=COMMUNES,
        local=True,
    ),
    Story(
        "farming",
        (
            "Khuyến cáo lịch xuống giống vụ Hè Thu 2023 tại {unit}",
            "{Unit} chuẩn bị xuống giống vụ Hè Thu tập trung, né rầy",
            "Chủ động nguồn nước cho vụ lúa Hè Thu ở {unit}",
        ),
        "Bước vào đầu mùa mưa, {unit} họp các tổ hợp tác để thống nhất lịch xuống giống vụ Hè Thu, bảo đảm tập "
        "trung từng "
        "khu vực, né rầy và chủ động nguồn nước.",
        (
            "Ngành nông nghiệp khuyến cáo chỉ gieo sạ khi độ mặn trên kênh đã xuống thấp và mưa đủ rửa mặt ruộng.",
            "Nông dân được hướng dẫn dùng giống xác nhận, sạ thưa, xử lý rơm rạ bằng chế phẩm thay vì đốt đồng.",
        ),
        ("04-20", "06-10"),
        4,
        units=COMMUNES,
        local=True,
    ),
    Story(
        "farming",
        (
            "Lúa Hè Thu ở {unit} trổ đều, nông dân lo chống chuột, rầy nâu",
            "Thăm đồng lúa Hè Thu cùng nông dân {unit}",
            "{Unit} thu hoạch lúa Hè Thu trong mưa, máy sấy chạy hết công suất",
        ),
        "Vụ Hè Thu năm nay mưa nhiều và thất thường, nông dân {unit} phải thăm đồng mỗi ngày để kịp thời phòng "
        "trừ sâu bệnh "
        "và chống đổ ngã.",
        (
            "Cán bộ kỹ thuật khuyên bà con rút nước ruộng lúc lúa vào chắc, không bón thừa đạm, theo dõi rầy nâu "
            "dưới gốc lúa.",
            "Phong trào đặt bẫy, đào hang bắt chuột được các chi hội nông dân phát động, vừa bảo vệ lúa vừa "
            "tránh dùng bẫy "
            "điện nguy hiểm.",
        ),
        ("07-05", "09-15"),
        4,
        units=COMMUNES,
    ),
    Story(
        "farming",
        (
            "Đồng mía {ten} vào vụ, nông dân mong giá giữ đến cuối mùa",
            "Mía ở {unit}: được giá, người trồng lấy lại niềm tin",
            "Nông dân {unit} giữ nghề trồng mía bằng giống mới",
        ),
        "Sau nhiều năm diện tích giảm, cây mía ở {unit} đang được nông dân quan tâm trở lại khi giá thu mua "
        "nhích lên và nhà "
        "máy đầu tư giống, phân bón đầu vụ.",
        (
            "Khó nhất hiện nay là nhân công đốn mía; nhiều tổ vần công được lập lại, mỗi tổ trên chục người.",
            "Cán bộ nông nghiệp khuyên chọn giống chịu phèn, chịu mặn, để gốc không quá ba vụ và xen thêm đậu ở "
            "hàng rộng.",
        ),
        ("01-09", "04-28"),
        3,
        units=("29476", "29473", "29467", "29464", "29482", "29479"),
        local=True,
    ),
    Story(
        "farming",
        (
            "Trồng {cay} trên đất giồng cát, nông dân {unit} có thu nhập khá",
            "{Unit} chuyển đất lúa kém hiệu quả sang trồng {cay}",
            "Mùa {cay} ở {place}",
            "Cây {cay} bén rễ trên đất giồng {ten}",
        ),
        "Thay vì để đất trống sau vụ lúa, nhiều hộ ở {place} chuyển sang trồng {cay}. Chỉ sau vài tháng, vườn "
        "rẫy đã phủ "
        "xanh và cho nguồn thu đều đặn hơn.",
        (
            "Bà con dùng màng phủ, tưới tiết kiệm, bón phân chuồng ủ hoai nên đỡ công làm cỏ và tiết kiệm nước "
            "trong mùa khô.",
            "Thương lái vào tận ruộng thu mua; tuy vậy, giá lên xuống theo từng ngày nên bà con trồng rải vụ để "
            "giảm rủi ro.",
            "Chi hội nông dân thành lập tổ trồng màu, cùng mua giống và thuê chung xe chở hàng ra chợ đầu mối.",
        ),
        ("01-30", "10-20"),
        7,
        {"cay": ("đậu phộng", "ớt chỉ thiên", "bắp nếp", "dưa hấu", "hành lá", "khoai lang", "bí đỏ")},
        units=COMMUNES,
        local=True,
    ),
    Story(
        "farming",
        (
            "Vườn dừa {ten} thêm nguồn thu từ trồng xen",
            "Nông dân {unit} trồng dừa theo hướng hữu cơ",
            "Người trồng dừa ở {unit} trông giá hồi phục",
        ),
        "Giá dừa trái chưa ổn định, nông dân {unit} tìm cách tăng thu nhập trên cùng diện tích bằng trồng xen, "
        "nuôi thêm dưới "
        "mương và chăm vườn theo hướng hữu cơ.",
        (
            "Dưới tán dừa, bà con trồng ca cao, chuối, rau; dưới mương thả cá, tôm càng xanh để tận dụng nguồn nước.",
            "Tổ hợp tác ký biên bản ghi nhớ với cơ sở thu mua, thống nhất quy trình không dùng thuốc cỏ trong vườn.",
        ),
        ("01-05", "10-25"),
        4,
        units=COMMUNES,
        local=True,
    ),
    Story(
        "farming",
        (
            "Trà Cú chủ động ứng phó hạn, mặn mùa khô 2022 - 2023",
            "Độ mặn trên sông Hậu tăng, nhiều cống đóng để giữ ngọt",
            "Nông dân Trà Cú trữ nước ngọt cho cây trồng cuối mùa khô",
            "Nước mặn lấn sâu, ngành nông nghiệp khuyến cáo không lấy nước tùy tiện",
        ),
        "Theo ngành nông nghiệp huyện, nước mặn theo thủy triều đã vào sâu một số kênh trục. Các cống đầu mối "
        "được vận hành "
        "linh hoạt để ngăn mặn, trữ ngọt phục vụ sản xuất.",
        (
            "Cán bộ thủy nông đo độ mặn mỗi ngày, thông báo giờ đóng, mở cống trên đài truyền thanh để người dân "
            "chủ động.",
            "Nhiều hộ đắp đập tạm, đào ao lót bạt và nạo vét mương vườn để giữ nước; diện tích ở cuối nguồn được "
            "khuyến cáo "
            "chuyển sang cây trồng ngắn ngày.",
        ),
        ("02-06", "04-28"),
        4,
    ),
    Story(
        "farming",
        (
            "Hội thảo đầu bờ mô hình {mh} tại {unit}",
            "Tập huấn {mh} cho nông dân {unit}",
            "Trình diễn {mh} ở {place}",
        ),
        "{Buoi}, Trạm Khuyến nông huyện phối hợp với UBND {unit} tổ chức giới thiệu mô hình {mh}, có đông nông "
        "dân trong và "
        "ngoài địa phương tham dự.",
        (
            "Nông dân tham quan thực tế tại ruộng, so sánh với ruộng đối chứng rồi cùng cán bộ kỹ thuật tính "
            "toán chi phí, lợi "
            "nhuận.",
            "Nhiều câu hỏi xoay quanh giá giống, cách xử lý khi gặp mưa dầm và nơi bao tiêu sản phẩm.",
        ),
        ("01-05", "10-20"),
        6,
        {
            "mh": (
                "“1 phải 5 giảm”",
                "tưới nước tiết kiệm trên cây màu",
                "phun thuốc bằng thiết bị bay không người lái",
                "sản xuất lúa theo hướng hữu cơ",
                "xử lý rơm rạ bằng chế phẩm vi sinh",
                "quản lý dịch hại tổng hợp trên cây ớt",
            )
        },
        units=COMMUNES,
    ),
    Story(
        "farming",
        (
            "{Unit} ra quân làm thủy lợi nội đồng mùa khô",
            "Nạo vét kênh nội đồng, nông dân {unit} yên tâm xuống giống",
            "Thông dòng chảy các tuyến kênh ở {place}",
        ),
        "{Buoi}, {unit} ra quân làm thủy lợi nội đồng, huy động đoàn viên, hội viên và người dân cùng vớt lục "
        "bình, phát cỏ, "
        "khơi thông dòng chảy.",
        (
            "Những đoạn bồi lắng nhiều được đưa cơ giới vào nạo vét; đất đào lên dùng gia cố bờ bao, đắp lề đường.",
            "Chi hội nông dân cử tổ tự quản trông coi từng cống nhỏ, không để rác chặn dòng nước.",
        ),
        ("02-15", "05-15"),
        4,
        units=COMMUNES,
        local=True,
    ),
    Story(
        "farming",
        (
            "Cây lác {ten} và nỗi trăn trở giữ nghề",
            "Người trồng lác ở {unit} tất bật phơi lác ngày nắng",
        ),
        "Khi nắng lên, hai bên lộ ở {unit} phủ màu vàng óng của lác mới phơi. Cây lác nuôi sống nghề dệt chiếu, "
        "đan đát của "
        "vùng này đã qua nhiều đời.",
        (
            "Lác thu hoạch xong được chẻ, phơi đủ nắng mới giữ được màu và độ dai; trời mưa bất chợt là cả nhà "
            "phải chạy.",
            "Cơ sở dệt bằng máy giúp tăng sản lượng, song những đôi chiếu dệt tay hoa văn truyền thống vẫn có "
            "khách riêng.",
        ),
        ("01-05", "10-10"),
        2,
        units=("29489", "29488", "29491"),
        local=True,
    ),
    Story(
        "livestock",
        (
            "{Unit} hoàn thành tiêm phòng vắc xin cho đàn vật nuôi đợt {dot}",
            "Ra quân tiêm phòng gia súc, gia cầm đợt {dot} tại {unit}",
            "Thú y {unit} đến từng hộ tiêm phòng cho đàn {vn}",
        ),
        "Lực lượng thú y {unit} đang đến từng hộ để tiêm phòng cho đàn vật nuôi, kết hợp rà soát tổng đàn và "
        "hướng dẫn vệ "
        "sinh chuồng trại.",
        (
            "Mỗi tổ tiêm phòng có cán bộ thú y và trưởng ấp, trưởng khóm dẫn đường; hộ vắng nhà được hẹn lại "
            "trong tuần.",
            "Các loại vắc xin chính gồm lở mồm long móng, viêm da nổi cục trên trâu bò, cúm gia cầm và dại cho "
            "chó mèo.",
        ),
        uses=5,
        episodes=(
            (("03-13", "04-07"), {"dot": "1", "vn": "bò"}),
            (("03-20", "04-28"), {"dot": "1", "vn": "heo"}),
            (("04-03", "05-12"), {"dot": "1", "vn": "chó, mèo"}),
            (("08-14", "09-29"), {"dot": "2", "vn": "gia cầm"}),
        ),
        local=True,
    ),
    Story(
        "livestock",
        (
            "Chủ động ngăn dịch tả heo châu Phi tái phát ở {unit}",
            "Người chăn nuôi {unit} cảnh giác với dịch tả heo châu Phi",
            Told(
                "Tiêu hủy heo bệnh, khoanh vùng ổ dịch nhỏ ở {ap}, {unit}",
                "Ngành thú y phối hợp UBND {unit} tiêu hủy số heo bệnh ở {ap}, phun khử trùng và khoanh vùng "
                "ngay trong ngày, không để dịch lây lan.",
            ),
        ),
        "Trước nguy cơ dịch tả heo châu Phi tái phát, {unit} triển khai đồng bộ các biện pháp phòng dịch, nhắc "
        "người nuôi "
        "không chủ quan khi tái đàn.",
        (
            "Các hộ được cấp vôi bột, thuốc sát trùng, hướng dẫn phun xịt chuồng trại và hạn chế người lạ ra vào "
            "khu nuôi.",
            "Chốt kiểm tra lưu động nhắc nhở xe chở heo phải có giấy kiểm dịch và phun khử trùng trước khi vào "
            "địa bàn.",
        ),
        ("06-05", "10-25"),
        4,
        local=True,
    ),
    Story(
        "livestock",
        (
            "Nuôi bò vỗ béo, hộ Khmer ở {place} vươn lên thoát nghèo",
            Told(
                "Đàn bò lai ở {unit} tăng nhờ trồng cỏ",
                "Nhờ chuyển bờ đất xấu sang trồng cỏ và gieo tinh bò lai, đàn bò ở {unit} tăng cả số con lẫn "
                "trọng lượng.",
            ),
            Told(
                "Dự án sinh kế trao bò giống cho hộ nghèo {unit}",
                "{Buoi}, {unit} trao bò giống cho các hộ nghèo, hộ cận nghèo theo dự án đa dạng hóa sinh kế, có "
                "cam kết chăm sóc và hỗ trợ kỹ thuật.",
            ),
            Told(
                "Nuôi dê nhốt chuồng, hướng đi mới của nông dân {unit}",
                "Ít tốn đất, tận dụng lá cây quanh nhà, mô hình nuôi dê nhốt chuồng đang được một số hộ ở {unit} "
                "chọn để tăng thu nhập.",
            ),
        ),
        "Từ một vài con giống ban đầu, nhiều hộ ở {unit} đã gây được đàn, có phân bón ruộng, có tiền lo con đi "
        "học và từng "
        "bước thoát nghèo.",
        (
            "Bí quyết là trồng cỏ quanh nhà, ủ rơm, tiêm ngừa đúng lịch và bán khi bò đủ cân, không bán non lúc "
            "kẹt tiền.",
            "Ngân hàng Chính sách xã hội cho vay qua tổ tiết kiệm; cán bộ thú y theo dõi sức khỏe đàn bò suốt "
            "quá trình nuôi.",
        ),
        ("01-05", "10-27"),
        4,
        units=COMMUNES,
        local=True,
    ),
    Story(
        "fishery",
        (
            "Nghề nuôi cá lóc ở {unit}: lời ít, lo nhiều, vẫn bám ao",
            "Giá cá lóc nhích lên, người nuôi {unit} tính chuyện thả lại",
            "Làng cá lóc {ten} liên kết để bớt bấp bênh",
        ),
        "Cá lóc là đối tượng nuôi quen thuộc của nông dân {unit}. Khi giá cá biến động, bà con tìm cách giảm chi "
        "phí và bắt tay "
        "nhau để có đầu ra tốt hơn.",
        (
            "Thay vì bán hết cho thương lái, một số hộ làm khô, làm mắm, đóng gói nhỏ bán qua mạng.",
            "Tổ hợp tác chia lịch thả giống lệch nhau để không thu hoạch dồn cùng lúc, tránh bị ép giá.",
        ),
        ("01-05", "10-20"),
        4,
        units=("29491", "29494", "29476", "29473", "29482", "29488"),
        local=True,
    ),
    Story(
        "fishery",
        (
            Told(
                "Nuôi tôm thẻ ao lót bạt ở {place}: vốn lớn phải tính kỹ",
                "Ao lót bạt giúp kiểm soát nước và thức ăn tốt hơn, nhưng chi phí không nhỏ. Người nuôi ở "
                "{place} chia sẻ cách tính trước khi xuống vốn.",
            ),
            "Người nuôi tôm {unit} thả giống vụ mới, theo dõi chặt môi trường nước",
            Told(
                "Tôm càng xanh trong ruộng lúa: thêm một vụ ăn chắc cho nông dân {unit}",
                "Thả tôm càng xanh vào ruộng sau khi lúa bén rễ, nhiều hộ ở {unit} có thêm nguồn thu mà giảm hẳn "
                "lượng thuốc trên đồng.",
            ),
        ),
        "Bước vào vụ nuôi mới, nông dân {unit} cải tạo ao, xử lý nước và chọn giống kỹ hơn mọi năm. Bài học từ "
        "những vụ thất "
        "bát là không nóng vội chạy theo giá.",
        (
            "Độ mặn, độ kiềm và lượng oxy được đo mỗi ngày; ao nào có tôm bệnh phải báo ngay, không xả nước ra "
            "kênh chung.",
            "Nhờ giảm mật độ thả và cho ăn có kiểm soát, tôm đạt cỡ lớn, bán được giá hơn dù sản lượng không cao.",
        ),
        ("01-05", "10-10"),
        4,
        units=("29494", "29491", "29489", "29488", "29482", "29503"),
        local=True,
    ),
    Story(
        "sea",
        (
            "Ngư dân {unit} vươn khơi sau Tết",
            "Bến cá {ten} tấp nập tàu về",
            Told(
                "Tàu cá {unit} cam kết không khai thác trái phép ở vùng biển nước ngoài",
                "{Buoi}, các chủ tàu, thuyền trưởng {unit} ký cam kết không khai thác trái phép ở vùng biển nước "
                "ngoài và bật thiết bị giám sát suốt chuyến đi.",
            ),
            Told(
                "Đồn Biên phòng tuyên truyền chống khai thác IUU cho ngư dân {unit}",
                "{Buoi}, cán bộ Đồn Biên phòng xuống bến cá {ten} tuyên truyền quy định chống khai thác IUU, "
                "phát tờ rơi và giải đáp thắc mắc của ngư dân.",
            ),
        ),
        "Từ mờ sáng, bến cá {ten} đã rộn tiếng máy tàu và tiếng gọi nhau cân cá. Ngoài chuyện giá dầu, giá cá, "
        "ngư dân còn được "
        "nhắc thực hiện nghiêm quy định chống khai thác IUU.",
        (
            "Trước mỗi chuyến đi, thuyền trưởng kiểm tra phao cứu sinh, thiết bị giám sát hành trình và ghi nhật "
            "ký khai thác.",
            "Bộ đội Biên phòng phát tờ rơi, cờ Tổ quốc và cho chủ tàu ký cam kết không đánh bắt trái phép ở vùng "
            "biển nước "
            "ngoài.",
        ),
        ("02-01", "10-28"),
        5,
        units=("29462", "29494"),
        local=True,
    ),
    Story(
        "sea",
        (
            "Trà Cú thả giống thủy sản nhân Ngày truyền thống ngành Thủy sản 01/4",
            "Thả cá giống tái tạo nguồn lợi thủy sản trên sông Hậu",
            Told(
                "Nghêu giống xuất hiện ven cồn, địa phương tăng cường bảo vệ",
                "Nghêu giống xuất hiện ven cồn bãi, địa phương cắm mốc, cử lực lượng trông coi và vận động người "
                "dân không khai thác tận diệt.",
            ),
        ),
        "Huyện phối hợp với các đơn vị tổ chức các hoạt động tái tạo và bảo vệ nguồn lợi thủy sản, vận động "
        "người dân không dùng "
        "xung điện, chất độc để khai thác.",
        (
            "Các loài được thả là cá tra, cá he, cá rô và tôm càng xanh, phù hợp với vùng nước địa phương.",
            "Lực lượng công an, dân quân phối hợp tuần tra, tịch thu ngư cụ bị cấm và nhắc nhở người vi phạm.",
        ),
        uses=3,
        episodes=(
            (("03-28", "04-03"), {}),
            (("04-10", "05-05"), {}),
            (("05-08", "06-09"), {}),
        ),
    ),
    Story(
        "fishery",
        (
            "Chủ động phòng bệnh cho thủy sản nuôi khi giao mùa ở {unit}",
            "Mưa nhiều, người nuôi thủy sản {unit} tăng cường quản lý ao",
        ),
        "Mưa lớn làm nước ao phân tầng, nhiệt độ thay đổi đột ngột. Ngành thủy sản hướng dẫn nông dân {unit} "
        "cách ổn định môi "
        "trường, tăng sức đề kháng cho tôm, cá.",
        (
            "Sau mỗi trận mưa, cần xả bớt nước mặt, bón vôi quanh bờ, chạy quạt nước và giảm lượng thức ăn.",
            "Không tùy tiện dùng kháng sinh; khi có dấu hiệu bệnh phải lấy mẫu xét nghiệm trước khi điều trị.",
        ),
        ("06-15", "09-30"),
        3,
        units=(*COAST, "29488", "29482"),
        local=True,
    ),
)
