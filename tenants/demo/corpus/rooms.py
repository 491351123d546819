"""Stories of the smaller categories that stand alone: reform, new countryside, other."""

from .places import communes
from .stories import BOARD, Story

REFORM = (
    Story(
        "reform",
        (
            "Kết quả giải quyết hồ sơ thủ tục hành chính {thangqua}",
            "Tình hình tiếp nhận, giải quyết thủ tục hành chính {thangqua} tại bộ phận một cửa huyện",
        ),
        "Bộ phận tiếp nhận và trả kết quả UBND huyện công khai tình hình tiếp nhận, giải quyết hồ sơ {thangqua} "
        "để tổ chức, cá nhân theo dõi.",
        (
            "<p>Hồ sơ được phân theo lĩnh vực:</p><ul><li>đất đai, xây dựng;</li><li>hộ tịch, chứng "
            "thực;</li><li>đăng ký hộ kinh doanh, hợp "
            "tác xã;</li><li>lao động, bảo trợ xã hội.</li></ul>",
            "Hồ sơ chậm đều có thư xin lỗi và hẹn lại ngày trả kết quả; nguyên nhân chủ yếu là phải xác minh thực địa.",
        ),
        ("02-01", "10-12"),
        3,
        author=BOARD,
    ),
    Story(
        "reform",
        (
            "Danh mục thủ tục hành chính lĩnh vực {lv} tiếp nhận tại cấp {cap}",
            "Hướng dẫn nộp hồ sơ trực tuyến lĩnh vực {lv}",
            "Những thủ tục lĩnh vực {lv} được rút ngắn thời gian giải quyết",
        ),
        "Để thuận tiện cho người dân, Văn phòng HĐND và UBND huyện công bố thông tin về thủ tục hành chính lĩnh "
        "vực {lv} và cách thực hiện.",
        (
            "Người nộp chuẩn bị bản chụp rõ nét, đặt tên tệp dễ hiểu, kiểm tra số điện thoại để nhận thông báo.",
            "Mọi khoản phí, lệ phí được ghi rõ trên Cổng Dịch vụ công; không có khoản thu nào khác.",
        ),
        ("02-06", "10-25"),
        6,
        {
            "lv": ("hộ tịch", "đất đai", "đăng ký kinh doanh", "bảo trợ xã hội", "người có công", "chứng thực"),
            "cap": ("huyện", "xã"),
        },
        author=BOARD,
    ),
    Story(
        "reform",
        (
            "Lấy ý kiến mức độ hài lòng của người dân, tổ chức {quy}",
            "Tiếp nhận phản ánh, kiến nghị về quy định hành chính",
            "Công khai thư xin lỗi do trễ hẹn trả kết quả",
        ),
        "UBND huyện Trà Cú công khai các kênh để người dân, tổ chức góp ý về cách phục vụ của cơ quan hành chính "
        "nhà nước trên địa bàn huyện.",
        (
            "Có thể gửi phiếu tại bộ phận một cửa, gửi qua Cổng Dịch vụ công quốc gia hoặc trang thông tin điện tử.",
            "Mọi phản ánh đều được ghi nhận, giữ kín thông tin và trả lời theo thời hạn quy định.",
        ),
        ("02-13", "10-20"),
        3,
        author=BOARD,
    ),
)

COUNTRYSIDE = (
    Story(
        "countryside",
        (
            "Bộ tiêu chí xã nông thôn mới nâng cao: những nội dung cần biết",
            "Hỏi, đáp về xây dựng nông thôn mới: tiêu chí {tc}",
            "Công khai kết quả tự đánh giá các tiêu chí nông thôn mới của {unit}",
            "Lấy ý kiến nhân dân về đề nghị công nhận {unit} đạt chuẩn nông thôn mới nâng cao",
        ),
        "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025, Văn phòng Điều "
        "phối nông thôn mới huyện thông tin để người "
        "dân nắm và tham gia giám sát.",
        (
            "Kết quả được niêm yết tại trụ sở UBND xã, nhà văn hóa ấp; người dân góp ý trước {han}.",
            "Các ý kiến được tổng hợp, trả lời từng nhóm và bổ sung vào hồ sơ trình cấp có thẩm quyền.",
        ),
        ("02-20", "10-20"),
        8,
        {"tc": ("giao thông", "môi trường và an toàn thực phẩm", "thu nhập", "nhà ở dân cư")},
        units=communes(),
        author=BOARD,
    ),
)

OTHER = (
    Story(
        "law",
        (
            "Phổ biến, giáo dục pháp luật: hỏi, đáp về {luat}",
            "Tìm hiểu {luat} qua tình huống",
        ),
        "Chuyên mục Phổ biến, giáo dục pháp luật kỳ này giới thiệu những nội dung thường được người dân hỏi về {luat}.",
        (
            "Tình huống được chọn từ câu hỏi ở cơ sở, đã bỏ thông tin riêng tư; phần trả lời dựa vào quy định "
            "đang có hiệu lực.",
            "<ul><li>Chuẩn bị đầy đủ giấy tờ gốc.</li><li>Giữ lại giấy biên nhận.</li><li>Hỏi lại khi chưa rõ "
            "thời hạn.</li></ul>",
        ),
        ("02-06", "10-25"),
        6,
        {"luat": ("hòa giải ở cơ sở", "thừa kế", "đăng ký hộ tịch", "cư trú", "vay tài sản", "đặt cọc mua bán đất")},
        author=BOARD,
    ),
    Story(
        "reform",
        (
            "Sơ đồ tổ chức, chức năng, nhiệm vụ của {phong}",
            "Giới thiệu {phong}: chức năng, nhiệm vụ, địa chỉ liên hệ",
        ),
        "Trang thông tin điện tử giới thiệu hệ thống tổ chức của huyện để người dân tiện liên hệ. Kỳ này là chức "
        "năng, nhiệm vụ của {phong}.",
        (
            "Đơn vị là cơ quan tham mưu, giúp UBND huyện quản lý nhà nước trong lĩnh vực được phân công, chịu sự "
            "chỉ đạo của UBND huyện.",
            "Lịch tiếp công dân, địa chỉ thư điện tử và thủ tục phụ trách được niêm yết tại trụ sở.",
        ),
        ("01-30", "09-29"),
        5,
        {
            "phong": (
                "Phòng Tư pháp huyện",
                "Phòng Nội vụ huyện",
                "Phòng Kinh tế và Hạ tầng huyện",
                "Phòng Lao động - Thương binh và Xã hội huyện",
                "Thanh tra huyện",
            )
        },
        author=BOARD,
    ),
    Story(
        "tourism",
        (
            "Lễ hội của đồng bào Khmer: nét riêng níu chân du khách",
            "Món ngon miền sông Hậu: từ bún nước lèo đến cốm dẹp",
            "Chùa Khmer ở Trà Cú: kiến trúc, lễ nghi và lưu ý cho du khách",
            "Một ngày trải nghiệm nghề dệt chiếu, đan đát",
        ),
        "Chuyên mục Du lịch giới thiệu với bạn đọc những nét đẹp của vùng đất Trà Cú, để mỗi chuyến đi là một "
        "lần hiểu thêm về con người nơi đây.",
        (
            "Nên đi vào sáng sớm hoặc chiều mát; mang giày dễ tháo vì vào chánh điện phải bỏ giày, dép.",
            "Hỏi trước khi chụp ảnh sư sãi, nghi lễ; mua món quà nhỏ của người làm nghề là cách ủng hộ thiết thực.",
        ),
        ("02-06", "10-20"),
        4,
    ),
    Story(
        "business",
        (
            "Danh mục dự án kêu gọi đầu tư trên địa bàn huyện giai đoạn 2021 - 2025",
            "Đề án phát triển làng nghề gắn với du lịch: mục tiêu và giải pháp",
            "Đề án cơ cấu lại ngành nông nghiệp huyện: những việc trọng tâm năm 2023",
            "Quy trình, thủ tục đầu tư dành cho doanh nghiệp nhỏ và vừa",
        ),
        "Nhằm cung cấp thông tin cho doanh nghiệp và người dân, trang thông tin điện tử giới thiệu các nội dung "
        "về hoạt động đầu tư, đề án đang được triển khai.",
        (
            "Tài liệu nêu mục tiêu, phạm vi, nguồn vốn dự kiến và cơ quan đầu mối để liên hệ.",
            "Nhà đầu tư có thể gửi đề xuất bằng văn bản hoặc thư điện tử; huyện trả lời trong thời hạn luật định.",
        ),
        ("02-13", "10-13"),
        4,
        author=BOARD,
    ),
)
