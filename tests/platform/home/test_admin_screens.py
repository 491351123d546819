"""What surrounds every screen of the administration, in the words of those who work there."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation
from pytest_django import Settings
from wagtail.models import Page

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]


def screen(browser: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path).content, "html.parser")


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/", "/admin/login/"])
def test_the_browser_names_the_product(commune: Tenant, visit: Visit, path: str):
    browser = visit(commune, None if "login" in path else Role.EDITOR)
    assert " ".join(screen(browser, path).title.text.split()).endswith(" - Cổng Làng")


def test_the_admin_says_that_its_date_is_fixed(commune: Tenant, visit: Visit):
    assert "31/10/2023" in screen(visit(commune, Role.EDITOR), "/admin/").select_one(".date-notice").text


def test_under_the_real_date_it_says_nothing(commune: Tenant, visit: Visit, settings: Settings):
    settings.FIXED_TODAY = None
    assert screen(visit(commune, Role.EDITOR), "/admin/").select_one(".date-notice") is None


def test_both_fields_of_the_sign_in_have_vietnamese_labels(commune: Tenant, visit: Visit):
    labels = [label.text.strip("* \n") for label in screen(visit(commune), "/admin/login/").select("label[for^=id_]")]
    assert labels[:2] == ["Địa chỉ email", "Mật khẩu"]


def test_a_short_password_is_refused_in_vietnamese():
    with translation.override("vi"), pytest.raises(ValidationError) as refused:
        validate_password("x7k")
    assert "Mật khẩu quá ngắn. Mật khẩu phải có ít nhất 10 ký tự." in refused.value.messages


def test_the_root_of_the_tree_has_a_vietnamese_name(commune: Tenant):
    with in_site(commune):
        assert Page.get_first_root_node().title == "Trang gốc"


def names_of(page: BeautifulSoup) -> list[str]:
    fields = [field["name"] for field in page.select("input[type=text], input[type=email]") if field.has_attr("name")]
    return [name.rpartition("-")[2] for name in fields if name.endswith(("first_name", "last_name"))]


@pytest.mark.parametrize("path", ["/admin/account/", "/admin/users/new/"])
def test_the_family_name_is_asked_for_first(commune: Tenant, visit: Visit, path: str):
    assert names_of(screen(visit(commune, Role.ADMINISTRATOR), path)) == ["last_name", "first_name"]


def test_a_person_is_changed_the_family_name_first(commune: Tenant, visit: Visit):
    with in_site(commune):
        pk = User.objects.get(email=cast.address_of(Role.EDITOR)).pk
    page = screen(visit(commune, Role.ADMINISTRATOR), f"/admin/users/edit/{pk}/")
    assert names_of(page) == ["last_name", "first_name"]


def test_nobody_chooses_a_time_zone(commune: Tenant, visit: Visit):
    assert screen(visit(commune, Role.EDITOR), "/admin/account/").select("[name$=current_time_zone]") == []
