"""Seconds to import a large sheet into a register, step by step. Runs inside Django."""

import time
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.db import connection, transaction
from wagtail import hooks

from accounts.models import User
from accounts.roles import Role
from importing import actions, work
from importing.models import Import
from importing.registers import HOOK
from importing.states import State
from tenants.crossing import all_tenants, in_site
from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant
from tests.bench.records import Importing
from tests.platform.importing import documents, sheets

STEPS = {State.CHECKING: work.check, State.APPLYING: work.apply, State.UNDOING: work.undo}


def import_documents(rows: int, rounds: int) -> list[Importing]:
    """Into a register of documents of the first site, which is empty again after each round."""
    site = all_tenants()[0]
    _lay_out(site)
    content = sheets.large_workbook(rows)
    with hooks.register_temporarily(HOOK, lambda: documents.DOCUMENTS), as_site(site):
        by = User.objects.filter(groups__name=Role.APPROVER.value).first()
        return [step for _round in range(rounds) for step in _round_of(content, rows, by)]


def _lay_out(site: Tenant) -> None:
    with in_site(site), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS sample_document")
        cursor.execute(documents.TABLE)
        cursor.execute(documents.RIGHTS)


def _round_of(content: bytes, rows: int, by: User) -> list[Importing]:
    steps: list[Importing] = []

    def timed(name: str, do: Callable[[], Import]) -> Import:
        begun = time.perf_counter()
        found = do()
        steps.append(Importing(name, rows, time.perf_counter() - begun))
        return found

    found = timed("upload and header", lambda: _hand_in(content, by))
    actions.confirm_columns(of=found, columns=found.columns, by=by)
    timed("dry run", lambda: _after_work(found))
    actions.ask_to_apply(of=found, outcome=found.outcome, by=by)
    timed("import", lambda: _after_work(found))
    again = _hand_in(content, by)
    actions.confirm_columns(of=again, columns=again.columns, by=by)
    timed("dry run of the same again", lambda: _after_work(again))
    actions.discard(of=again, by=by)
    actions.ask_to_undo(of=found, by=by)
    timed("undo", lambda: _after_work(found))
    return steps


def _hand_in(content: bytes, by: User) -> Import:
    sheet = ContentFile(content, name="van-ban.xlsx")
    return actions.hand_in(register=documents.DOCUMENTS.fresh(), sheet=sheet, archive=None, by=by)


def _after_work(found: Import) -> Import:
    found.refresh_from_db()
    before = State(found.state)
    STEPS[before](found.pk)
    found.refresh_from_db()
    if found.is_under_way or found.notice:
        raise RuntimeError(f"{before}: {found.notice}")
    return found
