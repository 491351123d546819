"""What the screens for people leave in the audit log."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
ADMINISTRATOR = cast.address_of(Role.ADMINISTRATOR)
EDITOR = cast.address_of(Role.EDITOR)
NEW_PASSWORD = "lúa chín vàng đồng 2023"
ABOUT_PEOPLE = [event for event in Event if event.value.startswith(("person-", "role-", "password-"))]


@pytest.fixture
def browser(commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.ADMINISTRATOR)


def person(tenant: Tenant, email: str = EDITOR) -> User:
    with in_site(tenant):
        return User.objects.get(email=email)


def group(tenant: Tenant, role: Role) -> int:
    with in_site(tenant):
        return Group.objects.get(name=role.value).pk


def entries(tenant: Tenant) -> list[tuple[str, str, str, str]]:
    """Less what the cast's own making left there."""
    with in_site(tenant):
        found = AuditEntry.objects.filter(event__in=ABOUT_PEOPLE, actor=ADMINISTRATOR) | AuditEntry.objects.filter(
            event__in=ABOUT_PEOPLE, actor=EDITOR
        )
        return [(entry.event, entry.actor, entry.subject, entry.detail) for entry in found.order_by("pk")]


def edit(browser: Client, user: User, **changes: object) -> None:
    words = {"email": user.email, "first_name": "Chi", "last_name": "Trần", "is_active": "on"} | changes
    words = {name: value for name, value in words.items() if value is not None}
    assert browser.post(f"/admin/users/edit/{user.pk}/", words).status_code == 302


def bulk(browser: Client, action: str, user: User, **words: object) -> None:
    path = f"/admin/bulk/accounts/user/{action}/?next=/admin/users/&id={user.pk}"
    assert browser.post(path, words).status_code == 302


def test_a_new_person_and_the_role(commune: Tenant, browser: Client):
    words = {"email": "binh@demo.example", "first_name": "Bình", "last_name": "Lê Thị"}
    passwords = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    browser.post("/admin/users/new/", {**words, **passwords, "groups": [group(commune, Role.EDITOR)]})
    assert entries(commune) == [
        (Event.PERSON_ADDED, ADMINISTRATOR, "binh@demo.example", "Lê Thị Bình"),
        (Event.ROLE_GIVEN, ADMINISTRATOR, "binh@demo.example", Role.EDITOR.value),
    ]


def test_a_role_taken_and_another_given(commune: Tenant, browser: Client):
    edit(browser, person(commune), groups=[group(commune, Role.APPROVER)])
    assert entries(commune)[1:] == [
        (Event.ROLE_GIVEN, ADMINISTRATOR, EDITOR, Role.APPROVER.value),
        (Event.ROLE_TAKEN, ADMINISTRATOR, EDITOR, Role.EDITOR.value),
    ]


def test_name_address_password_and_deactivation(commune: Tenant, browser: Client):
    user, roles = person(commune), [group(commune, Role.EDITOR)]
    edit(browser, user, groups=roles, email="chi@demo.example")
    edit(browser, person(commune, "chi@demo.example"), groups=roles, password1=NEW_PASSWORD, password2=NEW_PASSWORD)
    edit(browser, person(commune, "chi@demo.example"), groups=roles, is_active=None)
    assert entries(commune) == [
        (event, ADMINISTRATOR, "chi@demo.example", detail)
        for event, detail in (
            (Event.PERSON_CHANGED, "editor@demo.example → chi@demo.example;  → Trần Chi"),
            (Event.PASSWORD_CHANGED, ""),
            (Event.PERSON_DEACTIVATED, ""),
        )
    ]


def test_saving_without_a_change_is_no_event(commune: Tenant, browser: Client):
    edit(browser, person(commune), groups=[group(commune, Role.EDITOR)])
    before = entries(commune)
    edit(browser, person(commune), groups=[group(commune, Role.EDITOR)])
    assert entries(commune) == before


def test_a_deletion(commune: Tenant, browser: Client):
    assert browser.post(f"/admin/users/delete/{person(commune).pk}/").status_code == 302
    assert entries(commune) == [(Event.PERSON_DELETED, ADMINISTRATOR, EDITOR, "")]


def test_nobody_is_copied_past_the_log(commune: Tenant, browser: Client):
    assert browser.get(f"/admin/users/copy/{person(commune).pk}/").status_code == 404


def test_bulk_actions(commune: Tenant, browser: Client):
    user = person(commune)
    bulk(browser, "assign_role", user, role=group(commune, Role.APPROVER))
    bulk(browser, "set_active_state", user, mark_as_active="False")
    bulk(browser, "delete", user)
    assert entries(commune) == [
        (Event.ROLE_GIVEN, ADMINISTRATOR, EDITOR, Role.APPROVER.value),
        (Event.PERSON_DEACTIVATED, ADMINISTRATOR, EDITOR, ""),
        (Event.PERSON_DELETED, ADMINISTRATOR, EDITOR, ""),
    ]


def test_what_a_person_changes_in_the_own_account(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    words = {
        "name_email-first_name": "Chi",
        "name_email-last_name": "Trần",
        "name_email-email": EDITOR,
        "password-old_password": cast.PASSWORD,
        "password-new_password1": NEW_PASSWORD,
        "password-new_password2": NEW_PASSWORD,
        "locale-preferred_language": "vi",
        "locale-current_time_zone": "Asia/Ho_Chi_Minh",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }
    assert browser.post("/admin/account/", words).status_code == 302
    assert [(event, actor, subject) for event, actor, subject, _ in entries(commune)] == [
        (Event.PERSON_CHANGED, EDITOR, EDITOR),
        (Event.PASSWORD_CHANGED, EDITOR, EDITOR),
    ]


def test_the_first_administrator_is_the_first_entry(commune: Tenant):
    with in_site(commune):
        first = list(AuditEntry.objects.order_by("pk")[:2])
    assert [(entry.event, entry.actor, entry.subject) for entry in first] == [
        (Event.PERSON_ADDED, "", ADMINISTRATOR),
        (Event.ROLE_GIVEN, "", ADMINISTRATOR),
    ]


def test_changes_on_one_site_are_told_on_that_site_only(commune: Tenant, town: Tenant, browser: Client):
    edit(browser, person(commune), groups=[])
    assert entries(commune)
    assert entries(town) == []
