"""Forms of drafts are the board's, as the drafts are."""

from django.db import migrations

POLICY = """
    CREATE POLICY released ON procedure_catalogue_formfile FOR ALL
        USING (
            is_released
            OR (SELECT has_table_privilege('public.procedure_catalogue_change', 'SELECT') AS has_table_privilege)
        )
        WITH CHECK (true);
    ALTER TABLE procedure_catalogue_formfile ENABLE ROW LEVEL SECURITY;
"""
UNDONE = """
    ALTER TABLE procedure_catalogue_formfile DISABLE ROW LEVEL SECURITY;
    DROP POLICY released ON procedure_catalogue_formfile;
"""


class Migration(migrations.Migration):
    dependencies = [("isolation", "0007_drafts_of_procedures"), ("procedure_catalogue", "0007_form_files")]

    operations = [migrations.RunSQL(POLICY, UNDONE)]
