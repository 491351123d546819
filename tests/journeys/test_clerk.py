"""A clerk writes, an approver publishes, a citizen reads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

TITLE = "Xã Định An ra quân dọn vệ sinh các tuyến đường"
ADDRESS = "/tin-tuc/xa-dinh-an-ra-quan-don-ve-sinh-cac-tuyen-duong/"


def test_an_article_goes_from_the_contributor_through_the_approver_to_the_reader(
    installation: Installation, sign_in: Callable[..., Page], phone: Page
) -> None:
    writer = sign_in(cast.COMMUNE, Role.CONTRIBUTOR)
    _write_and_submit(writer, installation)
    assert _status(phone, installation, cast.COMMUNE) == 404
    _approve(sign_in(cast.COMMUNE, Role.APPROVER))
    assert _status(phone, installation, cast.COMMUNE) == 200
    expect(phone.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert _status(phone, installation, cast.TOWN) == 404


def _write_and_submit(page: Page, installation: Installation) -> None:
    page.goto(installation.address(cast.COMMUNE, "/admin/articles/choose_parent/"))
    page.fill("#id_title", TITLE)
    page.fill("#id_lead", "Sáng nay, xã Định An tổ chức ra quân.")
    page.get_by_label("Tin tức, bài viết").check()
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name="Gửi duyệt").click()
    expect(page.locator(".messages")).to_contain_text(TITLE)


def _approve(page: Page) -> None:
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_load_state("networkidle")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("footer [data-workflow-action-name=approve]").first.click()
    expect(page.locator(".messages")).to_contain_text(TITLE)


def _status(page: Page, installation: Installation, slug: str) -> int:
    answer = page.goto(installation.address(slug, ADDRESS))
    assert answer is not None
    return answer.status
