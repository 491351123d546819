"""A row in the queue is read by the worker, which acts for all sites: a site decides whose work it is, and nothing else.

A made-up list of workers ended every worker that met it, and of a made-up failure the worker imported what it named.
"""

from django.db import migrations

BEFORE = """
    ALTER POLICY own_work ON django_tasks_database_dbtaskresult WITH CHECK (
        task_path = 'tenants.isolation.tasks.run_in_site'
        AND args_kwargs #>> '{args,0}' <> 'public'
        AND has_schema_privilege(args_kwargs #>> '{args,0}', 'USAGE')
    );
"""
AFTER = """
    ALTER POLICY own_work ON django_tasks_database_dbtaskresult WITH CHECK (
        task_path = 'tenants.isolation.tasks.run_in_site' AND backend_name = 'queue' AND priority = 0
        AND status = 'READY' AND started_at IS NULL AND finished_at IS NULL AND return_value IS NULL
        AND worker_ids = '[]' AND exception_class_path = '' AND traceback = ''
        AND jsonb_typeof(args_kwargs) = 'object' AND (args_kwargs - 'args') = '{"kwargs": {}}'
        AND jsonb_typeof(args_kwargs -> 'args') = 'array'
        AND args_kwargs #>> '{args,0}' <> 'public'
        AND has_schema_privilege(args_kwargs #>> '{args,0}', 'USAGE')
    );
"""


class Migration(migrations.Migration):
    dependencies = [
        ("isolation", "0002_site_login"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [migrations.RunSQL(AFTER, BEFORE)]
