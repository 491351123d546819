"""The catalogue of procedures is read by all sites, written by the board's, and deleted by nobody: the server says."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from procedure_catalogue.actions import discard_draft, save_draft
from procedure_catalogue.actions_undo import undo_batch
from procedure_catalogue.models import Change, FormFile, Procedure
from procedure_catalogue.states import Step
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.procedure_catalogue.cases import CODE, OTHER, content, officer, published

NO_RIGHT = "42501"
THIRD = "1.000894"
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
NEW = "INSERT INTO procedure_catalogue_procedure (code, revision, edition) VALUES ('{code}', 0, 0)"
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
    "UPDATE procedure_catalogue_formfile SET is_released = true",
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


SECRET = "Nháp chưa ai được đọc"
DRAFT_READERS = (
    "SELECT name FROM procedure_catalogue_procedureversion",
    "SELECT details FROM procedure_catalogue_procedureversion WHERE name LIKE 'Nháp%'",
    "SELECT 'Nháp' FROM procedure_catalogue_procedureversion WHERE state = 'draft'",
    "SELECT search_text FROM procedure_catalogue_procedureversion WHERE 1 / (strpos(name, 'Nháp') - 1) > 0",
    "SELECT convert_from(content, 'UTF8') FROM procedure_catalogue_formfile",
    "SELECT most_common_vals FROM pg_stats WHERE tablename = 'procedure_catalogue_procedureversion'",
    "SELECT name FROM procedure_catalogue_procedure p, procedure_catalogue_procedureversion WHERE procedure_id = p.id",
)


@pytest.fixture(scope="module")
def drafted(committed: None) -> None:
    """One that readers have, with a draft of what may come; a draft alone; one put aside; and one published once."""
    with in_site(find_tenant(cast.DISTRICT)):
        published()
        save_draft(code=CODE, content=content(name=SECRET), by=officer(), seen=1)
        save_draft(code=OTHER, content=content(name=SECRET), by=officer(), seen=None)
        save_draft(code=THIRD, content=content(name=SECRET), by=officer(), seen=None)
        discard_draft(procedure=Procedure.objects.get(code=THIRD), by=officer(), seen=1)
        FormFile.objects.create(code=CODE, extension="pdf", size=4, content="Nháp".encode())
        published("1.000656", name="Công bố nhầm")
        undo_batch(batch=Change.objects.filter(step=Step.PUBLISHED).latest("pk").batch, by=officer())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE procedure_catalogue_procedureversion")


@pytest.mark.parametrize("sql", DRAFT_READERS)
def test_a_commune_reads_no_draft(drafted: None, inject: Callable[..., dict[str, object]], sql: str):
    answer = inject(find_tenant(cast.COMMUNE), sql)
    assert "Nháp" not in str(answer.get("rows", ""))
    assert answer.get("refused", NO_RIGHT) == NO_RIGHT


def test_a_commune_reads_what_was_published_once(drafted: None, inject: Callable[..., dict[str, object]]):
    """What it has confirmed is compared with what took its place, even where the board has taken it back."""
    answer = inject(find_tenant(cast.COMMUNE), "SELECT name FROM procedure_catalogue_procedureversion ORDER BY name")
    assert answer["rows"] == "[('Công bố nhầm',), ('Thủ tục đăng ký khai sinh',)]"


def test_the_board_reads_drafts(drafted: None, inject: Callable[..., dict[str, object]]):
    sql = "SELECT count(*) FROM procedure_catalogue_procedureversion WHERE name LIKE 'Nháp%'"
    assert inject(find_tenant(cast.DISTRICT), sql)["rows"] == "[(3,)]"


def test_the_board_writes(inject: Callable[..., dict[str, object]]):
    answer = inject(find_tenant(cast.DISTRICT), NEW.format(code="9.000001"))
    assert answer.get("count") == 1, answer
