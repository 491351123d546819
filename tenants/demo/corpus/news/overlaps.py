"""Stories that stand in news and in a second or third category; titles and texts fit all of them."""

from tenants.demo.corpus.places import KHMER, communes
from tenants.demo.corpus.stories import Story, Told

COUNTRYSIDE = (
    Story(
        "countryside",
        (
            Told(
                "{Unit} đón bằng công nhận xã đạt chuẩn nông thôn mới",
                "{Buoi}, {unit} tổ chức lễ đón bằng công nhận xã đạt chuẩn nông thôn mới trong niềm vui của "
                "người dân sau nhiều năm chung tay góp sức.",
            ),
            "{Unit} rà soát tiêu chí nông thôn mới nâng cao",
            "{Unit} nâng chất tiêu chí môi trường trong xây dựng nông thôn mới",
            "Diện mạo nông thôn mới ở {unit}",
        ),
        "Xác định xây dựng nông thôn mới không có điểm dừng, {unit} rà soát lại từng tiêu chí, lấy ý kiến người "
        "dân và chọn việc dễ làm trước để nâng "
        "chất các tiêu chí đã đạt.",
        (
            "Tiêu chí khó là thu nhập, môi trường và hộ tham gia bảo hiểm y tế; địa phương phân công từng ngành "
            "phụ trách.",
            "Người dân được hỏi ý kiến bằng phiếu, kết quả công khai tại nhà văn hóa ấp.",
        ),
        ("01-05", "10-25"),
        4,
        units=communes(),
    ),
    Story(
        "countryside",
        (
            "Hiến đất mở đường nông thôn mới ở {place}",
            "Dân hiến đất, góp công, đường nông thôn mới {ten} rộng thêm",
        ),
        "Khi nghe vận động mở rộng đường để hoàn thành tiêu chí giao thông nông thôn mới, nhiều hộ ở {place} vui "
        "vẻ hiến đất, dời hàng rào, chặt bỏ cây "
        "trái.",
        (
            "Có hộ nhường cả hàng dừa đang cho trái; chính quyền cảm ơn bằng cách giúp dời cổng, làm lại rào cho "
            "bà con.",
            "Đường xong, xe chở lúa vào tận ruộng, giá bán cũng nhỉnh hơn trước.",
        ),
        ("01-05", "10-10"),
        3,
        units=communes(),
    ),
    Story(
        "countryside",
        (
            "Tuyến đường hoa nông thôn mới ở {place}",
            "Ấp nông thôn mới kiểu mẫu: chuyện từ {place}",
            Told(
                "Thẩm định tiêu chí nông thôn mới tại {unit}",
                "{Buoi}, đoàn thẩm định của huyện đến {unit} xem xét hồ sơ và kiểm tra thực tế các tiêu chí nông "
                "thôn mới tại {ap}.",
            ),
        ),
        "Một buổi sáng về {place}, dễ nhận ra sự đổi thay của làng quê: đường sạch, rào xanh, nhà văn hóa có "
        "tiếng trẻ con đọc sách.",
        (
            "Mỗi hộ nhận chăm một đoạn hoa trước nhà; tổ phụ nữ tưới, tỉa và thay cây theo mùa.",
            "Cán bộ nông thôn mới ghi nhận kết quả, góp ý thêm về phân loại rác và hồ sơ minh chứng.",
        ),
        ("03-06", "10-27"),
        4,
        units=communes(),
    ),
    Story(
        "countryside",
        (
            Told(
                "Trà Cú phát động thi đua “Chung sức xây dựng nông thôn mới” năm 2023",
                "{Buoi}, huyện Trà Cú phát động phong trào thi đua “Chung sức xây dựng nông thôn mới” năm 2023 "
                "đến cán bộ, hội viên và người dân các xã.",
            ),
            "Trà Cú sơ kết Chương trình xây dựng nông thôn mới sáu tháng đầu năm",
            Told(
                "Đoàn công tác tỉnh kiểm tra tiến độ xây dựng nông thôn mới ở Trà Cú",
                "{Buoi}, đoàn công tác của tỉnh kiểm tra tiến độ xây dựng nông thôn mới tại một số xã và làm "
                "việc với lãnh đạo huyện Trà Cú.",
            ),
        ),
        "{Buoi}, Ban Chỉ đạo các chương trình mục tiêu quốc gia huyện họp đánh giá tiến độ xây dựng nông thôn "
        "mới và bàn giải pháp cho các xã đăng ký về "
        "đích năm 2023.",
        (
            "Các xã báo cáo tiêu chí đạt, chưa đạt, nguyên nhân và đề xuất; thành viên ban chỉ đạo góp ý cụ thể.",
            "Huyện yêu cầu không chạy theo thành tích, không nợ đọng xây dựng cơ bản, không huy động quá sức dân.",
        ),
        uses=3,
        episodes=(
            (("03-01", "03-31"), {}),
            (("07-03", "07-14"), {}),
            (("08-28", "10-06"), {}),
        ),
    ),
)

REFORM = (
    Story(
        "reform",
        (
            "{Unit} tổ chức “Ngày không hẹn” giải quyết thủ tục hành chính",
            Told(
                "{Unit} ra mắt mô hình “Ngày thứ Sáu không viết”",
                "Từ thứ Sáu tuần này, người dân đến bộ phận một cửa {unit} không phải tự viết tờ khai: công chức "
                "nhập thông tin từ căn cước, in ra để người dân ký.",
            ),
            "Bộ phận một cửa {unit} đổi mới cách tiếp dân",
            Told(
                "Trả kết quả thủ tục hành chính tại nhà cho người già ở {unit}",
                "Bộ phận một cửa {unit} nhận hồ sơ và mang kết quả đến tận nhà cho người già yếu, người khuyết "
                "tật, không thu thêm khoản nào.",
            ),
        ),
        "Nhằm giảm thời gian đi lại cho người dân, {cq} triển khai cách làm mới tại bộ phận tiếp nhận và trả kết "
        "quả, được nhiều người hưởng ứng.",
        (
            "Với thủ tục đơn giản như chứng thực, xác nhận, người dân nhận kết quả ngay trong buổi làm việc.",
            "Cán bộ điền giúp tờ khai từ dữ liệu căn cước, người dân chỉ kiểm tra lại rồi ký.",
        ),
        ("01-05", "10-26"),
        5,
    ),
    Story(
        "reform",
        (
            "Tổ kiểm tra cải cách hành chính huyện làm việc tại {unit}",
            "Kiểm tra đột xuất kỷ luật, kỷ cương hành chính tại {unit}",
            Told(
                "Chấn chỉnh tác phong, giờ giấc sau kiểm tra cải cách hành chính",
                "Sau đợt kiểm tra cải cách hành chính, UBND huyện yêu cầu các cơ quan, địa phương chấn chỉnh tác "
                "phong, giờ giấc và cách tiếp dân của công chức.",
            ),
        ),
        "{Buoi}, tổ kiểm tra của huyện làm việc tại {unit} về công tác cải cách hành chính, kỷ luật, kỷ cương và "
        "việc giải quyết hồ sơ cho người dân.",
        (
            "Tổ xem sổ theo dõi, hỏi trực tiếp người dân đang chờ và đối chiếu với hệ thống một cửa điện tử.",
            "Nơi nào làm tốt được biểu dương, nơi có hồ sơ trễ hạn phải giải trình và gửi thư xin lỗi.",
        ),
        ("03-06", "10-20"),
        4,
    ),
    Story(
        "reform",
        (
            "Hội nghị phân tích chỉ số cải cách hành chính, hài lòng của người dân",
            Told(
                "Hội thi tìm hiểu cải cách hành chính huyện Trà Cú năm 2023",
                "{Buoi}, hội thi tìm hiểu cải cách hành chính huyện Trà Cú năm 2023 diễn ra sôi nổi với phần "
                "chào hỏi, kiến thức và xử lý tình huống một cửa.",
            ),
            "Nâng cao kỹ năng giao tiếp cho công chức một cửa trong cải cách hành chính",
        ),
        "Huyện Trà Cú xem kết quả chấm điểm cải cách hành chính là dịp nhìn lại, chỉ ra đơn vị còn chậm và tìm "
        "giải pháp cụ thể cho từng tiêu chí.",
        (
            "Qua đây có thể thấy khâu cần cố gắng hơn là hồ sơ trực tuyến, công khai kết quả và báo cáo đúng hạn.",
            "Đại biểu đề nghị giảm họp, giảm giấy và cử công chức trẻ, rành máy tính làm nhiệm vụ hướng dẫn.",
        ),
        ("04-03", "10-13"),
        3,
    ),
)

OUTREACH = (
    Story(
        "law",
        (
            "Tuyên truyền pháp luật lưu động về {luat} tại {unit}",
            "Phổ biến {luat} đến bà con Khmer {unit}",
            "Hơn trăm người dân {place} nghe phổ biến {luat}",
        ),
        "{Buoi}, Phòng Tư pháp huyện phối hợp với {cq} tổ chức tuyên truyền {luat} cho cán bộ ấp, khóm và người "
        "dân, có phần giải đáp trực tiếp.",
        (
            "Báo cáo viên nêu tình huống đời thường thay vì đọc điều luật, nhờ vậy buổi nói chuyện sôi nổi hẳn lên.",
            "Người dân được phát tờ gấp song ngữ và ghi lại số điện thoại để hỏi thêm khi cần.",
        ),
        ("01-05", "10-25"),
        7,
        {
            "luat": (
                "Luật Hôn nhân và gia đình",
                "Luật Phòng, chống bạo lực gia đình",
                "Luật Giao thông đường bộ",
                "Luật Đất đai",
                "Luật Trẻ em",
                "Luật Hòa giải ở cơ sở",
                "Luật Phòng, chống ma túy",
            )
        },
    ),
    Story(
        "health",
        (
            "Chiến dịch truyền thông phòng, chống {benh} về đến {unit}",
            "Cùng bà con {unit} phòng, chống {benh}",
        ),
        "{Buoi}, Trung tâm Y tế huyện và các ngành mở chiến dịch truyền thông phòng, chống {benh} tại {unit}, "
        "kết hợp hướng dẫn thực hành ngay tại hộ dân.",
        (
            "Xe loa chạy dọc các tuyến lộ, cán bộ y tế phát tờ rơi và trả lời những băn khoăn về cách chăm sóc "
            "người bệnh.",
            "Nhà trường, chùa và các đoàn thể cùng ký kết thực hiện, phân công theo dõi từng xóm.",
        ),
        uses=5,
        episodes=(
            (("03-13", "04-14"), {"benh": "bệnh dại"}),
            (("04-17", "05-31"), {"benh": "tay chân miệng"}),
            (("06-05", "06-30"), {"benh": "sốt xuất huyết"}),
            (("07-03", "08-11"), {"benh": "suy dinh dưỡng trẻ em"}),
            (("09-11", "09-29"), {"benh": "đau mắt đỏ"}),
        ),
    ),
    Story(
        "scam",
        (
            "Tuyên truyền phòng, chống mua bán người, lao động bất hợp pháp ở {unit}",
            "Đưa thông tin về tín dụng đen đến từng xóm ấp ở {unit}",
            "{Unit} tuyên truyền không xuất cảnh trái phép để làm “việc nhẹ lương cao”",
        ),
        "{Buoi}, Công an huyện phối hợp với {cq} tổ chức tuyên truyền cho thanh niên, người lao động về các hình "
        "thức dụ dỗ, lừa gạt và quy định của pháp "
        "luật.",
        (
            "Câu chuyện của người từng bị lừa khiến nhiều bạn trẻ lắng lại, biết đặt câu hỏi trước lời mời quá "
            "hấp dẫn.",
            "Công an cung cấp nơi tiếp nhận tin báo và giới thiệu các công ty được cấp phép tuyển lao động.",
        ),
        ("03-13", "10-20"),
        4,
    ),
)

OTHER = (
    Story(
        "tourism",
        (
            "Ngày cuối tuần về {place}: chùa cổ, hàng dừa và tiếng cười trẻ nhỏ",
            "Du lịch cộng đồng ở {unit}: cần thêm bàn tay của người làm nghề",
            Told(
                "Đến {unit} xem dệt chiếu, nghe chuyện làng nghề",
                "Ghé {place}, khách có thể ngồi bên khung dệt, tự tay luồn sợi lác, nghe người thợ kể chuyện "
                "chiếu bông ngày trước.",
            ),
            "Điểm hẹn du lịch tâm linh: mái chùa Khmer bên hàng sao ở {unit}",
        ),
        "Không ồn ào như những khu du lịch lớn, {place} giữ chân khách bằng sự yên ả, món ăn quê và những câu "
        "chuyện của người làm nghề.",
        (
            "Một vòng xe đạp dọc bờ kênh có thể ghé chùa, xem khung dệt rồi ăn tô bún nước lèo ở chợ.",
            "Người dân tự học cách đón khách: dọn sạch sân, ghi giá rõ ràng và kể chuyện nhà mình cho khách nghe.",
        ),
        ("01-30", "10-20"),
        5,
        units=("29491", "29489", "29488", "29479", "29503"),
    ),
    Story(
        "business",
        (
            Told(
                "Nhà đầu tư khảo sát, tìm cơ hội đầu tư chế biến nông sản ở {unit}",
                "{Buoi}, một đoàn doanh nghiệp đến {unit} khảo sát vùng nguyên liệu, đường vận chuyển và mặt "
                "bằng để tìm cơ hội đầu tư chế biến nông sản.",
            ),
            "Trà Cú mời gọi đầu tư vào nông nghiệp, du lịch",
            "Hoạt động xúc tiến đầu tư, thương mại: Trà Cú giới thiệu sản vật địa phương",
        ),
        "{Buoi}, lãnh đạo huyện tiếp đoàn doanh nghiệp đến tìm hiểu cơ hội đầu tư, giới thiệu quỹ đất, vùng "
        "nguyên liệu và thủ tục đầu tư trên địa bàn.",
        (
            "Doanh nghiệp quan tâm đến đường vận chuyển, điện ba pha, nguồn lao động và độ ổn định của vùng "
            "nguyên liệu.",
            "Huyện cam kết một đầu mối hướng dẫn thủ tục và giữ nguyên tắc công khai trong lựa chọn nhà đầu tư.",
        ),
        ("02-20", "09-29"),
        3,
    ),
)

OUTREACH_REFORM = (
    Story(
        "digital",
        (
            "Tuyên truyền lợi ích của dịch vụ công trực tuyến, VNeID tại {unit}",
            "{Unit} hướng dẫn người dân nộp hồ sơ qua Cổng Dịch vụ công",
            "Đưa dịch vụ công trực tuyến đến phum sóc ở {place}",
        ),
        "Để người dân bớt đi lại, {unit} kết hợp tuyên truyền với thực hành: ngay tại buổi nói chuyện, bà con "
        "được tạo tài khoản, nộp thử hồ sơ và theo dõi "
        "kết quả.",
        (
            "Nội dung gồm các thủ tục hay dùng nhất: khai sinh, xác nhận cư trú, chứng thực, trợ cấp và cách "
            "tích hợp giấy tờ trên "
            "VNeID.",
            "Cán bộ tư pháp, công an giải thích quy định bỏ sổ hộ khẩu giấy, những trường hợp cần xuất trình căn cước.",
        ),
        ("03-06", "10-20"),
        5,
        units=KHMER,
    ),
)

OUTREACH_COUNTRYSIDE = (
    Story(
        "countryside",
        (
            "Vận động người dân {unit} chung tay giữ vững tiêu chí nông thôn mới",
            "Tuyên truyền nông thôn mới bằng sân khấu hóa ở {place}",
        ),
        "{Buoi}, {unit} tổ chức buổi tuyên truyền xây dựng nông thôn mới gần gũi, dễ nhớ, khuyến khích người dân "
        "tự nguyện tham gia, tự giám sát và tự hưởng.",
        (
            "Các tiểu phẩm diễn chuyện xả rác, lấn lề, cãi nhau vì ranh đất khiến khán giả cười rồi ngẫm nghĩ.",
            "Sau buổi diễn, các hộ đăng ký ngay những việc có thể làm ở nhà mình trong tháng.",
        ),
        ("03-13", "10-13"),
        3,
        units=communes(),
    ),
)
