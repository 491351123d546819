"""The district's administrator opens a site and closes it for a while."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

NEW_PASSWORD = "lúa chín vàng đồng 2023"
NEW_ADMINISTRATOR = "quan-tri@xa-dai-an.example"


def test_creates_a_site_that_is_live_at_once_and_whose_administrator_signs_in(
    installation: Installation, sign_in: Callable[..., Page], browser: Browser
) -> None:
    page = sign_in(cast.DISTRICT, Role.ADMINISTRATOR)
    page.locator("a[href='/admin/units/']").click()
    page.locator("a[href='/admin/units/new/']").click()
    _fill_in(page, name="Đại An", code="29491")
    page.get_by_role("button", name="Tạo trang").click()
    page.get_by_role("link", name="Mở trang").click()
    expect(page).to_have_title(re.compile("Đại An"))
    assert page.url.startswith(installation.address("xa-dai-an"))
    _accept_invitation(browser.new_page(), installation)


def test_keeps_what_was_typed_when_something_is_wrong(installation: Installation, sign_in: Callable[..., Page]) -> None:
    page = sign_in(cast.DISTRICT, Role.ADMINISTRATOR)
    page.goto(installation.address(cast.DISTRICT, "/admin/units/new/"))
    _fill_in(page, name="Định An", code="29494")
    page.get_by_role("button", name="Tạo trang").click()
    expect(page.locator("#id_name")).to_have_value("Định An")
    expect(page.get_by_text("xã Định An").first).to_be_visible()
    expect(page.locator("#id_admin_email")).to_have_value(NEW_ADMINISTRATOR)


def test_suspends_a_site_and_brings_it_back(
    installation: Installation, sign_in: Callable[..., Page], phone: Page
) -> None:
    page = sign_in(cast.DISTRICT, Role.ADMINISTRATOR)
    page.goto(installation.address(cast.DISTRICT, "/admin/units/thi-tran-dinh-an/"))
    page.locator("form[action$='/suspend/'] textarea").fill("Bảo trì máy chủ")
    page.locator("form[action$='/suspend/'] button[type=submit]").click()
    expect(page.locator(".messages")).to_be_visible()
    phone.wait_for_timeout(1500)
    answer = phone.goto(installation.address(cast.TOWN))
    assert answer is not None
    assert answer.status == 503
    expect(phone.get_by_text("Bảo trì máy chủ")).to_be_visible()
    page.locator("form[action$='/resume/'] button[type=submit]").click()
    expect(page.locator(".messages")).to_be_visible()
    phone.wait_for_timeout(1500)
    assert phone.goto(installation.address(cast.TOWN)).status == 200


def _fill_in(page: Page, *, name: str, code: str) -> None:
    page.fill("#id_name", name)
    page.fill("#id_code", code)
    page.fill("#id_code_valid_from", "08/07/2004")
    page.fill("#id_admin_name", "Trần Thị An")
    page.fill("#id_admin_email", NEW_ADMINISTRATOR)


def _accept_invitation(page: Page, installation: Installation) -> None:
    page.goto(_invitation_link(page, installation))
    page.fill("input[name=new_password1]", NEW_PASSWORD)
    page.fill("input[name=new_password2]", NEW_PASSWORD)
    page.locator("button[type=submit], input[type=submit]").first.click()
    page.goto(installation.address("xa-dai-an", "/admin/"))
    page.fill("input[name=username]", NEW_ADMINISTRATOR)
    page.fill("input[name=password]", NEW_PASSWORD)
    page.click("button[type=submit]")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đại An")


def _invitation_link(page: Page, installation: Installation) -> str:
    for _ in range(50):
        for mail in installation.mails():
            if found := re.search(rf"{re.escape(installation.address('xa-dai-an'))}admin/password_reset/\S+", mail):
                return found[0]
        page.wait_for_timeout(200)
    raise AssertionError("The invitation was not sent.")
