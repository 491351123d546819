"""What search engines are told to read: all that anybody may read, and nothing else."""

import datetime
import io
from collections.abc import Callable
from urllib.robotparser import RobotFileParser

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction

from discovery.sitemaps import Pages
from legal.models import LegalDocument
from library.models import SiteImage
from newsroom.models import ArticlePage
from organisation.models import Department
from pages.models import SectionPage, StandardPage
from procedure_catalogue.models import Procedure
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda import weeks
from tests.platform.discovery.items import (
    DAY,
    IMAGE,
    SITEMAP,
    XHTML,
    article,
    close,
    expire,
    locations,
    one_of_each,
    translated,
    xml,
)
from tests.platform.items import queries
from tests.platform.legal.documents import add as issue
from tests.platform.procedures.cases import SINCE, announce, change

Visit = Callable[..., Client]
ROOT = "http://xa-dinh-an.tracu.localhost:8000"
INDEX, PAGES, DOCUMENTS = "/sitemap.xml", "/sitemap-trang.xml", "/sitemap-van-ban.xml"
PROCEDURES = "/sitemap-thu-tuc.xml"


def everything(browser: Client) -> list[str]:
    portions = [address.removeprefix(ROOT) for address in locations(browser, INDEX)]
    return [address.removeprefix(ROOT) for portion in portions for address in locations(browser, portion)]


def picture(collection: Collection | None = None) -> SiteImage:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (32, 18), "#a01818").save(buffer, "PNG")
    facts = {"collection": collection} if collection else {}
    return SiteImage.objects.create(title="Ảnh", file=ContentFile(buffer.getvalue(), "anh.png"), **facts)


def test_every_address_in_it_can_be_read(commune: Tenant, visit: Visit):
    with in_site(commune):
        one_of_each()
        Department.objects.create(name_vi="Văn phòng")
    browser = visit(commune)
    addresses = everything(browser)
    assert len(addresses) == len(set(addresses)) > 50
    assert {address: browser.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_every_address_in_it_is_the_one_that_the_page_names(commune: Tenant, visit: Visit):
    with in_site(commune):
        one_of_each()
    browser = visit(commune)
    for address in everything(browser):
        head = BeautifulSoup(browser.get(address).content, "html.parser").head
        assert head.select_one("link[rel=canonical]")["href"] == f"{ROOT}{address}"


def test_an_entry_names_the_other_languages(commune: Tenant, visit: Visit):
    url = next(url for url in xml(visit(commune), PAGES) if url.findtext(f"{SITEMAP}loc") == f"{ROOT}/km/tin-tuc/")
    others = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
    assert others == {
        "vi": f"{ROOT}/tin-tuc/",
        "km": f"{ROOT}/km/tin-tuc/",
        "en": f"{ROOT}/en/tin-tuc/",
        "x-default": f"{ROOT}/tin-tuc/",
    }


def test_the_languages_are_those_that_the_page_names(commune: Tenant, visit: Visit):
    browser = visit(commune)
    for url in xml(browser, PAGES):
        head = BeautifulSoup(browser.get(url.findtext(f"{SITEMAP}loc").removeprefix(ROOT)).content, "html.parser").head
        named = {(link["hreflang"], link["href"]) for link in head.select("link[hreflang]")}
        assert named == {(link.get("hreflang"), link.get("href")) for link in url.findall(f"{XHTML}link")}


def test_a_page_in_one_language_names_no_other(commune: Tenant, visit: Visit):
    with in_site(commune):
        article(slug="mot-minh")
    url = next(url for url in xml(visit(commune), PAGES) if url.findtext(f"{SITEMAP}loc").endswith("/mot-minh/"))
    assert url.findall(f"{XHTML}link") == []


def test_a_translation_that_was_taken_down_is_named_nowhere(commune: Tenant, visit: Visit):
    with in_site(commune):
        there = translated(article(slug="hai-tieng"), "Two")
    assert b"/en/tin-tuc/hai-tieng/" in visit(commune).get(PAGES).content
    with in_site(commune):
        there.unpublish()
    assert b"/en/tin-tuc/hai-tieng/" not in visit(commune).get(PAGES).content


def test_pictures_stand_beside_their_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        first, second = picture(), picture()
        block = {"image": {"image": second.pk, "alt_text": "Cổng", "decorative": False}, "caption": ""}
        page = article(slug="co-anh", image=first, image_alt="Ảnh")
        page.body = page.body.stream_block.to_python([{"type": "picture", "value": block}])
        page.save()
        wanted = [f"{ROOT}{one.file.url}" for one in (first, second)]
    url = next(url for url in xml(visit(commune), PAGES) if url.findtext(f"{SITEMAP}loc").endswith("/co-anh/"))
    assert [image.findtext(f"{IMAGE}loc") for image in url.findall(f"{IMAGE}image")] == wanted


def test_the_cut_that_readers_have_is_named_where_there_is_one(commune: Tenant, visit: Visit):
    with in_site(commune):
        article(slug="co-anh", image=picture(), image_alt="Ảnh")
    browser = visit(commune)
    browser.get("/tin-tuc/co-anh/")
    url = next(url for url in xml(browser, PAGES) if url.findtext(f"{SITEMAP}loc").endswith("/co-anh/"))
    (address,) = [image.findtext(f"{IMAGE}loc") for image in url.findall(f"{IMAGE}image")]
    assert "/media/images/" in address
    assert browser.get(address.removeprefix(ROOT)).status_code == 200


def test_pictures_of_a_closed_collection_are_not_named(commune: Tenant, visit: Visit):
    with in_site(commune):
        inside = Collection.get_first_root_node().add_child(name="Nội bộ")
        CollectionViewRestriction.objects.create(collection=inside, restriction_type="login")
        article(slug="co-anh", image=picture(inside), image_alt="Ảnh")
    assert "image:loc" not in visit(commune).get(PAGES).content.decode()


def later(page: ArticlePage) -> None:
    page.published_on = DAY + datetime.timedelta(days=30)
    page.save()


@pytest.mark.parametrize(
    "end",
    [lambda page: page.unpublish(), close, later, expire, lambda page: page.delete()],
    ids=["down", "closed", "later", "expired", "gone"],
)
def test_what_is_no_longer_for_everybody_is_out_at_the_next_request(commune: Tenant, visit: Visit, end: Callable):
    with in_site(commune):
        page = article(slug="sap-an")
    browser = visit(commune)
    known = browser.get(PAGES)
    assert b"/tin-tuc/sap-an/" in known.content
    with in_site(commune):
        end(page)
    again = browser.get(PAGES, headers={"If-None-Match": known["ETag"]})
    assert again.status_code == 200
    assert b"/tin-tuc/sap-an/" not in again.content


def test_what_goes_live_later_is_not_in_it_yet(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = article(slug="sap-toi", live=False)
        page.go_live_at = timezone.now() + datetime.timedelta(hours=1)
        page.save_revision().publish()
    browser = visit(commune)
    for path in (PAGES, "/nguon-tin/atom.xml", "/api/v1/articles", "/api/v1/articles.json"):
        response = browser.get(path)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert b"/tin-tuc/sap-toi/" not in content


def test_a_document_past_its_end_is_out(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
        LegalDocument.objects.update(expire_at=timezone.now())
    browser = visit(commune)
    assert locations(browser, DOCUMENTS) == []
    assert document.abstract not in browser.get("/nguon-tin/van-ban/atom.xml").content.decode()


def test_a_document_that_was_taken_down_is_out(commune: Tenant, visit: Visit):
    with in_site(commune):
        document = issue()
    assert f"{ROOT}/van-ban/{document.address}" in locations(visit(commune), DOCUMENTS)
    with in_site(commune):
        document.unpublish()
    assert locations(visit(commune), DOCUMENTS) == []


def test_a_closed_list_hides_what_it_shows(commune: Tenant, visit: Visit):
    with in_site(commune):
        issue()
        weeks.write(weeks.row())
        close(SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi"))
        for kind in ("registerpage", "agendapage"):
            close(
                next(
                    page
                    for page in SectionPage.objects.first().get_parent().get_children()
                    if page.content_type.model == kind
                )
            )
    addresses = everything(visit(commune))
    assert not [one for one in addresses if one.startswith(("/van-ban/", "/lich-cong-tac/", "/gioi-thieu/"))]


def test_a_large_site_is_told_in_portions(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Pages, "limit", 10)
    browser = visit(commune)
    portions = [one.removeprefix(ROOT) for one in locations(browser, INDEX) if "sitemap-trang" in one]
    assert portions[:2] == [PAGES, f"{PAGES}?p=2"]
    addresses = [address for portion in portions for address in locations(browser, portion)]
    assert len(addresses) == len(set(addresses)) > 40
    assert len(locations(browser, PAGES)) == 10


@pytest.mark.parametrize("path", ["/sitemap-khong-co.xml", f"{PAGES}?p=99", f"{PAGES}?p=hai", f"{PAGES}?p=0"])
def test_a_portion_that_there_is_not_is_not_found(commune: Tenant, visit: Visit, path: str):
    assert visit(commune).get(path).status_code == 404


def test_robots_are_led_to_it(commune: Tenant, visit: Visit):
    robots = RobotFileParser()
    robots.parse(visit(commune).get("/robots.txt").content.decode().splitlines())
    assert robots.site_maps() == [f"{ROOT}{INDEX}"]
    assert robots.can_fetch("*", f"{ROOT}/tin-tuc/")
    assert not robots.can_fetch("*", f"{ROOT}/ban-luu/tin-tuc/bi-mat/")


@pytest.mark.parametrize("number", [1, 3])
def test_more_pages_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        weeks.write(weeks.row())
        Department.objects.create(name_vi="Văn phòng")
        about = SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")
        for count in range(number):
            article(slug=f"tin-{count}", image=picture(), image_alt="Ảnh")
            issue(f"{count}/KH")
            about.add_child(instance=StandardPage(title=f"Trang {count}"))
    browser = visit(commune)
    counted = {path: queries(browser, path) for path in (INDEX, PAGES, DOCUMENTS, "/so-do-trang/")}
    assert counted == {INDEX: 16, PAGES: 10, DOCUMENTS: 6, "/so-do-trang/": 22}


def test_a_procedure_that_was_announced_ahead_has_changed_on_its_first_day(commune: Tenant, visit: Visit):
    announce()
    change()
    Procedure.objects.update(changed_at=datetime.datetime(2023, 6, 1, tzinfo=datetime.UTC))
    url = xml(visit(commune), PROCEDURES).find(f"{SITEMAP}url")
    assert url.findtext(f"{SITEMAP}lastmod") == f"{SINCE}T00:00:00+07:00"
