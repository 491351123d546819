"""The catalogue of procedures is read by all sites, written by the board's, and deleted by nobody: the server says."""

from collections.abc import Callable

import pytest
from django.test import Client

from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

NO_RIGHT = "42501"
TABLES = [
    "procedurefield",
    "lifeevent",
    "decision",
    "procedure",
    "procedure_life_events",
    "procedureversion",
    "repeal",
    "repeal_successors",
]
NEW = "INSERT INTO procedure_catalogue_procedure (code, revision) VALUES ('{code}', 0)"
EVERY_WRITE = (
    NEW.format(code="1.000001"),
    "UPDATE procedure_catalogue_procedure SET revision = 7",
    "UPDATE procedure_catalogue_procedureversion SET name = 'x'",
    "INSERT INTO procedure_catalogue_change (step) VALUES ('published')",
    "INSERT INTO procedure_catalogue_procedure_life_events (procedure_id, lifeevent_id) VALUES (1, 1)",
    "SELECT nextval('procedure_catalogue_procedure_id_seq')",
    "TABLE procedure_catalogue_change",
    "SELECT * FROM procedure_catalogue_procedure FOR UPDATE",
    "TRUNCATE procedure_catalogue_procedureversion CASCADE",
    "ALTER TABLE procedure_catalogue_procedureversion DISABLE TRIGGER ALL",
)


@pytest.fixture
def inject(committed: None, settings: object) -> Callable[[Tenant, str], dict[str, object]]:
    settings.ROOT_URLCONF = "tests.isolation.injection"

    def send(tenant: Tenant, sql: str) -> dict[str, object]:
        browser = Client(SERVER_NAME=tenant.primary_host)
        return browser.post("/sql/", {"sql": sql}).json()

    return send


@pytest.mark.parametrize("sql", EVERY_WRITE)
def test_the_server_refuses_a_commune(inject: Callable[..., dict[str, object]], sql: str):
    answer = inject(find_tenant(cast.COMMUNE), sql)
    assert answer.get("refused") == NO_RIGHT, answer


@pytest.mark.parametrize("table", TABLES)
def test_a_commune_reads(inject: Callable[..., dict[str, object]], table: str):
    answer = inject(find_tenant(cast.COMMUNE), f"TABLE procedure_catalogue_{table}")
    assert "refused" not in answer, answer


@pytest.mark.parametrize("table", [table for table in (*TABLES, "change") if table != "procedure_life_events"])
def test_not_even_the_board_deletes(inject: Callable[..., dict[str, object]], table: str):
    answer = inject(find_tenant(cast.DISTRICT), f"DELETE FROM procedure_catalogue_{table}")
    assert answer.get("refused") == NO_RIGHT, answer


@pytest.mark.parametrize(
    "sql", ["UPDATE procedure_catalogue_change SET why = 'x'", "TRUNCATE procedure_catalogue_change"]
)
def test_not_even_the_board_rewrites_the_history(inject: Callable[..., dict[str, object]], sql: str):
    answer = inject(find_tenant(cast.DISTRICT), sql)
    assert answer.get("refused") == NO_RIGHT, answer


def test_the_board_writes(inject: Callable[..., dict[str, object]]):
    answer = inject(find_tenant(cast.DISTRICT), NEW.format(code="9.000001"))
    assert answer.get("count") == 1, answer
