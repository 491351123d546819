"""What the head of a page tells machines."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from accounts.roles import Role
from agenda.models import AgendaPage
from catalogue.models import Category
from consultations.models import ConsultationPage
from legal.models import LegalLink
from legal.states import Relation
from newsroom.models import ArticlePage
from organisation.models import Department
from pages.models import SiteSettings
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda import weeks
from tests.platform.consultations.drafts import add as ask
from tests.platform.discovery.items import article, close, one_of_each, question, translated
from tests.platform.legal.documents import add as issue
from tests.platform.lib.test_structured_data import faults

Visit = Callable[..., Client]
ROOT = "http://xa-dinh-an.tracu.localhost:8000"


def head(browser: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path).content, "html.parser").head


def canonical(browser: Client, path: str) -> str:
    return head(browser, path).select_one("link[rel=canonical]")["href"].removeprefix(ROOT)


def blocks(browser: Client, path: str) -> dict[str, Any]:
    """By type, the first of each."""
    element = head(browser, path).select_one("script[type='application/ld+json']")
    graph = json.loads(element.string)["@graph"]
    return {block["@type"]: block for block in reversed(graph)}


def meta(browser: Client, path: str) -> dict[str, str]:
    found = head(browser, path).select("meta[property], meta[name]")
    return {one.get("property") or one["name"]: one["content"] for one in found}


@pytest.mark.parametrize(
    ("asked_for", "known_by"),
    [
        ("/", "/"),
        ("/?ban-goc=5&utm_source=zalo", "/"),
        ("/tin-tuc/?fbclid=x", "/tin-tuc/"),
        ("/tin-tuc/?trang=1", "/tin-tuc/"),
        ("/tin-tuc/?trang=2", "/tin-tuc/?trang=2"),
        ("/tin-tuc/?trang=99", "/tin-tuc/?trang=2"),
        ("/tin-tuc/?trang=2&chuyen-muc=news&x=1", "/tin-tuc/?chuyen-muc=news&trang=2"),
        ("/van-ban/?q=ke+hoach&sap-xep=cu-nhat", "/van-ban/"),
        ("/cong-khai/du-an/?q=duong", "/cong-khai/du-an/"),
        ("/km/hoi-dap/", "/km/hoi-dap/"),
        ("/gui-cau-hoi/", "/gui-cau-hoi/"),
    ],
)
def test_an_address_is_known_without_what_is_only_noise(commune: Tenant, visit: Visit, asked_for: str, known_by: str):
    with in_site(commune):
        news = Category.objects.get(key="news")
        for number in range(20):
            page = article(f"Tin {number}", slug=f"tin-{number}")
            page.categories.set([news])
            page.save()
    assert canonical(visit(commune), asked_for) == known_by


def test_parts_of_a_list_lead_to_each_other(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(45):
            article(f"Tin {number}", slug=f"tin-{number}")
    links = head(visit(commune), "/tin-tuc/?trang=2&x=1")
    assert links.select_one("link[rel=prev]")["href"] == f"{ROOT}/tin-tuc/"
    assert links.select_one("link[rel=next]")["href"] == f"{ROOT}/tin-tuc/?trang=3"
    assert not head(visit(commune), "/tin-tuc/").select("link[rel=prev]")


def test_what_a_register_shows_below_itself_is_known_by_its_own_address(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
        weeks.write(weeks.row())
        office = Department.objects.create(name_vi="Văn phòng")
    paths = [
        f"/van-ban/{document.address}",
        f"/km/van-ban/{document.address}",
        "/lich-cong-tac/tuan/2023-W44/",
        f"/gioi-thieu/to-chuc-bo-may/{office.address_of_page}",
    ]
    assert [canonical(visit(commune), path) for path in paths] == paths
    wrong = f"/gioi-thieu/to-chuc-bo-may/don-vi/{office.pk}-ten-cu/"
    assert canonical(visit(commune), wrong) == paths[-1]


def languages(browser: Client, path: str) -> dict[str, str]:
    return {link["hreflang"]: link["href"].removeprefix(ROOT) for link in head(browser, path).select("link[hreflang]")}


def test_a_page_names_its_translations_and_the_one_for_all_others(commune: Tenant, visit: Visit):
    with in_site(commune):
        there = translated(article(slug="hai-tieng"), "Two").slug
    both = {"vi": "/tin-tuc/hai-tieng/", "en": f"/en/tin-tuc/{there}/", "x-default": "/tin-tuc/hai-tieng/"}
    assert languages(visit(commune), "/tin-tuc/hai-tieng/") == both
    assert languages(visit(commune), f"/en/tin-tuc/{there}/") == both


def test_a_page_in_one_language_names_none(commune: Tenant, visit: Visit):
    assert languages(visit(commune), "/tin-tuc/bi-mat/") == {}


def test_a_document_is_named_below_the_register_of_each_language(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
    path = f"/van-ban/{document.address}"
    named = languages(visit(commune), f"/en{path}")
    assert named == {"vi": path, "km": f"/km{path}", "en": f"/en{path}", "x-default": path}
    assert {visit(commune).get(one).status_code for one in named.values()} == {200}


def test_a_form_is_named_in_each_language(commune: Tenant, visit: Visit):
    assert languages(visit(commune), "/km/gui-cau-hoi/")["en"] == "/en/gui-cau-hoi/"


def test_an_article_is_passed_on_with_title_lead_and_picture(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("Lễ hội “Ok Om Bok”", slug="le-hoi", lead='Đua ghe ngo & "đèn nước"')
    told = meta(visit(commune), "/tin-tuc/le-hoi/")
    assert told["og:type"] == "article"
    assert told["og:title"] == "Lễ hội “Ok Om Bok”"
    assert told["og:description"] == told["description"] == 'Đua ghe ngo & "đèn nước"'
    assert told["og:url"] == f"{ROOT}/tin-tuc/le-hoi/"
    assert told["og:locale"] == "vi_VN"
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:image"].startswith(f"{ROOT}/anh-gioi-thieu/trang-")


def test_whatever_is_shown_is_told_in_known_words(commune: Tenant, visit: Visit):
    with in_site(commune):
        found = one_of_each()
        found["lay-y-kien"].refresh_from_db()
        department = Department.objects.create(name_vi="Văn phòng")
    browser = visit(commune)
    paths = [
        "/",
        "/km/",
        "/tin-tuc/",
        "/tin-tuc/tin-mot/",
        f"/van-ban/{found['van-ban'].address}",
        "/cong-khai/du-an/du-an-mot/",
        "/cong-khai/lay-y-kien/du-thao-mot/",
        "/lich-cong-tac/",
        f"/gioi-thieu/to-chuc-bo-may/{department.address_of_page}",
        "/so-do-trang/",
    ]
    told = {path: [fault for block in blocks(browser, path).values() for fault in faults(block)] for path in paths}
    assert told == {path: [] for path in paths}


def test_the_home_page_says_who_publishes_and_how_to_search(commune: Tenant, visit: Visit):
    with in_site(commune):
        SiteSettings.objects.update(phone="0294 123", address="Ấp Chợ")
    told = blocks(visit(commune), "/km/")
    assert told["GovernmentOrganization"]["telephone"] == "0294 123"
    assert told["GovernmentOrganization"]["@id"] == f"{ROOT}/#co-quan"
    search = told["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    assert search == f"{ROOT}/km/tim-kiem/?q={{search_term_string}}"


def test_a_document_says_its_force_and_what_it_changes(commune: Tenant, visit: Visit):
    with in_site(commune):
        old, new = issue("1/QĐ-UBND"), issue("2/QĐ-UBND")
        LegalLink.objects.create(document=new, target=old, relation=Relation.REPLACES)
    told = blocks(visit(commune), f"/van-ban/{new.address}")["Legislation"]
    assert told["legislationLegalForce"] == "https://schema.org/InForce"
    assert [one["@id"] for one in told["legislationChanges"]] == [f"{ROOT}/van-ban/{old.address}"]
    replaced = blocks(visit(commune), f"/van-ban/{old.address}")["Legislation"]
    assert replaced["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "legislationChanges" not in replaced


def test_a_consultation_is_an_event_of_its_period(commune: Tenant, visit: Visit):
    with in_site(commune):
        page: ConsultationPage = ask(slug="du-thao")
    told = blocks(visit(commune), "/cong-khai/lay-y-kien/du-thao/")["Event"]
    assert (told["startDate"], told["endDate"]) == (page.opens_on.isoformat(), page.closes_on.isoformat())


def test_appointments_are_events_at_their_place(commune: Tenant, visit: Visit):
    with in_site(commune):
        weeks.write(weeks.row("Họp giao ban", place="Hội trường"))
        path = AgendaPage.objects.get(locale__language_code="vi").get_url()
    told = blocks(visit(commune), path)["Event"]
    assert (told["name"], told["location"]["name"], told["startDate"]) == ("Họp giao ban", "Hội trường", "2023-10-31")


def test_the_way_to_a_page_is_that_of_its_breadcrumbs(commune: Tenant, visit: Visit):
    with in_site(commune):
        one_of_each()
    trail = blocks(visit(commune), "/cong-khai/du-an/du-an-mot/")["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["item"].removeprefix(ROOT)) for item in trail] == [
        (1, "/"),
        (2, "/cong-khai/"),
        (3, "/cong-khai/du-an/"),
        (4, "/cong-khai/du-an/du-an-mot/"),
    ]


def test_no_title_gets_out_of_its_element(commune: Tenant, visit: Visit):
    with in_site(commune):
        article("</script><script>alert(1)</script>", slug="xau", lead='"><script>alert(2)</script>')
    html = visit(commune).get("/tin-tuc/xau/").content.decode()
    assert "<script>alert" not in html
    assert blocks(visit(commune), "/tin-tuc/xau/")["NewsArticle"]["headline"] == "</script><script>alert(1)</script>"


def test_a_draft_is_told_to_nobody(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = ArticlePage.objects.get(slug="bi-mat")
        page.save_revision()
    browser = visit(commune, Role.EDITOR)
    shown = BeautifulSoup(browser.get(f"/admin/pages/{page.pk}/view_draft/").content, "html.parser").head
    assert not shown.select("link[rel=canonical], meta[property], script[type='application/ld+json']")


def test_what_only_one_person_has_the_address_of_is_told_to_nobody(commune: Tenant, visit: Visit):
    with in_site(commune):
        one = question()
    shown = head(visit(commune), f"/gui-cau-hoi/{one.secret}/")
    assert not shown.select("link[rel=canonical], meta[property], script[type='application/ld+json']")


def test_a_copy_of_a_page_is_known_by_its_original(commune: Tenant, visit: Visit):
    with in_site(commune):
        original = ArticlePage.objects.get(slug="bi-mat")
        original.create_alias(update_slug="ban-sao")
    assert canonical(visit(commune), "/tin-tuc/ban-sao/") == "/tin-tuc/bi-mat/"
    assert b"/tin-tuc/ban-sao/" not in visit(commune).get("/sitemap-trang.xml").content
    assert b"/tin-tuc/ban-sao/" not in visit(commune).get("/nguon-tin/atom.xml").content


def test_who_has_no_password_is_told_nothing(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = article("Chỉ người có mật khẩu", slug="kin")
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="mot-hai-ba")
    for path in ("/tin-tuc/kin/", "/ban-luu/tin-tuc/kin/"):
        answer = visit(commune).get(path)
        assert answer.status_code == 200
        assert "Chỉ người có mật khẩu" not in answer.content.decode()


def test_a_closed_translation_is_not_named(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = article(slug="hai-tieng")
        close(translated(page, "Two"))
    shown = visit(commune).get("/tin-tuc/hai-tieng/").content.decode()
    assert languages(visit(commune), "/tin-tuc/hai-tieng/") == {}
    assert "/en/tin-tuc/hai-tieng/" not in shown
