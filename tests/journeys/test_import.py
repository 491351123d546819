"""An approver imports a sheet into a register, mends what is wrong, and takes the import back."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import PHONE, Installation
from tests.platform.importing.sheets import row, workbook

pytestmark = pytest.mark.browser

TABLE = f"""
from django.db import connection, transaction
from tenants.crossing import all_tenants, in_site
from tests.platform.importing.documents import RIGHTS, TABLE
with in_site(next(tenant for tenant in all_tenants() if tenant.slug == {cast.COMMUNE!r})), transaction.atomic():
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        cursor.execute(RIGHTS)
"""
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def register_table(installation: Installation) -> None:
    installation.run(TABLE)


@pytest.fixture
def page(register_table: None, sign_in: Callable[..., Page]) -> Page:
    """At the list of imports."""
    page = sign_in(cast.COMMUNE, Role.APPROVER)
    page.locator("a[href='/admin/imports/']").click()
    return page


def hand_in(page: Page, rows: list[list[Any]]) -> None:
    """As far as the result of the dry run, which the page opens by itself."""
    page.goto(page.url.partition("/admin/")[0] + "/admin/imports/new/sample-documents/")
    page.set_input_files("#id_sheet", {"name": "van-ban.xlsx", "mimeType": EXCEL, "buffer": workbook(rows)})
    page.locator("form button.button[type=submit]").click()
    expect(page.locator("#id_number")).to_have_value("0")
    page.locator("form[data-edit-form] button.button[type=submit]").click()
    expect(page.locator(".import__rows")).to_be_visible()


def test_a_wrong_row_is_named_and_once_it_is_mended_all_are_imported_and_taken_back(page: Page) -> None:
    hand_in(page, [row(1), row(2, issued_on="31/02/2023")])
    expect(page.locator(".import__row--wrong")).to_contain_text("D3")
    expect(page.locator("form[action$='/apply/']")).to_have_count(0)
    hand_in(page, [row(1), row(2)])
    page.locator("form[action$='/apply/'] button").click()
    expect(page.locator("form[action$='/undo/']")).to_be_visible()
    hand_in(page, [row(1), row(2)])
    expect(page.locator(".import__row--same")).to_have_count(2)
    expect(page.locator("form[action$='/apply/']")).to_have_count(0)
    page.goto(page.url.partition("/admin/")[0] + "/admin/imports/")
    page.get_by_role("link", name="van-ban.xlsx").nth(1).click()
    page.locator("form[action$='/undo/'] button").click()
    expect(page.locator("form[action$='/undo/']")).to_have_count(0)
    expect(page.locator(".import .help-info")).to_be_visible()


def test_on_a_phone_nothing_sticks_out(page: Page) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    hand_in(page, [row(3, abstract="Về việc " + "rất dài " * 40), row(4, issued_on="hôm qua")])
    here = page.url
    for address in (here, f"{here}columns/", here.rsplit("/", 2)[0] + "/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
