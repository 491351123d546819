from django.db import migrations

# What offices write in full and people shorten, or call otherwise. Each site may change its own.
FIRST = [
    ("UBND", "ủy ban nhân dân"),
    ("HĐND", "hội đồng nhân dân"),
    ("MTTQ", "mặt trận tổ quốc"),
    ("TTHC", "thủ tục hành chính"),
    ("CCCD", "căn cước công dân", "thẻ căn cước", "chứng minh nhân dân"),
    ("BHYT", "bảo hiểm y tế"),
    ("BHXH", "bảo hiểm xã hội"),
    ("sổ đỏ", "giấy chứng nhận quyền sử dụng đất"),
    ("một cửa", "bộ phận tiếp nhận và trả kết quả"),
    ("NTM", "nông thôn mới"),
    ("THPT", "trung học phổ thông"),
    ("THCS", "trung học cơ sở"),
    ("PCCC", "phòng cháy chữa cháy", "phòng cháy, chữa cháy"),
]


def add(apps, schema_editor):
    synonyms = apps.get_model("search", "Synonyms")
    for words in FIRST:
        synonyms.objects.create(words="\n".join(words))


class Migration(migrations.Migration):
    dependencies = [("search", "0002_vocabulary_and_pins")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
