"""The old password in the own account: a try like any other."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from signin.rules import PAIR
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
EDITOR = cast.address_of(Role.EDITOR)
NEW = "lúa chín vàng đồng 2023"
CODES = ("password_incorrect", "too_many_tries")


@pytest.fixture
def browser(commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.EDITOR)


def change(browser: Client, old: str, email: str = EDITOR) -> HttpResponse:
    words = {"name_email-first_name": "Bình", "name_email-last_name": "Lê", "name_email-email": email}
    passwords = {"password-old_password": old, "password-new_password1": NEW, "password-new_password2": NEW}
    return browser.post(
        "/admin/account/",
        {**words, **passwords, "theme-theme": "system", "theme-density": "default", "theme-contrast": "system"},
    )


def error_of(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    panels = [panel for panels in answer.context["panels_by_tab"].values() for panel in panels]
    form = next(panel.get_form() for panel in panels if panel.name == "password")
    (error,) = form.errors["old_password"].as_data()
    return str(error.code)


def failures(tenant: Tenant) -> list[str]:
    with in_site(tenant):
        return list(AuditEntry.objects.filter(event=Event.SIGN_IN_FAILED).values_list("subject", flat=True))


def has_new_password(tenant: Tenant) -> bool:
    with in_site(tenant):
        return User.objects.get(first_name="Bình").check_password(NEW)


def test_a_wrong_old_password_is_written_down_once(commune: Tenant, browser: Client):
    assert error_of(change(browser, "wrong")) == "password_incorrect"
    assert failures(commune) == [EDITOR]


def test_after_so_many_tries_even_the_right_one_waits(commune: Tenant, browser: Client, visit: Visit):
    answers = [error_of(change(browser, "wrong")) for _ in range(PAIR.tries)]
    assert answers == ["password_incorrect"] * PAIR.tries
    assert error_of(change(browser, cast.PASSWORD)) == "too_many_tries"
    door = visit(commune).post("/admin/login/", {"username": EDITOR, "password": cast.PASSWORD})
    assert [error.code for error in door.context["form"].non_field_errors().as_data()] == ["too_many_tries"]


def test_another_address_typed_beside_it_is_no_way_past_the_count(commune: Tenant, browser: Client):
    change(browser, "wrong", email="other@demo.example")
    assert failures(commune) == [EDITOR]


def test_the_right_one_makes_way_for_another_and_the_person_stays(commune: Tenant, browser: Client):
    assert change(browser, cast.PASSWORD).status_code == 302
    assert has_new_password(commune)
    assert failures(commune) == []
    assert browser.get("/admin/account/").status_code == 200


def test_whoever_changes_something_else_tries_no_password(commune: Tenant, browser: Client):
    words = {"name_email-first_name": "Bình", "name_email-last_name": "Lê", "name_email-email": EDITOR}
    browser.post("/admin/account/", words)
    assert failures(commune) == []


def test_nobody_else_comes_to_the_account(commune: Tenant, visit: Visit):
    assert visit(commune).get("/admin/account/").url == "/admin/login/?next=/admin/account/"
