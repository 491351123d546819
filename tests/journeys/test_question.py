"""A citizen asks on a phone and follows the question by its link; an office answers, approves and publishes it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

NAME, WORDS, ANSWER = "Thạch Thị Sơn", "Thu phí chợ theo tháng được không?", "Được, từ tháng 11."
TRIES = 10


def test_a_question_goes_from_the_phone_to_the_published_answer_without_the_name(
    installation: Installation, sign_in: Callable[..., Page], phone: Page
) -> None:
    phone.goto(installation.address(cast.COMMUNE, "/gui-cau-hoi/"))
    for name, value in {"subject": "Phí chợ", "body": WORDS, "name": NAME}.items():
        phone.fill(f"form.public-form [name={name}]", value)
    phone.check("[name=may_be_published]")
    _send_until_it_is_taken(phone)
    link = phone.url
    editor = sign_in(cast.COMMUNE, Role.EDITOR)
    _open(editor, installation)
    editor.fill("[name=department]", "Phòng Kinh tế")
    _press(editor, "route")
    editor.fill("[name=answer]", ANSWER)
    _press(editor, "propose")
    phone.goto(link)
    expect(phone.locator("main")).to_contain_text("Phòng Kinh tế")
    expect(phone.locator("main")).not_to_contain_text(ANSWER)
    approver = sign_in(cast.COMMUNE, Role.APPROVER)
    _open(approver, installation)
    _press(approver, "approve")
    phone.goto(link)
    expect(phone.locator("main")).to_contain_text(ANSWER)
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    _press(approver, "publish")
    phone.goto(installation.address(cast.COMMUNE, "/cau-hoi-da-tra-loi/"))
    expect(phone.locator("main")).to_contain_text(ANSWER)
    expect(phone.locator("main")).not_to_contain_text(NAME)
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _send_until_it_is_taken(page: Page) -> None:
    """Who is as quick as a program is asked to send once more, and finds the text where it was."""
    for _ in range(TRIES):
        with page.expect_navigation():
            page.locator("form.public-form button").click()
        if page.locator(".receipt").count():
            return
        expect(page.locator("textarea[name=body]")).to_have_value(WORDS)
        page.wait_for_timeout(1000)


def _open(page: Page, installation: Installation) -> None:
    page.goto(installation.address(cast.COMMUNE, "/admin/questions/"))
    page.get_by_role("link", name="Phí chợ").click()
    expect(page).to_have_url(re.compile(r"/admin/questions/\d+/$"))


def _press(page: Page, deed: str) -> None:
    page.locator(f"button[name={deed}]").click()
    expect(page.locator(".messages .success")).to_be_visible()
