"""A citizen with a cheap phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser


def test_reads_the_news_of_the_commune_from_its_home_page(installation: Installation, phone: Page) -> None:
    phone.goto(installation.address(cast.COMMUNE))
    expect(phone).to_have_title(re.compile("xã Định An"))
    phone.get_by_role("link", name=cast.SECRETS[cast.COMMUNE]).first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(cast.SECRETS[cast.COMMUNE])


@pytest.mark.parametrize("path", ["/", "/km/", "/en/", "/tin-tuc/", "/tin-tuc/bi-mat/", "/lien-he/", "/khong-co/"])
def test_never_has_to_scroll_sideways(installation: Installation, phone: Page, path: str) -> None:
    phone.goto(installation.address(cast.COMMUNE, path))
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_changes_the_language_and_keeps_the_section(installation: Installation, phone: Page) -> None:
    phone.goto(installation.address(cast.COMMUNE, "/tin-tuc/"))
    phone.get_by_role("link", name="ភាសាខ្មែរ").first.click()
    expect(phone).to_have_url(installation.address(cast.COMMUNE, "/km/tin-tuc/"))
    expect(phone.locator("html")).to_have_attribute("lang", "km")
    expect(phone.get_by_role("heading", level=1)).to_have_text("ព័ត៌មាន")


def test_is_told_plainly_that_a_page_is_not_there(installation: Installation, phone: Page) -> None:
    answer = phone.goto(installation.address(cast.COMMUNE, "/khong-co-trang-nay/"))
    assert answer is not None
    assert answer.status == 404
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_loads_nothing_from_anywhere_else(installation: Installation, phone: Page) -> None:
    asked: set[str] = set()
    phone.on("request", lambda request: asked.add(request.url.split("/")[2]))
    phone.goto(installation.address(cast.COMMUNE, "/tin-tuc/bi-mat/"), wait_until="networkidle")
    assert asked == {installation.address(cast.COMMUNE).split("/")[2]}


def test_is_offered_what_the_words_begin_and_goes_there_with_the_keys(installation: Installation, phone: Page) -> None:
    installation.run(
        "from tenants.crossing import all_tenants, in_site\n"
        "from search.actions import renew_all\n"
        "for tenant in all_tenants():\n"
        "    with in_site(tenant): renew_all()\n"
    )
    phone.goto(installation.address(cast.COMMUNE))
    field = phone.get_by_role("combobox")
    field.press_sequentially("bi ma")
    offered = phone.get_by_role("option", name=cast.SECRETS[cast.COMMUNE])
    expect(offered).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(offered).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(offered).to_be_hidden()
    field.press("t")
    expect(offered).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(cast.SECRETS[cast.COMMUNE])


def test_sends_what_was_typed_and_sees_it_marked(installation: Installation, phone: Page) -> None:
    phone.goto(installation.address(cast.COMMUNE))
    phone.get_by_role("combobox").fill("bí mật xã")
    phone.get_by_role("button", name="Tìm", exact=True).click()
    expect(phone.locator(".search-rows mark").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
