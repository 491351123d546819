"""Brings every schema to the state of the code: the shared one, the template, and each site of each lifecycle."""

import logging
from collections.abc import Callable

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tenants.crossing import all_tenants, in_public, in_site
from tenants.provisioning.actions import align_address, renew_site_roles
from tenants.provisioning.logins import give_login, renew_groups
from tenants.provisioning.rights import mend_rights
from tenants.provisioning.template import refresh_template
from tenants.registry.models import Tenant

logger = logging.getLogger(__name__)
Report = Callable[[str], None]


class UpgradeFailed(RuntimeError):
    """Names the sites that are not up to date."""


def upgrade(report: Report) -> None:
    """Safe to repeat, and to run again after it was killed: each schema is migrated by itself.

    A site that fails does not stop the others; raises UpgradeFailed at the end, naming those that did.
    """
    report("shared tables")
    call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
    refresh_template(report)
    renew_groups()
    tenants = all_tenants()
    failed: list[str] = []
    for number, tenant in enumerate(tenants, start=1):
        try:
            if is_behind(tenant):
                report(f"site {number} of {len(tenants)}: {tenant.full_name}")
                migrate(tenant)
            with in_public():
                give_login(tenant)
            align_address(tenant)
            renew_site_roles(tenant)
        except Exception:
            logger.exception("The upgrade of %s failed", tenant.full_name)
            failed.append(tenant.full_name)
    mend_rights(report)
    if failed:
        raise UpgradeFailed(f"These sites are not up to date, the log says why: {', '.join(failed)}")


def is_behind(tenant: Tenant) -> bool:
    """The site's schema lacks a migration that the code has."""
    with in_site(tenant):
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate(tenant: Tenant) -> None:
    call_command("migrate_schemas", schema_name=tenant.schema_name, interactive=False, verbosity=0)
