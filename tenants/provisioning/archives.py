"""The end of a site and the way back: a dump of schema and files, the removal, the return from the dump."""

import datetime
import json
import re
import shutil
import tarfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django_tasks_db.models import DBTaskResult
from django_tenants.postgresql_backend.base import FakeTenant

from lib.vietnamese import to_nfc
from tenants.connection import connection
from tenants.crossing import in_public, in_site
from tenants.isolation.hosts import forget_addresses
from tenants.isolation.storage import media_folder
from tenants.isolation.tasks import queue_in_site
from tenants.provisioning.actions import hold_creations
from tenants.provisioning.lifecycle import archive_site
from tenants.provisioning.logins import give_login, take_login
from tenants.provisioning.models import SiteCreation
from tenants.provisioning.orders import host_errors
from tenants.provisioning.pg_programs import dump_schema, find_program
from tenants.provisioning.unpacking import unpack
from tenants.provisioning.upgrade import is_behind, migrate
from tenants.registry.models import Domain, LifecycleChange, Tenant
from tenants.registry.states import Lifecycle

Report = Callable[[str], None]

FACTS = "site.json"
SCHEMA = "schema.sql"
MEDIA = "media.tar.gz"
IDENTITY = ("id", "schema_name", "slug", "name", "kind", "code")


_REMOVED = gettext_noop("This site is being removed.")
_RESTORED = gettext_noop("This site is being restored.")


class StillReferred(RuntimeError):
    """Something of another site refers to this one; says what."""


class NotATrial(RuntimeError):
    """The site is a real one."""


class ArchiveUnusable(RuntimeError):
    """The folder holds no complete dump, or what it holds stands already."""


def delete_site(*, tenant: Tenant, typed_name: str, by: str, report: Report = lambda line: None) -> Path:
    """Close the site, dump it, remove it. Returns the folder of the dump.

    Raises ValidationError unless the full name was typed, StillReferred while other sites refer to it,
    ProgramMissing or ProgramFailed where it can't be dumped. Killed before the removal is committed it leaves an
    archived site and perhaps a dump; run again it goes on. Killed after it, the worker removes the files.
    """
    if to_nfc(typed_name).strip() != tenant.full_name:
        raise ValidationError(_("The name does not match: nothing was deleted."))
    refuse_deletion(tenant)
    if tenant.lifecycle != Lifecycle.ARCHIVED:
        archive_site(tenant=tenant, by=by, reason=_for_visitors(_REMOVED))
        # Until every process knows that nothing may be written any more.
        time.sleep(settings.HOST_CACHE_SECONDS)
    _await_last_words(tenant)
    report("writing the dump")
    folder = dump_site(tenant)
    report("removing the schema")
    _drop(tenant)
    report("removing the files")
    remove_files(tenant.schema_name)
    forget_addresses()
    return folder


def refuse_deletion(tenant: Tenant) -> None:
    """Raises StillReferred or ProgramMissing where the site can't be deleted, whatever name is typed."""
    _refuse_while_referred(tenant)
    find_program("pg_dump")


def discard_trial(*, tenant: Tenant) -> None:
    """Remove a site that was never opened to anybody, and the record of its creation; no dump is left.

    Raises NotATrial for any other site.
    """
    with in_public():
        if not Tenant.objects.filter(pk=tenant.pk, lifecycle=Lifecycle.PREPARING).exists():
            raise NotATrial(f"{tenant.full_name} was opened: only a site that never was goes without a dump.")
        SiteCreation.objects.filter(tenant=tenant, order__is_trial=True).delete()
    _drop(tenant)
    remove_files(tenant.schema_name)
    forget_addresses()


def remove_files(schema_name: str) -> None:
    """The files of a site that is no more. Where one of that schema stands, returned from its dump, nothing is done."""
    with in_public(), transaction.atomic():
        hold_creations()
        if not Tenant.objects.filter(schema_name=schema_name).exists():
            shutil.rmtree(media_folder(schema_name), ignore_errors=True)


def dump_site(tenant: Tenant) -> Path:
    """Facts, schema and files of a site in a folder of its own below ARCHIVE_ROOT; complete or not there at all."""
    name = f"{tenant.slug}-{timezone.now():%Y%m%d-%H%M%S-%f}"
    folder, unfinished = settings.ARCHIVE_ROOT / name, settings.ARCHIVE_ROOT / f".{name}"
    unfinished.mkdir(parents=True, mode=0o700)
    (unfinished / FACTS).write_bytes(json.dumps(_facts(tenant), ensure_ascii=False, indent=2).encode())
    (unfinished / SCHEMA).write_bytes(dump_schema(tenant.schema_name).encode())
    with tarfile.open(unfinished / MEDIA, "w:gz") as archive:
        if media_folder(tenant.schema_name).exists():
            archive.add(media_folder(tenant.schema_name), arcname=".")
    return unfinished.rename(folder)


def restore_site(*, folder: Path, by: str, report: Report = lambda line: None) -> Tenant:
    """Bring a deleted site back from its dump, suspended, as it was.

    Raises ArchiveUnusable where the dump is incomplete or its number, code, unit or an address is taken by now.
    A dump from before an upgrade is migrated once it stands; killed there, the next `upgrade` goes on.
    """
    facts = _read_facts(folder)
    site = FakeTenant(facts["schema_name"])
    report("restoring the schema")
    with in_site(site), transaction.atomic():
        hold_creations()
        _refuse_collision(facts)
        tenant = _restore_registry(facts, by)
        _play((folder / SCHEMA).read_bytes().decode())
        give_login(tenant)
        report("restoring the files")
        _bring_files(folder / MEDIA, media_folder(tenant.schema_name))
    if is_behind(tenant):
        report("migrating the schema")
        migrate(tenant)
    forget_addresses()
    return tenant


def _await_last_words(tenant: Tenant) -> None:
    """Let everybody finish who was writing when the site was closed: the dump would miss it. One table at a time, so
    that nobody who goes from table to table waits for us."""
    with in_site(tenant), connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [tenant.schema_name])
        for (table,) in cursor.fetchall():
            with transaction.atomic():
                cursor.execute(f"LOCK TABLE {connection.ops.quote_name(table)} IN SHARE MODE")


def _for_visitors(message: str) -> str:
    """In the language of the sites, whatever the command line speaks."""
    with translation.override(settings.LANGUAGE_CODE):
        return _(message)


def _facts(tenant: Tenant) -> dict[str, Any]:
    with in_public():
        tenant = Tenant.objects.select_related("parent").get(pk=tenant.pk)
        domains = list(tenant.domains.values("host", "is_primary"))
        changes = list(tenant.changes.values("before", "after", "at", "by", "reason", "expected_until"))
    return {
        **{field: getattr(tenant, field) for field in IDENTITY},
        "code_valid_from": tenant.code_valid_from.isoformat(),
        "code_valid_to": tenant.code_valid_to.isoformat() if tenant.code_valid_to else None,
        "created_at": tenant.created_at.isoformat(),
        "parent": tenant.parent.slug if tenant.parent else None,
        "domains": domains,
        "changes": json.loads(json.dumps(changes, default=str)),
        "dumped_at": timezone.now().isoformat(),
    }


def _refuse_while_referred(tenant: Tenant) -> None:
    with in_public():
        children = [child.full_name for child in Tenant.objects.filter(parent=tenant).in_reading_order()]
    if children:
        raise StillReferred(
            _("%(unit)s runs the board of %(children)s: delete those sites first.")
            % {"unit": tenant.full_name, "children": ", ".join(children)}
        )


def _drop(tenant: Tenant) -> None:
    try:
        with in_public(), transaction.atomic():
            Tenant.objects.select_for_update().get(pk=tenant.pk)
            with connection.cursor() as cursor:
                cursor.execute(f"DROP SCHEMA IF EXISTS {connection.ops.quote_name(tenant.schema_name)} CASCADE")
            take_login(tenant)
            DBTaskResult.objects.ready().filter(args_kwargs__args__0=tenant.schema_name).delete()
            Tenant.objects.filter(pk=tenant.pk).delete()
            # For the worker, should this process end before it comes to the files.
            queue_in_site("tenants.provisioning.tasks.remove_files", tenant.schema_name)
    except ProtectedError as error:
        names = ", ".join(str(obj) for obj in list(error.protected_objects)[:5])
        raise StillReferred(_("Still referred to by: %(names)s") % {"names": names}) from None


def _read_facts(folder: Path) -> dict[str, Any]:
    missing = [name for name in (FACTS, SCHEMA, MEDIA) if not (folder / name).is_file()]
    if missing:
        raise ArchiveUnusable(f"{folder} is not a complete dump: {', '.join(missing)} missing.")
    facts: dict[str, Any] = json.loads((folder / FACTS).read_bytes())
    return facts


def _refuse_collision(facts: dict[str, Any]) -> None:
    for field in ("id", "schema_name", "slug"):
        if Tenant.objects.filter(**{field: facts[field]}).exists():
            raise ArchiveUnusable(f"A site with the same {field} ({facts[field]}) stands already.")
    if Tenant.objects.in_force().filter(code=facts["code"]).exists():
        raise ArchiveUnusable(f"The code {facts['code']} belongs to another site by now.")
    if twin := Tenant.objects.in_force().filter(kind=facts["kind"], name=facts["name"]).first():
        raise ArchiveUnusable(f"{twin.full_name} stands already, with the short name {twin.slug}.")
    for domain in facts["domains"]:
        if messages := host_errors(domain["host"]):
            raise ArchiveUnusable(f"{domain['host']}: {messages[0]}")


def _restore_registry(facts: dict[str, Any], by: str) -> Tenant:
    tenant = Tenant.objects.create(
        **{field: facts[field] for field in IDENTITY},
        code_valid_from=datetime.date.fromisoformat(facts["code_valid_from"]),
        code_valid_to=datetime.date.fromisoformat(facts["code_valid_to"]) if facts["code_valid_to"] else None,
        created_at=datetime.datetime.fromisoformat(facts["created_at"]),
        parent=Tenant.objects.filter(slug=facts["parent"]).first() if facts["parent"] else None,
        lifecycle=Lifecycle.SUSPENDED,
    )
    _give_out_no_more(tenant.pk)
    Domain.objects.bulk_create([Domain(tenant=tenant, **domain) for domain in facts["domains"]])
    LifecycleChange.objects.bulk_create([LifecycleChange(tenant=tenant, **change) for change in facts["changes"]])
    LifecycleChange.objects.create(
        tenant=tenant,
        before=Lifecycle.SUSPENDED,
        after=Lifecycle.SUSPENDED,
        by=by,
        reason=_for_visitors(_RESTORED),
    )
    return tenant


def _give_out_no_more(identity: int) -> None:
    """The number may be new to this database, where that was set back to a day before the site was created."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(numbers, GREATEST(%s, nextval(numbers)))"
            " FROM (SELECT pg_get_serial_sequence('registry_tenant', 'id')::regclass AS numbers) AS sequence",
            [identity],
        )


def _play(dump: str) -> None:
    """Everything of the dump but its opening, which sets up a session for psql, and the command to psql at its end,
    which carries a word that no text of the site repeats."""
    opening, begin, body = dump.partition("\nCREATE SCHEMA ")
    if word := re.search(r"^\\restrict (\w+)$", opening, re.MULTILINE):
        body = body.replace(f"\n\\unrestrict {word[1]}\n", "\n")
    with connection.cursor() as cursor:
        cursor.execute(begin + body)


def _bring_files(archive: Path, folder: Path) -> None:
    try:
        unpack(archive, folder)
    except (tarfile.TarError, EOFError, OSError) as error:
        raise ArchiveUnusable(f"{archive} can't be unpacked: {error}") from None
