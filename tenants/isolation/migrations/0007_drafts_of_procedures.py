"""Drafts of procedures are the board's: a site's login reads what was published once, in whatever words it asks."""

from django.db import migrations

POLICY = """
    CREATE POLICY published_once ON procedure_catalogue_procedureversion FOR ALL
        USING (
            state = 'published' OR (state = 'withdrawn' AND number IS NOT NULL)
            OR (SELECT has_table_privilege('public.procedure_catalogue_change', 'SELECT') AS has_table_privilege)
        )
        WITH CHECK (true);
    ALTER TABLE procedure_catalogue_procedureversion ENABLE ROW LEVEL SECURITY;
"""
UNDONE = """
    ALTER TABLE procedure_catalogue_procedureversion DISABLE ROW LEVEL SECURITY;
    DROP POLICY published_once ON procedure_catalogue_procedureversion;
"""


class Migration(migrations.Migration):
    dependencies = [("isolation", "0006_jobs"), ("procedure_catalogue", "0006_words")]

    operations = [migrations.RunSQL(POLICY, UNDONE)]
