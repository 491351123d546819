"""The register of documents on one site, and sheets for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from wagtail import hooks

from accounts.models import User
from accounts.roles import Role
from importing import actions
from importing.models import Import
from importing.registers import HOOK
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.importing import documents, sheets


@pytest.fixture(autouse=True)
def _offered() -> Iterator[None]:
    with hooks.register_temporarily(HOOK, lambda: documents.DOCUMENTS):
        yield


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def register_table(commune: Tenant, town: Tenant) -> None:
    """On two sites: what leaks from one would fit the other."""
    for tenant in (commune, town):
        with in_site(tenant), connection.cursor() as cursor:
            cursor.execute(documents.TABLE)
            cursor.execute(documents.RIGHTS)


@pytest.fixture
def here(register_table: None, commune: Tenant) -> Iterator[Tenant]:
    with in_site(commune):
        yield commune


@pytest.fixture
def approver(here: Tenant) -> User:
    return User.objects.get(email=cast.address_of(Role.APPROVER))


@pytest.fixture
def hand_in(approver: User) -> Callable[..., Import]:
    """`hand_in(sheets.workbook(rows))` by the approver of the commune; a CSV file by its name."""

    def do(content: bytes, name: str = "van-ban.xlsx", archive: bytes | None = None) -> Import:
        return actions.hand_in(
            register=documents.DOCUMENTS.fresh(),
            sheet=SimpleUploadedFile(name, content),
            archive=SimpleUploadedFile("tep.zip", archive) if archive else None,
            by=approver,
        )

    return do


@pytest.fixture
def checked(hand_in: Callable[..., Import], approver: User) -> Callable[..., Import]:
    """Handed in, its columns confirmed as guessed, and looked through by the worker."""

    def do(content: bytes, name: str = "van-ban.xlsx", archive: bytes | None = None) -> Import:
        found = hand_in(content, name, archive)
        actions.confirm_columns(of=found, columns=found.columns, by=approver)
        return sheets.after_work(found)

    return do


@pytest.fixture
def applied(checked: Callable[..., Import], approver: User) -> Callable[..., Import]:
    def do(content: bytes, name: str = "van-ban.xlsx", archive: bytes | None = None) -> Import:
        found = checked(content, name, archive)
        actions.ask_to_apply(of=found, outcome=found.outcome, by=approver)
        return sheets.after_work(found)

    return do
