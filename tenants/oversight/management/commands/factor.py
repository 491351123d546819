"""`manage.py factor reset …`: for the last administrator of a site who has lost phone and recovery codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from lib.clients import Client
from signin.factors import reset
from signin.queries import has_factor
from tenants.crossing import all_tenants, in_site


class Command(BaseCommand):
    help = "Resets the second factor of somebody who can't sign in any more. Make sure who is asking."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        one = verbs.add_parser("reset", help="the password alone lets in until there is another factor")
        one.add_argument("slug", help="short name of the site")
        one.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        tenant = next((tenant for tenant in all_tenants() if tenant.slug == options["slug"]), None)
        if tenant is None:
            raise CommandError(f"There is no site {options['slug']!r}.")
        with in_site(tenant):
            person = User.objects.filter(email__iexact=options["email"]).first()
            if person is None or not has_factor(person):
                raise CommandError(f"Nobody with the address {options['email']!r} has a second factor on this site.")
            reset(person=person, by=None, client=Client(browser="manage.py"))
        self.stdout.write(f"The second factor of {person.email} on {tenant.full_name} is gone.")
