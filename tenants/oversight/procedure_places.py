"""On which of the board's sites readers find a procedure. The registry knows which sites are at work; which levels a
site shows, and whether it offers the procedure, it says itself: it is asked, outside any transaction."""

import logging
from dataclasses import dataclass

from django.db import transaction

from procedure_catalogue.models import ProcedureVersion
from procedures.figures import Shown, shown
from tenants.crossing import in_each_site
from tenants.isolation.addresses import site_url
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle

logger = logging.getLogger(__name__)
NOTHING = Shown(is_own_level=False, is_withheld=False)


@dataclass(frozen=True)
class Place:
    """`is_shown`: to readers, today, if the version is in force."""

    name: str
    address: str
    is_at_work: bool
    is_own_level: bool
    is_withheld: bool = False

    @property
    def is_shown(self) -> bool:
        return self.is_at_work and self.is_own_level and not self.is_withheld


def places_of(version: ProcedureVersion, board: Tenant) -> list[Place]:
    """The board's own unit first. A site that can't be asked shows nothing."""
    sites = list(Tenant.objects.run_by(board).in_reading_order().with_addresses())
    at_work = [tenant for tenant in sites if tenant.lifecycle == Lifecycle.ACTIVE]
    answers, failures = in_each_site(lambda __: transaction.atomic(shown)(version), tenants=at_work)
    for failure in failures:
        logger.error("The procedures of %s can't be read", failure.tenant, exc_info=failure.error)
    said = {tenant.pk: answer for tenant, answer in answers}
    return [
        Place(
            name=tenant.full_name,
            address=site_url(tenant, "/"),
            is_at_work=tenant.lifecycle == Lifecycle.ACTIVE,
            is_own_level=said.get(tenant.pk, NOTHING).is_own_level,
            is_withheld=said.get(tenant.pk, NOTHING).is_withheld,
        )
        for tenant in sites
    ]
