from django.db import migrations

# The kinds of documents of Decree 30/2020 that an office issues, then those it hands on from above.
FORMS = [
    ("resolution", "Nghị quyết", "សេចក្តីសម្រេចចិត្តរួម", "Resolution", "NQ"),
    ("decision", "Quyết định", "សេចក្តីសម្រេច", "Decision", "QĐ"),
    ("directive", "Chỉ thị", "បទបញ្ជា", "Directive", "CT"),
    ("statute", "Quy chế", "បទបញ្ជាផ្ទៃក្នុង", "Statute", "QC"),
    ("regulation", "Quy định", "បទប្បញ្ញត្តិ", "Regulation", "QyĐ"),
    ("communique", "Thông cáo", "សេចក្តីប្រកាសព័ត៌មាន", "Communiqué", "TC"),
    ("notice", "Thông báo", "សេចក្តីជូនដំណឹង", "Notice", "TB"),
    ("guideline", "Hướng dẫn", "សេចក្តីណែនាំ", "Guideline", "HD"),
    ("programme", "Chương trình", "កម្មវិធី", "Programme", "CTr"),
    ("plan", "Kế hoạch", "ផែនការ", "Plan", "KH"),
    ("option", "Phương án", "ជម្រើសអនុវត្ត", "Scheme", "PA"),
    ("scheme", "Đề án", "គម្រោងលម្អិត", "Proposal", "ĐA"),
    ("project", "Dự án", "គម្រោង", "Project", "DA"),
    ("report", "Báo cáo", "របាយការណ៍", "Report", "BC"),
    ("minutes", "Biên bản", "កំណត់ហេតុ", "Minutes", "BB"),
    ("submission", "Tờ trình", "លិខិតស្នើ", "Submission", "TTr"),
    ("contract", "Hợp đồng", "កិច្ចសន្យា", "Contract", "HĐ"),
    ("telegram", "Công điện", "ទូរលេខ", "Urgent dispatch", "CĐ"),
    ("dispatch", "Công văn", "លិខិតផ្លូវការ", "Official letter", ""),
    ("law", "Luật", "ច្បាប់", "Law", ""),
    ("decree", "Nghị định", "អនុក្រឹត្យ", "Decree", "NĐ"),
    ("circular", "Thông tư", "សារាចរ", "Circular", "TT"),
    ("other", "Hình thức khác", "ទម្រង់ផ្សេង", "Another form", ""),
]
FIELDS = [
    ("finance", "Tài chính, ngân sách", "ហិរញ្ញវត្ថុ និងថវិកា", "Finance and budget"),
    ("economy", "Kinh tế, đầu tư", "សេដ្ឋកិច្ច និងវិនិយោគ", "Economy and investment"),
    ("land_environment", "Đất đai, môi trường", "ដីធ្លី និងបរិស្ថាន", "Land and environment"),
    ("agriculture", "Nông nghiệp, nông thôn", "កសិកម្ម និងជនបទ", "Agriculture and countryside"),
    ("building_transport", "Xây dựng, giao thông", "សំណង់ និងដឹកជញ្ជូន", "Building and transport"),
    ("education", "Giáo dục, đào tạo", "អប់រំ និងបណ្តុះបណ្តាល", "Education and training"),
    ("health", "Y tế", "សុខាភិបាល", "Health"),
    ("culture", "Văn hóa, thể thao, du lịch", "វប្បធម៌ កីឡា និងទេសចរណ៍", "Culture, sports and tourism"),
    ("labour_society", "Lao động, xã hội", "ការងារ និងសង្គម", "Labour and social affairs"),
    ("ethnic_religion", "Dân tộc, tôn giáo", "ជនជាតិ និងសាសនា", "Ethnic and religious affairs"),
    ("justice", "Tư pháp, hộ tịch", "យុត្តិធម៌ និងអត្រានុកូលដ្ឋាន", "Justice and civil status"),
    ("organisation", "Nội vụ, tổ chức bộ máy", "កិច្ចការផ្ទៃក្នុង និងរៀបចំអង្គភាព", "Internal affairs and organisation"),
    ("defence_security", "Quốc phòng, an ninh", "ការពារជាតិ និងសន្តិសុខ", "Defence and security"),
    (
        "technology",
        "Khoa học, công nghệ, chuyển đổi số",
        "វិទ្យាសាស្ត្រ បច្ចេកវិទ្យា និងឌីជីថល",
        "Science, technology and digital services",
    ),
    ("other", "Lĩnh vực khác", "វិស័យផ្សេង", "Other fields"),
]


def add_lists(apps, schema_editor):
    form, field = apps.get_model("catalogue", "DocumentForm"), apps.get_model("catalogue", "DocumentField")
    for position, (key, name_vi, name_km, name_en, abbreviation) in enumerate(FORMS, start=1):
        names = {"name_vi": name_vi, "name_km": name_km, "name_en": name_en}
        form.objects.create(key=key, abbreviation=abbreviation, position=position, **names)
    for position, (key, name_vi, name_km, name_en) in enumerate(FIELDS, start=1):
        field.objects.create(key=key, name_vi=name_vi, name_km=name_km, name_en=name_en, position=position)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_document_lists_tables")]

    operations = [migrations.RunPython(add_lists, migrations.RunPython.noop)]
