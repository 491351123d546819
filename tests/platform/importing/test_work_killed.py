"""`kill -9` in the middle of an import: nothing of it is there, and the next try does it as a whole."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from accounts.models import User
from accounts.roles import Role
from importing import actions, work
from importing.models import Import
from importing.states import State
from tenants.crossing import in_site
from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant
from tests import cast, databases
from tests.conftest import find_tenant
from tests.platform.importing import documents, sheets
from tests.platform.importing.sheets import documents_here, row, workbook

MANAGE = Path(__file__).resolve().parents[3] / "manage.py"
ROWS = 600

# Does the work of that name, and stands still at the second portion that is written.
STOPPING = """
import dataclasses, sys, threading
from wagtail import hooks
from importing import work
from importing.registers import HOOK
from tenants.isolation.logins import as_site
from tenants.crossing import all_tenants
from tests.platform.importing.documents import DOCUMENTS

portions = []

def stopping(write):
    def first_only(portion, by):
        if portions:
            print("in the middle", flush=True)
            threading.Event().wait()
        portions.append(len(portion))
        return write(portion, by)
    return first_only

register = dataclasses.replace(DOCUMENTS, create=stopping(DOCUMENTS.create), remove=stopping(DOCUMENTS.remove))
with hooks.register_temporarily(HOOK, lambda: register):
    with as_site(next(tenant for tenant in all_tenants() if tenant.slug == {slug!r})):
        work.{name}({pk})
"""


@pytest.fixture
def commune_here(own_database: str) -> Tenant:
    """Really committed, with the site's own login."""
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(documents.TABLE)
        cursor.execute(documents.RIGHTS)
    return commune


@pytest.fixture
def kill_in_the_middle(commune_here: Tenant) -> Iterator[Callable[[str, int], None]]:
    started: list[subprocess.Popen] = []

    def kill(name: str, pk: int) -> None:
        process = subprocess.Popen(
            [sys.executable, MANAGE, "shell", "-c", STOPPING.format(slug=commune_here.slug, name=name, pk=pk)],
            env={
                **os.environ,
                "DATABASE_URL": databases.url_of(connection.settings_dict["NAME"]),
                "MEDIA_ROOT": str(settings.MEDIA_ROOT),
                "PYTHONPATH": str(MANAGE.parent),
            },
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        assert any(line.strip() == "in the middle" for line in process.stdout)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    yield kill
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


@pytest.fixture
def found(commune_here: Tenant) -> Import:
    """Checked, and asked for."""
    content = workbook([row(number) for number in range(1, ROWS + 1)])
    with as_site(commune_here):
        by = User.objects.get(email=cast.address_of(Role.APPROVER))
        sheet = SimpleUploadedFile("van-ban.xlsx", content)
        found = actions.hand_in(register=documents.DOCUMENTS.fresh(), sheet=sheet, archive=None, by=by)
        actions.confirm_columns(of=found, columns=found.columns, by=by)
        sheets.after_work(found)
        actions.ask_to_apply(of=found, outcome=found.outcome, by=by)
    return found


def test_an_import_that_is_killed_leaves_nothing_and_is_done_by_the_next_worker(
    commune_here: Tenant, found: Import, kill_in_the_middle: Callable[[str, int], None]
):
    kill_in_the_middle("apply", found.pk)
    with as_site(commune_here):
        assert documents_here() == {}
        found.refresh_from_db()
        assert found.state == State.APPLYING
        assert sheets.after_work(found).state == State.APPLIED
        assert len(documents_here()) == ROWS


def test_undoing_that_is_killed_takes_nothing_back_and_is_done_by_the_next_worker(
    commune_here: Tenant, found: Import, kill_in_the_middle: Callable[[str, int], None]
):
    with as_site(commune_here):
        sheets.after_work(found)
        actions.ask_to_undo(of=found, by=found.asked_by)
    kill_in_the_middle("undo", found.pk)
    with as_site(commune_here):
        assert len(documents_here()) == ROWS
        work.undo(found.pk)
        found.refresh_from_db()
        assert (found.state, documents_here()) == (State.UNDONE, {})
