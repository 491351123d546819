"""SQL that got into a request of one site, aimed at the other one's table of people."""

from contextlib import suppress

from django.apps import apps
from django.db import Error, connection, transaction

from tenants.crossing import in_public, in_site
from tenants.isolation.checks import is_shared
from tenants.isolation.faults import faults
from tenants.isolation.grants import QUEUE
from tenants.isolation.logins import as_site, login_of
from tenants.verification.pair import Pair, Side
from tenants.verification.verdicts import CannotTell, compare

NO_RIGHT = "42501"
FAULTS_SHOWN = 5

READS = (
    "TABLE {other}.accounts_user",
    "SELECT last_name FROM {other}.accounts_user",
    "SELECT set_config('search_path', '{other}', false); TABLE {other}.accounts_user",
    "PREPARE verify AS TABLE {other}.accounts_user; EXECUTE verify",
    "SELECT string_agg(last_name, ' ') FROM ONLY {other}.accounts_user",
)
CHANGES = (
    "UPDATE {other}.accounts_user SET first_name = first_name",
    "DELETE FROM {other}.wagtailredirects_redirect",
    "INSERT INTO {other}.auth_group (name) VALUES ('verify')",
    "TRUNCATE {other}.django_session",
    "ALTER TABLE {other}.accounts_user ADD COLUMN verify int",
    "SELECT nextval('{other}.accounts_user_id_seq')",
    "UPDATE public.registry_tenant SET name = name WHERE slug = ''",
    "UPDATE public.registry_domain SET host = host WHERE host = ''",
)
ROLES = (
    "SELECT set_config('role', '{platform}', false); TABLE {other}.accounts_user",
    "SELECT set_config('role', '{other_role}', true); TABLE {other}.accounts_user",
    "SET ROLE {platform}; TABLE {other}.accounts_user",
    "RESET ROLE; TABLE {other}.accounts_user",
    "SET SESSION AUTHORIZATION {platform}; TABLE {other}.accounts_user",
    "RESET SESSION AUTHORIZATION; TABLE {other}.accounts_user",
)
FUNCTIONS = (
    "SELECT query_to_xml('TABLE {other}.accounts_user', true, true, '')",
    "SELECT table_to_xml('{other}.accounts_user', true, true, '')",
    "SELECT schema_to_xml('{other}', true, true, '')",
    "SELECT ts_stat('SELECT to_tsvector(''simple'', last_name) FROM {other}.accounts_user')",
    "DECLARE verify CURSOR FOR TABLE {other}.accounts_user; FETCH ALL FROM verify",
)
WORK = """
    INSERT INTO public.{queue} (id, status, enqueued_at, args_kwargs, priority, task_path, worker_ids, queue_name,
        backend_name, run_after, exception_class_path, traceback)
    VALUES (gen_random_uuid(), 'READY', now(), '{{"args": ["{schema}", "", []], "kwargs": {{}}}}', 0,
        'tenants.isolation.tasks.run_in_site', '[]', 'default', 'queue', '9999-01-01', '', '')
"""


def grants(pair: Pair) -> list[str]:
    found = faults()
    more = [f"and {len(found) - FAULTS_SHOWN} more"] if len(found) > FAULTS_SHOWN else []
    return found[:FAULTS_SHOWN] + more


def rows(pair: Pair) -> list[str]:
    """Every table of a site, read as Django reads it."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    own = [model for model in models if not is_shared(model)]

    def all_rows(side: Side) -> str:
        with as_site(side.tenant):
            return " ".join(str(list(model._base_manager.values())) for model in own)

    return compare(pair, all_rows)


def reads(pair: Pair) -> list[str]:
    return _try(pair, READS)


def changes(pair: Pair) -> list[str]:
    """Whatever is done all the same is taken back at once."""
    return _try(pair, CHANGES)


def roles(pair: Pair) -> list[str]:
    return _try(pair, ROLES)


def functions(pair: Pair) -> list[str]:
    return _try(pair, FUNCTIONS)


def queue(pair: Pair) -> list[str]:
    """A site may add work for itself, none for the other or the platform, and reads none."""
    leaks = []
    for side in pair:
        if isinstance(_run(side, WORK.format(queue=QUEUE, schema=side.schema)), Error):
            raise CannotTell(f"{side} can't add work of its own")
        for target in (side.other.schema, "public"):
            leaks += refused(side, WORK.format(queue=QUEUE, schema=target), named=f"work for {target}")
        leaks += refused(side, f"TABLE public.{QUEUE}")
    return leaks


def _try(pair: Pair, statements: tuple[str, ...]) -> list[str]:
    """Raises CannotTell where there is nothing to take: the platform itself does not find the word there."""
    leaks = []
    for side in pair:
        names = _names(side)
        with in_site(side.other.tenant):
            if side.other.word not in str(_run_here("TABLE accounts_user")):
                raise CannotTell(f"{side.other}: its own is not in its table of people")
        for statement in statements:
            leaks += refused(side, statement.format(**names), named=statement.format(**{**names, **READABLE}))
    return leaks


READABLE = {"other": "other", "platform": "platform", "other_role": "other"}


def _names(side: Side) -> dict[str, str]:
    with in_public():
        platform = _run_here("SELECT current_user")[0][0]
    login = login_of(side.other.tenant)
    quote = connection.ops.quote_name
    # Within quotes of SQL a name stands as it is: schemas and roles are made of a–z, digits and _.
    return {
        "other": side.other.schema,
        "other_role": login.role if login else platform,
        "platform": platform if platform.isidentifier() else quote(platform),
    }


def refused(side: Side, statement: str, *, named: str = "") -> list[str]:
    """Refused for want of a right, or a sentence. Raises CannotTell where the server found something else amiss."""
    answer = _run(side, statement)
    if not isinstance(answer, Error):
        seen = ", and shows the other's" if side.other.word in str(answer) else ""
        shared = "" if login_of(side.tenant) else " (sites share one login)"
        return [f"{side} may: {named or statement}{seen}{shared}"]
    code = getattr(answer.__cause__, "pgcode", None)
    if code != NO_RIGHT:
        raise CannotTell(f"{side}: {named or statement}: {str(answer).strip()}")
    return []


def _run(side: Side, statement: str) -> list[tuple] | Error:
    """What the server answers to the site's own login; nothing of it stays."""
    with as_site(side.tenant):
        try:
            return _run_here(statement)
        except Error as error:
            return error
        finally:
            # What was set for the session goes with the connection.
            with suppress(Error):
                connection.close()


def _run_here(statement: str) -> list[tuple]:
    with transaction.atomic(), connection.cursor() as cursor:
        try:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
        finally:
            transaction.set_rollback(True)
