"""What surrounds every public page: banner, menu, languages, footer."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page, Site

from lib.clock import is_fixed, today
from pages.models import SiteSettings


@dataclass(frozen=True)
class MenuItem:
    title: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class Language:
    """Where the page at hand, or else the home page, is to be read in that language."""

    code: str
    name: str
    address: str
    is_current: bool
    is_translated: bool


@dataclass(frozen=True)
class Frame:
    settings: SiteSettings
    home_address: str
    news_address: str
    menu: list[MenuItem]
    languages: list[Language]
    today: datetime.date
    date_is_fixed: bool


def page_frame(request: HttpRequest) -> dict[str, object]:
    """`frame` for templates; costs nothing where a template does not use it."""
    return {"frame": SimpleLazyObject(lambda: build_frame(request))}


def build_frame(request: HttpRequest) -> Frame:
    """Two queries, and a third for the translations of a page that is no home page."""
    homes, sections = _homes_and_sections(Site.find_for_request(request))
    home = homes.get(get_language() or "", homes[settings.LANGUAGE_CODE])
    in_menu = [page for page in sections if page.show_in_menus and page.path.startswith(home.path)]
    return Frame(
        settings=SiteSettings.for_request(request),
        home_address=home.get_url(request) or "/",
        news_address=_news_address(in_menu, request),
        menu=[_menu_item(page, request) for page in in_menu],
        languages=_languages(homes, home, Page.find_for_request(request, request.path), request),
        today=today(),
        date_is_fixed=is_fixed(),
    )


def _homes_and_sections(site: Site) -> tuple[dict[str, Page], list[Page]]:
    """The home pages by language and the pages right below them, in the order of the tree."""
    depth = site.root_page.depth
    pages = Page.objects.filter(depth__in=(depth, depth + 1), live=True).order_by("path")
    upper = list(pages.select_related("locale", "content_type"))
    homes = [page for page in upper if page.translation_key == site.root_page.translation_key]
    return {home.locale.language_code: home for home in homes}, [page for page in upper if page.depth > depth]


def _menu_item(page: Page, request: HttpRequest) -> MenuItem:
    address = page.get_url(request) or "/"
    return MenuItem(page.title, address, request.path.startswith(address))


def _news_address(sections: list[Page], request: HttpRequest) -> str:
    """The first list of articles in the menu; empty where there is none."""
    first = next((page for page in sections if page.content_type.model == "articleindexpage"), None)
    return (first.get_url(request) or "") if first else ""


def _languages(homes: dict[str, Page], home: Page, page: Page | None, request: HttpRequest) -> list[Language]:
    translated = homes if page and page.translation_key == home.translation_key else _translations_of(page)
    return [
        Language(
            code=code,
            name=name,
            address=(translated.get(code) or homes.get(code, home)).get_url(request) or "/",
            is_current=code == home.locale.language_code,
            is_translated=page is None or code in translated,
        )
        for code, name in settings.LANGUAGES
    ]


def _translations_of(page: Page | None) -> dict[str, Page]:
    if page is None:
        return {}
    pages = Page.objects.filter(translation_key=page.translation_key, live=True).select_related("locale")
    return {translation.locale.language_code: translation for translation in pages}
