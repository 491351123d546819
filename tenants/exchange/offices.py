"""Which offices a site may pass something on to: a commune to the unit that runs its board, and that unit to those
whose board it runs. Only to sites at work."""

from citizens.offices import Office
from tenants.connection import connection
from tenants.isolation.addresses import site_url
from tenants.isolation.tasks import queue_in_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle


class Sites:
    """`citizens.offices.Offices` of this installation, keyed by schema."""

    def within_reach(self) -> list[Office]:
        return [Office(tenant.schema_name, tenant.full_name) for tenant in reachable_from(here())]

    def address_of(self, key: str, path: str) -> str:
        tenant = Tenant.objects.open_to_visitors().with_addresses().filter(schema_name=key).first()
        return site_url(tenant, path) if tenant else ""

    def carry(self, parcel: str) -> None:
        queue_in_site("tenants.exchange.tasks.carry", parcel)


def here() -> Tenant:
    """The site at hand. Raises Tenant.DoesNotExist outside one."""
    tenant = connection.tenant
    return tenant if isinstance(tenant, Tenant) else Tenant.objects.get(schema_name=connection.schema_name)


def reachable_from(tenant: Tenant) -> list[Tenant]:
    """The board's own unit first, then by name."""
    near = Tenant.objects.filter(parent=tenant)
    if tenant.parent_id:
        near |= Tenant.objects.filter(pk=tenant.parent_id)
    return list(near.filter(lifecycle=Lifecycle.ACTIVE).in_reading_order())
