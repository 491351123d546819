"""Soon after something was published, the worker copies it; the clock catches what no call announced."""

from django.core.cache import cache
from django_tasks import task

from tenants.connection import connection
from tenants.isolation.tasks import queue_in_site
from tenants.registry.models import Tenant
from tenants.syndication.actions import renew_site

ASKED_FOR = "shared-index-asked-for"
# A call that was lost stands in the way of others no longer than until the clock has its turn.
SECONDS = 60


def ask_for_renewal() -> None:
    """On the site at hand, which may be one in the making that nobody copies. Once for all that is published before the
    worker comes to it, as with an import."""
    if isinstance(connection.tenant, Tenant) and cache.add(ASKED_FOR, True, SECONDS):
        queue_in_site("tenants.syndication.tasks.renew")


@task(queue_name="worker")
def renew() -> None:
    """Runs at the site whose index has changed. What is published from now on asks again."""
    cache.delete(ASKED_FOR)
    renew_site(tenant=Tenant.objects.get(schema_name=connection.schema_name))
