"""The board's site, on which the catalogue is kept, and files handed in there."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from importing import actions
from importing.models import Import
from importing.registers import register_named
from procedure_imports.register import REGISTER_KEY
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.importing.sheets import after_work
from tests.platform.procedure_catalogue import cases
from tests.platform.procedure_imports.exports import TERMS


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def here(district: Tenant) -> Iterator[Tenant]:
    with in_site(district):
        yield district


@pytest.fixture
def officer(here: Tenant) -> User:
    return cases.officer()


@pytest.fixture
def checked(officer: User) -> Callable[..., Import]:
    """`checked(content, "tep.zip", complete="all")`: handed in under a decision, and looked through by the worker."""

    def do(content: bytes, name: str = "thu-tuc.zip", **terms: Any) -> Import:
        found = actions.hand_in(
            register=register_named(REGISTER_KEY),
            sheet=SimpleUploadedFile(name, content),
            archive=None,
            by=officer,
            terms={**TERMS, "batch": str(uuid.uuid4()), **terms},
        )
        actions.confirm_columns(of=found, columns=found.columns, by=officer)
        return after_work(found)

    return do


@pytest.fixture
def applied(checked: Callable[..., Import], officer: User) -> Callable[..., Import]:
    def do(content: bytes, name: str = "thu-tuc.zip", **terms: Any) -> Import:
        found = checked(content, name, **terms)
        actions.ask_to_apply(of=found, outcome=found.outcome, by=officer)
        return after_work(found)

    return do


@pytest.fixture
def undone(officer: User) -> Callable[..., Import]:
    def do(found: Import, *, leaves_edited: bool = False) -> Import:
        actions.ask_to_undo(of=found, by=officer, leaves_edited=leaves_edited)
        return after_work(found)

    return do
