"""What is new, as a reader's program asks for it again and again."""

import datetime
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page

from catalogue.models import Category
from discovery.feeds import ENTRIES
from discovery.registers import REGISTERS
from legal.models import LegalDocument
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.discovery.items import (
    ATOM,
    DAY,
    article,
    close,
    entries,
    expire,
    one_of_each,
    question,
    titles,
    xml,
)
from tests.platform.items import queries
from tests.platform.legal.documents import add as issue

Visit = Callable[..., Client]
SITE = "/nguon-tin/atom.xml"
ARTICLES = "/nguon-tin/bai-viet/atom.xml"
DOCUMENTS = "/nguon-tin/van-ban/atom.xml"
ROOT = "http://xa-dinh-an.tracu.localhost:8000"


def test_the_feed_of_the_site_has_items_of_every_kind(commune: Tenant, visit: Visit):
    with in_site(commune):
        found = one_of_each()
    links = [entry.find(f"{ATOM}link").get("href") for entry in entries(visit(commune), SITE)]
    assert len(links) == len(found) + 1  # and the one that every site of the tests has
    assert all(link.startswith(f"{ROOT}/") for link in links)


@pytest.mark.parametrize("key", [one.key for one in REGISTERS])
def test_each_register_has_a_feed_of_its_own(commune: Tenant, visit: Visit, key: str):
    with in_site(commune):
        one_of_each()
        ArticlePage.objects.filter(slug="bi-mat").delete()
    (entry,) = entries(visit(commune), f"/nguon-tin/{key}/atom.xml")
    link = entry.find(f"{ATOM}link").get("href").removeprefix(ROOT)
    assert visit(commune).get(link, follow=True).status_code == 200


def test_both_forms_tell_of_the_same(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("Một & hai <b>")
    channel = xml(visit(commune), "/nguon-tin/rss.xml").find("channel")
    assert [item.findtext("title") for item in channel.findall("item")] == titles(visit(commune), SITE)
    assert "Một & hai <b>" in titles(visit(commune), SITE)


def test_what_a_summary_says_is_text_and_no_markup(commune: Tenant, visit: Visit):
    with in_site(commune):
        article(lead="<img src=x onerror=alert(1)>")
    (summary,) = [entry.findtext(f"{ATOM}summary") for entry in entries(visit(commune), ARTICLES)][:1]
    assert summary == "&lt;img src=x onerror=alert(1)&gt;"


def test_letters_that_xml_has_no_place_for_break_no_feed(commune: Tenant, visit: Visit):
    with in_site(commune):
        article(lead="Trước\x0bsau")
    assert "Trước sau" in [entry.findtext(f"{ATOM}summary") for entry in entries(visit(commune), ARTICLES)]


def test_an_entry_keeps_its_name_when_the_page_moves_and_is_renamed(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = article("Trước")
        page.save_revision().publish()
    before = names(visit(commune), ARTICLES)
    with in_site(commune):
        page.slug, page.title = "cho-khac", "Sau"
        page.save_revision().publish()
    assert names(visit(commune), ARTICLES) == before
    assert "Sau" in titles(visit(commune), ARTICLES)


def names(browser: Client, path: str) -> list[str]:
    return [entry.findtext(f"{ATOM}id") for entry in entries(browser, path)]


def test_names_are_tags_of_this_site(commune: Tenant, visit: Visit):
    assert all(name.startswith("tag:xa-dinh-an.tracu.localhost,") for name in names(visit(commune), SITE))


def test_days_are_those_of_publication(commune: Tenant, visit: Visit):
    entry = entries(visit(commune), ARTICLES)[0]
    published = datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}published"))
    updated = datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated"))
    assert published.isoformat() == "2023-10-30T00:00:00+07:00"
    assert updated >= published


def test_an_answer_is_told_without_who_asked(commune: Tenant, visit: Visit):
    with in_site(commune):
        question(name="Thạch Thị Sa", hides_name=False)
    answer = visit(commune).get("/nguon-tin/hoi-dap/atom.xml").content.decode()
    assert "Bao giờ có đường?" in answer
    assert "Thạch Thị Sa" not in answer


def test_a_feed_speaks_the_language_of_its_address(commune: Tenant, visit: Visit):
    with in_site(commune):
        one_of_each()
        article("ព័ត៌មានថ្មី", language="km")
    feed = xml(visit(commune), "/km/nguon-tin/atom.xml")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "km"
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.findall(f"{ATOM}entry")]
    assert len(links) == 1
    assert links[0].startswith(f"{ROOT}/km/tin-tuc")


def test_a_category_has_a_feed_over_all_kinds(commune: Tenant, visit: Visit):
    with in_site(commune):
        found = one_of_each()
        planning = Category.objects.get(key="planning")
        found["bai-viet"].categories.set([planning])
        found["bai-viet"].save()
        found["van-ban"].categories.set([planning])
        found["van-ban"].save()
    assert len(entries(visit(commune), "/nguon-tin/chuyen-muc/planning/atom.xml")) == 3


@pytest.mark.parametrize(
    "path",
    [
        "/nguon-tin/chuyen-muc/khong-co/atom.xml",
        "/nguon-tin/khong-co/atom.xml",
        "/nguon-tin/bai-viet/xml.xml",
        "/nguon-tin/bai-viet/atom.xml?trang=0",
        "/nguon-tin/bai-viet/atom.xml?trang=2",
        "/nguon-tin/bai-viet/atom.xml?trang=999999999999999999999",
        "/nguon-tin/bai-viet/atom.xml?trang=hai",
        "/nguon-tin/bai-viet/atom.xml?chuyen-muc=khong-co",
    ],
)
def test_what_there_is_not_is_not_found(commune: Tenant, visit: Visit, path: str):
    assert visit(commune).get(path).status_code == 404


def test_the_register_of_documents_is_narrowed_as_its_page_is(commune: Tenant, visit: Visit):
    with in_site(commune):
        issue("15/2023/QĐ-UBND")
        issue("16/2023/QĐ-UBND", abstract="Kế hoạch phòng chống bão")
    (title,) = titles(visit(commune), DOCUMENTS, q="phong chong bao")
    assert title == "Quyết định 16/2023/QĐ-UBND: Kế hoạch phòng chống bão"


def test_documents_stand_in_the_order_in_which_readers_had_them(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number, year, hour in (("1/QĐ", 2015, 2), ("2/QĐ", 2023, 1)):
            one = issue(number, issued_on=datetime.date(year, 3, 1))
            first = datetime.datetime(2023, 10, 30, hour, tzinfo=datetime.UTC)
            LegalDocument.objects.filter(pk=one.pk).update(first_published_at=first)
    assert [title.partition(":")[0] for title in titles(visit(commune), DOCUMENTS)] == [
        "Quyết định 1/QĐ",
        "Quyết định 2/QĐ",
    ]


def test_a_long_register_is_read_page_by_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(ENTRIES + 3):
            article(f"Tin {number}", slug=f"tin-{number}")
    first = xml(visit(commune), ARTICLES)
    following = address(first, "next")
    assert following == f"{ROOT}{ARTICLES}?trang=2"
    second = xml(visit(commune), ARTICLES, trang=2)
    assert address(second, "previous") == f"{ROOT}{ARTICLES}"
    assert address(second, "next") is None
    counted = [len(feed.findall(f"{ATOM}entry")) for feed in (first, second)]
    assert counted == [ENTRIES, 4]


def address(feed: ET.Element, relation: str) -> str | None:
    return next((link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == relation), None)


def hide(page: Page) -> None:
    page.unpublish()


def postpone(page: ArticlePage) -> None:
    page.published_on = DAY + datetime.timedelta(days=30)
    page.save()


@pytest.mark.parametrize(
    "end",
    [hide, close, postpone, expire, lambda page: page.delete()],
    ids=["taken down", "closed", "later", "expired", "gone"],
)
def test_what_is_no_longer_for_everybody_is_out_at_the_next_request(
    commune: Tenant, visit: Visit, end: Callable[[Page], None]
):
    with in_site(commune):
        page = article("Sắp ẩn")
    browser = visit(commune)
    known = browser.get(SITE)
    assert "Sắp ẩn" in known.content.decode()
    with in_site(commune):
        end(page)
    again = browser.get(SITE, headers={"If-None-Match": known["ETag"]})
    assert again.status_code == 200
    assert "Sắp ẩn" not in again.content.decode()


def test_a_feed_is_asked_for_again_and_not_sent_again(commune: Tenant, visit: Visit):
    known = visit(commune).get(SITE)
    assert "no-cache" in known["Cache-Control"]
    assert "Last-Modified" not in known.headers
    assert visit(commune).get(SITE, headers={"If-None-Match": known["ETag"]}).status_code == 304


def test_an_empty_feed_is_the_same_each_time(commune: Tenant, visit: Visit):
    empty = "/nguon-tin/tuyen-dung/atom.xml"
    assert visit(commune).get(empty).content == visit(commune).get(empty).content


@pytest.mark.parametrize("number", [1, 3])
def test_more_items_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        one_of_each()
        for count in range(number - 1):
            article(f"Tin {count}", slug=f"tin-{count}")
            issue(f"{count}/KH")
            question(f"Hỏi {count}")
    browser = visit(commune)
    counted = {path: queries(browser, path) for path in (SITE, ARTICLES, DOCUMENTS, "/nguon-tin/")}
    assert counted == {SITE: 26, ARTICLES: 8, DOCUMENTS: 10, "/nguon-tin/": 6}


def announced(browser: Client, path: str) -> list[str]:
    links = BeautifulSoup(browser.get(path).content, "html.parser").select("link[type='application/atom+xml']")
    return [link["href"].removeprefix(ROOT) for link in links]


def test_pages_announce_the_feeds_that_go_with_them(commune: Tenant, visit: Visit):
    with in_site(commune):
        issue(abstract="Về bão")
        page = article()
        page.categories.set([Category.objects.get(key="planning")])
        page.save()
    browser = visit(commune)
    assert announced(browser, "/") == [SITE]
    assert announced(browser, "/tin-tuc/") == [SITE, ARTICLES]
    assert announced(browser, "/tin-tuc/?chuyen-muc=planning") == [
        SITE,
        ARTICLES,
        "/nguon-tin/chuyen-muc/planning/atom.xml",
    ]
    assert announced(browser, "/van-ban/?q=bao") == [SITE, DOCUMENTS, f"{DOCUMENTS}?q=bao"]
    assert announced(browser, "/km/cong-khai/du-an/")[1] == "/km/nguon-tin/du-an/atom.xml"


def test_every_feed_of_the_list_is_there(commune: Tenant, visit: Visit):
    browser = visit(commune)
    html = BeautifulSoup(browser.get("/nguon-tin/").content, "html.parser")
    addresses = [link["href"] for link in html.select(".feeds__link")]
    assert len(addresses) == len(set(addresses)) > 2 * len(REGISTERS)
    assert {browser.get(one).status_code for one in addresses} == {200}


def test_a_register_without_a_page_has_an_empty_feed(commune: Tenant, visit: Visit):
    with in_site(commune):
        question()
        Page.objects.filter(content_type__model="questionspage").update(live=False)
    assert entries(visit(commune), "/nguon-tin/hoi-dap/atom.xml") == []


def test_articles_of_a_closed_list_are_in_no_feed(commune: Tenant, visit: Visit):
    with in_site(commune):
        close(ArticleIndexPage.objects.get(locale__language_code="vi"))
    assert entries(visit(commune), SITE) == []
