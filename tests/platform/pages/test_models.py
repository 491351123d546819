import datetime
import re
import unicodedata
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation
from wagtail.models import Page, Site

from lib.colour import READABLE, contrast
from newsroom.models import ArticleIndexPage, ArticlePage
from pages import models
from pages.models import SectionPage, SiteSettings, StandardPage, check_colour
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
LIGHT = [f"#{number:06x}" for number in range(0x808080, 0xFFFFFF, 335_557)]


def about() -> SectionPage:
    return SectionPage.objects.get(slug="gioi-thieu", locale__language_code="vi")


def settings_of(site: Tenant) -> SiteSettings:
    with in_site(site):
        return SiteSettings.for_site(Site.objects.get())


def suggestion(colour: str) -> str:
    return re.search(r"(#[0-9a-f]{6})\.$", refusal(colour))[1]


def refusal(colour: str) -> str:
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        check_colour(colour)
    with translation.override("en"):
        return refused.value.messages[0]


@pytest.mark.parametrize("live", [True, False])
def test_a_page_without_an_address_gets_one_in_plain_letters(commune: Tenant, live: bool):
    with in_site(commune):
        page = about().add_child(instance=StandardPage(title="Điều kiện tự nhiên", live=live))
        assert page.slug == "dieu-kien-tu-nhien"


@pytest.mark.parametrize("live", [True, False])
def test_pages_of_the_same_title_have_different_addresses(commune: Tenant, live: bool):
    with in_site(commune):
        pages = [about().add_child(instance=StandardPage(title="Định An", live=live)) for _ in range(3)]
        assert [page.slug for page in pages] == ["dinh-an", "dinh-an-2", "dinh-an-3"]


def test_a_khmer_title_gives_an_address_all_the_same(commune: Tenant):
    with in_site(commune):
        pages = [about().add_child(instance=StandardPage(title="ព័ត៌មាន")) for _ in range(2)]
        assert [page.slug for page in pages] == ["trang", "trang-2"]


@pytest.mark.parametrize("live", [True, False])
def test_a_title_has_one_unicode_form(commune: Tenant, live: bool):
    title = unicodedata.normalize("NFD", "Lễ hội Ok Om Bok ở Trà Cú")
    with in_site(commune):
        page = about().add_child(instance=StandardPage(title=title, live=live))
        page.refresh_from_db()
        assert page.title == page.draft_title == "Lễ hội Ok Om Bok ở Trà Cú"


def test_a_page_read_from_an_old_revision_keeps_its_place_in_the_tree(commune: Tenant):
    with in_site(commune):
        section = about()
        revision = section.save_revision()
        section.add_child(instance=StandardPage(title="Lịch sử"))
        assert revision.as_object().numchild == section.numchild == 3


def test_a_section_lists_the_live_pages_below_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        about().add_child(instance=StandardPage(title="Lịch sử"))
        about().add_child(instance=StandardPage(title="Bản nháp", live=False))
    html = BeautifulSoup(visit(commune).get("/gioi-thieu/").content, "html.parser")
    assert [link["href"] for link in html.select("main .cards a")] == [
        "/gioi-thieu/to-chuc-bo-may/",
        "/gioi-thieu/du-lich-di-tich/",
        "/gioi-thieu/lich-su/",
    ]


def test_a_long_section_has_pages(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(models, "CHILDREN_PER_PAGE", 3)
    with in_site(commune):
        for number in range(4):
            about().add_child(instance=StandardPage(title=f"Trang {number}"))
    answer = visit(commune).get("/gioi-thieu/", {"trang": "2"})
    assert [page.title for page in answer.context["children"]] == ["Trang 1", "Trang 2", "Trang 3"]


def test_the_contact_page_shows_what_the_settings_say(commune: Tenant, visit: Visit):
    row = settings_of(commune)
    with in_site(commune):
        SiteSettings.objects.filter(pk=row.pk).update(phone="0294 3874 123", responsible_person="Ông Lê Văn Tâm")
    html = BeautifulSoup(visit(commune).get("/lien-he/").content, "html.parser")
    assert html.main.select_one("a[href^=tel]")["href"] == "tel:02943874123"
    assert "Ông Lê Văn Tâm" in html.main.text


def test_what_the_settings_leave_empty_is_left_out(commune: Tenant, visit: Visit):
    html = BeautifulSoup(visit(commune).get("/lien-he/").content, "html.parser")
    assert not html.main.select("address p")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("vi", "Ủy ban nhân dân xã Định An"),
        ("en", "People's Committee of Định An Commune"),
        ("km", "គណៈកម្មាធិការប្រជាជនឃុំ Định An"),
    ],
)
def test_a_site_is_named_in_the_readers_language(commune: Tenant, language: str, name: str):
    with translation.override(language):
        assert settings_of(commune).name == name


@pytest.mark.parametrize("language", ["km", "en", None])
def test_missing_names_fall_back_to_vietnamese(language: str | None):
    row = SiteSettings(name_vi="Ủy ban nhân dân xã Đại An", superior_vi="Ủy ban nhân dân huyện Trà Cú")
    with translation.override(language):
        assert (row.name, row.superior) == ("Ủy ban nhân dân xã Đại An", "Ủy ban nhân dân huyện Trà Cú")


@pytest.mark.parametrize("colour", ["#a01818", "#0B5394", "#000000"])
def test_a_colour_that_can_be_read_is_accepted(colour: str):
    assert check_colour(colour) is None


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345", "a01818", "#a01818; }"])
def test_what_is_no_colour_is_refused_with_an_example(colour: str):
    assert refusal(colour) == "Write a colour as # and six digits, for example #a01818."


@pytest.mark.parametrize("colour", LIGHT)
def test_the_colour_that_is_suggested_is_accepted(colour: str):
    if contrast(colour, "#ffffff") < READABLE:
        check_colour(suggestion(colour))


def test_a_light_colour_is_refused_with_its_contrast_and_a_way_out():
    assert refusal("#ff8c00") == (
        "White text on #ff8c00 has a contrast of 2.3 to 1; at least 4.5 to 1 is needed to be readable. "
        "The nearest colour that works is #b26200."
    )


def test_a_contrast_just_below_the_limit_is_not_rounded_up_to_it():
    assert "a contrast of 4.4 to 1" in refusal("#777777")


def test_every_page_type_says_where_it_may_stand(commune: Tenant):
    with in_site(commune):
        assert StandardPage.can_create_at(about())
        assert not ArticlePage.can_create_at(about())
        assert not SectionPage.can_create_at(ArticleIndexPage.objects.first())
        assert not Page.can_create_at(about())


def test_a_scheduled_page_is_not_there_before_its_time(commune: Tenant, visit: Visit):
    later = datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)
    with in_site(commune):
        about().add_child(instance=StandardPage(title="Lịch sử", slug="lich-su", live=False, go_live_at=later))
    assert visit(commune).get("/gioi-thieu/lich-su/").status_code == 404
