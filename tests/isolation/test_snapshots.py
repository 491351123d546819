"""A site's login reads what was read of that site; a board's, of its sites; whatever SQL they are made to run."""

import psycopg2
import pytest
from django.db import connection

from lib.clock import today
from tenants.crossing import all_tenants
from tenants.isolation.models import SiteLogin
from tenants.oversight.actions import take_snapshots
from tests import cast

READ = "SELECT slug FROM public.oversight_snapshot JOIN public.registry_tenant ON registry_tenant.id = tenant_id"


@pytest.fixture
def read(own_database: str):
    take_snapshots(all_tenants(), on=today())


def ask(slug: str, sql: str) -> list[tuple]:
    login = SiteLogin.objects.get(tenant__slug=slug)
    parameters = {**connection.get_connection_params(), "user": login.role, "password": login.password}
    parameters.pop("cursor_factory", None)
    own = psycopg2.connect(**parameters)
    try:
        with own.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []
    finally:
        own.close()


@pytest.mark.parametrize(
    ("slug", "seen"),
    [
        (cast.COMMUNE, {cast.COMMUNE}),
        (cast.TOWN, {cast.TOWN}),
        (cast.DISTRICT, {cast.DISTRICT, cast.COMMUNE, cast.TOWN}),
    ],
)
def test_a_login_reads_its_own(read: None, slug: str, seen: set[str]):
    assert {row[0] for row in ask(slug, READ)} == seen


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE public.oversight_snapshot SET score = 100",
        "DELETE FROM public.oversight_snapshot",
        "INSERT INTO public.oversight_duty DEFAULT VALUES",
        "SELECT * FROM public.oversight_reading",
    ],
)
def test_a_commune_changes_nothing_of_it(read: None, sql: str):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(cast.COMMUNE, sql)
