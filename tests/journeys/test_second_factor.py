"""An editor sets up a second factor in the browser and signs in with it."""

import csv
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import PHONE, Installation
from tests.platform.signin.phone import code_of, key_of

pytestmark = pytest.mark.browser


def test_enrolment_then_password_code_and_recovery_code(
    installation: Installation, sign_in: Callable[..., Page], browser: Browser
) -> None:
    page = sign_in(cast.TOWN, Role.CONTRIBUTOR)
    page.goto(installation.address(cast.TOWN, "/admin/account/sign-in/"))
    page.locator("a[href$='/sign-in/factor/']").click()
    expect(page.locator(".door__picture svg")).to_be_visible()
    key = key_of(page.locator(".door__key").inner_text())
    page.fill("input[name=password]", cast.PASSWORD)
    page.fill("input[name=code]", "000000")
    page.click("button[type=submit]")
    expect(page.get_by_role("alert")).to_be_visible()
    page.fill("input[name=password]", cast.PASSWORD)
    page.fill("input[name=code]", code_of(key))
    page.click("button[type=submit]")
    expect(page.locator(".door__codes code")).to_have_count(10)
    codes = page.locator(".door__codes code").all_inner_texts()
    _enter_with_code(browser, installation, code_of(key, steps=1))
    _enter_with_code(browser, installation, codes[0])


def _enter_with_code(browser: Browser, installation: Installation, code: str) -> None:
    context = browser.new_context(locale="vi-VN", viewport=PHONE)
    page = context.new_page()
    page.goto(installation.address(cast.TOWN, "/admin/"))
    page.fill("input[name=username]", cast.address_of(Role.CONTRIBUTOR))
    page.fill("input[name=password]", cast.PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/login/code/")
    page.goto(installation.address(cast.TOWN, "/admin/pages/"))
    page.wait_for_url("**/admin/login/?next=**")
    page.goto(installation.address(cast.TOWN, "/admin/login/code/"))
    page.fill("input[name=code]", code)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    context.close()


def test_the_district_downloads_the_audit_logs_of_its_sites(
    installation: Installation, sign_in: Callable[..., Page]
) -> None:
    sign_in(cast.COMMUNE, Role.APPROVER)
    page = sign_in(cast.DISTRICT, Role.ADMINISTRATOR)
    page.goto(installation.address(cast.DISTRICT, "/admin/oversight/audit/"))
    with page.expect_download() as waiting:
        page.locator("main form button[type=submit]").click()
    rows = list(csv.reader(waiting.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert ("Xã Định An", cast.address_of(Role.APPROVER)) in {(row[0], row[4]) for row in rows}
    assert [row for row in rows if len(row) != len(rows[0])] == []
