"""A citizen prints a page, keeps a copy of it, and reads that without a connection."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import cast
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.browser

ARTICLE = "/tin-tuc/bi-mat/"


def test_keeps_a_copy_that_opens_without_the_site(installation: Installation, phone: Page, tmp_path: Path) -> None:
    phone.goto(installation.address(cast.COMMUNE, ARTICLE))
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Lưu bản sao").click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)
    assert kept.name == "bi-mat-cua-xa.html"
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(kept.as_uri())
    expect(phone.get_by_role("heading", level=1)).to_have_text(cast.SECRETS[cast.COMMUNE])
    assert asked == [kept.as_uri()]


def test_paper_shows_the_text_and_where_it_came_from(installation: Installation, phone: Page) -> None:
    phone.goto(installation.address(cast.COMMUNE, ARTICLE))
    phone.emulate_media(media="print")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    expect(phone.locator(".page-tools__source")).to_contain_text(ARTICLE)
    for left_out in (
        ".menu",
        ".languages",
        ".breadcrumbs",
        ".rating",
        ".page-tools a",
        ".footer__menu",
        ".footer__ways",
    ):
        expect(phone.locator(left_out).first).to_be_hidden()


def test_the_tree_of_the_site_opens_and_closes(installation: Installation, phone: Page) -> None:
    phone.goto(installation.address(cast.COMMUNE, "/so-do-trang/"))
    lower = phone.locator(".site-map").get_by_role("link", name="Chương trình, dự án")
    expect(lower).to_be_visible()
    phone.locator("details", has=lower).locator("summary").click(position={"x": 4, "y": 12})
    expect(lower).to_be_hidden()
