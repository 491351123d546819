from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("isolation", "0003_work_as_it_is_asked_for")]

    operations = [
        migrations.AddField(
            model_name="heartbeat",
            name="refused_at",
            field=models.DateTimeField(null=True),
        ),
    ]
