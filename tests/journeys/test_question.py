"""A citizen asks with a file on a phone; the commune passes it to the district, which answers and publishes it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.roles import Role
from tests import cast
from tests.files import PDF
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

NAME, WORDS, ANSWER = "Thạch Thị Sơn", "Xe buýt khi nào qua xã?", "Từ tháng 11, mỗi ngày hai chuyến."
SUBJECT = "Xe buýt"
TRIES, SECONDS = 10, 20


def test_a_question_goes_from_the_phone_over_the_district_to_the_published_answer_without_the_name(
    installation: Installation, sign_in: Callable[..., Page], phone: Page
) -> None:
    phone.goto(installation.address(cast.COMMUNE, "/hoi-dap/"))
    _fits(phone)
    phone.get_by_role("link", name="Gửi câu hỏi").click()
    for name, value in {"subject": SUBJECT, "body": WORDS, "name": NAME}.items():
        phone.fill(f"form.public-form [name={name}]", value)
    phone.set_input_files("[name=attached]", {"name": "đơn.pdf", "mimeType": "application/pdf", "buffer": PDF})
    phone.check("[name=may_be_published]")
    _fits(phone)
    _send_until_it_is_taken(phone)
    link = phone.url
    with phone.expect_download() as download:
        phone.get_by_role("link", name="đơn.pdf").click()
    assert download.value.path().read_bytes() == PDF

    clerk = sign_in(cast.COMMUNE, Role.EDITOR)
    _open(clerk, installation, cast.COMMUNE)
    due = clerk.locator("dl.facts").inner_text()
    clerk.select_option("[name=to]", label="Huyện Trà Cú")
    _press(clerk, "transfer")
    _follow_until_it_is_there(phone, link)
    expect(phone.locator("main")).to_contain_text("Xã Định An")
    expect(phone.locator("main")).not_to_contain_text(ANSWER)
    _fits(phone)

    editor = sign_in(cast.DISTRICT, Role.EDITOR)
    _open(editor, installation, cast.DISTRICT)
    day = re.search(r"\d\d/\d\d/\d{4}", due)
    assert day
    assert day.group() in editor.locator("dl.facts").inner_text()
    editor.fill("[name=answer]", ANSWER)
    _press(editor, "propose")
    approver = sign_in(cast.DISTRICT, Role.APPROVER)
    _open(approver, installation, cast.DISTRICT)
    _press(approver, "approve")
    phone.goto(link)
    expect(phone.locator("main")).to_contain_text(ANSWER)
    _press(approver, "publish")

    phone.goto(installation.address(cast.DISTRICT, "/hoi-dap/?q=xe+buyt"))
    phone.get_by_text(SUBJECT, exact=True).click()
    expect(phone.locator("main")).to_contain_text(ANSWER)
    expect(phone.locator("main")).not_to_contain_text(NAME)
    _fits(phone)


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _send_until_it_is_taken(page: Page) -> None:
    """Who is as quick as a program is asked to send once more, and finds text and file where they were."""
    for _ in range(TRIES):
        with page.expect_navigation():
            page.locator("form.public-form button").click()
        if page.locator(".receipt").count():
            return
        expect(page.locator("textarea[name=body]")).to_have_value(WORDS)
        page.wait_for_timeout(1000)


def _follow_until_it_is_there(page: Page, link: str) -> None:
    """The worker takes it there; until then the commune's page says so."""
    for _ in range(SECONDS):
        page.goto(link)
        if page.url.startswith("http://tracu.localhost"):
            return
        expect(page.locator("main")).to_contain_text("Huyện Trà Cú")
        page.wait_for_timeout(1000)


def _open(page: Page, installation: Installation, slug: str) -> None:
    page.goto(installation.address(slug, "/admin/questions/"))
    page.get_by_role("link", name=SUBJECT).click()
    expect(page).to_have_url(re.compile(r"/admin/questions/\d+/$"))


def _press(page: Page, deed: str) -> None:
    page.locator(f"button[name={deed}]").click()
    expect(page.locator(".messages .success")).to_be_visible()
