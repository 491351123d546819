"""Work that a site asks for is for at once, which the queue writes as the end of time; whatever had a time of its own, in
1970 for instance, went before everybody's. And it is nothing that Python can't read: a list in a list in a list, hundreds
deep, or a number of thousands of digits ended every worker that took it from the queue.
"""

from django.db import migrations

RULE = """
    ALTER POLICY own_work ON django_tasks_database_dbtaskresult WITH CHECK (
        task_path = 'tenants.isolation.tasks.run_in_site' AND backend_name = 'queue' AND priority = 0
        AND status = 'READY' AND started_at IS NULL AND finished_at IS NULL AND return_value IS NULL
        AND worker_ids = '[]' AND exception_class_path = '' AND traceback = ''
        AND jsonb_typeof(args_kwargs) = 'object' AND (args_kwargs - 'args') = '{"kwargs": {}}'
        AND jsonb_typeof(args_kwargs -> 'args') = 'array'
        AND args_kwargs #>> '{args,0}' <> 'public'
        AND has_schema_privilege(args_kwargs #>> '{args,0}', 'USAGE')
        %s
    );
"""
AFTER = """AND run_after > now() + '1000 years'::interval
        AND NOT args_kwargs @? '$.**{20}'::jsonpath AND args_kwargs::text !~ '[0-9]{250}'
"""


class Migration(migrations.Migration):
    dependencies = [("isolation", "0004_refused_work")]

    operations = [migrations.RunSQL(RULE.replace("%s", AFTER), RULE.replace("%s", ""))]
