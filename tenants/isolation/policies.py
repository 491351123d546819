"""Which rows of a shared table a site's login may read or add, beyond its rights on the table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from tenants.isolation.grants import FORMS, MAILS, OWN_WORK, QUEUE, REMINDERS, SNAPSHOTS

VERSIONS = "procedure_catalogue_procedureversion"
# What readers had before their eyes once; and all of it for whoever may read the history, which is the board. Asked
# once in a question, not for each row.
PUBLISHED_ONCE = """
    state = 'published' OR (state = 'withdrawn' AND number IS NOT NULL)
    OR (SELECT has_table_privilege('public.procedure_catalogue_change', 'SELECT') AS has_table_privilege)
"""
RELEASED = """
    is_released
    OR (SELECT has_table_privilege('public.procedure_catalogue_change', 'SELECT') AS has_table_privilege)
"""
# Which snapshots a login reads, as the migrations set it down: of sites in whose schema it may look, and of those whose
# board these run.
OWN_SNAPSHOTS = """
    tenant_id IN (
        SELECT site.id FROM registry_tenant site
        WHERE has_schema_privilege(to_regnamespace(quote_ident(site.schema_name)), 'USAGE')
        OR site.parent_id IN (
            SELECT board.id FROM registry_tenant board
            WHERE has_schema_privilege(to_regnamespace(quote_ident(board.schema_name)), 'USAGE')
        )
    )
"""
FOUND = """
    SELECT tablename::text, policyname::text, permissive, roles::text, cmd, coalesce(qual, ''), coalesce(with_check, '')
    FROM pg_policies JOIN pg_class ON relname = tablename AND relrowsecurity AND relnamespace = 'public'::regnamespace
    WHERE tablename = ANY(%s) AND schemaname = 'public'
"""


@dataclass(frozen=True)
class Policy:
    """`of` is whose it is, in words; `without` says what a site may do where it is missing."""

    table: str
    name: str
    of: str
    without: str
    command: str
    using: str = ""
    check: str = ""

    @property
    def creation(self) -> str:
        conditions = [("USING", self.using), ("WITH CHECK", self.check)]
        said = " ".join(f"{word} ({condition})" for word, condition in conditions if condition)
        return (
            f"DROP POLICY IF EXISTS {self.name} ON public.{self.table}; "
            f"CREATE POLICY {self.name} ON public.{self.table} FOR {self.command} {said}; "
            f"ALTER TABLE public.{self.table} ENABLE ROW LEVEL SECURITY"
        )

    @property
    def as_found(self) -> tuple[str, ...]:
        ends = (_bare(self.using), _bare(self.check))
        return (self.table, self.name, "PERMISSIVE", "{public}", self.command, *ends)


POLICIES = (
    Policy(QUEUE, "own_work", "queue", "A site may ask for work in another one", "INSERT", check=OWN_WORK),
    Policy(
        VERSIONS,
        "published_once",
        "catalogue of procedures",
        "A site may read drafts of the board",
        "ALL",
        using=PUBLISHED_ONCE,
        check="true",
    ),
    Policy(
        FORMS,
        "released",
        "forms of procedures",
        "A site may read forms of the board's drafts",
        "ALL",
        using=RELEASED,
        check="true",
    ),
    Policy(
        SNAPSHOTS,
        "own_snapshots",
        "board's snapshots",
        "A site may read what was read of another",
        "SELECT",
        using=OWN_SNAPSHOTS,
    ),
    *(
        Policy(
            table,
            "own_reminders",
            f"{table} table",
            "A site may read what another is reminded of",
            "SELECT",
            using=OWN_SNAPSHOTS,
        )
        for table in (*REMINDERS, MAILS)
    ),
)


def differing_policies() -> Iterator[tuple[str, str]]:
    """A sentence for each that is missing, changed or too many, and the SQL that mends it."""
    with connection.cursor() as cursor:
        cursor.execute(FOUND, [[policy.table for policy in POLICIES]])
        rows = cursor.fetchall()
    found = {(*row[:5], _bare(row[5]), _bare(row[6])) for row in rows}
    for policy in POLICIES:
        mine = {row for row in found if row[0] == policy.table}
        if policy.name not in {row[1] for row in mine}:
            yield f"{policy.without}: the {policy.of}'s row policy is missing.", policy.creation
        for row in mine - {policy.as_found}:
            cure = policy.creation if row[1] == policy.name else _drop(policy.table, row[1])
            yield f"The {policy.of}'s row policy {row[1]} is not the one of the migrations.", cure


def _drop(table: str, name: str) -> str:
    return f"DROP POLICY {connection.ops.quote_name(name)} ON public.{table}"


def _bare(condition: str) -> str:
    """Without the brackets, casts and blanks that the server adds, each version in its own way."""
    return re.sub(r"::[a-z]+(\[\])?|[()\s]", "", condition)
