"""Party, council, offices, law and order."""

from .pool import Pool

PARTY = Pool(
    pictures=("meeting", "flags", "commune-office"),
    headings=("Phát huy tinh thần trách nhiệm", "Nêu gương từ việc nhỏ"),
    context=(
        "Ở {noi}, nền nếp sinh hoạt chi bộ được giữ vững; nội dung sinh hoạt gắn với những việc cụ thể như xây "
        "dựng nông "
        "thôn mới, giảm nghèo, cải cách hành chính và giữ gìn an ninh trật tự.",
        "Từ đầu năm, cấp ủy phân công từng ủy viên phụ trách địa bàn, duy trì chế độ báo cáo và tự phê bình, phê "
        "bình đều "
        "đặn.",
        "Công tác tuyên truyền miệng được chú trọng, nhất là tuyên truyền bằng hai thứ tiếng Việt và Khmer ở những nơi "
        "có đông đồng bào dân tộc sinh sống.",
        "Nhiều ý kiến cho rằng cách học tốt nhất là làm: nhận một việc vừa sức, hẹn ngày xong và để quần chúng "
        "cùng xem.",
    ),
    closing=(
        "Cấp ủy mong mỗi cán bộ, đảng viên tiếp tục nêu gương, lấy kết quả công việc làm thước đo.",
        "Nội dung này sẽ được các chi bộ đưa vào kỳ sinh hoạt gần nhất.",
        "Các cơ quan, đơn vị có trách nhiệm phổ biến lại đến toàn thể cán bộ, đảng viên và quần chúng.",
        "Buổi sinh hoạt để lại nhiều suy nghĩ đẹp cho những người có mặt.",
    ),
    quotes=(
        (
            "Nghị quyết chỉ sống khi từng chi bộ biết mình phải làm gì trong tháng này, quý này.",
            "Đại diện Ban Tuyên giáo Huyện ủy",
        ),
        ("Đảng viên đi trước thì bà con mới tin và cùng làm theo.", "Một đảng viên lớn tuổi ở {noi}"),
    ),
    notes=(("Ghi nhớ", "Việc học và làm theo Bác được mỗi đảng viên đăng ký từ đầu năm, tự nhận xét vào cuối quý."),),
)

COUNCIL = Pool(
    pictures=("meeting", "commune-office", "country-road"),
    headings=("Nói rõ việc, rõ người, rõ ngày", "Nghe dân để làm tốt hơn"),
    context=(
        "Các ý kiến tập trung vào việc khó ở cơ sở: thiếu cán bộ chuyên trách, kinh phí hoạt động còn hạn hẹp và "
        "một số chỉ "
        "tiêu cần thêm thời gian để hoàn thành.",
        "Không khí làm việc thẳng thắn; câu hỏi nào chưa trả lời được tại chỗ đều được ghi lại, giao cơ quan chủ "
        "trì và ấn "
        "định thời hạn.",
        "Theo báo cáo, phần lớn chỉ tiêu của {noi} bám sát tiến độ; thu ngân sách, giải ngân vốn và môi trường "
        "là những việc "
        "cần dồn sức.",
        "Đại biểu đề nghị việc tiếp thu phải đi đến kết quả cụ thể, tránh trả lời chung chung, kéo dài qua nhiều kỳ.",
    ),
    closing=(
        "Những nội dung chưa thống nhất sẽ được xem xét và trả lời bằng văn bản trong thời gian tới.",
        "Kết quả thực hiện sẽ được kiểm điểm tại kỳ họp sơ kết gần nhất.",
        "Văn phòng HĐND và UBND huyện theo dõi, đôn đốc và báo cáo tiến độ hằng tháng.",
        "Các đơn vị liên quan được yêu cầu báo cáo kết quả trước {han}.",
    ),
    quotes=(
        ("Việc gì có lợi cho dân thì phải làm đến nơi đến chốn, làm xong phải quay lại nghe dân nói.", "Lãnh đạo {cq}"),
        ("Chúng tôi mong các kiến nghị của bà con được trả lời rõ thời gian thực hiện.", "{dan}"),
    ),
    notes=(
        (
            "Gửi kiến nghị",
            "Người dân có thể gửi ý kiến qua đại biểu HĐND, Ủy ban Mặt trận Tổ quốc nơi cư trú hoặc chuyên mục "
            "Hỏi đáp.",
        ),
    ),
)

REFORM = Pool(
    pictures=("counter", "computer", "commune-office"),
    headings=("Lấy sự hài lòng của người dân làm thước đo", "Bớt giấy tờ, bớt thời gian"),
    context=(
        "Bộ phận tiếp nhận và trả kết quả niêm yết đầy đủ thủ tục, mức phí và thời hạn; mỗi hồ sơ trễ hạn đều "
        "phải có thư "
        "xin lỗi, nêu rõ lý do.",
        "Cán bộ một cửa ở {noi} được giao thêm việc hướng dẫn người dân tạo tài khoản, chụp giấy tờ và nộp hồ sơ trực "
        "tuyến ngay tại quầy.",
        "Người dân có thể đánh giá mức độ hài lòng trên máy tính bảng hoặc bằng phiếu; kết quả được tổng hợp "
        "hằng tháng.",
        "Khó khăn hiện nay là nhiều người lớn tuổi chưa có điện thoại thông minh, một số hồ sơ còn phải bổ sung "
        "bản giấy.",
    ),
    closing=(
        "UBND huyện yêu cầu các đơn vị không đặt thêm giấy tờ ngoài quy định.",
        "Kết quả cải cách hành chính là một tiêu chí khi xét thi đua cuối năm của người đứng đầu.",
        "Người dân có phản ánh, kiến nghị về thủ tục xin gửi đến Cổng Dịch vụ công hoặc trang thông tin điện tử "
        "của {noi}.",
        "Thời gian tới, tổ công nghệ số cộng đồng tiếp tục xuống từng ấp, khóm để hỗ trợ.",
    ),
    quotes=(
        ("Nộp hồ sơ khai sinh cho con ở nhà, đúng hẹn tôi ra lấy, đỡ mất một buổi làm.", "{dan}"),
        ("Cán bộ phải làm quen trước thì mới hướng dẫn được cho dân.", "Đại diện Phòng Nội vụ huyện"),
    ),
    notes=(
        (
            "Nộp hồ sơ trực tuyến",
            "Truy cập dichvucong.gov.vn hoặc Cổng Dịch vụ công của tỉnh, đăng nhập bằng tài khoản VNeID.",
        ),
        ("Theo dõi hồ sơ", "Dùng mã số trên giấy biên nhận để tra cứu tình trạng giải quyết."),
    ),
)

DIGITAL = Pool(
    pictures=("computer", "counter", "loudspeaker"),
    headings=("Đi từng ngõ, gõ từng nhà", "Chuyển đổi số bắt đầu từ người dân"),
    context=(
        "Tổ công nghệ số cộng đồng gồm đoàn viên, công an và trưởng ấp, trưởng khóm, chọn buổi chiều tối khi bà "
        "con có mặt "
        "ở nhà để hướng dẫn.",
        "Người dân quan tâm nhất là dùng căn cước công dân gắn chíp khi đi khám bệnh, thanh toán tiền điện, nước "
        "và nhận "
        "trợ cấp qua tài khoản.",
        "Nơi sóng yếu, tổ dùng điện thoại phát mạng để hỗ trợ; ai chưa có điện thoại thông minh thì được ghi tên "
        "hẹn lần "
        "sau.",
        "Chuyển đổi số ở cơ sở bắt đầu từ việc gần gũi: một mã QR ở sạp rau, một nhóm Zalo của ấp, một hồ sơ nộp "
        "tại nhà.",
    ),
    closing=(
        "Địa phương phấn đấu để ngày càng nhiều thủ tục được thực hiện trên môi trường mạng.",
        "Công an khuyến cáo chỉ cài ứng dụng từ kho chính thức và không đưa điện thoại cho người lạ thao tác.",
        "Lịch hỗ trợ từng ấp, khóm được thông báo trên đài truyền thanh và trang thông tin điện tử.",
    ),
    quotes=(
        ("Cháu đoàn viên chỉ một lần là tôi làm được, giờ khám bệnh khỏi mang theo thẻ giấy.", "{dan}"),
        ("Không ai bị bỏ lại chỉ vì chưa rành điện thoại.", "Thành viên tổ công nghệ số cộng đồng {noi}"),
    ),
    notes=(
        (
            "Định danh mức 2",
            "Mang căn cước công dân gắn chíp đến công an để được thu nhận và kích hoạt; không thu phí.",
        ),
        ("Bảo vệ tài khoản", "Đặt mật khẩu riêng cho từng ứng dụng và không chia sẻ mã xác thực."),
    ),
)

LAW = Pool(
    pictures=("loudspeaker", "commune-office", "meeting"),
    headings=("Hiểu luật để làm đúng luật", "Điều người dân cần biết"),
    context=(
        "Phòng Tư pháp huyện khuyến khích các tổ hòa giải lồng ghép nội dung này vào buổi sinh hoạt ở ấp, khóm, "
        "có người "
        "nói thêm bằng tiếng Khmer khi cần.",
        "Quy định này tác động trực tiếp đến quyền và nghĩa vụ của người dân, vì vậy mỗi gia đình nên dành ít "
        "phút để đọc.",
        "Ở {noi}, nội dung được phát trên đài truyền thanh sáng và chiều, niêm yết tại nhà văn hóa và trụ sở cơ quan.",
        "Trường hợp chưa rõ, người dân đừng nghe theo lời truyền miệng mà nên hỏi cán bộ tư pháp hoặc người thực "
        "hiện trợ "
        "giúp pháp lý.",
    ),
    closing=(
        "Toàn văn quy định có thể tra cứu trên Cơ sở dữ liệu quốc gia về văn bản pháp luật.",
        "Mong bà con phổ biến cho người thân, nhất là người lớn tuổi và người đi làm xa.",
        "Ý kiến, thắc mắc xin gửi đến chuyên mục Hỏi đáp của trang thông tin điện tử.",
        "Bài viết chỉ tóm tắt những điểm chính, không thay thế văn bản gốc.",
    ),
    quotes=(
        ("Luật càng gần đời sống thì càng phải nói cho dễ hiểu.", "Một hòa giải viên ở {noi}"),
        ("Biết luật rồi, chuyện nhỏ trong xóm tự nói với nhau được.", "{dan}"),
    ),
    notes=(
        ("Cần tư vấn", "Người thuộc diện trợ giúp pháp lý được tư vấn miễn phí; liên hệ công chức tư pháp - hộ tịch."),
        ("Tra cứu văn bản", "vbpl.vn là Cơ sở dữ liệu quốc gia về văn bản pháp luật, truy cập không mất tiền."),
    ),
)

SECURITY = Pool(
    pictures=("loudspeaker", "commune-office", "country-road"),
    headings=("Dựa vào dân để giữ bình yên", "Cảnh giác từ việc nhỏ"),
    context=(
        "Lực lượng công an phối hợp với dân quân và các tổ nhân dân tự quản tuần tra theo giờ không cố định, tập "
        "trung vào "
        "tuyến vắng và thời điểm về khuya.",
        "Thông tin người dân cung cấp được bảo mật; nhiều vụ việc được giải quyết từ sớm, không để kéo dài thành "
        "phức tạp.",
        "Các hình thức tuyên truyền khá đa dạng: loa lưu động, pa nô, sinh hoạt tại điểm chùa, nhóm Zalo của "
        "từng ấp, khóm.",
        "Công an xã, thị trấn nắm từng địa bàn, biết hộ nào cần nhắc, thanh niên nào cần gần gũi, giúp đỡ.",
    ),
    closing=(
        "Công an đề nghị người dân khi phát hiện nghi vấn cần báo ngay cho lực lượng ở gần nhất.",
        "Kinh nghiệm được chia sẻ để các ấp, khóm khác cùng làm.",
        "Nhờ vậy, tình hình an ninh trật tự ở cơ sở cơ bản ổn định.",
        "Các đơn vị được yêu cầu xử lý nghiêm vi phạm và công khai kết quả trên đài truyền thanh.",
    ),
    quotes=(
        ("Nghe tiếng loa, nghe chỉ dẫn bằng tiếng Khmer, bà con lớn tuổi cũng hiểu.", "{dan}"),
        ("Không có cơ quan nào yêu cầu chuyển tiền qua điện thoại để chứng minh trong sạch.", "Đại diện Công an huyện"),
    ),
    notes=(
        ("Số khẩn cấp", "113 công an · 114 chữa cháy và cứu nạn · 115 cấp cứu y tế."),
        ("Nhắc nhau cảnh giác", "Không cung cấp mã OTP, không bấm vào đường dẫn lạ, không cho người lạ mượn giấy tờ."),
    ),
)

SCAM = Pool(
    pictures=("computer", "loudspeaker", "counter"),
    headings=("Chậm lại một chút để không mất tiền", "Cảnh giác từ chiếc điện thoại"),
    context=(
        "Theo nhận định của công an, lừa đảo trên không gian mạng diễn biến phức tạp, nạn nhân ở mọi lứa tuổi, "
        "cả người có học "
        "vấn cao.",
        "Lực lượng công an xã, thị trấn cảnh báo qua loa truyền thanh, sinh hoạt tại điểm chùa, trường học và "
        "nhóm Zalo ấp, khóm.",
        "Ngân hàng cũng hướng dẫn giao dịch viên hỏi thêm khi khách, nhất là người lớn tuổi, chuyển số tiền lớn "
        "bất thường.",
    ),
    closing=(
        "Ai lỡ chuyển tiền cần báo ngay cho ngân hàng và công an nơi gần nhất, giữ lại tin nhắn, cuộc gọi.",
        "Công an đề nghị mỗi gia đình nhắc nhau, đặc biệt là ông bà, cha mẹ ở nhà một mình.",
        "Cách phòng tốt nhất vẫn là bình tĩnh, kiểm chứng và không làm theo lời thúc giục.",
    ),
    quotes=(
        ("Không có cơ quan nào yêu cầu chuyển tiền qua điện thoại để chứng minh trong sạch.", "Đại diện Công an huyện"),
        ("Nghe giọng gấp gáp là tôi cúp máy, gọi lại cho con liền.", "{dan}"),
    ),
    notes=(
        ("Nhắc nhau cảnh giác", "Không cung cấp mã OTP, không bấm vào đường dẫn lạ, không cho người lạ mượn giấy tờ."),
        ("Số khẩn cấp", "113 công an · 114 chữa cháy và cứu nạn · 115 cấp cứu y tế."),
    ),
)

ARMY = Pool(
    pictures=("flags", "meeting", "country-road"),
    headings=("Sẵn sàng lên đường", "Quân với dân một ý chí"),
    context=(
        "Các khâu sơ tuyển, khám sức khỏe, xét duyệt chính trị được thực hiện công khai, đúng Luật Nghĩa vụ quân sự.",
        "Hội đồng nghĩa vụ quân sự các cấp tổ chức thăm hỏi, động viên gia đình thanh niên, nhất là gia đình có "
        "hoàn cảnh "
        "khó khăn.",
        "Cùng với huấn luyện, lực lượng dân quân còn giúp dân sửa đường, dựng nhà, khơi thông kênh mương.",
        "Ban Chỉ huy Quân sự huyện bố trí thao trường, giáo án và mô hình học cụ đầy đủ trước khi vào huấn luyện.",
    ),
    closing=(
        "Kết thúc đợt này, đơn vị tổ chức rút kinh nghiệm và biểu dương những tập thể làm tốt.",
        "Địa phương tiếp tục chăm lo hậu phương quân đội để chiến sĩ yên tâm công tác.",
        "Đây là nhiệm vụ trọng tâm trong công tác quốc phòng địa phương năm 2023.",
    ),
    quotes=(
        ("Con đi bộ đội được rèn luyện, gia đình tôi rất yên tâm.", "{dan}"),
        ("Huấn luyện phải sát thực tế địa bàn sông nước.", "Đại diện Ban Chỉ huy Quân sự huyện"),
    ),
    notes=(
        (
            "Đăng ký nghĩa vụ quân sự",
            "Công dân nam đủ 17 tuổi trong năm đăng ký lần đầu tại Ban Chỉ huy Quân sự cấp xã.",
        ),
    ),
)

FIRE = Pool(
    pictures=("fire-drill", "market"),
    headings=("Bốn tại chỗ phải thuần thục", "Mỗi nhà một bình chữa cháy"),
    context=(
        "Nguyên nhân cháy thường gặp là chập điện, nấu nướng và đốt cỏ khi trời khô gió lớn; phần nhiều có thể "
        "tránh được "
        "nếu kiểm tra hằng ngày.",
        "Nhà ở kết hợp kinh doanh và chợ là những nơi được nhắc nhở nhiều nhất vì hàng hóa dày, lối đi hẹp.",
        "Cán bộ hướng dẫn cách tắt cầu dao, cúi thấp người khi có khói, dùng khăn ướt che mũi và chọn lối thoát "
        "thứ hai.",
    ),
    closing=(
        "Mỗi hộ nên tự trang bị ít nhất một bình chữa cháy và biết cách sử dụng.",
        "Những tồn tại phát hiện qua kiểm tra phải được khắc phục trước thời hạn ghi trong biên bản.",
        "Lực lượng chức năng tiếp tục tổ chức thực tập phương án tại các khu dân cư.",
    ),
    quotes=(
        ("Trước đây mua bình về để đó, nay tôi đã biết rút chốt, hướng vòi ra sao.", "{dan}"),
        ("Năm phút đầu có ý nghĩa quyết định, vì vậy lực lượng tại chỗ phải thuần thục.", "Đại diện Công an huyện"),
    ),
    notes=(
        (
            "Khi có cháy",
            "Báo động cho mọi người, ngắt điện, gọi 114, dùng phương tiện tại chỗ dập lửa và cứu người trước.",
        ),
        (
            "Tự kiểm tra trong nhà",
            "Dây điện có nóng không, bình gas có khóa van không, lối thoát thứ hai có bị chặn không?",
        ),
    ),
)

TRAFFIC = Pool(
    pictures=("country-road", "canal-boat", "school"),
    headings=("Đường thông, hè thoáng", "Đã uống rượu, bia thì không lái xe"),
    context=(
        "Những đoạn đông xe qua chợ, trường học, giao lộ với đường tỉnh được tăng cường người hướng dẫn vào giờ "
        "cao điểm.",
        "Lỗi thường gặp là không đội mũ bảo hiểm, chạy quá tốc độ, nồng độ cồn và giao xe cho người chưa đủ tuổi.",
        "Tuyên truyền đi trước, nhắc nhở đi sau và chỉ xử phạt khi cố tình vi phạm là cách làm được người dân "
        "đồng tình.",
    ),
    closing=(
        "Ban An toàn giao thông huyện mong mỗi gia đình nhắc nhau chấp hành luật khi ra đường.",
        "Các điểm có nguy cơ tai nạn sẽ được cắm thêm biển báo, phát quang tầm nhìn.",
        "Việc kiểm tra được duy trì thường xuyên, không theo đợt.",
    ),
    quotes=(
        ("Đường thông thoáng, ai đi qua cũng thấy an tâm hơn.", "{dan}"),
        ("Phụ huynh làm gương thì con em mới có thói quen đúng.", "Đại diện Ban An toàn giao thông huyện"),
    ),
    notes=(
        (
            "Đi đường an toàn",
            "Đội mũ bảo hiểm cài quai đúng cách, bật đèn khi trời tối, giảm tốc độ ở nơi đông dân cư.",
        ),
    ),
)
