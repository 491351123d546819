"""The home page shows what is new in each category, whatever kind of item it is, and leads to where the rest is."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from budget.models import DisclosureIndexPage, DisclosurePage
from catalogue.models import Category
from home.latest import Shelf
from legal import queries as legal_queries
from legal.models import LegalDocument, RegisterPage
from newsroom.models import ArticleIndexPage, ArticlePage
from pages.models import BasePage
from planning.models import ProjectIndexPage, ProjectPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.consultations import drafts
from tests.platform.items import queries
from tests.platform.legal import documents

Visit = Callable[..., Client]
TODAY = datetime.date(2023, 10, 31)
A_DAY = datetime.timedelta(days=1)


def article(title: str, *keys: str, on: datetime.date = TODAY) -> ArticlePage:
    page = ArticlePage(title=title, published_on=on)
    page.categories = list(Category.objects.filter(key__in=keys))
    index = ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi")
    return index.add_child(instance=page)


def document(number: str, *keys: str, on: datetime.date = TODAY, live: bool = True) -> LegalDocument:
    one = documents.add(number, live=live, issued_on=on)
    one.categories.set(Category.objects.filter(key__in=keys))
    one.save()
    return one


def below(index: type[BasePage], page: BasePage) -> BasePage:
    return index.objects.get(locale__language_code="vi").add_child(instance=page)


def disclosure(title: str) -> BasePage:
    return below(DisclosureIndexPage, DisclosurePage(title=title, year=2023, subject="estimate", published_on=TODAY))


def project(title: str) -> BasePage:
    words = {"aim": "Để đi lại.", "field": "transport", "kind": "construction", "funding": "state"}
    return below(
        ProjectIndexPage, ProjectPage(title=title, first_year=2023, last_year=2023, published_on=TODAY - A_DAY, **words)
    )


def shelves(browser: Client, path: str = "/") -> dict[str, list[str]]:
    latest: list[Shelf] = browser.get(path).context["latest"]
    return {shelf.category.key: [said(entry) for entry in shelf.entries] for shelf in latest}


def said(entry: object) -> str:
    return entry.page.title if entry.page else entry.document.number


def column(browser: Client, key: str) -> BeautifulSoup:
    html = BeautifulSoup(browser.get("/").content, "html.parser")
    return html.select_one(f'[aria-labelledby="category-{key}"]')


def test_kinds_stand_together_the_newest_first(commune: Tenant, visit: Visit):
    with in_site(commune):
        document("1/KH-UBND", "planning", on=TODAY - 2 * A_DAY)
        article("Quy hoạch chợ", "planning")
        project("Cầu mới")
    assert shelves(visit(commune))["planning"] == ["Quy hoạch chợ", "Cầu mới", "1/KH-UBND"]


def test_a_shelf_holds_no_more_than_the_others(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(7):
            document(f"{number}/KH-UBND", "planning", on=TODAY - number * A_DAY)
    assert shelves(visit(commune))["planning"] == [f"{number}/KH-UBND" for number in range(5)]


def test_a_document_of_two_categories_stands_on_the_first_shelf_and_gives_room_on_the_second(
    commune: Tenant, visit: Visit
):
    with in_site(commune):
        document("1/KH-UBND", "directives", "planning")
        document("2/KH-UBND", "planning", on=TODAY - A_DAY)
    found = shelves(visit(commune))
    assert (found["directives"], found["planning"]) == (["1/KH-UBND"], ["2/KH-UBND"])


def test_drafts_are_not_new(commune: Tenant, visit: Visit):
    with in_site(commune):
        document("1/KH-UBND", "planning", live=False)
    assert "planning" not in shelves(visit(commune))


def test_documents_lead_to_themselves_and_their_category_to_the_register(commune: Tenant, visit: Visit):
    with in_site(commune):
        one = document("1/KH-UBND", "planning")
    html = column(visit(commune), "planning")
    assert html.select_one("h2 a")["href"] == "/van-ban/?chuyen-muc=planning"
    assert html.select_one(".column__link")["href"] == f"/van-ban/{one.address}"


def test_a_category_of_one_kind_leads_to_its_list(commune: Tenant, visit: Visit):
    with in_site(commune):
        disclosure("Dự toán 2023")
    html = column(visit(commune), "budget_disclosure")
    assert html.select_one("h2 a")["href"] == "/cong-khai/ngan-sach/"
    assert html.select_one(".column__link")["href"] == "/cong-khai/ngan-sach/du-toan-2023/"


def test_a_category_of_articles_and_documents_leads_to_both(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("Quy hoạch chợ", "planning")
        document("1/KH-UBND", "planning")
    html = column(visit(commune), "planning")
    assert [link["href"] for link in html.select("h2 a, .column__more a")] == [
        "/tin-tuc/?chuyen-muc=planning",
        "/van-ban/?chuyen-muc=planning",
    ]


def test_without_a_register_documents_have_no_address_and_are_not_named(commune: Tenant, visit: Visit):
    with in_site(commune):
        document("1/KH-UBND", "planning")
        for page in RegisterPage.objects.all():
            page.unpublish()
    assert "1/KH-UBND" not in column(visit(commune), "planning").text


def test_documents_in_vietnamese_are_not_news_in_another_language(commune: Tenant, visit: Visit):
    with in_site(commune):
        document("1/KH-UBND", "planning")
    assert shelves(visit(commune), "/en/") == {}


def test_a_site_with_documents_only_has_columns_and_no_headline(commune: Tenant, visit: Visit):
    with in_site(commune):
        ArticlePage.objects.all().delete()
        document("1/KH-UBND", "planning")
    html = BeautifulSoup(visit(commune).get("/").content, "html.parser")
    assert (len(html.select(".headlines")), len(html.select(".column")), len(html.select(".empty"))) == (0, 1, 0)


def test_only_the_newest_documents_are_looked_through(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(legal_queries, "NEW", 2)
    with in_site(commune):
        for number, key in enumerate(("planning", "directives", "other")):
            document(f"{number}/KH-UBND", key, on=TODAY - number * A_DAY)
    assert set(shelves(visit(commune))) == {"news", "planning", "directives"}


@pytest.mark.parametrize("number", [1, 12])
def test_more_items_cost_no_more_queries(commune: Tenant, visit: Visit, settings: object, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        for count in range(number):
            document(f"{count}/KH-UBND", "planning", "directives")
            project(f"Cầu {count}")
            disclosure(f"Dự toán {count}")
            drafts.add(f"Dự thảo {count}")
    assert queries(visit(commune), "/") == 12


def test_nothing_of_another_site_is_new_here(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        document("1/KH-UBND", "planning")
        project("Cầu của thị trấn")
    assert set(shelves(visit(commune))) == {"news"}
