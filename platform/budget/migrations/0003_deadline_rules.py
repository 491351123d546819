import datetime

from django.db import migrations

# Luật Dân chủ cơ sở has a commune publish its budget (art 11) within five working days, on its site where it has one.
RULES = [(5, datetime.date(2023, 7, 1), "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, điều 11–13")]


def add_rules(apps, schema_editor):
    deadline = apps.get_model("budget", "Deadline")
    for working_days, valid_from, legal_basis in RULES:
        deadline.objects.create(working_days=working_days, valid_from=valid_from, legal_basis=legal_basis)


class Migration(migrations.Migration):
    dependencies = [("budget", "0002_deadline")]

    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
