"""The sites of the units below the district: the single site has them written down, where the portal looks them up."""

from tenants.isolation.neighbours import neighbours_of
from tenants.registry.models import Tenant
from tests.bench.records import Unit


def units_below(*, slug: str) -> list[Unit]:
    units = neighbours_of(Tenant.objects.get(slug=slug)).units
    return [Unit(unit.name, unit.address) for unit in units]
