"""`manage.py addresses`: where the sites are to be visited, for whoever has just started to serve them."""

from typing import Any

from django.core.management.base import BaseCommand

from tenants.crossing import all_tenants
from tenants.isolation.addresses import site_url
from tenants.registry.states import Lifecycle

MOST = 20


class Command(BaseCommand):
    help = "Lists the addresses of the sites, those of units that run a board first."

    def handle(self, **options: Any) -> None:
        tenants = [tenant for tenant in all_tenants() if tenant.lifecycle != Lifecycle.PREPARING]
        for tenant in tenants[:MOST]:
            self.stdout.write(f"  {site_url(tenant):56} {tenant.full_name}")
        if len(tenants) > MOST:
            self.stdout.write(f"  and {len(tenants) - MOST} more: `manage.py site list` names them all.")
        if not tenants:
            self.stdout.write("  There is no site yet: `make seed` fills the demo district.")
