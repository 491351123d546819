"""Brings every schema to the state of the code: the shared one, the template, and each site of each lifecycle."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tenants.crossing import all_tenants, in_site
from tenants.provisioning.actions import align_address
from tenants.provisioning.template import refresh_template
from tenants.registry.models import Tenant

Report = Callable[[str], None]


def upgrade(report: Report) -> None:
    """Safe to repeat, and to run again after it was killed: each schema is migrated by itself."""
    report("shared tables")
    call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
    refresh_template(report)
    tenants = all_tenants()
    for number, tenant in enumerate(tenants, start=1):
        if is_behind(tenant):
            report(f"site {number} of {len(tenants)}: {tenant.full_name}")
            migrate(tenant)
        align_address(tenant)


def is_behind(tenant: Tenant) -> bool:
    """The site's schema lacks a migration that the code has."""
    with in_site(tenant):
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate(tenant: Tenant) -> None:
    call_command("migrate_schemas", schema_name=tenant.schema_name, interactive=False, verbosity=0)
