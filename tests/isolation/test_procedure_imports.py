"""Procedures are imported, retired and taken back with the login of the board's site; that of a commune is refused."""

import datetime
import uuid
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError

from accounts.models import User
from accounts.roles import Role
from importing import actions
from importing.models import Import
from importing.registers import register_named, working
from importing.states import State
from procedure_catalogue.models import ProcedureVersion, Repeal
from procedure_imports.register import REGISTER_KEY
from tenants.isolation.logins import as_site
from tests import cast
from tests.conftest import find_tenant
from tests.platform.importing.sheets import after_work
from tests.platform.procedure_catalogue import cases
from tests.platform.procedure_imports.exports import TERMS, archive, record

DAY = datetime.date(2023, 7, 1)


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def _terms() -> dict[str, str]:
    return {**TERMS, "complete": "all", "batch": str(uuid.uuid4())}


def _imported(by: User) -> Import:
    sheet = SimpleUploadedFile("thu-tuc.zip", archive(record()))
    register = register_named(REGISTER_KEY)
    found = actions.hand_in(register=register, sheet=sheet, archive=None, by=by, terms=_terms())
    actions.confirm_columns(of=found, columns=found.columns, by=by)
    found = after_work(found)
    actions.ask_to_apply(of=found, outcome=found.outcome, by=by)
    return after_work(found)


def test_the_board_imports_retires_and_takes_back(committed: None):
    with as_site(find_tenant(cast.DISTRICT)):
        by = cases.officer()
        cases.published("2.000635")
        found = _imported(by)
        assert (found.state, found.new, found.gone) == (State.APPLIED, 1, 1)
        actions.ask_to_undo(of=found, by=by)
        assert after_work(found).state == State.UNDONE
        assert [one.procedure.code for one in ProcedureVersion.objects.in_force(DAY)] == ["2.000635"]
        assert Repeal.objects.filter(undone_at=None).count() == 0


def test_the_login_of_a_commune_is_refused(committed: None):
    with as_site(find_tenant(cast.COMMUNE)):
        by = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
        by.has_perm = lambda *_permissions: True  # type: ignore[method-assign]
        register = working(REGISTER_KEY, _terms())
        values = {"code": "1.001193", "name": "Một", "field": "Hộ tịch", "levels": ("commune",)}
        with pytest.raises(ProgrammingError, match="permission denied"):
            register.create([values], by)
