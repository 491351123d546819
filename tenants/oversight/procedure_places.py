"""On which of the board's sites readers find a procedure.

Every site at work shows what is in force at its own level, so the registry knows the answer. What a site adds of its
own (its desk, whether it offers the procedure) is to be asked here too, once sites have that: with
`crossing.in_each_site`, outside any transaction.
"""

from dataclasses import dataclass

from procedure_catalogue.models import ProcedureVersion
from procedure_catalogue.states import Level
from tenants.isolation.addresses import site_url
from tenants.registry.models import Tenant
from tenants.registry.states import Kind, Lifecycle


@dataclass(frozen=True)
class Place:
    """`is_shown`: to readers, today, if the version is in force."""

    name: str
    address: str
    is_at_work: bool
    is_own_level: bool

    @property
    def is_shown(self) -> bool:
        return self.is_at_work and self.is_own_level


def places_of(version: ProcedureVersion, board: Tenant) -> list[Place]:
    """The board's own unit first."""
    sites = Tenant.objects.run_by(board).in_reading_order().with_addresses()
    return [
        Place(
            name=tenant.full_name,
            address=site_url(tenant, "/"),
            is_at_work=tenant.lifecycle == Lifecycle.ACTIVE,
            is_own_level=level_of(tenant) in version.levels,
        )
        for tenant in sites
    ]


def level_of(tenant: Tenant) -> str:
    return {Kind.PROVINCE: Level.PROVINCE, Kind.DISTRICT: Level.DISTRICT}.get(Kind(tenant.kind), Level.COMMUNE)
