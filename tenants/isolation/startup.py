"""What a web server and a worker make sure of before they serve anybody."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections

from tenants.connection import connection
from tenants.crossing import in_public
from tenants.isolation.checks import shares_connections
from tenants.registry.models import Tenant


def refuse_unsafe_start() -> None:
    """Raises ImproperlyConfigured where a pooler would hand one site's connection to another, or a site acts with the
    rights of the platform and SITE_LOGINS does not say that it may."""
    refuse_shared_connections()
    if settings.SITE_LOGINS == "required" and (names := _sites_without_login()):
        raise ImproperlyConfigured(
            f"These sites have no database login of their own: {', '.join(names)}. Run `manage.py upgrade`; where the"
            " user of DATABASE_URL may not create roles, SITE_LOGINS=preferred accepts that one login sees every site."
        )
    connections.close_all()


def refuse_shared_connections() -> None:
    """Raises ImproperlyConfigured for a pooler in transaction mode."""
    if shares_connections(DEFAULT_DB_ALIAS):
        raise ImproperlyConfigured(
            "DATABASE_URL leads to a pooler in transaction mode, which mixes sites: use session mode or no pooler."
        )
    connections.close_all()


def _sites_without_login() -> list[str]:
    """None in a database that has no tables yet."""
    with in_public():
        if "isolation_sitelogin" not in connection.introspection.table_names():
            return []
        return [tenant.full_name for tenant in Tenant.objects.filter(login=None).in_reading_order()[:10]]
