"""`manage.py site …`: creates sites and moves them through their lifecycle."""

import datetime
import json
import time
from argparse import ArgumentTypeError, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter
from django.utils import translation

from pages.models import Skin
from tenants.crossing import all_tenants, in_public
from tenants.isolation.addresses import site_url
from tenants.provisioning import actions, archives, lifecycle, logins
from tenants.provisioning.models import Step
from tenants.provisioning.orders import Order, below_the_only_board, check_order
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

EXAMPLES = """\
examples:
  manage.py site list
  manage.py site create "Đại An" --kind commune --code 29491 --code-from 2023-01-01 \\
      --admin someone@example.vn --parent huyen-tra-cu
  manage.py site suspend xa-dai-an --reason "Bảo trì máy chủ" --until 2026-12-01
  manage.py site resume xa-dai-an
  manage.py site domain add xa-dai-an daian.example.gov.vn --primary
  manage.py site delete xa-dai-an --confirm "Xã Đại An"

Each verb has a help of its own: manage.py site create --help
"""
# How a field is called on the command line, where it is an option.
OPTIONS = {
    "kind": "--kind",
    "code": "--code",
    "code_valid_from": "--code-from",
    "admin_email": "--admin",
    "admin_name": "--admin-name",
    "parent_slug": "--parent",
    "skin": "--skin",
    "reason": "--reason",
    "expected_until": "--until",
}
# What the administrator of the installation may know, and whoever guesses addresses in a browser may not.
WHY_NO_INVITATION = {
    "no_account": "{slug} has no account {email}: its people are entered on the site itself, under Settings → Users.",
    "has_password": "{email} has chosen a password on {slug} already; the page to sign in offers another one.",
}


class Formatter(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Leaves the examples as they are written."""


def iso_date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date written as YYYY-MM-DD") from None


class Command(BaseCommand):
    help = "Creates sites and moves them through their lifecycle."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, epilog=EXAMPLES, formatter_class=Formatter, **kwargs)

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
        rename = verbs.add_parser("rename", help="another name; short name and addresses stay")
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
        parser.add_argument(
            "--parent",
            default="",
            help="short name of the unit that runs the board; where there is only one it goes without saying",
        )
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
                raise CommandError("\n".join(_lines(error, verb))) from None
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
        with in_public():
            order = below_the_only_board(order)
            check_order(order)
        started = time.monotonic()
        tenant = actions.create_site(order=order, by=BY, report=self._report)
        seconds = time.monotonic() - started
        self.stdout.write(f"{tenant.full_name} ({tenant.slug}) is live at {site_url(tenant)} ({seconds:.2f} s).")
        self.stdout.write(f"{_the_link()} to {order.admin_email}.")

    def _report(self, step: Step) -> None:
        self.stdout.write(f"  {step.label}")

    def _list(self, options: dict[str, Any]) -> None:
        tenants = all_tenants()
        slugs = {tenant.pk: tenant.slug for tenant in tenants}
        rows = [_as_row(tenant, parent=slugs.get(tenant.parent_id or 0)) for tenant in tenants]
        if options["as_json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for row in rows:
            first = f"{row['slug']:28} {row['lifecycle']:10} {row['code']:6} {row['parent'] or '–':20}"
            self.stdout.write(f"{first} {row['host']:44} {row['name']}")

    def _suspend(self, options: dict[str, Any]) -> None:
        tenant, until = _find(options["slug"]), options["until"]
        lifecycle.suspend_site(tenant=tenant, by=BY, reason=options["reason"], expected_until=until)
        notice = f"the notice and {until:%d/%m/%Y} as the day of return" if until else "the notice"
        self.stdout.write(f"{tenant.full_name} is suspended: visitors read {notice}, staff may sign in.")
        self.stdout.write(f"`site resume {tenant.slug}` opens it again.")

    def _resume(self, options: dict[str, Any]) -> None:
        tenant = _find(options["slug"])
        lifecycle.resume_site(tenant=tenant, by=BY)
        self.stdout.write(f"{tenant.full_name} is in full service again at {site_url(tenant)}")

    def _archive(self, options: dict[str, Any]) -> None:
        tenant = _find(options["slug"])
        lifecycle.archive_site(tenant=tenant, by=BY, reason=options["reason"])
        self.stdout.write(f"{tenant.full_name} is archived: everybody may read it, nobody may change it.")
        self.stdout.write(f"`site resume {tenant.slug}` returns it to service.")

    def _rename(self, options: dict[str, Any]) -> None:
        tenant = actions.rename_site(tenant=_find(options["slug"]), name=options["name"])
        self.stdout.write(f"{tenant.slug} is {tenant.full_name} now. Its short name and its address stay as they were.")

    def _invite(self, options: dict[str, Any]) -> None:
        tenant, email = _find(options["slug"]), options["email"].strip()
        try:
            actions.invite_again(tenant=tenant, email=email)
        except ValidationError as error:
            reason = WHY_NO_INVITATION.get(error.error_dict["email"][0].code or "")
            if reason is None:
                raise
            raise CommandError(reason.format(slug=tenant.slug, email=email)) from None
        self.stdout.write(f"{_the_link()} to {email}.")

    def _delete(self, options: dict[str, Any]) -> None:
        tenant = _find(options["slug"])
        archives.refuse_deletion(tenant)
        typed = options["confirm"]
        folder = archives.delete_site(
            tenant=tenant, typed_name=self._ask_for_name(tenant) if typed is None else typed, by=BY, report=self._say
        )
        self.stdout.write(f"Deleted. Its dump lies in {folder}")

    def _ask_for_name(self, tenant: Tenant) -> str:
        try:
            return input(f"To delete this site with all its pages and files, type its full name ({tenant}): ")
        except EOFError:
            self.stdout.write("")
            raise CommandError(
                f'Nobody is there to answer, and nothing was deleted: pass --confirm "{tenant.full_name}".'
            ) from None

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


def _the_link() -> str:
    """Says who sends it, and where it goes without a mail server."""
    place = "" if settings.EMAIL_HOST else f", as a file in {settings.EMAIL_FILE_PATH},"
    return f"The worker mails a link to choose a password{place}"


def _as_row(tenant: Tenant, *, parent: str | None) -> dict[str, Any]:
    return {
        "slug": tenant.slug,
        "name": tenant.full_name,
        "kind": tenant.kind,
        "code": tenant.code,
        "code_valid_from": tenant.code_valid_from.isoformat(),
        "parent": parent,
        "lifecycle": Lifecycle(tenant.lifecycle).value,
        "host": tenant.primary_host,
        "aliases": [domain.host for domain in tenant.domains.all() if not domain.is_primary],
        "schema": tenant.schema_name,
    }


def _lines(error: ValidationError, verb: str) -> list[str]:
    """Each with the word that was typed wrong."""
    if not hasattr(error, "error_dict"):
        return error.messages
    words = {**OPTIONS, "host": "--host"} if verb == "create" else OPTIONS
    return [
        message if field == NON_FIELD_ERRORS else f"{words.get(field, field)}: {message}"
        for field, messages in error.message_dict.items()
        for message in messages
    ]
