from django.db import migrations

from lib.vietnamese import sort_key

# (key, Vietnamese, Khmer, English). The keys of fields are the slugs of their Vietnamese names, as an import makes them.
FIELDS = [
    ("ho-tich", "Hộ tịch", "អត្រានុកូលដ្ឋាន", "Civil status"),
    ("chung-thuc", "Chứng thực", "ការបញ្ជាក់ឯកសារ", "Certification"),
    ("nuoi-con-nuoi", "Nuôi con nuôi", "ការសុំកូនចិញ្ចឹម", "Adoption"),
    ("hoa-giai-o-co-so", "Hòa giải ở cơ sở", "ការផ្សះផ្សានៅមូលដ្ឋាន", "Local mediation"),
    ("pho-bien-giao-duc-phap-luat", "Phổ biến giáo dục pháp luật", "ការផ្សព្វផ្សាយច្បាប់", "Legal education"),
    ("boi-thuong-nha-nuoc", "Bồi thường nhà nước", "សំណងរបស់រដ្ឋ", "State compensation"),
    ("dang-ky-bien-phap-bao-dam", "Đăng ký biện pháp bảo đảm", "ការចុះបញ្ជីវិធានការធានា", "Registration of security"),
    ("dat-dai", "Đất đai", "ដីធ្លី", "Land"),
    ("moi-truong", "Môi trường", "បរិស្ថាន", "Environment"),
    ("tai-nguyen-nuoc", "Tài nguyên nước", "ធនធានទឹក", "Water resources"),
    ("trong-trot", "Trồng trọt", "ដំណាំ", "Crops"),
    ("chan-nuoi-thu-y", "Chăn nuôi, thú y", "ការចិញ្ចឹមសត្វ និងបសុពេទ្យ", "Livestock and veterinary care"),
    ("thuy-san", "Thủy sản", "ជលផល", "Fisheries"),
    ("thuy-loi", "Thủy lợi", "ធារាសាស្ត្រ", "Irrigation"),
    ("phong-chong-thien-tai", "Phòng, chống thiên tai", "ការបង្ការគ្រោះធម្មជាតិ", "Disaster prevention"),
    ("phat-trien-nong-thon", "Phát triển nông thôn", "ការអភិវឌ្ឍជនបទ", "Rural development"),
    ("hoat-dong-xay-dung", "Hoạt động xây dựng", "សកម្មភាពសំណង់", "Building"),
    ("quy-hoach-xay-dung", "Quy hoạch xây dựng", "ប្លង់សំណង់", "Building plans"),
    ("nha-o", "Nhà ở", "លំនៅឋាន", "Housing"),
    ("duong-thuy-noi-dia", "Đường thủy nội địa", "ផ្លូវទឹកក្នុងស្រុក", "Inland waterways"),
    ("duong-bo", "Đường bộ", "ផ្លូវគោក", "Roads"),
    (
        "thanh-lap-va-hoat-dong-cua-ho-kinh-doanh", "Thành lập và hoạt động của hộ kinh doanh",
        "ការបង្កើត និងសកម្មភាពអាជីវកម្មគ្រួសារ", "Household businesses",
    ),
    (
        "thanh-lap-va-hoat-dong-cua-hop-tac-xa", "Thành lập và hoạt động của hợp tác xã",
        "ការបង្កើត និងសកម្មភាពសហករណ៍", "Co-operatives",
    ),
    ("tai-chinh-ngan-sach", "Tài chính, ngân sách", "ហិរញ្ញវត្ថុ និងថវិកា", "Finance and budget"),
    ("luu-thong-hang-hoa-trong-nuoc", "Lưu thông hàng hóa trong nước", "ចរាចរណ៍ទំនិញក្នុងស្រុក", "Domestic trade"),
    ("nguoi-co-cong", "Người có công", "អ្នកមានគុណូបការៈ", "People with merit"),
    ("bao-tro-xa-hoi", "Bảo trợ xã hội", "សង្គមកិច្ច", "Social protection"),
    ("tre-em", "Trẻ em", "កុមារ", "Children"),
    ("phong-chong-te-nan-xa-hoi", "Phòng, chống tệ nạn xã hội", "ការបង្ការអបាយមុខសង្គម", "Social evils"),
    ("viec-lam", "Việc làm", "ការងារ", "Employment"),
    ("an-toan-thuc-pham", "An toàn thực phẩm", "សុវត្ថិភាពម្ហូបអាហារ", "Food safety"),
    ("dan-so", "Dân số", "ប្រជាសាស្ត្រ", "Population"),
    ("giao-duc-mam-non", "Giáo dục mầm non", "មត្តេយ្យសិក្សា", "Pre-school education"),
    ("giao-duc-pho-thong", "Giáo dục phổ thông", "ចំណេះទូទៅ", "School education"),
    ("van-hoa-co-so", "Văn hóa cơ sở", "វប្បធម៌មូលដ្ឋាន", "Local culture"),
    ("thu-vien", "Thư viện", "បណ្ណាល័យ", "Libraries"),
    ("the-duc-the-thao", "Thể dục thể thao", "កីឡា", "Sports"),
    ("tin-nguong-ton-giao", "Tín ngưỡng, tôn giáo", "ជំនឿ និងសាសនា", "Belief and religion"),
    ("cong-tac-dan-toc", "Công tác dân tộc", "កិច្ចការជនជាតិ", "Ethnic affairs"),
    ("thi-dua-khen-thuong", "Thi đua, khen thưởng", "ការប្រឡងប្រណាំង និងរង្វាន់", "Emulation and commendation"),
    ("hoi-quy", "Hội, quỹ", "សមាគម និងមូលនិធិ", "Associations and funds"),
    ("cu-tru", "Cư trú", "ការស្នាក់នៅ", "Residence"),
    ("cap-quan-ly-can-cuoc", "Cấp, quản lý căn cước", "អត្តសញ្ញាណប័ណ្ណ", "Identity cards"),
    ("nghia-vu-quan-su", "Nghĩa vụ quân sự", "កាតព្វកិច្ចយោធា", "Military service"),
    ("giai-quyet-khieu-nai-to-cao", "Giải quyết khiếu nại, tố cáo", "ការដោះស្រាយបណ្តឹង", "Complaints and denunciations"),
    ("tiep-cong-dan", "Tiếp công dân", "ការទទួលប្រជាពលរដ្ឋ", "Receiving citizens"),
]  # fmt: skip
LIFE_EVENTS = [
    ("birth", "Sinh con, nuôi con", "កំណើតកូន", "Birth of a child"),
    ("school", "Đi học", "ការសិក្សា", "Going to school"),
    ("residence", "Cư trú, giấy tờ tùy thân", "ការស្នាក់នៅ និងអត្តសញ្ញាណ", "Residence and identity papers"),
    ("marriage", "Kết hôn, gia đình", "អាពាហ៍ពិពាហ៍ និងគ្រួសារ", "Marriage and family"),
    ("work", "Việc làm", "ការងារ", "Work"),
    ("business", "Kinh doanh", "អាជីវកម្ម", "Running a business"),
    ("land", "Đất đai", "ដីធ្លី", "Land"),
    ("house", "Xây nhà, sửa nhà", "សាងសង់ផ្ទះ", "Building a house"),
    ("farming", "Trồng trọt, chăn nuôi", "កសិកម្ម", "Farming"),
    ("vehicle", "Phương tiện đi lại", "យានយន្ត", "Vehicles and boats"),
    ("health", "Sức khỏe, an toàn thực phẩm", "សុខភាព និងសុវត្ថិភាពម្ហូប", "Health and food"),
    ("support", "Trợ giúp xã hội", "ជំនួយសង្គម", "Social support"),
    ("merit", "Người có công", "អ្នកមានគុណូបការៈ", "People with merit"),
    ("belief", "Tín ngưỡng, tôn giáo", "ជំនឿ និងសាសនា", "Belief and religion"),
    ("papers", "Chứng thực, sao giấy tờ", "ការបញ្ជាក់ឯកសារ", "Certified papers"),
    ("complaint", "Khiếu nại, tố cáo", "បណ្តឹង", "Complaints"),
    ("death", "Qua đời, thừa kế", "មរណភាព និងមរតក", "Death and inheritance"),
]


def add_lists(apps, schema_editor):
    field = apps.get_model("procedure_catalogue", "ProcedureField")
    event = apps.get_model("procedure_catalogue", "LifeEvent")
    for position, (key, name_vi, name_km, name_en) in enumerate(FIELDS, start=1):
        names = {"name_vi": name_vi, "name_km": name_km, "name_en": name_en}
        field.objects.create(key=key, position=position, sort_key=sort_key(name_vi), **names)
    for position, (key, name_vi, name_km, name_en) in enumerate(LIFE_EVENTS, start=1):
        event.objects.create(key=key, position=position, name_vi=name_vi, name_km=name_km, name_en=name_en)


class Migration(migrations.Migration):
    dependencies = [("procedure_catalogue", "0001_initial")]

    operations = [migrations.RunPython(add_lists, migrations.RunPython.noop)]
