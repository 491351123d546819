"""The board imports procedures out of a workbook: the difference, the import, the history, and step by step back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import PHONE, Installation
from tests.platform.importing.sheets import workbook

pytestmark = pytest.mark.browser
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CODE = "9.700001"
TITLES = ["Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Cấp thực hiện", "Mức độ trực tuyến", "Kết quả thực hiện"]
# For what the worker does meanwhile, on a machine that has much to do.
WORK = 30_000
BOARD = "/admin/oversight/procedures/"


def sheet(result: str) -> bytes:
    row = [CODE, "Thủ tục nhập từ bảng tính", "Hộ tịch", "Cấp xã", "Một phần", result]
    return workbook([row], titles=TITLES)


def hand_in(page: Page, installation: Installation, result: str, day: str, number: str) -> None:
    """As far as the result of the dry run, which the page opens by itself."""
    page.goto(installation.address(cast.DISTRICT, "/admin/imports/new/procedures/"))
    for name, text in {
        "number": number,
        "issued_on": day,
        "issuer": "Ủy ban nhân dân tỉnh",
        "valid_from": day,
    }.items():
        page.fill(f"#id_{name}", text)
    page.keyboard.press("Escape")
    page.set_input_files("#id_sheet", {"name": "thu-tuc.xlsx", "mimeType": EXCEL, "buffer": sheet(result)})
    page.locator("form button.button[type=submit]").click()
    expect(page.locator("form[data-edit-form]")).to_be_visible(timeout=WORK)
    page.locator("form[data-edit-form] button.button[type=submit]").click()
    expect(page.locator(".import__rows")).to_be_visible(timeout=WORK)


def carry_out(page: Page) -> None:
    page.locator("form[action$='/apply/'] button").click()
    expect(page.locator("form[action$='/undo/']")).to_be_visible(timeout=WORK)


def test_the_board_imports_sees_the_difference_and_the_history_and_goes_back_step_by_step(
    installation: Installation, sign_in: Callable[..., Page]
) -> None:
    page = sign_in(cast.DISTRICT, Role.ADMINISTRATOR)
    hand_in(page, installation, "Giấy chứng nhận", "01/02/2023", "70/QĐ-UBND")
    expect(page.locator(".import__row--new")).to_contain_text(CODE)
    carry_out(page)
    first = page.url
    hand_in(page, installation, "Giấy chứng nhận điện tử", "01/03/2023", "71/QĐ-UBND")
    expect(page.locator(".import__row--changed")).to_contain_text("Giấy chứng nhận điện tử")
    carry_out(page)
    second = page.url

    page.goto(installation.address(cast.DISTRICT, f"{BOARD}{CODE}/"))
    expect(page.locator("main")).to_contain_text("Giấy chứng nhận điện tử")
    page.goto(installation.address(cast.DISTRICT, f"{BOARD}{CODE}/history/"))
    expect(page.locator("main")).to_contain_text(cast.address_of(Role.ADMINISTRATOR))
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size({"width": 1280, "height": 900})

    for address, left in ((second, "Giấy chứng nhận"), (first, "")):
        page.goto(address)
        page.locator("form[action$='/undo/'] button").click()
        expect(page.locator(".import .help-info")).to_be_visible(timeout=WORK)
        page.goto(installation.address(cast.COMMUNE, "/thu-tuc/9-700001/"))
        if left:
            expect(page.locator("main")).to_contain_text(left)
            expect(page.locator("main")).not_to_contain_text("điện tử")
        else:
            expect(page.locator(".procedure")).to_have_count(0)
