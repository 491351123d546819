"""The screens for people, used as a site's administrator and as those who have no business there."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

NEW = "/admin/users/new/"
# What an office changes by asking the technical unit, not by itself.
CLOSED = [
    "/admin/groups/",
    "/admin/groups/new/",
    "/admin/sites/",
    "/admin/sites/new/",
    "/admin/locales/",
    "/admin/locales/new/",
    "/admin/workflows/list/",
    "/admin/workflows/add/",
    "/admin/workflows/tasks/index/",
    "/admin/snippets/",
]


@pytest.fixture
def administrator(commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.ADMINISTRATOR)


def add_person(browser: Client, **changes: object) -> HttpResponse:
    words = {
        "email": "binh@demo.example",
        "first_name": "Bình",
        "last_name": "Lê Thị",
        "password1": cast.PASSWORD,
        "password2": cast.PASSWORD,
    }
    return browser.post(NEW, words | changes)


def test_an_administrator_adds_a_person_with_a_role(commune: Tenant, administrator: Client):
    with in_site(commune):
        editors = Group.objects.get(name=Role.EDITOR.value)
    assert add_person(administrator, groups=[editors.pk]).headers["Location"] == "/admin/users/"
    with in_site(commune):
        person = User.objects.get(email="binh@demo.example")
        assert person.get_full_name() == "Lê Thị Bình"
        assert list(person.groups.all()) == [editors]


def test_an_administrator_renames_a_person(commune: Tenant, administrator: Client):
    with in_site(commune):
        person = User.objects.get(email=cast.address_of(Role.EDITOR))
        groups = [group.pk for group in person.groups.all()]
    administrator.post(
        f"/admin/users/edit/{person.pk}/",
        {"email": person.email, "first_name": "Chi", "last_name": "Trần", "is_active": "on", "groups": groups},
    )
    with in_site(commune):
        person.refresh_from_db()
        assert person.get_full_name() == "Trần Chi"
        assert person.check_password(cast.PASSWORD)


def test_a_new_person_is_never_all_powerful(commune: Tenant, administrator: Client):
    add_person(administrator, is_superuser="on", is_staff="on")
    with in_site(commune):
        person = User.objects.get(email="binh@demo.example")
        assert (person.is_superuser, person.is_staff) == (False, False)


def test_a_person_never_becomes_all_powerful(commune: Tenant, administrator: Client):
    with in_site(commune):
        me = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
        groups = [group.pk for group in me.groups.all()]
    administrator.post(
        f"/admin/users/edit/{me.pk}/",
        {
            "email": me.email,
            "first_name": "An",
            "last_name": "Nguyễn",
            "is_active": "on",
            "groups": groups,
            "is_superuser": "on",
        },
    )
    with in_site(commune):
        me.refresh_from_db()
        assert (me.get_full_name(), me.is_superuser) == ("Nguyễn An", False)


@pytest.mark.parametrize("path", [NEW, "/admin/users/edit/{pk}/"])
def test_no_form_offers_to_make_somebody_all_powerful(commune: Tenant, administrator: Client, path: str):
    with in_site(commune):
        person = User.objects.get(email=cast.address_of(Role.EDITOR))
    form = administrator.get(path.format(pk=person.pk)).context["form"]
    assert "email" in form.fields
    assert "is_superuser" not in form.fields


def test_an_address_that_differs_in_case_is_refused_with_a_message(commune: Tenant, administrator: Client):
    answer = add_person(administrator, email="EDITOR@demo.example")
    with translation.override("vi"):
        message = gettext("Someone on this site already signs in with this address.")
    assert answer.context["form"].errors["email"] == [message]
    with in_site(commune):
        assert User.objects.filter(email__iexact="editor@demo.example").count() == 1


def test_the_same_address_is_refused_once_not_twice(administrator: Client):
    assert len(add_person(administrator, email="editor@demo.example").context["form"].errors["email"]) == 1


def test_a_person_may_keep_the_own_address_in_capitals(commune: Tenant, administrator: Client):
    with in_site(commune):
        person = User.objects.get(email=cast.address_of(Role.EDITOR))
    words = {"email": "EDITOR@demo.example", "first_name": "Chi", "last_name": "Trần", "is_active": "on"}
    administrator.post(f"/admin/users/edit/{person.pk}/", words)
    with in_site(commune):
        person.refresh_from_db()
        assert (person.email, person.first_name) == ("editor@demo.example", "Chi")


def test_an_address_taken_on_another_site_is_free_here(commune: Tenant, town: Tenant, administrator: Client):
    with in_site(town):
        User.objects.create_user("binh@demo.example")
    assert add_person(administrator).headers["Location"] == "/admin/users/"


@pytest.mark.parametrize("path", CLOSED)
def test_an_administrator_reaches_no_settings_of_the_installation(administrator: Client, path: str):
    assert administrator.get(path).headers["Location"] == "/admin/"


def test_an_administrator_is_offered_people_and_no_groups(administrator: Client):
    html = administrator.get("/admin/").content.decode()
    assert "/admin/users/" in html
    assert not [path for path in CLOSED if path in html]


def test_an_administrator_makes_no_group_by_posting_one(commune: Tenant, administrator: Client):
    administrator.post("/admin/groups/new/", {"name": "Mọi quyền"})
    with in_site(commune):
        assert not Group.objects.filter(name="Mọi quyền").exists()


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR, Role.APPROVER])
def test_nobody_else_sees_people(commune: Tenant, visit: Visit, role: Role):
    browser = visit(commune, role)
    assert browser.get("/admin/users/").headers["Location"] == "/admin/"
    assert "/admin/users/" not in browser.get("/admin/").content.decode()


def test_a_contributor_adds_nobody(commune: Tenant, visit: Visit):
    add_person(visit(commune, Role.CONTRIBUTOR))
    with in_site(commune):
        assert not User.objects.filter(email="binh@demo.example").exists()
