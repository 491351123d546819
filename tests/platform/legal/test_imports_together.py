"""Two clerks import the same number into the real register: the later one is told, whoever it is."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections, transaction

from accounts.models import User
from accounts.roles import Role
from importing import actions, work
from importing.models import Import
from importing.states import State
from legal.imports import DOCUMENTS
from legal.models import LegalDocument
from lib.refusals import Refused
from tenants.crossing import in_site
from tenants.isolation.logins import as_site, close_kept_connections
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.importing.sheets import after_work, workbook
from tests.platform.legal.documents import add
from tests.platform.legal.test_imports import TITLES, row


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def here(commune: Tenant) -> Iterator[Tenant]:
    with in_site(commune):
        yield commune


def asked_for(abstract: str, role: Role) -> Import:
    """Checked, and waiting for a worker."""
    by = User.objects.get(email=cast.address_of(role))
    content = workbook([row(1, abstract=abstract), row(2)], titles=TITLES)
    sheet = SimpleUploadedFile("van-ban.xlsx", content)
    found = actions.hand_in(register=DOCUMENTS.fresh(), sheet=sheet, archive=None, by=by)
    actions.confirm_columns(of=found, columns=found.columns, by=by)
    after_work(found)
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


def test_the_later_of_two_clerks_is_shown_what_is_different_now(own_database: str):
    commune = find_tenant(cast.COMMUNE)
    with as_site(commune):
        first, second = asked_for("Lời thứ nhất", Role.APPROVER), asked_for("Lời thứ hai", Role.ADMINISTRATOR)
    work_at_once(commune, first.pk, second.pk)
    with as_site(commune):
        done = Import.objects.get(state=State.APPLIED)
        later = Import.objects.get(state=State.CHECKED)
        assert later.notice
        assert (later.new, later.changed, later.same) == (0, 1, 1)
        assert LegalDocument.objects.count() == 2
        abstract = LegalDocument.objects.get(number="1/2023/QĐ-UBND").abstract
        assert abstract == ("Lời thứ nhất" if done.pk == first.pk else "Lời thứ hai")


def test_one_entered_by_hand_at_the_same_moment_is_told_in_a_sentence(here: Tenant):
    by = User.objects.get(email=cast.address_of(Role.APPROVER))
    values = {
        "number": "1/2023/QĐ-UBND",
        "issuer": add("1/2023/QĐ-UBND").issuer.name,
        "issued_on": LegalDocument.objects.get().issued_on,
        "form": "decision",
        "abstract": "Lời",
    }
    with pytest.raises(Refused) as refused, transaction.atomic():
        DOCUMENTS.create([values], by)
    assert refused.value.code == "meanwhile"
    assert LegalDocument.objects.count() == 1
