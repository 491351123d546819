"""The site as a tree, for people."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from discovery import outlines
from pages.models import SectionPage, StandardPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.discovery.items import close, one_of_each

Visit = Callable[..., Client]
PAGE = "/so-do-trang/"


def tree(browser: Client, path: str = PAGE) -> Tag:
    return BeautifulSoup(browser.get(path).content, "html.parser").select_one(".site-map--top")


def about() -> SectionPage:
    return SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")


def test_lists_stand_below_their_section_with_how_much_is_in_them(commune: Tenant, visit: Visit):
    with in_site(commune):
        one_of_each()
    html = tree(visit(commune))
    counts = {
        link["href"]: link.find_next_sibling("span").text
        for link in html.select("a")
        if link.find_next_sibling("span", class_="site-map__count")
    }
    one, two = "(1)", "(2)"
    assert counts == {
        "/tin-tuc/": two,
        "/van-ban/": one,
        "/thu-tuc/": one,
        "/cong-khai/du-an/": one,
        "/cong-khai/ngan-sach/": one,
        "/cong-khai/lay-y-kien/": one,
        "/cong-khai/tuyen-dung/": one,
        "/gioi-thieu/du-lich-di-tich/": one,
        "/lich-cong-tac/": one,
        "/hoi-dap/": one,
    }


def test_items_are_not_named_one_by_one(commune: Tenant, visit: Visit):
    assert "/tin-tuc/bi-mat/" not in [link["href"] for link in tree(visit(commune)).select("a")]


def test_a_branch_closes_without_a_script(commune: Tenant, visit: Visit):
    branch = tree(visit(commune)).select_one("a[href='/cong-khai/']").find_next_sibling("details")
    assert not branch.select("summary a")
    assert "/cong-khai/du-an/" in [link["href"] for link in branch.select("ul a")]


def test_thousands_of_pages_do_not_make_it_endless(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(outlines, "MOST_SIBLINGS", 3)
    with in_site(commune):
        for number in range(9):
            about().add_child(instance=StandardPage(title=f"Trang {number}"))
    branch = tree(visit(commune)).select_one("a[href='/gioi-thieu/']").find_next_sibling("details")
    assert [link.text for link in branch.select("a")] == [
        "Tổ chức bộ máy",
        "Du lịch, di tích",
        "Trang 0",
        "8 trang nữa",
    ]
    assert branch.select("ul a")[-1]["href"] == "/gioi-thieu/"


def test_private_pages_and_drafts_are_not_named(commune: Tenant, visit: Visit):
    with in_site(commune):
        close(about().add_child(instance=StandardPage(title="Nội bộ")))
        about().add_child(instance=StandardPage(title="Bản nháp", live=False))
    html = tree(visit(commune)).text
    assert "Nội bộ" not in html
    assert "Bản nháp" not in html


def test_each_language_has_its_own(commune: Tenant, visit: Visit):
    links = [link["href"] for link in tree(visit(commune), f"/km{PAGE}").select("a")]
    assert "/km/van-ban/" in links
    assert all(link.startswith("/km/") for link in links)


def test_the_footer_leads_to_it(commune: Tenant, visit: Visit):
    footer = BeautifulSoup(visit(commune).get("/km/").content, "html.parser").footer
    assert [link["href"] for link in footer.select(".footer__ways a")] == [f"/km{PAGE}", "/km/nguon-tin/"]
