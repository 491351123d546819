"""What surrounds every public page: menu, languages, banner, footer."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page

from accounts.roles import Role
from home.context import Frame, Language
from home.models import HomePage
from newsroom.models import ArticlePage
from pages.models import SectionPage, SiteSettings, StandardPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
MENU = ["Giới thiệu", "Tin tức", "Văn bản", "Công khai", "Thủ tục", "Lịch công tác", "Hỏi đáp", "Liên hệ"]
PATHS = ["/", "/tin-tuc/bi-mat/", "/lien-he/"]


def frame(browser: Client, path: str) -> Frame:
    return browser.get(path).context["frame"]


def page(slug: str, language: str = "vi") -> Page:
    return Page.objects.get(slug=slug, locale__language_code=language)


def language(browser: Client, path: str, code: str) -> Language:
    return next(item for item in frame(browser, path).languages if item.code == code)


def html(browser: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path).content, "html.parser")


def test_the_menu_stands_in_the_order_of_the_tree(commune: Tenant, visit: Visit):
    assert [item.title for item in frame(visit(commune), "/").menu] == MENU


def test_the_menu_follows_when_a_section_is_moved(commune: Tenant, visit: Visit):
    with in_site(commune):
        page("lien-he").move(page("gioi-thieu"), pos="left")
    assert [item.title for item in frame(visit(commune), "/").menu] == [MENU[-1], *MENU[:-1]]


def test_what_is_not_published_is_not_in_the_menu(commune: Tenant, visit: Visit):
    with in_site(commune):
        page("hoi-dap").specific.unpublish()
    assert "Hỏi đáp" not in [item.title for item in frame(visit(commune), "/").menu]


def test_what_is_not_for_the_menu_is_not_in_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        page("trang-chu").add_child(instance=StandardPage(title="Sơ đồ trang", show_in_menus=False))
    assert [item.title for item in frame(visit(commune), "/").menu] == MENU


def test_only_sections_are_in_the_menu(commune: Tenant, visit: Visit):
    with in_site(commune):
        page("gioi-thieu").add_child(instance=StandardPage(title="Lịch sử", show_in_menus=True))
    assert [item.title for item in frame(visit(commune), "/").menu] == MENU


@pytest.mark.parametrize("path", ["/tin-tuc/", "/tin-tuc/bi-mat/"])
def test_the_section_at_hand_is_the_current_one(commune: Tenant, visit: Visit, path: str):
    assert [item.title for item in frame(visit(commune), path).menu if item.is_current] == ["Tin tức"]


def test_no_section_is_current_on_the_home_page(commune: Tenant, visit: Visit):
    assert not [item for item in frame(visit(commune), "/").menu if item.is_current]


def test_the_current_section_is_told_to_those_who_cannot_see(commune: Tenant, visit: Visit):
    current = html(visit(commune), "/tin-tuc/bi-mat/").select("nav.menu [aria-current]")
    assert [(link.text, link["aria-current"]) for link in current] == [("Tin tức", "true")]


def test_each_language_has_its_own_menu(commune: Tenant, visit: Visit):
    english = frame(visit(commune), "/en/").menu
    assert [item.title for item in english][:3] == ["About", "News", "Documents"]
    assert english[1].address == "/en/tin-tuc/"


@pytest.mark.parametrize(("path", "news"), [("/", "/tin-tuc/"), ("/km/", "/km/tin-tuc/"), ("/en/", "/en/tin-tuc/")])
def test_the_news_are_found_in_each_language(commune: Tenant, visit: Visit, path: str, news: str):
    assert frame(visit(commune), path).news_address == news


@pytest.mark.parametrize(("path", "register"), [("/", "/van-ban/"), ("/km/", "/km/van-ban/")])
def test_the_register_is_found_in_each_language_even_where_the_menu_leaves_it_out(
    commune: Tenant, visit: Visit, path: str, register: str
):
    with in_site(commune):
        Page.objects.filter(slug="van-ban").update(show_in_menus=False)
    assert frame(visit(commune), path).register_address == register


def test_a_translated_page_is_offered_in_the_other_languages(commune: Tenant, visit: Visit):
    english = language(visit(commune), "/tin-tuc/", "en")
    assert (english.address, english.is_translated, english.is_current) == ("/en/tin-tuc/", True, False)


def test_a_page_without_translation_offers_the_other_home_page_and_says_so(commune: Tenant, visit: Visit):
    khmer = language(visit(commune), "/tin-tuc/bi-mat/", "km")
    with in_site(commune):
        article = ArticlePage.objects.get(slug="bi-mat")
    assert (khmer.address, khmer.is_translated) == (f"/km/?ban-goc={article.pk}", False)


def test_a_translation_that_is_not_published_is_none(commune: Tenant, visit: Visit):
    with in_site(commune):
        page("tin-tuc", "en").specific.unpublish()
    english = language(visit(commune), "/tin-tuc/", "en")
    with in_site(commune):
        assert (english.address, english.is_translated) == (f"/en/?ban-goc={page('tin-tuc').pk}", False)


@pytest.mark.parametrize(("path", "code"), [("/", "vi"), ("/km/", "km"), ("/en/tin-tuc/", "en")])
def test_the_language_at_hand_is_the_current_one(commune: Tenant, visit: Visit, path: str, code: str):
    assert [item.code for item in frame(visit(commune), path).languages if item.is_current] == [code]


@pytest.mark.parametrize(("path", "code"), [("/", "vi"), ("/km/", "km"), ("/en/", "en"), ("/en/tin-tuc/", "en")])
def test_a_page_says_which_language_it_is_in(commune: Tenant, visit: Visit, path: str, code: str):
    assert html(visit(commune), path).html["lang"] == code


def test_the_address_decides_the_language_not_the_browser(commune: Tenant, visit: Visit):
    answer = visit(commune).get("/", headers={"Accept-Language": "en"})
    assert BeautifulSoup(answer.content, "html.parser").html["lang"] == "vi"


def test_links_to_other_languages_say_which(commune: Tenant, visit: Visit):
    links = html(visit(commune), "/tin-tuc/").select("nav.languages a")
    assert [(link["hreflang"], link["href"], link.span["lang"]) for link in links] == [
        ("vi", "/tin-tuc/", "vi"),
        ("km", "/km/tin-tuc/", "km"),
        ("en", "/en/tin-tuc/", "en"),
    ]


def test_the_banner_names_the_site_and_its_superior(commune: Tenant, visit: Visit):
    header = html(visit(commune), "/").header
    assert header.select_one(".header__name").text == "Ủy ban nhân dân xã Định An"
    assert header.select_one(".header__superior").text == "Ủy ban nhân dân huyện Trà Cú"


def test_a_site_without_a_superior_has_no_empty_line(district: Tenant, visit: Visit):
    assert not html(visit(district), "/").select(".header__superior")


def test_the_footer_says_how_to_reach_the_office(commune: Tenant, visit: Visit):
    with in_site(commune):
        SiteSettings.objects.update(address="Ấp Chợ, xã Định An", phone="0294.3874.123", email="xa@tracu.example")
    footer = html(visit(commune), "/").footer
    assert "Ấp Chợ, xã Định An" in footer.address.text
    assert [link["href"] for link in footer.select("address a")] == ["tel:02943874123", "mailto:xa@tracu.example"]


def test_a_fixed_date_is_said_on_every_page(commune: Tenant, visit: Visit):
    assert "31/10/2023" in html(visit(commune), "/tin-tuc/").select_one(".date-notice").text


def test_the_real_date_needs_no_banner(commune: Tenant, visit: Visit, settings: Settings):
    settings.FIXED_TODAY = None
    answer = visit(commune).get("/")
    assert answer.context["frame"].today > datetime.date(2023, 10, 31)
    assert "date-notice" not in answer.content.decode()


def test_a_page_that_does_not_exist_has_a_frame_too(commune: Tenant, visit: Visit):
    assert [item.title for item in frame(visit(commune), "/khong-co/").menu] == MENU


def test_two_sites_have_each_their_own_frame(commune: Tenant, town: Tenant, visit: Visit, settings: Settings):
    settings.FRAME_CACHE_SECONDS = 60
    names = [frame(visit(site), "/").settings.name_vi for site in (commune, town, commune)]
    assert [name.removeprefix("Ủy ban nhân dân ") for name in names] == ["xã Định An", "thị trấn Định An", "xã Định An"]


def test_visitors_keep_the_menu_for_a_moment(commune: Tenant, visit: Visit, settings: Settings):
    settings.FRAME_CACHE_SECONDS = 60
    assert frame(visit(commune), "/").menu[0].title == "Giới thiệu"
    with in_site(commune):
        Page.objects.filter(slug="gioi-thieu").update(title="Về chúng tôi")
    assert frame(visit(commune), "/").menu[0].title == "Giới thiệu"
    assert frame(visit(commune), "/en/").menu[0].title == "Về chúng tôi"


def test_staff_see_a_change_of_the_menu_at_once(commune: Tenant, visit: Visit, settings: Settings):
    settings.FRAME_CACHE_SECONDS = 60
    frame(visit(commune), "/")
    with in_site(commune):
        Page.objects.filter(slug="gioi-thieu").update(title="Về chúng tôi")
    assert frame(visit(commune, Role.CONTRIBUTOR), "/").menu[0].title == "Về chúng tôi"


def test_a_kept_menu_still_knows_where_the_reader_is(commune: Tenant, visit: Visit, settings: Settings):
    settings.FRAME_CACHE_SECONDS = 60
    currents = [[item.title for item in frame(visit(commune), path).menu if item.is_current] for path in PATHS]
    assert currents == [[], ["Tin tức"], ["Liên hệ"]]


def test_an_article_leads_back_to_its_section(commune: Tenant, visit: Visit):
    crumbs = html(visit(commune), "/tin-tuc/bi-mat/").select("nav.breadcrumbs li > *")
    assert [crumb.get("href") for crumb in crumbs] == ["/", "/tin-tuc/", None]
    with in_site(commune):
        assert crumbs[-1].text == ArticlePage.objects.get(slug="bi-mat").title


def test_a_section_without_children_says_that_it_is_being_prepared(commune: Tenant, visit: Visit):
    with in_site(commune):
        home = HomePage.objects.get(locale__language_code="vi")
        home.add_child(instance=SectionPage(title="Chuyên mục mới", slug="chuyen-muc-moi"))
    assert html(visit(commune), "/chuyen-muc-moi/").main.select_one(".empty")
