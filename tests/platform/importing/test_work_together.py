"""Two workers at once: one after the other, and each knows what the other has done."""

import threading

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections, transaction

from accounts.models import User
from accounts.roles import Role
from importing import actions, work
from importing.models import Import
from importing.states import State
from tenants.crossing import in_site
from tenants.isolation.logins import as_site, close_kept_connections
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.importing import documents, sheets
from tests.platform.importing.sheets import documents_here, row, workbook


def asked_for(content: bytes, by: User) -> Import:
    """Checked, and waiting for a worker."""
    sheet = SimpleUploadedFile("van-ban.xlsx", content)
    found = actions.hand_in(register=documents.DOCUMENTS.fresh(), sheet=sheet, archive=None, by=by)
    actions.confirm_columns(of=found, columns=found.columns, by=by)
    sheets.after_work(found)
    return actions.ask_to_apply(of=found, outcome=found.outcome, by=by)


def work_at_once(tenant: Tenant, *pks: int) -> None:
    ready = threading.Barrier(len(pks))

    def do(pk: int) -> None:
        try:
            with as_site(tenant):
                ready.wait()
                work.apply(pk)
        finally:
            close_kept_connections()
            connections.close_all()

    threads = [threading.Thread(target=do, args=[pk]) for pk in pks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_of_two_imports_of_the_same_entries_the_second_sees_what_the_first_has_done(own_database: str):
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(documents.TABLE)
        cursor.execute(documents.RIGHTS)
    with as_site(commune):
        by = User.objects.get(email=cast.address_of(Role.APPROVER))
        rows = [row(number) for number in range(1, 101)]
        both = [asked_for(workbook(rows), by), asked_for(workbook([*rows, row(101)]), by)]
    work_at_once(commune, *(found.pk for found in both), both[0].pk)
    with as_site(commune):
        for found in both:
            found.refresh_from_db()
        assert sorted(found.state for found in both) == [State.APPLIED, State.CHECKED]
        second = next(found for found in both if found.state == State.CHECKED)
        assert second.notice
        assert second.same == 100
        assert len(documents_here()) in (100, 101)
