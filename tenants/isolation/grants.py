"""What a site's login may touch, as a table, and how the server's own record of rights differs from it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from tenants.crossing import all_tenants, in_public
from tenants.isolation.models import SiteLogin

# On a site's own schema: everything but what changes its shape.
OWN_TABLES = ("SELECT", "INSERT", "UPDATE", "DELETE")
OWN_SEQUENCES = ("USAGE",)
# Of its own tables, those that it only reads.
ONLY_READ = ("django_migrations",)

QUEUE = "django_tasks_database_dbtaskresult"
# Shared tables, for the logins of all sites.
FOR_SITES: dict[str, tuple[str, ...]] = {
    "registry_tenant": ("SELECT",),
    "registry_domain": ("SELECT",),
    "catalogue_category": ("SELECT",),
    "catalogue_documentform": ("SELECT",),
    "catalogue_documentfield": ("SELECT",),
    # A row policy lets a site ask for work in its own schema only.
    QUEUE: ("INSERT",),
}
# Beyond those, for the logins of sites whose unit runs a board.
FOR_BOARDS: dict[str, tuple[str, ...]] = {
    "registry_lifecyclechange": ("SELECT",),
    "provisioning_sitecreation": ("SELECT",),
    "isolation_heartbeat": ("SELECT",),
    "catalogue_category": ("INSERT", "UPDATE", "DELETE"),
    "catalogue_category_id_seq": ("USAGE",),
}
# On the database itself. TEMPORARY, which PostgreSQL gives to everybody, no site needs.
ON_DATABASE = ("CONNECT",)
# What a site may add to the queue, as the migrations set it down.
OWN_WORK = """
    task_path = 'tenants.isolation.tasks.run_in_site' AND backend_name = 'queue' AND priority = 0
    AND status = 'READY' AND started_at IS NULL AND finished_at IS NULL AND return_value IS NULL
    AND worker_ids = '[]' AND exception_class_path = '' AND traceback = ''
    AND jsonb_typeof(args_kwargs) = 'object' AND (args_kwargs - 'args') = '{"kwargs": {}}'
    AND jsonb_typeof(args_kwargs -> 'args') = 'array'
    AND args_kwargs #>> '{args,0}' <> 'public'
    AND has_schema_privilege(args_kwargs #>> '{args,0}', 'USAGE')
"""

Values = Mapping[str, str | list[str]]
Right = tuple[str, str, str, str]  # grantee, schema, object, right

RIGHTS = """
    SELECT coalesce(grantee.rolname, 'PUBLIC'), space.nspname, thing.relname, acl.privilege_type
    FROM pg_class thing JOIN pg_namespace space ON space.oid = thing.relnamespace
    CROSS JOIN LATERAL aclexplode(thing.relacl) acl LEFT JOIN pg_roles grantee ON grantee.oid = acl.grantee
    WHERE space.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      AND (acl.grantee = 0 OR grantee.rolname = ANY(%(roles)s))
  UNION ALL
    SELECT coalesce(grantee.rolname, 'PUBLIC'), space.nspname, thing.relname || '.' || attname, acl.privilege_type
    FROM pg_attribute JOIN pg_class thing ON thing.oid = attrelid JOIN pg_namespace space ON space.oid = relnamespace
    CROSS JOIN LATERAL aclexplode(attacl) acl LEFT JOIN pg_roles grantee ON grantee.oid = acl.grantee
    WHERE space.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      AND (acl.grantee = 0 OR grantee.rolname = ANY(%(roles)s))
  UNION ALL
    SELECT coalesce(grantee.rolname, 'PUBLIC'), space.nspname, '', acl.privilege_type
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
    SELECT rolname, concat_ws(', ', CASE WHEN rolsuper THEN 'a superuser' END,
        CASE WHEN rolcreaterole THEN 'may create roles' END, CASE WHEN rolcreatedb THEN 'may create databases' END,
        CASE WHEN rolbypassrls THEN 'passes row policies' END, CASE WHEN rolreplication THEN 'may replicate' END),
        rolcanlogin, rolconnlimit
    FROM pg_roles WHERE rolname = ANY(%(roles)s)
"""
MEMBERSHIPS = """
    SELECT member.rolname, parent.rolname FROM pg_auth_members
    JOIN pg_roles member ON member.oid = member JOIN pg_roles parent ON parent.oid = roleid
    WHERE member.rolname = ANY(%(roles)s)
"""
OWNED = """
    SELECT rolname, nspname || '.' || relname FROM pg_class JOIN pg_namespace space ON space.oid = relnamespace
    JOIN pg_roles ON pg_roles.oid = relowner WHERE rolname = ANY(%(roles)s) AND relpersistence <> 't'
"""
DEFINERS = """
    SELECT nspname || '.' || proname FROM pg_proc JOIN pg_namespace space ON space.oid = pronamespace
    WHERE prosecdef AND nspname NOT IN ('pg_catalog', 'information_schema')
"""
DEFAULTS = """
    SELECT grantee.rolname, space.nspname, defaclobjtype::text, acl.privilege_type
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
POLICIES = """
    SELECT policyname, permissive, roles::text, cmd, coalesce(qual, ''), coalesce(with_check, '')
    FROM pg_policies JOIN pg_class ON relname = tablename AND relrowsecurity AND relnamespace = 'public'::regnamespace
    WHERE tablename = %(queue)s AND schemaname = 'public'
"""


@dataclass(frozen=True)
class Groups:
    """Roles without a login that carry the rights on shared tables: one for all sites, one for those with a board."""

    sites: str
    boards: str


def groups() -> Groups:
    """Named after the database, because roles belong to the whole server."""
    name = connection.settings_dict["NAME"][:50]
    return Groups(sites=f"{name}_sites", boards=f"{name}_boards")


def faults() -> list[str]:
    """A sentence for each right that is too wide or missing, for all sites; none where all is as the table says."""
    with in_public():
        logins = {login.tenant_id: login.role for login in SiteLogin.objects.all()}
    ours = groups()
    own: dict[str, str] = {}
    boards: set[str] = set()
    found: list[str] = []
    for tenant in all_tenants():
        if tenant.pk not in logins:
            found.append(f"{tenant.full_name} has no login of its own.")
            continue
        own[logins[tenant.pk]] = tenant.schema_name
        if tenant.runs_board:
            boards.add(logins[tenant.pk])
    with in_public():
        values: Values = {"roles": [*own, ours.sites, ours.boards], "schemas": list(own.values()), "queue": QUEUE}
        found += _faults_of_roles(values, own, boards, ours)
        found += _faults_of_rights(values, own, ours)
        found += _faults_of_the_rest(values, own)
        found += _faults_of_the_database(values, ours)
    return found


def _faults_of_roles(values: Values, own: dict[str, str], boards: set[str], ours: Groups) -> Iterator[str]:
    most = settings.SITE_LOGIN_CONNECTIONS
    there = set()
    for role, powers, is_login, connections in _rows(POWERS, values):
        there.add(role)
        if powers:
            yield f"The role {role} is more than a site's: {powers}."
        if is_login and connections != most:
            yield f"The role {role} may open {connections} connections (-1 is any number), and should {most}."
    yield from (f"The role {role} does not exist." for role in values["roles"] if role not in there)
    memberships = {(member, parent) for member, parent in _rows(MEMBERSHIPS, values)}
    wanted = {(role, ours.sites) for role in own} | {(role, ours.boards) for role in boards}
    yield from (f"{member} is not in {parent}." for member, parent in sorted(wanted - memberships))
    yield from (f"{member} is in {parent}, and should not be." for member, parent in sorted(memberships - wanted))
    yield from (f"{role} owns {thing}, and could give it away." for role, thing in _rows(OWNED, values))


def _faults_of_rights(values: Values, own: dict[str, str], ours: Groups) -> Iterator[str]:
    wanted = set(_wanted(values, own, ours))
    found = {(grantee, schema, thing, right) for grantee, schema, thing, right in _rows(RIGHTS, values)}
    # Everybody may look up names in `public`; what stands there is another matter.
    found.discard(("PUBLIC", "public", "", "USAGE"))
    for grantee, schema, thing, right in sorted(wanted - found):
        yield f"{grantee} lacks {right} on {schema}{thing and '.'}{thing}."
    for grantee, schema, thing, right in sorted(found - wanted):
        yield f"{grantee} has {right} on {schema}{thing and '.'}{thing}, and should not."


def _wanted(values: Values, own: dict[str, str], ours: Groups) -> Iterator[Right]:
    role_of = {schema: role for role, schema in own.items()}
    for role, schema in own.items():
        yield role, schema, "", "USAGE"
    for schema, thing, is_sequence in _rows(THINGS, values):
        rights = OWN_SEQUENCES if is_sequence else ("SELECT",) if thing in ONLY_READ else OWN_TABLES
        yield from ((role_of[schema], schema, thing, right) for right in rights)
    for group, tables in ((ours.sites, FOR_SITES), (ours.boards, FOR_BOARDS)):
        yield from ((group, "public", thing, right) for thing, rights in tables.items() for right in rights)


def _faults_of_the_rest(values: Values, own: dict[str, str]) -> Iterator[str]:
    kinds = {"r": OWN_TABLES, "S": OWN_SEQUENCES}
    wanted = {(role, schema, kind, right) for role, schema in own.items() for kind in kinds for right in kinds[kind]}
    found = set(_rows(DEFAULTS, values))
    for role, schema, __, right in sorted(wanted - found):
        yield f"{role} would lack {right} on what a migration creates in {schema}."
    for role, schema, __, right in sorted(found - wanted):
        yield f"{role} would have {right} on what a migration creates in {schema}, and should not."
    yield from (f"{name} runs with its owner's rights, whoever calls it." for (name,) in _rows(DEFINERS, values))
    yield from _faults_of_the_queue(values)


def _faults_of_the_queue(values: Values) -> Iterator[str]:
    policies = {(name, *rest, _bare(check)) for name, *rest, check in _rows(POLICIES, values)}
    wanted = {("own_work", "PERMISSIVE", "{public}", "INSERT", "", _bare(OWN_WORK))}
    names = {name for name, *__ in policies}
    if "own_work" not in names:
        yield "A site may ask for work in another one: the queue's row policy is missing."
    yield from (f"The queue's row policy {name} is not the one of the migrations." for name, *__ in policies - wanted)


def _bare(condition: str) -> str:
    """Without the brackets, casts and blanks that the server adds, each version in its own way."""
    return re.sub(r"::[a-z]+(\[\])?|[()\s]", "", condition)


def _faults_of_the_database(values: Values, ours: Groups) -> Iterator[str]:
    wanted = {(ours.sites, right) for right in ON_DATABASE}
    # The sites' group has it as well: whoever takes it from everybody shuts nobody out.
    found = set(_rows(DATABASE, values)) - {("PUBLIC", "CONNECT")}
    yield from (f"{grantee} lacks {right} on the database." for grantee, right in sorted(wanted - found))
    yield from (f"{grantee} has {right} on the database, and should not." for grantee, right in sorted(found - wanted))


def _rows(sql: str, values: Values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
