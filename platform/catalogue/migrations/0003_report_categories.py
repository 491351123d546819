from django.db import migrations

# The ten sections of the board's yearly report, in its order.
CATEGORIES = [
    ("news", "Tin tức, bài viết", "ព័ត៌មាន និងអត្ថបទ", "News and articles"),
    ("directives", "Chỉ đạo điều hành, văn bản mới", "ការដឹកនាំ និងឯកសារថ្មី", "Directives and new documents"),
    ("leader_calendar", "Lịch công tác của lãnh đạo", "កាលវិភាគការងាររបស់ថ្នាក់ដឹកនាំ", "Leaders' work calendar"),
    ("policy_outreach", "Tuyên truyền, chính sách pháp luật", "ការផ្សព្វផ្សាយ និងច្បាប់", "Policy and law outreach"),
    ("notices_reports", "Thông báo, báo cáo", "សេចក្តីជូនដំណឹង និងរបាយការណ៍", "Notices and reports"),
    ("planning", "Quy hoạch, kế hoạch", "ផែនការ", "Planning"),
    ("budget_disclosure", "Công khai ngân sách", "ការផ្សព្វផ្សាយថវិកា", "Budget disclosure"),
    ("new_countryside", "Chung tay xây dựng nông thôn mới", "រួមគ្នាកសាងជនបទថ្មី", "Building the new countryside"),
    ("administrative_reform", "Cải cách hành chính", "កំណែទម្រង់រដ្ឋបាល", "Administrative reform"),
    ("other", "Thông tin khác", "ព័ត៌មានផ្សេងៗ", "Other information"),
]


def add_categories(apps, schema_editor):
    category = apps.get_model("catalogue", "Category")
    for position, (key, name_vi, name_km, name_en) in enumerate(CATEGORIES, start=1):
        category.objects.create(key=key, name_vi=name_vi, name_km=name_km, name_en=name_en, position=position)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_vietnamese_search")]

    operations = [migrations.RunPython(add_categories, migrations.RunPython.noop)]
