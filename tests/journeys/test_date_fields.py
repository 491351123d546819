"""What is typed into a date field of the admin arrives as it was typed, or comes back as it was typed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

UNREADABLE = ["2023-01-01", "abc", "01/13/2023", "31/02/2023"]


@pytest.fixture
def article_form(installation: Installation, sign_in: Callable[..., Page]) -> Page:
    page = sign_in(cast.COMMUNE, Role.APPROVER)
    page.goto(installation.address(cast.COMMUNE, "/admin/articles/choose_parent/"))
    return page


@pytest.fixture
def order_form(installation: Installation, sign_in: Callable[..., Page]) -> Page:
    page = sign_in(cast.DISTRICT, Role.ADMINISTRATOR)
    page.goto(installation.address(cast.DISTRICT, "/admin/units/new/"))
    return page


def type_as_a_person(page: Page, field: Locator, text: str) -> None:
    """The picker opens a moment after the field is entered."""
    field.click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    field.press("Control+A")
    field.type(text)
    field.press("Tab")


def test_the_article_shows_and_keeps_the_day_as_people_write_it(article_form: Page) -> None:
    field = article_form.locator("#id_published_on")
    expect(field).to_have_value("31/10/2023")
    type_as_a_person(article_form, field, "28/10/2023")
    expect(field).to_have_value("28/10/2023")


@pytest.mark.parametrize("text", UNREADABLE)
def test_the_new_site_keeps_what_was_typed(order_form: Page, text: str) -> None:
    field = order_form.locator("#id_code_valid_from")
    type_as_a_person(order_form, field, text)
    expect(field).to_have_value(text)


def test_the_picker_goes_when_the_field_is_left(order_form: Page) -> None:
    type_as_a_person(order_form, order_form.locator("#id_code_valid_from"), "01/01/2023")
    expect(order_form.locator("#id_host")).to_be_focused()
    expect(order_form.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)


def test_the_picker_does_not_come_after_the_field_was_left(order_form: Page) -> None:
    order_form.evaluate("for (const id of ['id_code_valid_from', 'id_host']) document.getElementById(id).focus()")
    order_form.wait_for_timeout(500)
    expect(order_form.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)


def test_a_day_may_still_be_picked(order_form: Page) -> None:
    field = order_form.locator("#id_code_valid_from")
    type_as_a_person(order_form, field, "20/01/2023")
    field.click()
    order_form.locator(".xdsoft_datetimepicker:visible td[data-date='17'][data-month='0']").click()
    expect(field).to_have_value("17/01/2023")
