"""Database logins of sites: made with a site, kept in step with its tables, changed, removed with it."""

import secrets

from django.conf import settings
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone
from psycopg2.errors import DependentObjectsStillExist, InsufficientPrivilege
from psycopg2.extensions import encrypt_password

from tenants.crossing import in_public
from tenants.isolation.grants import FOR_BOARDS, FOR_SITES, ON_DATABASE, ONLY_READ, OWN_SEQUENCES, OWN_TABLES, groups
from tenants.isolation.hosts import forget_addresses
from tenants.isolation.models import SiteLogin
from tenants.provisioning.locks import hold
from tenants.registry.models import Tenant

# Two creations that write the rights on one shared table at once would fail; as would two that make the groups.
GRANTS_LOCK = 0x4772616E
# Whatever makes a large object.
LARGE_OBJECTS = ("pg_catalog.lo_creat(integer)", "pg_catalog.lo_create(oid)", "pg_catalog.lo_from_bytea(oid, bytea)")


class LoginsImpossible(RuntimeError):
    """The user of DATABASE_URL may not create roles."""


def give_login(tenant: Tenant) -> SiteLogin | None:
    """A login for a site that has none, and the rights of the table for whoever has one. Safe to repeat; inside a
    transaction of the caller's or one of its own.

    Returns None where SITE_LOGINS does without. Raises LoginsImpossible where it does not and they can't be made,
    LockHeld where somebody else is at the logins for too long.
    """
    if not are_wanted():
        return None
    with transaction.atomic():
        hold(GRANTS_LOCK)
        _keep_groups()
        login = SiteLogin.objects.filter(tenant=tenant).first()
        if login is None or _marked(login.role) not in (None, mark()):
            login = _replace(tenant, login)
        if _marked(login.role) is None:
            _execute(f"CREATE ROLE {_quote(login.role)} LOGIN")
            _execute(f"COMMENT ON ROLE {_quote(login.role)} IS %s", mark())
            _set_password(login)
        _execute(f"ALTER ROLE {_quote(login.role)} CONNECTION LIMIT %s", settings.SITE_LOGIN_CONNECTIONS)
        _forget_settings(login.role)
        _grant(tenant, login.role)
    return login


def change_password(tenant: Tenant) -> None:
    """A new random password. Connections that stand go on; new ones find it within the same request.

    Raises SiteLogin.DoesNotExist for a site without a login, LoginsImpossible where roles can't be changed.
    """
    if not _may_create_roles():
        raise LoginsImpossible("The database user may not change roles.")
    with in_public(), transaction.atomic():
        give_login(tenant)
        login = SiteLogin.objects.select_for_update().get(tenant=tenant)
        login.password, login.changed_at = _new_password(), timezone.now()
        login.save(update_fields=["password", "changed_at"])
        _set_password(login)
    forget_addresses()


def take_login(tenant: Tenant) -> None:
    """Once its schema is dropped, inside the same transaction. A role that was made for another database, of which this
    one is a copy, is left to that; one that a copy of this database still knows stays, without a way in."""
    login = SiteLogin.objects.filter(tenant=tenant).first()
    if login is None or _marked(login.role) != mark():
        return
    _drop_owned(login.role)
    try:
        with transaction.atomic():
            _execute(f"DROP ROLE {_quote(login.role)}")
    except DatabaseError as error:
        if not isinstance(error.__cause__, DependentObjectsStillExist):
            raise
        _execute(f"ALTER ROLE {_quote(login.role)} NOLOGIN PASSWORD NULL")


def _drop_owned(role: str) -> None:
    """Whatever it made or was given outside its schema: the role would stay because of it. What somebody else gave it
    is not ours to take."""
    try:
        with transaction.atomic():
            if not _execute("SELECT pg_has_role(%s, 'USAGE')", role):
                _execute(f"GRANT {_quote(role)} TO CURRENT_USER")
            _execute(f"DROP OWNED BY {_quote(role)}")
    except DatabaseError as error:
        if not isinstance(error.__cause__, InsufficientPrivilege):
            raise


def are_wanted() -> bool:
    """Whether sites get logins. Raises LoginsImpossible where they must and can't."""
    if settings.SITE_LOGINS == "off" or _may_create_roles():
        return bool(settings.SITE_LOGINS != "off")
    if settings.SITE_LOGINS == "required":
        raise LoginsImpossible("The database user may not create roles, which SITE_LOGINS=required asks for.")
    return False


def _may_create_roles() -> bool:
    return bool(_execute("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))


def is_of_this_database(role: str) -> bool:
    return _marked(role) == mark()


def mark(database: str = "") -> str:
    """What the server's list of roles says of those that were made for a database, this one by default."""
    return f"Cổng Làng, database {database or connection.settings_dict['NAME']}"


def _replace(tenant: Tenant, former: SiteLogin | None) -> SiteLogin:
    """In a copy of a database the roles are those of the first one, and go on serving that."""
    if former:
        schema, role = _quote(tenant.schema_name), _quote(former.role)
        for kind in ("TABLES", "SEQUENCES"):
            _execute(f"REVOKE ALL ON ALL {kind} IN SCHEMA {schema} FROM {role}")
            _execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} REVOKE ALL ON {kind} FROM {role}")
        _execute(f"REVOKE ALL ON SCHEMA {schema} FROM {role}")
        former.delete()
    role = f"{tenant.schema_name[:50]}_{secrets.token_hex(4)}"
    return SiteLogin.objects.create(tenant=tenant, role=role, password=_new_password())


def _new_password() -> str:
    return secrets.token_urlsafe(32)


def _set_password(login: SiteLogin) -> None:
    """The server and its log get to see the verifier only."""
    connection.ensure_connection()
    verifier = encrypt_password(login.password, login.role, connection.connection, "scram-sha-256")
    _execute(f"ALTER ROLE {_quote(login.role)} PASSWORD %s", verifier)


def _forget_settings(role: str) -> None:
    """Every login may set for itself how its connections begin, with a time limit that nothing keeps to for one."""
    _execute(f"ALTER ROLE {_quote(role)} RESET ALL")
    _execute(f"ALTER ROLE {_quote(role)} IN DATABASE {_quote(connection.settings_dict['NAME'])} RESET ALL")


def _keep_groups() -> None:
    ours = groups()
    for group, tables in ((ours.sites, FOR_SITES), (ours.boards, FOR_BOARDS)):
        if _marked(group) is not None:
            continue
        _execute(f"CREATE ROLE {_quote(group)} NOLOGIN")
        _execute(f"COMMENT ON ROLE {_quote(group)} IS %s", mark())
        _grant_shared(group, tables)
        if group == ours.sites:
            _grant_database(group)


def renew_groups() -> None:
    """Bring the rights on the database and on shared tables up to the table, whatever they were, where sites have
    logins."""
    if not are_wanted():
        return
    with in_public(), transaction.atomic():
        hold(GRANTS_LOCK)
        _keep_groups()
        ours = groups()
        for group, tables in ((ours.sites, FOR_SITES), (ours.boards, FOR_BOARDS)):
            for kind in ("TABLES", "SEQUENCES", "FUNCTIONS"):
                _execute(f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM {_quote(group)}")
            _grant_shared(group, tables)
        _grant_database(ours.sites)
        _close_large_objects()


def _close_large_objects() -> None:
    """Large objects belong to the database and to no schema. Only a superuser can take from everybody that they make
    some; where the platform is none, docs/isolation.md has the words for one."""
    if _execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
        _execute(f"REVOKE EXECUTE ON FUNCTION {', '.join(LARGE_OBJECTS)} FROM PUBLIC")


def _grant_database(sites: str) -> None:
    """Only its owner can: where that is somebody else, `check --deploy` names what is to be done."""
    owns = _execute("SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()")
    if not owns:
        return
    database = f"DATABASE {_quote(connection.settings_dict['NAME'])}"
    _execute(f"REVOKE TEMPORARY, CREATE ON {database} FROM PUBLIC")
    _execute(f"REVOKE ALL ON {database} FROM {_quote(sites)}")
    _execute(f"GRANT {', '.join(ON_DATABASE)} ON {database} TO {_quote(sites)}")


def _grant_shared(group: str, tables: dict[str, tuple[str, ...]]) -> None:
    for name, rights in tables.items():
        kind = "SEQUENCE " if name.endswith("_seq") else ""
        _execute(f"GRANT {', '.join(rights)} ON {kind}public.{_quote(name)} TO {_quote(group)}")


def _grant(tenant: Tenant, role: str) -> None:
    schema, role = _quote(tenant.schema_name), _quote(role)
    ours = groups()
    tables, sequences = ", ".join(OWN_TABLES), ", ".join(OWN_SEQUENCES)
    _execute(f"GRANT USAGE ON SCHEMA {schema} TO {role}")
    _execute(f"GRANT {tables} ON ALL TABLES IN SCHEMA {schema} TO {role}")
    _execute(f"GRANT {sequences} ON ALL SEQUENCES IN SCHEMA {schema} TO {role}")
    # For what later migrations create.
    _execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT {tables} ON TABLES TO {role}")
    _execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT {sequences} ON SEQUENCES TO {role}")
    for table in ONLY_READ:
        _execute(f"REVOKE INSERT, UPDATE, DELETE ON {schema}.{_quote(table)} FROM {role}")
    _execute(f"GRANT {_quote(ours.sites)} TO {role}")
    verb, way = ("GRANT", "TO") if tenant.runs_board else ("REVOKE", "FROM")
    _execute(f"{verb} {_quote(ours.boards)} {way} {role}")


def _marked(role: str) -> str | None:
    """What the server's list says of a role; None where there is no such role."""
    answer = _execute("SELECT coalesce(shobj_description(oid, 'pg_authid'), '') FROM pg_roles WHERE rolname = %s", role)
    return None if answer is None else str(answer)


def _quote(name: str) -> str:
    return connection.ops.quote_name(name)


def _execute(sql: str, *values: str | int) -> object:
    """The first value of the answer, if there is one."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        row = cursor.fetchone() if cursor.description else None
    return row[0] if row else None
