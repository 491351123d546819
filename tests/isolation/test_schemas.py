"""A schema is made by provisioning alone, is like every other, and holds nobody before it is somebody's."""

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django_tenants.postgresql_backend.base import FakeTenant

from accounts.models import User
from newsroom.models import ArticlePage
from tenants.connection import connection
from tenants.crossing import all_tenants, in_site
from tenants.provisioning.template import TEMPLATE_SCHEMA
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast

CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2
"""


def test_saving_a_tenant_makes_no_schema(commune: Tenant):
    before = schemas()
    Tenant(
        schema_name="xa_dai_an_99",
        slug="xa-dai-an",
        name="Đại An",
        kind=commune.kind,
        code="29491",
        code_valid_from=cast.CODES_SINCE,
    ).save()
    assert schemas() == before


def test_deleting_a_tenant_drops_no_schema(commune: Tenant):
    before = schemas()
    commune.delete()
    assert schemas() == before


def test_the_template_of_new_sites_holds_nobody(db: None):
    with in_site(FakeTenant(TEMPLATE_SCHEMA)):
        assert not User.objects.exists()
        assert not Session.objects.exists()
        assert not ArticlePage.objects.exists()


def test_constraints_keep_their_names_so_that_migrations_find_them(db: None):
    found = []
    for site in (FakeTenant(TEMPLATE_SCHEMA), *all_tenants()):
        with in_site(site), connection.cursor() as cursor:
            cursor.execute(CONSTRAINTS)
            found.append(cursor.fetchall())
    assert len(found[0]) > 100
    assert all(constraints == found[0] for constraints in found)


def test_the_search_path_ends_in_public_and_names_no_third_site(commune: Tenant):
    with in_site(commune), connection.cursor() as cursor:
        cursor.execute("SELECT current_schemas(false)")
        assert cursor.fetchone()[0] == [commune.schema_name, "public"]


def test_an_upgrade_leaves_no_site_behind_whatever_its_lifecycle(own_database: str):
    last = ("wagtailredirects", "0008_add_verbose_name_plural")
    tenants = all_tenants()
    for tenant, lifecycle in zip(tenants, (Lifecycle.ACTIVE, Lifecycle.SUSPENDED, Lifecycle.ARCHIVED), strict=True):
        Tenant.objects.filter(pk=tenant.pk).update(lifecycle=lifecycle)
        with in_site(tenant):
            MigrationRecorder(connection).record_unapplied(*last)
    call_command("upgrade", verbosity=0)
    for tenant in tenants:
        with in_site(tenant):
            assert last in MigrationRecorder(connection).applied_migrations()


def schemas() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace")
        return {name for (name,) in cursor.fetchall()}
