"""SQL that gets into a request of one site does nothing to another, nor to the platform: the server refuses it."""

from collections.abc import Callable

import pytest
from django.test import Client

from tenants.connection import connection
from tenants.isolation.models import SiteLogin
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

NO_RIGHT = "42501"
QUEUED = """
    INSERT INTO django_tasks_database_dbtaskresult (
        id, status, enqueued_at, args_kwargs, priority, task_path, worker_ids, queue_name, backend_name, run_after,
        exception_class_path, traceback
    ) VALUES (
        gen_random_uuid(), 'READY', now(), jsonb_build_object('args', jsonb_build_array('%s', 'x', '[]'::jsonb),
            'kwargs', jsonb_build_object()), 0,
        '%s', '[]', 'default', 'queue', '9999-01-01', '', ''
    )
"""
TASK = "tenants.isolation.tasks.run_in_site"
OWN_WORK = QUEUED % ("{own}", TASK)

ATTACKS = {
    "articles": "SELECT * FROM {other}.newsroom_articlepage",
    "passwords": "SELECT email, password FROM {other}.accounts_user",
    "sessions": "SELECT session_key FROM {other}.django_session",
    "a superuser": "UPDATE {other}.accounts_user SET is_superuser = true",
    "a group": "INSERT INTO {other}.auth_group (name) VALUES ('x')",
    "no pages": "DELETE FROM {other}.wagtailcore_page",
    "an empty table": "TRUNCATE {other}.wagtailcore_page CASCADE",
    "a lock": "LOCK TABLE {other}.accounts_user",
    "a dropped schema": "DROP SCHEMA {other} CASCADE",
    "a dropped table": "DROP TABLE {other}.django_session",
    "an altered table": "ALTER TABLE {other}.accounts_user ADD COLUMN x int",
    "a number back": "SELECT setval('{other}.accounts_user_id_seq', 1)",
    "a number on": "SELECT nextval('{other}.accounts_user_id_seq')",
    "search path": "SET search_path TO {other}; SELECT password FROM {other}.accounts_user",
    "search path by function": "SELECT set_config('search_path', '{other}', false); TABLE {other}.accounts_user",
    "platform's role": "SET ROLE {platform}",
    "platform's role by function": "SELECT set_config('role', '{platform}', false)",
    "platform's session": "SET SESSION AUTHORIZATION {platform}",
    "back to the session's role": "RESET ROLE; TABLE {other}.accounts_user",
    "back to the first session": "RESET SESSION AUTHORIZATION; TABLE {other}.accounts_user",
    "other site's role": "SET ROLE {other_role}",
    "other site's role by function": "SELECT set_config('role', '{other_role}', true)",
    "membership": "GRANT {other_role} TO {own_role}",
    "query_to_xml": "SELECT query_to_xml('TABLE {other}.accounts_user', true, true, '')",
    "table_to_xml": "SELECT table_to_xml('{other}.accounts_user', true, true, '')",
    "schema_to_xml": "SELECT schema_to_xml('{other}', true, true, '')",
    "cursor_to_xml": "DECLARE c CURSOR FOR TABLE {other}.accounts_user",
    "ts_stat": "SELECT * FROM ts_stat('SELECT to_tsvector(password) FROM {other}.accounts_user')",
    "explain": "EXPLAIN TABLE {other}.accounts_user",
    "prepared": "PREPARE p AS TABLE {other}.accounts_user; EXECUTE p",
    "a block": "DO $$ BEGIN EXECUTE 'TABLE {other}.accounts_user'; END $$",
    "a view": "CREATE VIEW {own}.v AS TABLE {other}.accounts_user",
    "a function": "CREATE FUNCTION {own}.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "a trigger": "CREATE TRIGGER t BEFORE INSERT ON {own}.auth_group EXECUTE FUNCTION tsvector_update_trigger()",
    "own migrations": "DELETE FROM {own}.django_migrations",
    "logins": "TABLE public.isolation_sitelogin",
    "the queue": "TABLE public.django_tasks_database_dbtaskresult",
    "an emptied queue": "DELETE FROM public.django_tasks_database_dbtaskresult",
    "orders of sites": "TABLE public.provisioning_sitecreation",
    "the template": "UPDATE public.provisioning_template SET sql = ''",
    "decisions": "TABLE public.registry_lifecyclechange",
    "a suspended neighbour": "UPDATE public.registry_tenant SET lifecycle = 'suspended'",
    "a host": "INSERT INTO public.registry_domain (host, tenant_id, is_primary) VALUES ('x', 1, false)",
    "a stolen host": "UPDATE public.registry_domain SET tenant_id = 1",
    "categories": "UPDATE public.catalogue_category SET key = 'x'",
    "work in another site": QUEUED % ("{other}", TASK),
    "work as the platform": QUEUED % ("public", TASK),
    "a list of workers that is none": OWN_WORK.replace("'[]', 'default'", "'5', 'default'"),
    "a failure that names a module": OWN_WORK.replace("READY", "FAILED").replace("01', '', ''", "01', 'a.b', ''"),
    "work that is under way": OWN_WORK.replace("READY", "RUNNING"),
    "work without half of its words": OWN_WORK.replace("'kwargs'", "'more'"),
    "work before all others": OWN_WORK.replace("()), 0,", "()), 100,"),
    "work from before all times": OWN_WORK.replace("'9999-01-01'", "'1970-01-01'"),
    "work of this moment": OWN_WORK.replace("'9999-01-01'", "now()"),
    "work that is a list a thousand deep": OWN_WORK.replace(
        "'[]'::jsonb", "(repeat('[', 2000) || repeat(']', 2000))::jsonb"
    ),
    "work that is a number of five thousand digits": OWN_WORK.replace("'[]'::jsonb", "repeat('9', 5000)::jsonb"),
    "work that is a number of five thousand noughts": OWN_WORK.replace("'[]'::jsonb", "'1e5000'::jsonb"),
    "another task": QUEUED % ("{own}", "tenants.provisioning.tasks.remove_files"),
    "a table in public": "CREATE TABLE public.x (y int)",
    "a schema": "CREATE SCHEMA x",
    "a role": "CREATE ROLE x",
    "a stronger role": "ALTER ROLE {own_role} SUPERUSER",
    "platform's password": "ALTER ROLE {platform} PASSWORD 'x'",
    "later tables": "ALTER DEFAULT PRIVILEGES FOR ROLE {platform} GRANT SELECT ON TABLES TO PUBLIC",
    "a right": "GRANT SELECT ON {other}.accounts_user TO {own_role}",
    "password hashes of roles": "SELECT rolpassword FROM pg_authid",
    "who may connect": "TABLE pg_hba_file_rules",
    "a file": "SELECT pg_read_file('/etc/passwd')",
    "a file as an object": "SELECT lo_import('/etc/passwd')",
    "a file as a table": "COPY {own}.auth_group FROM '/etc/passwd'",
    "a program": "COPY {own}.auth_group TO PROGRAM 'id'",
    "the end of a connection": "SELECT pg_terminate_backend({backend})",
    "triggers off": "SET session_replication_role = replica",
    "the row policy": "ALTER TABLE public.django_tasks_database_dbtaskresult DISABLE ROW LEVEL SECURITY",
}
# Answered by the server, with what the asker may know.
QUESTIONS = {
    "the whole database": "SELECT database_to_xml(true, true, '')",
    "statistics": "SELECT * FROM pg_stats WHERE schemaname = '{other}'",
    "what others are asking": "SELECT query FROM pg_stat_activity WHERE usename <> current_user",
    "information schema": "SELECT * FROM information_schema.columns WHERE table_schema = '{other}'",
}


@pytest.fixture(scope="module")
def names(committed: None) -> dict[str, str]:
    own, other = find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)
    roles = dict(SiteLogin.objects.values_list("tenant_id", "role"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, pg_backend_pid()")
        platform, backend = cursor.fetchone()
    return {
        "own": own.schema_name,
        "other": other.schema_name,
        "own_role": roles[own.pk],
        "other_role": roles[other.pk],
        "platform": platform,
        "backend": backend,
    }


@pytest.fixture
def inject(names: dict[str, str], settings: object) -> Callable[..., dict[str, object]]:
    settings.ROOT_URLCONF = "tests.isolation.injection"

    def send(sql: str, tenant: Tenant | None = None) -> dict[str, object]:
        browser = Client(SERVER_NAME=(tenant or find_tenant(cast.COMMUNE)).primary_host)
        return browser.post("/sql/", {"sql": sql.format(**names)}).json()

    return send


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_server_refuses(inject: Callable[..., dict[str, object]], attack: str):
    answer = inject(ATTACKS[attack])
    assert answer.get("refused") == NO_RIGHT, answer


@pytest.mark.parametrize("attack", ["logins", "the queue", "passwords", "work as the platform"])
def test_the_server_refuses_the_district_as_well(inject: Callable[..., dict[str, object]], attack: str):
    answer = inject(ATTACKS[attack], find_tenant(cast.DISTRICT))
    assert answer.get("refused") == NO_RIGHT, answer


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_server_tells_nothing_of_others(inject: Callable[..., dict[str, object]], question: str):
    answer = str(inject(QUESTIONS[question]))
    assert cast.SECRETS[cast.TOWN] not in answer
    assert "lead" not in answer or cast.SECRETS[cast.COMMUNE] in answer
    assert "isolation_sitelogin" not in answer


def test_a_site_reads_and_writes_what_is_its_own(inject: Callable[..., dict[str, object]]):
    assert cast.SECRETS[cast.COMMUNE] in inject("SELECT title FROM wagtailcore_page")["rows"]
    assert inject("UPDATE accounts_user SET first_name = first_name")["count"] > 0
    assert inject("SELECT host FROM registry_domain")["count"] == 3
    assert inject(OWN_WORK)["count"] == 1


def test_a_site_does_not_choose_when_an_entry_of_its_log_was_written(inject: Callable[..., dict[str, object]]):
    for day in ("2020-01-01", "2099-01-01"):
        entry = f"('signed_in', '', 'clock@demo.example', '', '', '', '{day}')"
        inject("INSERT INTO audit_auditentry (event, actor, subject, network, browser, detail, at) VALUES " + entry)
    found = inject(
        "SELECT count(*) FROM audit_auditentry WHERE subject = 'clock@demo.example' "
        "AND at BETWEEN now() - interval '1 hour' AND now() + interval '1 hour'"
    )
    assert found["rows"] == "[(2,)]"


def test_without_logins_the_same_words_open_everything(inject: Callable[..., dict[str, object]], settings: object):
    """What the logins are for."""
    settings.SITE_LOGINS = "off"
    assert "refused" not in inject(ATTACKS["passwords"])
    assert "refused" not in inject(ATTACKS["logins"])
