"""`manage.py upgrade`: after every new version of the code, and on an empty database."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from tenants.isolation.startup import refuse_shared_connections
from tenants.provisioning.locks import LockHeld
from tenants.provisioning.logins import LoginsImpossible
from tenants.provisioning.upgrade import UpgradeFailed, upgrade


class Command(BaseCommand):
    help = "Migrates the shared schema, the template of new sites and every site, whatever its lifecycle."

    def handle(self, **options: Any) -> None:
        if settings.PRODUCTION:
            refuse_shared_connections()
        try:
            upgrade(lambda line: self.stdout.write(f"  {line}"))
        except (UpgradeFailed, LoginsImpossible) as error:
            raise CommandError(str(error)) from None
        except LockHeld as error:
            raise CommandError(error.message) from None
        self.stdout.write("The database is up to date.")
