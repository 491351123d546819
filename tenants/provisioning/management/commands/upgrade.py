"""`manage.py upgrade`: after every new version of the code, and on an empty database."""

from typing import Any

from django.core.management.base import BaseCommand

from tenants.provisioning.upgrade import upgrade


class Command(BaseCommand):
    help = "Migrates the shared schema, the template of new sites and every site, whatever its lifecycle."

    def handle(self, **options: Any) -> None:
        upgrade(lambda line: self.stdout.write(f"  {line}"))
        self.stdout.write("The database is up to date.")
