"""The screens, on the board's site and on others."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.roles import Role
from importing.models import Import
from importing.states import State
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.importing.sheets import after_work
from tests.platform.procedure_imports.exports import TERMS, archive, record

pytestmark = pytest.mark.django_db
NEW = "/admin/imports/new/procedures/"


@pytest.fixture
def browser(visit: Callable[..., Client], district: Tenant) -> Client:
    return visit(district, Role.ADMINISTRATOR)


def _hand_in(browser: Client, **changed: object) -> object:
    sheet = SimpleUploadedFile("thu-tuc.zip", archive(record()))
    return browser.post(NEW, {**TERMS, "sheet": sheet, **changed})


def test_the_boards_administrator_hands_in_a_file_under_a_decision(browser: Client, district: Tenant):
    answer = _hand_in(browser)
    assert answer.status_code == HTTPStatus.FOUND
    with in_site(district):
        found = after_work(Import.objects.get())
        assert (found.state, found.new, found.terms["number"]) == (State.CHECKED, 1, "12/QĐ-THU")
    page = browser.get(answer["Location"]).content.decode()
    assert "12/QĐ-THU, 20/06/2023" in page
    assert "thu-tuc/1.json" in page


@pytest.mark.parametrize("field", ["number", "issued_on", "issuer", "valid_from", "sheet"])
def test_nothing_is_handed_in_without_a_decision(browser: Client, district: Tenant, field: str):
    answer = _hand_in(browser, **{field: ""})
    assert answer.status_code == HTTPStatus.OK
    assert field in answer.context["form"].errors
    with in_site(district):
        assert not Import.objects.exists()


def test_a_day_that_is_none_is_said(browser: Client):
    assert "valid_from" in _hand_in(browser, valid_from="9999-01-01").context["form"].errors


def test_a_file_that_is_refused_is_said_beside_it(browser: Client):
    answer = _hand_in(browser, sheet=SimpleUploadedFile("thu-tuc.zip", b"x"))
    assert "sheet" in answer.context["form"].errors


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.APPROVER])
def test_nobody_else_of_the_board_may(visit: Callable[..., Client], district: Tenant, role: Role):
    assert visit(district, role).get(NEW).status_code == HTTPStatus.FOUND


def test_no_commune_may(visit: Callable[..., Client], commune: Tenant):
    assert visit(commune, Role.ADMINISTRATOR).get(NEW).status_code == HTTPStatus.FOUND


def test_the_template_explains_each_column(browser: Client):
    answer = browser.get(f"{NEW}template/")
    assert answer.status_code == HTTPStatus.OK
