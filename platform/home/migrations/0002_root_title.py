from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def name_root(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Wagtail calls it `Root`, and breadcrumbs show that to everybody."""
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title="Root")
    root.update(title="Trang gốc", draft_title="Trang gốc")


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial")]
    operations = [migrations.RunPython(name_root, migrations.RunPython.noop)]
