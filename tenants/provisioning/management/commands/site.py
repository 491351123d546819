"""`manage.py site …`: creates sites and moves them through their lifecycle."""

import datetime
import json
import time
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from pages.models import Skin
from tenants.crossing import all_tenants, in_public
from tenants.provisioning import actions, archives, lifecycle, logins
from tenants.provisioning.models import Step
from tenants.provisioning.orders import Order
from tenants.provisioning.pg_programs import ProgramFailed, ProgramMissing
from tenants.provisioning.template import TemplateMissing
from tenants.registry.models import Tenant
from tenants.registry.states import Kind, Lifecycle

BY = "manage.py site"
REFUSALS = (
    logins.LoginsImpossible,
    archives.StillReferred,
    archives.ArchiveUnusable,
    TemplateMissing,
    ProgramMissing,
    ProgramFailed,
)


def iso_date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date written as YYYY-MM-DD") from None


class Command(BaseCommand):
    help = "Creates sites and moves them through their lifecycle."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        self._add_create(verbs.add_parser("create", help="a new site"))
        verbs.add_parser("list", help="all sites").add_argument("--json", action="store_true", dest="as_json")
        for verb, text in (
            ("suspend", "503 with a notice for visitors, staff may sign in"),
            ("resume", "back in full service"),
            ("archive", "readable, no longer changed"),
        ):
            one = verbs.add_parser(verb, help=text)
            one.add_argument("slug")
            if verb != "resume":
                one.add_argument("--reason", default="", help="notice to visitors")
            if verb == "suspend":
                one.add_argument("--until", type=iso_date, help="expected day of return, YYYY-MM-DD")
        rename = verbs.add_parser("rename", help="another name; addresses stay")
        rename.add_argument("slug")
        rename.add_argument("name", help="without the kind of unit")
        invite = verbs.add_parser("invite", help="another link for somebody who has no password yet")
        invite.add_argument("slug")
        invite.add_argument("email")
        delete = verbs.add_parser("delete", help="dump a site, then remove it and its files")
        delete.add_argument("slug")
        delete.add_argument("--confirm", help="the full name, as in `site list`; asked for where it is missing")
        verbs.add_parser("restore", help="a deleted site from its dump").add_argument("folder", type=Path)
        rotate = verbs.add_parser("rotate-credentials", help="new passwords for the sites' database logins")
        rotate.add_argument("slug", nargs="*", help="all sites without one")
        self._add_domain(verbs.add_parser("domain", help="host names of a site"))

    def _add_create(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="without the kind of unit: Đại An")
        parser.add_argument("--kind", choices=Kind.values, default=Kind.COMMUNE.value)
        parser.add_argument("--code", required=True, help="official code")
        parser.add_argument("--code-from", type=iso_date, required=True, help="day from which the code holds")
        parser.add_argument("--admin", required=True, help="e-mail address of the first administrator")
        parser.add_argument("--admin-name", default="")
        parser.add_argument("--parent", default="", help="short name of the unit that runs the board")
        parser.add_argument("--host", default="", help="instead of <kind>-<name>.BASE_DOMAIN")
        parser.add_argument("--skin", choices=Skin.values, default=Skin.FLAG.value)

    def _add_domain(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="domain_verb", required=True)
        for verb in ("add", "remove"):
            one = verbs.add_parser(verb)
            one.add_argument("slug")
            one.add_argument("host")
            if verb == "add":
                one.add_argument("--primary", action="store_true", help="the others become aliases that redirect")

    def handle(self, *, verb: str, **options: Any) -> None:
        with translation.override("en"):
            try:
                getattr(self, f"_{verb.replace('-', '_')}")(options)
            except ValidationError as error:
                raise CommandError("\n".join(_lines(error))) from None
            except REFUSALS as error:
                raise CommandError(str(error)) from None

    def _create(self, options: dict[str, Any]) -> None:
        order = Order(
            name=options["name"],
            kind=options["kind"],
            code=options["code"],
            code_valid_from=options["code_from"],
            admin_email=options["admin"],
            admin_name=options["admin_name"],
            parent_slug=options["parent"],
            host=options["host"],
            skin=options["skin"],
        )
        started = time.monotonic()
        tenant = actions.create_site(order=order, by=BY, report=self._report)
        self.stdout.write(f"{tenant.full_name}: {tenant.slug}, {time.monotonic() - started:.2f} s")

    def _report(self, step: Step) -> None:
        self.stdout.write(f"  {step.label}")

    def _list(self, options: dict[str, Any]) -> None:
        rows = [_as_row(tenant) for tenant in all_tenants()]
        if options["as_json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for row in rows:
            self.stdout.write(f"{row['slug']:28} {row['lifecycle']:10} {row['code']:6} {row['host']:44} {row['name']}")

    def _suspend(self, options: dict[str, Any]) -> None:
        change = lifecycle.suspend_site(
            tenant=_find(options["slug"]), by=BY, reason=options["reason"], expected_until=options["until"]
        )
        self.stdout.write(str(change))

    def _resume(self, options: dict[str, Any]) -> None:
        self.stdout.write(str(lifecycle.resume_site(tenant=_find(options["slug"]), by=BY)))

    def _archive(self, options: dict[str, Any]) -> None:
        change = lifecycle.archive_site(tenant=_find(options["slug"]), by=BY, reason=options["reason"])
        self.stdout.write(str(change))

    def _rename(self, options: dict[str, Any]) -> None:
        tenant = actions.rename_site(tenant=_find(options["slug"]), name=options["name"])
        self.stdout.write(f"{tenant.slug} is {tenant.full_name} now.")

    def _invite(self, options: dict[str, Any]) -> None:
        actions.invite_again(tenant=_find(options["slug"]), email=options["email"])
        self.stdout.write("The worker sends the link.")

    def _delete(self, options: dict[str, Any]) -> None:
        tenant = _find(options["slug"])
        typed = options["confirm"]
        if typed is None:
            typed = input(f"To delete this site with all its pages and files, type its full name ({tenant}): ")
        folder = archives.delete_site(tenant=tenant, typed_name=typed, by=BY, report=self._say)
        self.stdout.write(f"Deleted. Its dump lies in {folder}")

    def _restore(self, options: dict[str, Any]) -> None:
        tenant = archives.restore_site(folder=options["folder"], by=BY, report=self._say)
        self.stdout.write(f"{tenant.full_name} is back, suspended: `site resume {tenant.slug}` opens it.")

    def _rotate_credentials(self, options: dict[str, Any]) -> None:
        tenants = [_find(slug) for slug in options["slug"]] or all_tenants()
        for tenant in tenants:
            logins.change_password(tenant)
            self.stdout.write(f"{tenant.slug}: a new password")

    def _domain(self, options: dict[str, Any]) -> None:
        tenant = _find(options["slug"])
        if options["domain_verb"] == "add":
            actions.add_domain(tenant=tenant, host=options["host"], primary=options["primary"])
        else:
            actions.remove_domain(tenant=tenant, host=options["host"])
        for domain in _find(tenant.slug).domains.all():
            self.stdout.write(f"{domain.host} (primary)" if domain.is_primary else domain.host)

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line}")


def _find(slug: str) -> Tenant:
    with in_public():
        tenant = Tenant.objects.with_addresses().filter(slug=slug).first()
    if tenant is None:
        raise CommandError(f"There is no site {slug!r}; `manage.py site list` names them all.")
    return tenant


def _as_row(tenant: Tenant) -> dict[str, Any]:
    return {
        "slug": tenant.slug,
        "name": tenant.full_name,
        "kind": tenant.kind,
        "code": tenant.code,
        "code_valid_from": tenant.code_valid_from.isoformat(),
        "lifecycle": Lifecycle(tenant.lifecycle).value,
        "host": tenant.primary_host,
        "aliases": [domain.host for domain in tenant.domains.all() if not domain.is_primary],
        "schema": tenant.schema_name,
    }


def _lines(error: ValidationError) -> list[str]:
    if hasattr(error, "error_dict"):
        return [f"{field}: {message}" for field, messages in error.message_dict.items() for message in messages]
    return error.messages
