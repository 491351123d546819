"""Meetings that run the district, digital identity, the portal itself."""

from tenants.demo.corpus.stories import Story, Told

STORIES = (
    Story(
        "digital",
        (
            "Tổ công nghệ số cộng đồng {unit} đi từng nhà hướng dẫn cài VNeID",
            "Công an {unit} cấp tài khoản định danh điện tử lưu động tại {ap}",
            "{Unit} tăng tốc kích hoạt tài khoản định danh điện tử mức 2",
            Told(
                "Buổi tối làm căn cước cho người đi làm xa ở {unit}",
                "Để người đi làm xa, công nhân tan ca không phải xin nghỉ, Công an {unit} mở thêm ca tối thu "
                "nhận căn cước, kích hoạt định danh điện tử.",
            ),
        ),
        "Thực hiện Đề án 06, công an và tổ công nghệ số cộng đồng {unit} tổ chức các đợt lưu động thu nhận, kích "
        "hoạt tài khoản định danh điện tử cho "
        "người dân.",
        (
            "Máy móc được chở đến tận nhà văn hóa, nhà người già yếu; ai chưa có điện thoại thông minh thì ghi "
            "tên hẹn sau.",
            "Cán bộ chỉ cách tích hợp thẻ bảo hiểm y tế, giấy phép lái xe và đổi mật khẩu cho dễ nhớ mà an toàn.",
        ),
        ("03-01", "10-27"),
        7,
        local=True,
    ),
    Story(
        "digital",
        (
            "Chợ {ten} thử nghiệm thanh toán không dùng tiền mặt",
            "Tiểu thương {unit} quen dần với mã QR",
            Told(
                "Tuyến phố không tiền mặt ở {unit}",
                "{Buoi}, {unit} ra mắt tuyến phố thanh toán không dùng tiền mặt với hàng chục cửa hàng, quán ăn "
                "cùng tham gia.",
            ),
        ),
        "Nhiều sạp hàng ở chợ {ten} đặt sẵn mã QR trước mặt khách. Chỉ sau một thời gian ngắn, cả người bán lẫn "
        "người mua đều quen với cách trả tiền "
        "mới.",
        (
            "Ngân hàng và đoàn viên đến từng sạp mở tài khoản, in mã, chỉ cách xem thông báo tiền vào trước khi "
            "giao hàng.",
            "Tiểu thương nói điều tiện nhất là khỏi tìm tiền lẻ và bớt lo tiền giả.",
        ),
        ("04-03", "10-25"),
        4,
        local=True,
    ),
    Story(
        "digital",
        (
            "Tập huấn kỹ năng số cho cán bộ, công chức {unit}",
            Told(
                "Tập huấn quản lý, vận hành trang thông tin điện tử xã, thị trấn",
                "{Buoi}, cán bộ phụ trách trang thông tin điện tử các xã, thị trấn dự lớp tập huấn quản lý, vận "
                "hành trang thành phần, thực hành ngay trên trang của đơn vị mình.",
            ),
            Told(
                "Kỹ năng viết tin, bài cho cộng tác viên trang thông tin điện tử huyện",
                "Ban biên tập mở lớp bồi dưỡng kỹ năng viết tin, bài, chụp ảnh cho cộng tác viên trong và ngoài huyện.",
            ),
            Told(
                "Trà Cú hưởng ứng Ngày Chuyển đổi số quốc gia 10/10",
                "Hưởng ứng Ngày Chuyển đổi số quốc gia 10/10, huyện Trà Cú tổ chức ra quân hướng dẫn người dân "
                "dùng dịch vụ công, thanh toán không tiền mặt và bảo vệ tài khoản.",
            ),
        ),
        "Huyện Trà Cú tổ chức nhiều hoạt động nâng cao kỹ năng số cho cán bộ và người dân, coi đây là bước chuẩn "
        "bị quan trọng để vận hành chính quyền "
        "điện tử.",
        (
            "Học viên thực hành ngay trên máy: đăng tin, xử lý ảnh, đặt tiêu đề và kiểm tra chính tả trước khi "
            "gửi duyệt.",
            "Những lỗi hay gặp được đem ra phân tích: ảnh quá nặng, thiếu nguồn, lẫn lộn ngày tháng, viết tắt "
            "khó hiểu.",
        ),
        uses=4,
        episodes=(
            (("05-08", "06-02"), {}),
            (("06-05", "07-14"), {}),
            (("07-17", "09-15"), {}),
            (("10-05", "10-12"), {}),
        ),
    ),
    Story(
        "council",
        (
            "UBND huyện họp phiên thường kỳ {thang}",
            "Thành viên UBND huyện thảo luận kết quả {thangqua}, bàn nhiệm vụ {thang}",
            Told(
                "UBND huyện giao ban với các xã, thị trấn {thang}",
                "{Buoi}, UBND huyện giao ban với các xã, thị trấn, nghe báo cáo khó khăn của cơ sở và giao việc "
                "cụ thể cho {thang}.",
            ),
        ),
        "{Buoi}, UBND huyện Trà Cú tổ chức phiên họp thường kỳ, đánh giá tình hình kinh tế - xã hội {thangqua} "
        "và bàn nhiệm vụ, giải pháp {thang}.",
        (
            "Các thành viên thảo luận về thu ngân sách, tiến độ giải ngân, mùa vụ, dịch bệnh và việc giải quyết "
            "kiến nghị của cử tri.",
            "Chủ trì phiên họp yêu cầu từng ngành nói rõ việc gì chưa xong, vì sao và đến ngày nào hoàn thành.",
        ),
        ("02-01", "10-20"),
        8,
    ),
    Story(
        "council",
        (
            "Lãnh đạo UBND huyện tiếp công dân định kỳ {thang}",
            "Thường trực HĐND huyện tiếp công dân {thang}",
        ),
        "Theo lịch định kỳ, lãnh đạo huyện tiếp công dân tại Ban Tiếp công dân, lắng nghe các vụ việc về đất "
        "đai, chế độ chính sách và tranh chấp dân "
        "sự.",
        (
            "Những vụ việc đủ điều kiện được giao cơ quan chuyên môn thụ lý; vụ việc không thuộc thẩm quyền được "
            "hướng dẫn nơi gửi đơn.",
            "Người dân được ghi nhận đầy đủ ý kiến và nhận giấy hẹn trả lời.",
        ),
        ("01-05", "10-27"),
        5,
    ),
    Story(
        "council",
        (
            "{Unit} họp đánh giá nhiệm vụ quý I",
            "Sơ kết sáu tháng đầu năm: {unit} hoàn thành nhiều chỉ tiêu",
            "{Unit} sơ kết chín tháng, quyết tâm về đích",
        ),
        "{Buoi}, {noi} tổ chức hội nghị sơ kết tình hình kinh tế - xã hội, quốc phòng - an ninh và bàn các giải "
        "pháp hoàn thành kế hoạch năm 2023.",
        (
            "Báo cáo nêu rõ những mặt được, những chỉ tiêu còn thấp và nguyên nhân thuộc về trách nhiệm của từng "
            "ngành.",
            "Thời gian còn lại, địa phương tập trung vào đầu tư công, thu ngân sách và nâng chất tiêu chí nông "
            "thôn mới.",
        ),
        uses=6,
        episodes=(
            (("03-27", "04-12"), {}),
            (("06-20", "07-12"), {}),
            (("09-25", "10-13"), {}),
        ),
        local=True,
    ),
)
