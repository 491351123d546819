"""Database logins come and go with their sites, also in a copy of the database."""

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.db.utils import ProgrammingError
from django.test import Client

from tenants.connection import connection
from tenants.crossing import all_tenants
from tenants.isolation.faults import faults
from tenants.isolation.logins import as_site, close_kept_connections
from tenants.isolation.models import SiteLogin
from tenants.provisioning import locks
from tenants.provisioning.actions import CREATION_LOCK, create_site, rename_site
from tenants.provisioning.archives import delete_site, restore_site
from tenants.provisioning.locks import LockHeld
from tenants.provisioning.logins import (
    GRANTS_LOCK,
    LoginsImpossible,
    change_password,
    give_login,
    mark,
    renew_groups,
    take_login,
)
from tenants.provisioning.orders import Order
from tenants.provisioning.rights import mend_rights
from tenants.provisioning.upgrade import upgrade
from tenants.registry.models import Tenant
from tests import cast

MakeOrder = Callable[..., Order]


@pytest.fixture
def site(shared_database: str, another: MakeOrder) -> Tenant:
    return create_site(order=another(), by="tests")


def delete(tenant: Tenant) -> Path:
    return delete_site(tenant=tenant, typed_name=tenant.full_name, by="tests")


def can_log_in(role: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s AND rolcanlogin", [role])
        return cursor.fetchone() == (1,)


def role_of(tenant: Tenant) -> str:
    return SiteLogin.objects.get(tenant=tenant).role


def test_a_new_site_has_a_login_with_its_rights_and_no_more(site: Tenant):
    assert can_log_in(role_of(site))
    assert not [sentence for sentence in faults() if role_of(site) in sentence]


def test_with_a_site_goes_its_login(site: Tenant):
    role = role_of(site)
    delete(site)
    assert not can_log_in(role)
    assert not SiteLogin.objects.filter(role=role).exists()


def test_what_a_login_left_outside_its_schema_goes_with_it(site: Tenant):
    role = role_of(site)
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TABLE public.left_over (x int); ALTER TABLE public.left_over OWNER TO "{role}"')
        cursor.execute(f'GRANT SELECT ON public.catalogue_category TO "{role}"')
    delete(site)
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.left_over'), to_regrole(%s)", [role])
        assert cursor.fetchone() == (None, None)


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_platform_that_is_no_superuser_takes_a_login_with_all_that_it_gave(commune: Tenant, is_ours: bool):
    give_login(commune)
    role = role_of(commune)
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE conglang_test_maker CREATEROLE")
        cursor.execute("GRANT SELECT ON isolation_sitelogin TO conglang_test_maker")
        cursor.execute(f'CREATE TABLE left_over (x int); GRANT SELECT ON left_over TO "{role}"')
        if is_ours:
            cursor.execute("ALTER TABLE left_over OWNER TO conglang_test_maker")
        if connection.pg_version >= 160000:
            # What whoever makes a role is given with it.
            cursor.execute(f'GRANT "{role}" TO conglang_test_maker WITH ADMIN TRUE, INHERIT FALSE, SET FALSE')
        cursor.execute(f'DROP SCHEMA "{commune.schema_name}" CASCADE; SET LOCAL ROLE conglang_test_maker')
        take_login(commune)
        cursor.execute("SELECT to_regrole(%s)::text IS NULL", [role])
        assert cursor.fetchone() == (is_ours,)
    assert not can_log_in(role)


def test_a_site_that_returns_has_another_login(site: Tenant, visit: Callable[..., Client]):
    role = role_of(site)
    returned = restore_site(folder=delete(site), by="tests")
    assert role_of(returned) != role
    assert visit(returned).get("/admin/login/").status_code == 200
    assert not [sentence for sentence in faults() if role_of(returned) in sentence]


def test_a_deletion_in_a_copy_of_the_database_leaves_the_first_ones_login(
    own_database: str, find: Callable[[str], Tenant]
):
    role = role_of(find(cast.TOWN))
    delete(find(cast.TOWN))
    assert can_log_in(role)


def test_an_upgrade_gives_the_sites_of_a_copy_logins_of_their_own(own_database: str, visit: Callable[..., Client]):
    before = set(SiteLogin.objects.values_list("role", flat=True))
    assert faults()
    upgrade(lambda line: None)
    assert faults() == []
    assert before.isdisjoint(SiteLogin.objects.values_list("role", flat=True))
    assert all(can_log_in(role) for role in before)
    assert [visit(tenant).get("/").status_code for tenant in all_tenants()] == [200, 200, 200]


def test_an_upgrade_mends_what_somebody_changed_by_hand(own_database: str, find: Callable[[str], Tenant]):
    upgrade(lambda line: None)
    commune = find(cast.COMMUNE)
    with connection.cursor() as cursor:
        cursor.execute(f'REVOKE ALL ON "{commune.schema_name}".django_session FROM "{role_of(commune)}"')
        cursor.execute(f'DROP OWNED BY "{role_of(find(cast.TOWN))}"')
    assert faults()
    upgrade(lambda line: None)
    assert faults() == []


BY_HAND = """
    ALTER ROLE {role} CREATEDB CREATEROLE BYPASSRLS CONNECTION LIMIT -1;
    GRANT pg_read_all_data TO {role} WITH ADMIN OPTION;
    GRANT TEMPORARY ON DATABASE {database} TO {role};
    GRANT TEMPORARY ON DATABASE {database} TO PUBLIC;
    GRANT USAGE ON SCHEMA {town} TO {role};
    GRANT SELECT (email) ON {town}.accounts_user TO {role} WITH GRANT OPTION;
    GRANT SELECT ON {town}.accounts_user TO PUBLIC;
    GRANT CREATE ON SCHEMA public TO PUBLIC;
    GRANT DELETE ON {own}.django_migrations TO {role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA {own} GRANT TRUNCATE ON TABLES TO {role};
    ALTER TABLE {own}.django_session OWNER TO {role};
    ALTER POLICY own_work ON django_tasks_database_dbtaskresult WITH CHECK (true);
    CREATE POLICY more ON django_tasks_database_dbtaskresult USING (true);
    ALTER TABLE django_tasks_database_dbtaskresult DISABLE ROW LEVEL SECURITY;
    ALTER TABLE procedure_catalogue_procedureversion DISABLE ROW LEVEL SECURITY;
"""


@pytest.fixture
def given_by_hand(own_database: str, find: Callable[[str], Tenant]) -> str:
    """The role of a site that was given all sorts of things."""
    upgrade(lambda line: None)
    commune, town = find(cast.COMMUNE), find(cast.TOWN)
    role, own, other = role_of(commune), commune.schema_name, town.schema_name
    with connection.cursor() as cursor:
        cursor.execute(BY_HAND.format(role=role, own=own, town=other, database=f'"{own_database}"'))
    assert len(faults()) > 10
    return role


def test_an_upgrade_takes_back_what_was_given_by_hand(given_by_hand: str):
    lines: list[str] = []
    upgrade(lines.append)
    assert faults() == []
    assert "NOT MENDED" not in str(lines)


def test_an_upgrade_says_what_is_not_its_users_to_take_back(given_by_hand: str):
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE conglang_test_maker CREATEROLE IN ROLE pg_read_all_data")
        cursor.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO conglang_test_maker")
    lines: list[str] = []
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.pg_version >= 160000:
                cursor.execute(
                    f"GRANT {given_by_hand} TO conglang_test_maker WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"
                )
            cursor.execute("SET LOCAL ROLE conglang_test_maker")
            mend_rights(lines.append)
            transaction.set_rollback(True)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP OWNED BY conglang_test_maker; DROP ROLE conglang_test_maker")
    said = "\n".join(lines)
    assert f"NOT MENDED: The role {given_by_hand} is more than a site's: " in said
    assert f'ALTER ROLE "{given_by_hand}" ' in said
    assert "NOBYPASSRLS" in said
    assert "NOT MENDED: PUBLIC has CREATE on public, and should not. Whoever may runs: REVOKE CREATE ON SCHEMA " in said
    assert "CONNECTION LIMIT" not in said


def test_roles_say_which_database_they_belong_to(site: Tenant):
    with connection.cursor() as cursor:
        cursor.execute("SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = %s", [role_of(site)])
        assert cursor.fetchone() == (mark(),)


def test_the_command_line_changes_passwords(site: Tenant, manage: Callable[..., subprocess.CompletedProcess]):
    before = SiteLogin.objects.get(tenant=site).password
    done = manage("site", "rotate-credentials", site.slug)
    assert (done.returncode, done.stdout) == (0, f"{site.slug}: a new password\n")
    after = SiteLogin.objects.get(tenant=site).password
    assert after not in (before, "")
    assert after not in done.stdout


@pytest.mark.parametrize("where", ["", "IN DATABASE {database}"])
@pytest.mark.parametrize("mend", [change_password, lambda tenant: upgrade(lambda line: None)])
def test_what_a_login_set_for_itself_breaks_its_site_no_longer(
    own_database: str,
    find: Callable[[str], Tenant],
    visit: Callable[..., Client],
    mend: Callable[[Tenant], None],
    where: str,
):
    upgrade(lambda line: None)
    commune, place = find(cast.COMMUNE), where.format(database=f'"{own_database}"')
    for setting in ("default_transaction_read_only = 'on'", "search_path = 'pg_catalog'", "statement_timeout = '1'"):
        with as_site(commune), connection.cursor() as cursor:
            cursor.execute(f"ALTER ROLE CURRENT_USER {place} SET {setting}")
    close_kept_connections()
    assert len([sentence for sentence in faults() if "how its connections begin" in sentence]) == 1
    mend(commune)
    close_kept_connections()
    assert faults() == []
    with as_site(commune), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout'), current_setting('default_transaction_read_only')")
        assert cursor.fetchone() == ("0", "off")
    assert visit(commune).get("/").status_code == 200


@pytest.mark.parametrize("maker", ["lo_creat(-1)", "lo_create(0)", "lo_from_bytea(0, 'x')"])
def test_a_site_makes_no_large_objects(own_database: str, find: Callable[[str], Tenant], maker: str):
    renew_groups()
    refusal = pytest.raises(ProgrammingError, match="permission denied for function lo_")
    with as_site(find(cast.COMMUNE)), connection.cursor() as cursor, refusal:
        cursor.execute(f"SELECT {maker}")


def test_whoever_keeps_the_lock_on_logins_keeps_nobody_waiting_for_ever(
    own_database: str, find: Callable[[str], Tenant], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(locks, "LONGEST_WAIT", "200ms")
    commune, other = find(cast.COMMUNE), connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [GRANTS_LOCK])
            cursor.execute("SELECT pg_advisory_lock(%s)", [CREATION_LOCK])
        rename = partial(rename_site, tenant=commune, name="Định An Mới")
        for work in (renew_groups, partial(give_login, commune), rename):
            with pytest.raises(LockHeld):
                work()
    finally:
        other.close()
    assert give_login(commune)


@pytest.mark.parametrize("setting", ["preferred", "required", "off"])
def test_a_database_user_who_may_not_create_roles(commune: Tenant, settings: object, setting: str):
    settings.SITE_LOGINS = setting
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE conglang_test_weak; SET LOCAL ROLE conglang_test_weak")
    if setting == "required":
        with pytest.raises(LoginsImpossible, match="may not create roles"):
            give_login(commune)
    else:
        assert give_login(commune) is None
