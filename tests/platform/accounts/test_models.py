import unicodedata
from collections.abc import Callable

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

LOGIN = "/admin/login/"


@pytest.mark.parametrize("spelling", ["editor@demo.example", "Editor@Demo.Example", "EDITOR@DEMO.EXAMPLE"])
def test_an_address_signs_in_however_it_is_spelt(commune: Tenant, spelling: str):
    with in_site(commune):
        user = authenticate(username=spelling, password=cast.PASSWORD)
        assert user == User.objects.get(email=cast.address_of(Role.EDITOR))


def test_the_sign_in_form_takes_an_address_in_capitals(commune: Tenant, visit: Visit):
    browser = visit(commune)
    answer = browser.post(LOGIN, {"username": "EDITOR@demo.example", "password": cast.PASSWORD, "next": "/admin/"})
    assert answer.headers["Location"] == "/admin/"
    assert browser.get("/admin/").context["user"].email == "editor@demo.example"


def test_a_wrong_password_does_not_sign_in(commune: Tenant, visit: Visit):
    answer = visit(commune).post(LOGIN, {"username": "editor@demo.example", "password": "wrong", "next": "/admin/"})
    assert answer.context["form"].errors
    assert not answer.wsgi_request.user.is_authenticated


def test_an_address_is_kept_in_small_letters(commune: Tenant):
    with in_site(commune):
        assert User.objects.create_user("Binh.Le@Xa-Dinh-An.Example").email == "binh.le@xa-dinh-an.example"


def test_the_database_refuses_a_second_address_that_differs_in_case(commune: Tenant):
    with in_site(commune), pytest.raises(IntegrityError, match="accounts_one_user_per_address"), transaction.atomic():
        User.objects.create(email="EDITOR@demo.example")


def test_an_account_without_a_password_has_none_that_works(commune: Tenant):
    with in_site(commune):
        assert not User.objects.create_user("an@demo.example").has_usable_password()


def test_the_family_name_comes_first():
    assert User(last_name="Nguyễn Văn", first_name="An").get_full_name() == "Nguyễn Văn An"


def test_a_name_has_one_unicode_form():
    name = unicodedata.normalize("NFD", "Thạch Thị Sô Phia")
    assert User(last_name=name).get_full_name() == "Thạch Thị Sô Phia"


def test_a_person_without_a_name_is_called_by_the_address():
    assert str(User(email="an@demo.example")) == "an@demo.example"


def test_a_mail_greets_with_the_whole_name():
    assert User(last_name="Trần Thị", first_name="An").get_short_name() == "Trần Thị An"
