"""`manage.py demo`: the report's own year to look at."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.roles import Role
from tenants.crossing import all_tenants
from tenants.demo.actions import PASSWORD, demo_address, demo_orders, seed
from tenants.isolation.addresses import site_url


class Command(BaseCommand):
    help = "Fills an installation with demo data, or says where to look at it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["seed", "show"])

    def handle(self, *, verb: str, **options: Any) -> None:
        if verb == "seed":
            started = time.monotonic()
            seed(lambda line: self.stdout.write(f"  {line}"))
            self.stdout.write(f"Demo content is complete ({time.monotonic() - started:.0f} s).")
        else:
            self._show_sites()
        self._show_accounts()

    def _show_sites(self) -> None:
        """Those that have the accounts: others may have been created since."""
        demo = {order.slug for order in demo_orders().values()}
        self.stdout.write("Demo sites:")
        for tenant in all_tenants():
            if tenant.slug in demo:
                self.stdout.write(f"  {site_url(tenant):48} {tenant.full_name}")

    def _show_accounts(self) -> None:
        self.stdout.write("\nDemo accounts, on each demo site, at /admin/:")
        for role in Role:
            self.stdout.write(f"  {demo_address(role):32} {PASSWORD:20} {role.value}")
        self.stdout.write("The district's administrator creates sites under “Sites” (Các trang).\n")
