"""How the server's own record of rights differs from the table in `grants.py`, and what mends each difference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from tenants.crossing import all_tenants, in_public
from tenants.isolation.grants import (
    FOR_BOARDS,
    FOR_SITES,
    ON_DATABASE,
    ONLY_READ,
    OWN_SEQUENCES,
    OWN_TABLES,
    Groups,
    groups,
)
from tenants.isolation.models import SiteLogin
from tenants.isolation.policies import differing_policies

Values = Mapping[str, str | list[str]]
Right = tuple[str, str, str, str]  # grantee, schema, object, right

# Each row of these four ends with what the words that take it back say of the thing.
RIGHTS = """
    SELECT coalesce(grantee.rolname, 'PUBLIC'), space.nspname, thing.relname, acl.privilege_type,
        format('%%s ON %%s %%I.%%I', acl.privilege_type, CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
            nspname, relname)
    FROM pg_class thing JOIN pg_namespace space ON space.oid = thing.relnamespace
    CROSS JOIN LATERAL aclexplode(thing.relacl) acl LEFT JOIN pg_roles grantee ON grantee.oid = acl.grantee
    WHERE space.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      AND (acl.grantee = 0 OR grantee.rolname = ANY(%(roles)s))
  UNION ALL
    SELECT coalesce(grantee.rolname, 'PUBLIC'), space.nspname, thing.relname || '.' || attname, acl.privilege_type,
        format('%%s (%%I) ON TABLE %%I.%%I', acl.privilege_type, attname, nspname, relname)
    FROM pg_attribute JOIN pg_class thing ON thing.oid = attrelid JOIN pg_namespace space ON space.oid = relnamespace
    CROSS JOIN LATERAL aclexplode(attacl) acl LEFT JOIN pg_roles grantee ON grantee.oid = acl.grantee
    WHERE space.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      AND (acl.grantee = 0 OR grantee.rolname = ANY(%(roles)s))
  UNION ALL
    SELECT coalesce(grantee.rolname, 'PUBLIC'), space.nspname, '', acl.privilege_type,
        format('%%s ON SCHEMA %%I', acl.privilege_type, nspname)
    FROM pg_namespace space CROSS JOIN LATERAL aclexplode(space.nspacl) acl
    LEFT JOIN pg_roles grantee ON grantee.oid = acl.grantee
    WHERE space.nspname NOT IN ('pg_catalog', 'information_schema')
      AND (acl.grantee = 0 OR grantee.rolname = ANY(%(roles)s))
"""
THINGS = """
    SELECT nspname, relname, relkind = 'S' FROM pg_class JOIN pg_namespace space ON space.oid = relnamespace
    WHERE nspname = ANY(%(schemas)s) AND relkind IN ('r', 'p', 'v', 'm', 'S')
"""
POWERS = """
    SELECT rolname, rolcanlogin, rolconnlimit, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication
    FROM pg_roles WHERE rolname = ANY(%(roles)s)
"""
# In the order of that query.
POWER_WORDS = (
    ("a superuser", "NOSUPERUSER"),
    ("may create roles", "NOCREATEROLE"),
    ("may create databases", "NOCREATEDB"),
    ("passes row policies", "NOBYPASSRLS"),
    ("may replicate", "NOREPLICATION"),
)
MEMBERSHIPS = """
    SELECT member.rolname, parent.rolname, format('REVOKE %%I FROM %%I%%s CASCADE', parent.rolname, member.rolname,
        CASE WHEN current_setting('server_version_num')::int >= 160000
        THEN format(' GRANTED BY %%I', pg_get_userbyid(grantor)) END)
    FROM pg_auth_members JOIN pg_roles member ON member.oid = member JOIN pg_roles parent ON parent.oid = roleid
    WHERE member.rolname = ANY(%(roles)s)
"""
OWNED = """
    SELECT rolname, nspname || '.' || relname FROM pg_class JOIN pg_namespace space ON space.oid = relnamespace
    JOIN pg_roles ON pg_roles.oid = relowner WHERE rolname = ANY(%(roles)s)
      AND relpersistence <> 't' AND relkind NOT IN ('i', 'I', 't')
"""
# What a role brings to each of its connections; every role may set it for itself.
OWN_SETTINGS = """
    SELECT rolname, array_to_string(setconfig, ', '), format('ALTER ROLE %%I%%s RESET ALL', rolname,
        CASE WHEN setdatabase <> 0 THEN format(' IN DATABASE %%I', datname) END)
    FROM pg_db_role_setting JOIN pg_roles ON pg_roles.oid = setrole
    LEFT JOIN pg_database ON pg_database.oid = setdatabase
    WHERE rolname = ANY(%(roles)s)
"""
DEFINERS = """
    SELECT nspname || '.' || proname FROM pg_proc JOIN pg_namespace space ON space.oid = pronamespace
    WHERE prosecdef AND nspname NOT IN ('pg_catalog', 'information_schema')
"""
DEFAULTS = """
    SELECT grantee.rolname, space.nspname, defaclobjtype::text, acl.privilege_type,
        format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I IN SCHEMA %%I REVOKE %%s ON %%s FROM %%I',
            pg_get_userbyid(defaclrole), nspname, acl.privilege_type, CASE defaclobjtype WHEN 'r' THEN 'TABLES'
            WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END,
            grantee.rolname)
    FROM pg_default_acl JOIN pg_namespace space ON space.oid = defaclnamespace
    CROSS JOIN LATERAL aclexplode(defaclacl) acl JOIN pg_roles grantee ON grantee.oid = acl.grantee
    WHERE grantee.rolname = ANY(%(roles)s)
"""
DATABASE = """
    SELECT coalesce(grantee.rolname, 'PUBLIC'), acl.privilege_type
    FROM pg_database CROSS JOIN LATERAL aclexplode(coalesce(datacl, acldefault('d', datdba))) acl
    LEFT JOIN pg_roles grantee ON grantee.oid = acl.grantee
    WHERE datname = current_database() AND (acl.grantee = 0 OR grantee.rolname = ANY(%(roles)s))
"""


@dataclass(frozen=True, order=True)
class Fault:
    sentence: str
    # The SQL that mends it. Empty where a person has to decide, or a login has to be made.
    cure: str = ""
    role: str = ""


def faults() -> list[str]:
    """A sentence for each right that is too wide or missing, for all sites; none where all is as the table says."""
    return [fault.sentence for fault in find_faults()]


def find_faults() -> list[Fault]:
    with in_public():
        logins = {login.tenant_id: login.role for login in SiteLogin.objects.all()}
    ours = groups()
    own: dict[str, str] = {}
    boards: set[str] = set()
    found: list[Fault] = []
    for tenant in all_tenants():
        if tenant.pk not in logins:
            found.append(Fault(f"{tenant.full_name} has no login of its own."))
            continue
        own[logins[tenant.pk]] = tenant.schema_name
        if tenant.runs_board:
            boards.add(logins[tenant.pk])
    with in_public():
        values: Values = {"roles": [*own, ours.sites, ours.boards], "schemas": list(own.values())}
        found += _faults_of_roles(values, own, boards, ours)
        found += _faults_of_rights(values, own, ours)
        found += _faults_of_the_rest(values, own)
        found += _faults_of_the_database(values, ours)
    return found


def _faults_of_roles(values: Values, own: dict[str, str], boards: set[str], ours: Groups) -> Iterator[Fault]:
    most = settings.SITE_LOGIN_CONNECTIONS
    there = set()
    for role, is_login, connections, *powers in _rows(POWERS, values):
        there.add(role)
        for (word, without), has_it in zip(POWER_WORDS, powers, strict=True):
            if has_it:
                yield Fault(
                    f"The role {role} is more than a site's: {word}.", f"ALTER ROLE {_quote(role)} {without}", role
                )
        if is_login and connections != most:
            yield Fault(
                f"The role {role} may open {connections} connections (-1 is any number), and should {most}.",
                f"ALTER ROLE {_quote(role)} CONNECTION LIMIT {most}",
                role,
            )
    for role, words, cure in _rows(OWN_SETTINGS, values):
        yield Fault(f"The role {role} changes how its connections begin: {words:.200}.", cure, role)
    yield from (Fault(f"The role {role} does not exist.") for role in values["roles"] if role not in there)
    wanted = {(role, ours.sites) for role in own} | {(role, ours.boards) for role in boards}
    found = _rows(MEMBERSHIPS, values)
    for member, parent in sorted(wanted - {(member, parent) for member, parent, _ in found}):
        yield Fault(f"{member} is not in {parent}.", f"GRANT {_quote(parent)} TO {_quote(member)}", member)
    for member, parent, cure in sorted(found):
        if (member, parent) not in wanted:
            yield Fault(f"{member} is in {parent}, and should not be.", cure, member)
    for role, thing in _rows(OWNED, values):
        cure = f"REASSIGN OWNED BY {_quote(role)} TO {_quote(_current_user())}"
        yield Fault(f"{role} owns {thing}, and could give it away.", cure, role)


def _faults_of_rights(values: Values, own: dict[str, str], ours: Groups) -> Iterator[Fault]:
    wanted = set(_wanted(values, own, ours))
    found = {(grantee, schema, thing, right): where for grantee, schema, thing, right, where in _rows(RIGHTS, values)}
    # Everybody may look up names in `public`; what stands there is another matter.
    found.pop(("PUBLIC", "public", "", "USAGE"), None)
    for grantee, schema, thing, right in sorted(wanted - set(found)):
        where = f"{_quote(schema)}.{_quote(thing)}" if thing else f"SCHEMA {_quote(schema)}"
        cure = f"GRANT {right} ON {where} TO {_quote(grantee)}"
        yield Fault(f"{grantee} lacks {right} on {schema}{thing and '.'}{thing}.", cure, grantee)
    for grantee, schema, thing, right in sorted(set(found) - wanted):
        sentence = f"{grantee} has {right} on {schema}{thing and '.'}{thing}, and should not."
        cure = f"REVOKE {found[grantee, schema, thing, right]} FROM {_grantee(grantee)} CASCADE"
        yield Fault(sentence, cure, grantee)


def _wanted(values: Values, own: dict[str, str], ours: Groups) -> Iterator[Right]:
    role_of = {schema: role for role, schema in own.items()}
    for role, schema in own.items():
        yield role, schema, "", "USAGE"
    for schema, thing, is_sequence in _rows(THINGS, values):
        rights = OWN_SEQUENCES if is_sequence else ("SELECT",) if thing in ONLY_READ else OWN_TABLES
        yield from ((role_of[schema], schema, thing, right) for right in rights)
    for group, tables in ((ours.sites, FOR_SITES), (ours.boards, FOR_BOARDS)):
        yield from ((group, "public", thing, right) for thing, rights in tables.items() for right in rights)


def _faults_of_the_rest(values: Values, own: dict[str, str]) -> Iterator[Fault]:
    kinds = {"r": OWN_TABLES, "S": OWN_SEQUENCES}
    wanted = {(role, schema, kind, right) for role, schema in own.items() for kind in kinds for right in kinds[kind]}
    found = {(role, schema, kind, right): cure for role, schema, kind, right, cure in _rows(DEFAULTS, values)}
    for role, schema, __, right in sorted(wanted - set(found)):
        yield Fault(f"{role} would lack {right} on what a migration creates in {schema}.", role=role)
    for role, schema, kind, right in sorted(set(found) - wanted):
        sentence = f"{role} would have {right} on what a migration creates in {schema}, and should not."
        yield Fault(sentence, found[role, schema, kind, right], role)
    yield from (Fault(f"{name} runs with its owner's rights, whoever calls it.") for (name,) in _rows(DEFINERS, values))
    yield from (Fault(sentence, cure) for sentence, cure in differing_policies())


def _faults_of_the_database(values: Values, ours: Groups) -> Iterator[Fault]:
    wanted = {(ours.sites, right) for right in ON_DATABASE}
    # The sites' group has it as well: whoever takes it from everybody shuts nobody out.
    found = set(_rows(DATABASE, values)) - {("PUBLIC", "CONNECT")}
    where = f"ON DATABASE {_quote(connection.settings_dict['NAME'])}"
    for grantee, right in sorted(wanted - found):
        cure = f"GRANT {right} {where} TO {_grantee(grantee)}"
        yield Fault(f"{grantee} lacks {right} on the database.", cure, grantee)
    for grantee, right in sorted(found - wanted):
        cure = f"REVOKE {right} {where} FROM {_grantee(grantee)} CASCADE"
        yield Fault(f"{grantee} has {right} on the database, and should not.", cure, grantee)


def _grantee(name: str) -> str:
    return name if name == "PUBLIC" else _quote(name)


def _quote(name: str) -> str:
    return connection.ops.quote_name(name)


def _current_user() -> str:
    return str(_rows("SELECT current_user", {})[0][0])


def _rows(sql: str, values: Values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
