"""A citizen comments on a draft, an approver reads it, everybody sees it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.roles import Role
from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

ASK = f"""
from django.db import transaction
from tenants.crossing import all_tenants, in_site
from tests.platform.consultations.drafts import add
tenant = next(tenant for tenant in all_tenants() if tenant.slug == {cast.COMMUNE!r})
with in_site(tenant), transaction.atomic():
    add("Dự thảo giá giữ xe", slug="giu-xe")
"""
ADDRESS = "/cong-khai/lay-y-kien/giu-xe/"
WORDS = "Phí chợ nên thu theo tháng.\n\nĐề nghị có biên lai."
TRIES = 10


def test_a_comment_goes_from_the_phone_through_the_approver_to_all_readers(
    installation: Installation, sign_in: Callable[..., Page], phone: Page
) -> None:
    installation.run(ASK)
    phone.goto(installation.address(cast.COMMUNE, "/cong-khai/lay-y-kien/"))
    phone.get_by_role("link", name="Dự thảo giá giữ xe").click()
    phone.fill("textarea[name=body]", WORDS)
    _send_until_it_is_taken(phone)
    expect(phone.locator(".receipt__number")).to_contain_text("1")
    assert _comments(phone, installation) == []
    _publish_all(sign_in(cast.COMMUNE, Role.APPROVER), installation)
    assert _comments(phone, installation) == [WORDS]
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


def _publish_all(page: Page, installation: Installation) -> None:
    page.goto(installation.address(cast.COMMUNE, "/admin/consultations/comments/?standing=waiting"))
    page.locator("[data-w-bulk-target=all]").check()
    expect(page.locator("[name=chosen]:checked")).to_have_count(1)
    page.locator("button[value=published]").click()
    expect(page.locator(".messages .success")).to_be_visible()
    expect(page.locator("[name=chosen]")).to_have_count(0)


def _comments(page: Page, installation: Installation) -> list[str]:
    page.goto(installation.address(cast.COMMUNE, ADDRESS))
    return [words.strip() for words in page.locator(".comment__words").all_inner_texts()]
