import datetime

from django.db import migrations

# (kind, working days, basis, is it law?). What decree 43/2011 said is the usual default of an office and no longer law.
FORMER = "Mặc định của đơn vị, theo Điều 17 Nghị định 43/2011/NĐ-CP (đã hết hiệu lực)"
ACCESS = "Luật Tiếp cận thông tin 104/2016/QH13, yêu cầu qua mạng"
DEADLINES = [
    ("question", 15, FORMER, False),
    ("feedback", 5, "Nghị định 20/2008/NĐ-CP, sửa đổi bởi Nghị định 92/2017/NĐ-CP: chuyển cơ quan có thẩm quyền", True),
    ("access", 3, f"{ACCESS}: thông tin đơn giản", True),
    ("access-complex", 15, f"{ACCESS}: thông tin phức tạp", True),
]
SINCE = datetime.date(2018, 7, 1)


def add_deadlines(apps, schema_editor):
    deadline = apps.get_model("catalogue", "Deadline")
    for kind, working_days, basis, is_law in DEADLINES:
        deadline.objects.create(kind=kind, working_days=working_days, valid_from=SINCE, basis=basis, is_law=is_law)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0006_deadline_tables")]

    operations = [migrations.RunPython(add_deadlines, migrations.RunPython.noop)]
