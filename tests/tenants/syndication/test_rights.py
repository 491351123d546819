"""Who may do what to the shared index, said by the server itself."""

import pytest
from django.db import Error, connection, transaction

from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.tenants.syndication.shared import copy

NO_RIGHT = "42501"
TABLE = "public.syndication_sharedentry"
READ = f"SELECT title FROM {TABLE}"
CHANGES = [
    f"UPDATE {TABLE} SET title = ''",
    f"DELETE FROM {TABLE}",
    f"INSERT INTO {TABLE} SELECT * FROM {TABLE}",
    f"TRUNCATE {TABLE}",
    f"SELECT nextval('{TABLE}_id_seq')",
]


def refused(tenant: Tenant, statement: str) -> str:
    with as_site(tenant), pytest.raises(Error) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    return error.value.__cause__.pgcode


@pytest.mark.parametrize("statement", [READ, "TABLE public.syndication_sharedword", *CHANGES])
def test_a_commune_s_login_may_nothing(own_database: str, statement: str):
    copy()
    assert refused(find_tenant(cast.COMMUNE), statement) == NO_RIGHT


@pytest.mark.parametrize("statement", CHANGES)
def test_a_board_s_login_changes_nothing(own_database: str, statement: str):
    copy()
    assert refused(find_tenant(cast.DISTRICT), statement) == NO_RIGHT


def test_a_board_s_login_reads_it(own_database: str):
    copy()
    with as_site(find_tenant(cast.DISTRICT)), connection.cursor() as cursor:
        cursor.execute(READ)
        assert (cast.SECRETS[cast.COMMUNE],) in cursor.fetchall()
