"""Places as a visitor finds them, and what a page of theirs does not do: ask anybody else for a map."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import Settings
from wagtail.models import Locale

from catalogue.models import Category
from home.actions import translate_page
from library.models import SiteImage
from places.maps import map_address, map_host
from places.models import PlaceIndexPage, PlacePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import files
from tests.platform.items import queries

Visit = Callable[..., Client]
LIST = "/gioi-thieu/du-lich-di-tich/"
FACTS = {
    "kind": "temple",
    "lead": "Ngôi chùa giữa rừng dầu.",
    "rank": "Di tích cấp tỉnh",
    "address": "Ấp Chợ",
    "opening_hours": "Hằng ngày: 6 giờ – 18 giờ\nNgày lễ: cả đêm",
    "admission": "Miễn phí",
    "phone": "0294 3874 123",
    "latitude": Decimal("9.68"),
    "longitude": Decimal("106.26"),
    "published_on": datetime.date(2023, 10, 1),
}
POINT = {"latitude": Decimal("9.680000"), "longitude": Decimal("106.260000")}


def places(language: str = "vi") -> PlaceIndexPage:
    return PlaceIndexPage.objects.get(locale__language_code=language)


def add(title: str = "Chùa Giồng Lớn", **facts: object) -> PlacePage:
    return places().add_child(instance=PlacePage(title=title, **{**FACTS, **facts}))


def image(name: str = "chua.png") -> SiteImage:
    return SiteImage.objects.create(title=name, file=ContentFile(files.picture(), name))


def page(browser: Client, path: str, **query: object) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path, query).content, "html.parser").main


def listed(browser: Client, path: str = LIST, **query: object) -> list[str]:
    return [link.text for link in page(browser, path, **query).select(".list .card__link")]


def test_a_place_says_when_it_is_open_and_where_it_is(commune: Tenant, visit: Visit):
    with in_site(commune):
        path = add().get_url()
    html = page(visit(commune), path)
    shown = html.select_one(".record").text
    for fact in ("Di tích cấp tỉnh", "Ấp Chợ", "Ngày lễ: cả đêm", "Miễn phí", "9.68, 106.26"):
        assert fact in shown
    links = [link["href"] for link in html.select(".record a")]
    assert links == [
        "tel:02943874123",
        "geo:9.680000,106.260000",
        "https://www.openstreetmap.org/?mlat=9.680000&mlon=106.260000#map=17/9.680000/106.260000",
    ]


def test_nothing_of_the_page_is_asked_of_another_host(commune: Tenant, visit: Visit):
    """A link is followed by who wants to; all else of the page comes from this site."""
    with in_site(commune):
        path = add(
            image=image(), image_alt="Chùa", map_picture=image("map.png"), map_alt="Từ chợ đi về hướng đông"
        ).get_url()
    answer = visit(commune).get(path)
    html = BeautifulSoup(answer.content, "html.parser")
    # An address that only names the page, or its feeds, is loaded by nobody.
    loading = "img, script, link:not([rel=canonical]):not([rel=alternate]), iframe, object, embed"
    loaded = [tag.get("src") or tag.get("href") or "" for tag in html.select(loading)]
    loaded += [cut for tag in html.select("[srcset]") for cut in tag["srcset"].split(",")]
    assert len(loaded) > 5
    assert [address for address in loaded if re.match(r"\s*(https?:)?//", address)] == []
    assert not html.select("iframe, object, embed, link[rel=preconnect], link[rel=dns-prefetch]")
    assert html.select_one("a[href^='https://www.openstreetmap.org']")["rel"] == ["noreferrer"]


def test_pictures_and_the_map_have_words(commune: Tenant, visit: Visit):
    with in_site(commune):
        path = add(
            image=image(), image_alt="Chùa", map_picture=image("map.png"), map_alt="Từ chợ đi về hướng đông"
        ).get_url()
    assert [tag["alt"] for tag in page(visit(commune), path).select("img")] == ["Chùa", "Từ chợ đi về hướng đông"]


def test_the_settings_name_another_map_or_none(commune: Tenant, visit: Visit, settings: Settings):
    with in_site(commune):
        path = add().get_url()
    settings.MAP_ADDRESS = "https://map.example.gov.vn/{latitude}/{longitude}"
    link = page(visit(commune), path).select_one("a[rel=noreferrer]")
    assert link["href"] == "https://map.example.gov.vn/9.680000/106.260000"
    assert "map.example.gov.vn" in link.text
    settings.MAP_ADDRESS = "none"
    assert not page(visit(commune), path).select("a[rel=noreferrer]")


@pytest.mark.parametrize("pattern", ["", "none", "javascript:alert({latitude})", "//map.example/{latitude}"])
def test_what_is_no_address_of_the_web_is_no_map(pattern: str):
    assert map_address(pattern, **POINT) == ""


def test_a_pattern_with_other_braces_is_left_as_it_is():
    assert map_address("https://m.example/{z}/{latitude}", **POINT) == "https://m.example/{z}/9.680000"
    assert map_host("https://www.m.example:8443/{z}") == "m.example"


def test_a_place_without_a_point_has_no_map(commune: Tenant, visit: Visit):
    with in_site(commune):
        path = add(latitude=None, longitude=None).get_url()
    assert not page(visit(commune), path).select("a[href^=geo], a[rel=noreferrer]")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"latitude": None}, "latitude"),
        ({"longitude": None}, "longitude"),
        ({"latitude": Decimal("106.26")}, "latitude"),
        ({"longitude": Decimal("9.68")}, "longitude"),
    ],
)
def test_half_a_point_or_one_in_another_country_is_refused(commune: Tenant, facts: dict, field: str):
    with in_site(commune), pytest.raises(ValidationError) as refused:
        add(**facts)
    assert field in refused.value.message_dict


def test_places_stand_in_the_order_of_the_alphabet(commune: Tenant, visit: Visit):
    with in_site(commune):
        for title in ("Ao Bà Om", "Đình làng", "Ô Chát", "Chùa Hang", "Dốc Lớn"):
            add(title)
    assert listed(visit(commune)) == ["Ao Bà Om", "Chùa Hang", "Dốc Lớn", "Đình làng", "Ô Chát"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [({"tim": "chua giong"}, ["Chùa Giồng Lớn"]), ({"loai": "craft"}, ["Làng chiếu"]), ({"loai": "museum"}, [])],
)
def test_the_list_is_narrowed(commune: Tenant, visit: Visit, query: dict, expected: list[str]):
    with in_site(commune):
        add()
        add("Làng chiếu", kind="craft")
    assert listed(visit(commune), **query) == expected


@pytest.mark.parametrize("number", [1, 3])
def test_more_places_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        for count in range(number):
            add(f"Chùa {count}", slug=f"chua-{count}", image=image(), image_alt="Chùa")
    browser = visit(commune)
    assert {path: queries(browser, path) for path in PINNED} == PINNED


PINNED = {LIST: 9, f"{LIST}chua-0/": 9}


def test_a_place_is_translated_with_its_facts(commune: Tenant):
    with in_site(commune):
        place, khmer = add(), Locale.objects.get(language_code="km")
        translate_page(page=place, locale=khmer, texts={"title": "វត្ត", "lead": "វត្តនៅក្នុងព្រៃ"})
        translated = place.get_translation(khmer)
        assert (translated.title, translated.latitude, translated.phone) == ("វត្ត", Decimal("9.68"), "0294 3874 123")


def test_places_count_in_a_category_of_the_yearly_report(commune: Tenant):
    assert Category.objects.filter(key=PlacePage.CATEGORY).exists()


def test_nothing_of_another_site_is_listed(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        add("Chỉ của thị trấn")
    with in_site(commune):
        add("Chỉ của xã")
    assert listed(visit(commune)) == ["Chỉ của xã"]
