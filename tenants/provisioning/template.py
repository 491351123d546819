"""The schema that every new site is a copy of: migrated like a site, laid out, without people."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django_tenants.postgresql_backend.base import FakeTenant

import accounts.actions
import accounts.roles
import home.actions
import home.layout
from tenants.crossing import in_public, in_site
from tenants.provisioning.models import Template
from tenants.provisioning.pg_programs import dump_schema

TEMPLATE_SCHEMA = "site_template"
TEMPLATE_HOST = "template.invalid"
LAYOUT_SOURCES = (home.layout, home.actions, accounts.roles, accounts.actions)

Report = Callable[[str], None]

# What pg_dump writes for psql's eyes, and settings that would outlive the statement they stand before.
NOT_SQL = re.compile(
    r"^(\\.*|SET \w+ = .*;|SELECT pg_catalog\.set_config\(.*;|--.*|CREATE SCHEMA .*;)$\n?", re.MULTILINE
)


class TemplateMissing(RuntimeError):
    """`manage.py upgrade` has not been run, or not since the code changed."""


def refresh_template(report: Report) -> None:
    """Bring the template schema and its SQL up to the code. Does nothing where they already are."""
    wanted = fingerprint()
    with in_public():
        if Template.objects.filter(fingerprint=wanted).exists():
            return
    report("migrating the template schema")
    _create_schema()
    call_command("migrate_schemas", schema_name=TEMPLATE_SCHEMA, tenant=True, interactive=False, verbosity=0)
    report("laying out the template site")
    with in_site(FakeTenant(TEMPLATE_SCHEMA)):
        home.actions.lay_out_site(name="Trang mẫu", host=TEMPLATE_HOST)
    report("writing the template down")
    sql = NOT_SQL.sub("", dump_schema(TEMPLATE_SCHEMA))
    with in_public(), transaction.atomic():
        Template.objects.all().delete()
        Template.objects.create(fingerprint=wanted, sql=sql, taken_at=timezone.now())


def copy_template(schema_name: str) -> None:
    """Create a schema as a copy of the template, inside the caller's transaction.

    Raises TemplateMissing where the template does not fit the code.
    """
    template = Template.objects.filter(fingerprint=fingerprint()).first()
    if template is None:
        raise TemplateMissing("The template of new sites is not up to date: run `manage.py upgrade`.")
    quoted = connection.ops.quote_name(schema_name)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {quoted}")
        cursor.execute(re.sub(rf"\b{TEMPLATE_SCHEMA}\b", lambda _: quoted, template.sql))


def fingerprint() -> str:
    """Of every migration and of the code that lays a site out."""
    migrations = sorted(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    sources = [Path(module.__file__ or "").read_bytes() for module in LAYOUT_SOURCES]
    return hashlib.sha256(repr(migrations).encode() + b"".join(sources)).hexdigest()


def _create_schema() -> None:
    with in_public(), connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {TEMPLATE_SCHEMA}")
