"""Each site acts with a database login of its own, on connections that are kept, bounded and never mixed up."""

import random
import threading
from collections.abc import Callable

import psycopg2
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.utils import OperationalError, ProgrammingError
from django.test import Client

from newsroom.models import ArticlePage
from tenants.connection import connection, current_connection
from tenants.crossing import SwitchInsideTransaction, all_tenants, in_public, in_site
from tenants.isolation.faults import faults
from tenants.isolation.grants import groups
from tenants.isolation.logins import as_site, close_kept_connections
from tenants.isolation.models import SiteLogin
from tenants.isolation.startup import refuse_unsafe_start
from tenants.provisioning.logins import change_password, give_login, renew_groups
from tenants.provisioning.upgrade import upgrade
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

THREADS = 4
SWITCHES = 60


@pytest.fixture
def commune_and_town(committed: None) -> tuple[Tenant, Tenant]:
    close_kept_connections()
    return find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)


def asked(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return str(cursor.fetchone()[0])


def role_of(tenant: Tenant) -> str:
    with in_public():
        return SiteLogin.objects.get(tenant=tenant).role


def open_connections() -> dict[str, int]:
    """How many each login has, as the server counts them."""
    with in_public(), connection.cursor() as cursor:
        cursor.execute("SELECT usename, count(*) FROM pg_stat_activity WHERE datname = current_database() GROUP BY 1")
        return dict(cursor.fetchall())


def test_a_site_acts_as_itself_and_the_gate_as_the_platform(commune_and_town: tuple[Tenant, Tenant]):
    commune, town = commune_and_town
    platform = asked("SELECT session_user")
    with as_site(commune):
        assert asked("SELECT session_user") == role_of(commune)
        with in_site(town):
            assert asked("SELECT session_user") == platform
        assert asked("SELECT session_user") == role_of(commune)
        assert asked("SELECT current_schema()") == commune.schema_name
    assert asked("SELECT session_user") == platform
    assert connection.schema_name == "public"


def test_a_site_inside_the_transaction_of_a_test_has_its_own_rights_there(commune: Tenant, town: Tenant):
    with in_site(commune):
        ArticlePage.objects.update(lead="Chưa ghi vào đâu cả")
    with as_site(commune):
        assert asked("SELECT current_user") == role_of(commune)
        assert ArticlePage.objects.get().lead == "Chưa ghi vào đâu cả"
    assert asked("SELECT current_user = session_user") == "True"


@pytest.mark.parametrize("enter", [as_site, in_site])
def test_nobody_goes_elsewhere_inside_a_transaction(
    commune_and_town: tuple[Tenant, Tenant], enter: Callable[[Tenant], object]
):
    """Not to the same site either: it would be another connection, which sees none of what was written."""
    commune, _ = commune_and_town
    with as_site(commune), transaction.atomic(), pytest.raises(SwitchInsideTransaction), enter(commune):
        pass


def test_a_connection_is_kept_for_the_next_time(commune_and_town: tuple[Tenant, Tenant]):
    def served_by() -> str:
        with as_site(commune_and_town[0]):
            return asked("SELECT pg_backend_pid()")

    assert served_by() == served_by()


def test_the_one_that_waited_longest_is_closed_when_there_are_too_many(
    commune_and_town: tuple[Tenant, Tenant], settings: object
):
    settings.SITE_CONNECTIONS = 2
    district = find_tenant(cast.DISTRICT)
    for tenant in (*commune_and_town, district):
        with as_site(tenant):
            asked("SELECT 1")
    assert role_of(commune_and_town[0]) not in open_connections()
    assert {role_of(commune_and_town[1]), role_of(district)} <= set(open_connections())


def test_a_connection_that_the_server_closed_is_replaced(commune_and_town: tuple[Tenant, Tenant]):
    commune, _ = commune_and_town
    with as_site(commune):
        pid = asked("SELECT pg_backend_pid()")
    asked(f"SELECT pg_terminate_backend({pid})")
    with as_site(commune):
        assert asked("SELECT pg_backend_pid()") != pid


def test_a_connection_left_in_a_transaction_is_not_kept(commune_and_town: tuple[Tenant, Tenant]):
    commune, _ = commune_and_town
    with as_site(commune):
        pid = asked("SELECT pg_backend_pid()")
        current_connection().set_autocommit(False)
        asked("SELECT 1")
    with as_site(commune):
        assert asked("SELECT pg_backend_pid()") != pid


def test_a_new_password_is_found_within_the_same_request(
    commune_and_town: tuple[Tenant, Tenant], visit: Callable[..., Client], settings: object
):
    settings.HOST_CACHE_SECONDS = 60
    commune, _ = commune_and_town
    assert visit(commune).get("/").status_code == 200
    change_password(commune)
    close_kept_connections()
    assert visit(commune).get("/").status_code == 200


def test_a_password_is_random_and_another_for_each_site(commune_and_town: tuple[Tenant, Tenant]):
    before = SiteLogin.objects.get(tenant=commune_and_town[0]).password
    change_password(commune_and_town[0])
    passwords = list(SiteLogin.objects.values_list("password", flat=True))
    assert before not in passwords
    assert len(set(passwords)) == len(passwords)
    assert min(map(len, passwords)) > 40


def test_an_old_password_opens_nothing(commune_and_town: tuple[Tenant, Tenant]):
    commune, _ = commune_and_town
    stale = Tenant.objects.select_related("login").get(pk=commune.pk)
    stale.login.password = "wrong"
    close_kept_connections()
    with as_site(stale):
        assert asked("SELECT 1") == "1"
    SiteLogin.objects.filter(tenant=commune).update(password="wrong")
    close_kept_connections()
    stale.login.password = "wrong"
    with pytest.raises(OperationalError, match="password authentication failed"), as_site(stale):
        pass
    change_password(commune)


def test_a_login_opens_so_many_connections_and_no_more(own_database: str, settings: object):
    settings.SITE_LOGIN_CONNECTIONS = 2
    upgrade(lambda line: None)
    close_kept_connections()
    login, server = SiteLogin.objects.get(tenant=find_tenant(cast.COMMUNE)), connection.settings_dict
    stolen = {"user": login.role, "password": login.password, "dbname": own_database}
    stolen |= {"host": server["HOST"], "port": server["PORT"] or "5432"}
    taken = [psycopg2.connect(**stolen) for _ in range(2)]
    try:
        with pytest.raises(psycopg2.OperationalError, match="too many connections for role"):
            psycopg2.connect(**stolen)
        with as_site(find_tenant(cast.TOWN)):
            assert asked("SELECT 1") == "1"
    finally:
        for one in taken:
            one.close()


def test_threads_never_meet_on_one_connection(commune_and_town: tuple[Tenant, Tenant], settings: object):
    settings.SITE_CONNECTIONS = 2
    tenants = all_tenants()
    roles = {tenant.pk: role_of(tenant) for tenant in tenants}
    wrong: list[str] = []

    def wander(seed: int) -> None:
        dice = random.Random(seed)  # noqa: S311 - the same wandering every time
        for _ in range(SWITCHES):
            tenant = dice.choice(tenants)
            with as_site(tenant):
                if asked("SELECT session_user") != roles[tenant.pk]:
                    wrong.append(tenant.slug)
                if ArticlePage.objects.get().title != cast.SECRETS[tenant.slug]:
                    wrong.append(tenant.slug)
        connection.close()

    threads = [threading.Thread(target=wander, args=[number]) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    counted = open_connections()
    assert sum(counted.get(role, 0) for role in roles.values()) <= settings.SITE_CONNECTIONS


@pytest.fixture
def names(commune: Tenant, town: Tenant) -> dict[str, str]:
    """On a database with logins of its own: those of a copy are the first one's."""
    renew_groups()
    for tenant in all_tenants():
        give_login(tenant)
    return {
        "own": commune.schema_name,
        "town": town.schema_name,
        "role": role_of(commune),
        "town_role": role_of(town),
        "sites": groups().sites,
        "boards": groups().boards,
        "database": connection.settings_dict["NAME"],
    }


def test_the_rights_are_as_the_table_says(names: dict[str, str]):
    assert faults() == []


WIDER_OR_NARROWER = {
    "GRANT SELECT ON {town}.accounts_user TO {role}": "{role} has SELECT on {town}.accounts_user, and should not.",
    "GRANT SELECT (email) ON {town}.accounts_user TO {role}": "{role} has SELECT on {town}.accounts_user.email, and",
    "GRANT SELECT ON {own}.accounts_user TO PUBLIC": "PUBLIC has SELECT on {own}.accounts_user, and should not.",
    "GRANT CREATE ON SCHEMA {own} TO {role}": "{role} has CREATE on {own}, and should not.",
    "GRANT USAGE ON SCHEMA {town} TO {role}": "{role} has USAGE on {town}, and should not.",
    "GRANT SELECT ON isolation_sitelogin TO {sites}": "{sites} has SELECT on public.isolation_sitelogin, and",
    "REVOKE INSERT ON {own}.django_session FROM {role}": "{role} lacks INSERT on {own}.django_session.",
    "REVOKE SELECT ON registry_domain FROM {sites}": "{sites} lacks SELECT on public.registry_domain.",
    "REVOKE {sites} FROM {role}": "{role} is not in {sites}.",
    "GRANT {boards} TO {role}": "{role} is in {boards}, and should not be.",
    "GRANT {town_role} TO {role}": "{role} is in {town_role}, and should not be.",
    "ALTER ROLE {role} CREATEROLE": "The role {role} is more than a site's: may create roles.",
    "ALTER ROLE {role} BYPASSRLS": "The role {role} is more than a site's: passes row policies.",
    "ALTER ROLE {role} CONNECTION LIMIT -1": "The role {role} may open -1 connections (-1 is any number), and should",
    "ALTER ROLE {role} SET statement_timeout = 1": "{role} changes how its connections begin: statement_timeout=1.",
    "ALTER ROLE {role} IN DATABASE {database} SET search_path = x": "how its connections begin: search_path=x.",
    "ALTER TABLE {own}.auth_group OWNER TO {role}": "{role} owns {own}.auth_group, and could give it away.",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'": "public.f runs with",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {own} REVOKE SELECT ON TABLES FROM {role}": "{role} would lack SELECT on what",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {own} GRANT TRUNCATE ON TABLES TO {role}": "{role} would have TRUNCATE on what",
    "ALTER TABLE django_tasks_database_dbtaskresult DISABLE ROW LEVEL SECURITY": "the queue's row policy is missing.",
    "ALTER POLICY own_work ON django_tasks_database_dbtaskresult WITH CHECK (true)": "row policy own_work is not",
    "ALTER POLICY own_work ON django_tasks_database_dbtaskresult WITH CHECK (priority = 0 OR status = 'READY')": (
        "row policy own_work is not"
    ),
    "ALTER POLICY own_work ON django_tasks_database_dbtaskresult TO {role}": "row policy own_work is not",
    "CREATE POLICY more ON django_tasks_database_dbtaskresult USING (true)": "row policy more is not",
    "ALTER TABLE procedure_catalogue_procedureversion DISABLE ROW LEVEL SECURITY": "may read drafts of the board",
    "ALTER POLICY published_once ON procedure_catalogue_procedureversion USING (true)": (
        "row policy published_once is not"
    ),
    "CREATE POLICY more ON procedure_catalogue_procedureversion USING (true)": "row policy more is not",
    "ALTER TABLE oversight_snapshot DISABLE ROW LEVEL SECURITY": "may read what was read of another",
    "ALTER POLICY own_snapshots ON oversight_snapshot USING (true)": "row policy own_snapshots is not",
    "CREATE POLICY wide ON oversight_snapshot USING (true)": "row policy wide is not",
    "GRANT TEMPORARY ON DATABASE {database} TO PUBLIC": "PUBLIC has TEMPORARY on the database, and should not.",
    "GRANT CREATE ON DATABASE {database} TO {role}": "{role} has CREATE on the database, and should not.",
    "REVOKE CONNECT ON DATABASE {database} FROM {sites}": "{sites} lacks CONNECT on the database.",
    "DELETE FROM isolation_sitelogin WHERE role = '{role}'": "Xã Định An has no login of its own.",
}


@pytest.mark.parametrize("statement", WIDER_OR_NARROWER)
def test_a_right_too_many_or_too_few_is_named(names: dict[str, str], statement: str):
    with connection.cursor() as cursor:
        cursor.execute(statement.format(**names))
    assert [sentence for sentence in faults() if WIDER_OR_NARROWER[statement].format(**names) in sentence]


def test_temporary_tables_are_made_by_the_platform_only(names: dict[str, str], commune: Tenant):
    temporary = "CREATE TEMPORARY TABLE of_a_session (x int); SELECT 1"
    refusal = pytest.raises(ProgrammingError, match="permission denied to create temporary tables")
    with as_site(commune), refusal, transaction.atomic():
        asked(temporary)
    assert asked(temporary) == "1"


def test_where_everybody_is_shut_out_of_the_database_sites_are_not(own_database: str, visit: Callable[..., Client]):
    upgrade(lambda line: None)
    with connection.cursor() as cursor:
        cursor.execute(f'REVOKE CONNECT ON DATABASE "{own_database}" FROM PUBLIC')
    assert faults() == []
    close_kept_connections()
    assert visit(find_tenant(cast.COMMUNE)).get("/").status_code == 200


def test_a_site_whose_login_is_missing_does_not_act_as_the_platform(own_database: str, settings: object):
    settings.SITE_LOGINS = "required"
    SiteLogin.objects.filter(tenant=find_tenant(cast.COMMUNE)).delete()
    with pytest.raises(ImproperlyConfigured, match="no database login"), as_site(find_tenant(cast.COMMUNE)):
        pass


def test_production_refuses_sites_without_a_login(own_database: str, settings: object):
    settings.SITE_LOGINS = "required"
    refuse_unsafe_start()
    SiteLogin.objects.filter(tenant=find_tenant(cast.COMMUNE)).delete()
    with pytest.raises(ImproperlyConfigured, match="no database login of their own: Xã Định An"):
        refuse_unsafe_start()
