"""What surrounds every public page: banner, menu, languages, footer."""

import datetime
from dataclasses import dataclass

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
class Frame:
    settings: SiteSettings
    home_address: str
    menu: list[MenuItem]
    today: datetime.date
    date_is_fixed: bool


def page_frame(request: HttpRequest) -> dict[str, object]:
    """`frame` for templates; costs nothing where a template does not use it."""
    return {"frame": SimpleLazyObject(lambda: build_frame(request))}


def build_frame(request: HttpRequest) -> Frame:
    site = Site.find_for_request(request)
    home = home_in_language(site, get_language())
    return Frame(
        settings=SiteSettings.for_site(site),
        home_address=home.get_url(request) or "/",
        menu=menu_below(home, request),
        today=today(),
        date_is_fixed=is_fixed(),
    )


def home_in_language(site: Site, language: str | None) -> Page:
    """The home page that the reader's language starts from, else the Vietnamese one."""
    home = site.root_page
    if language in (None, home.locale.language_code):
        return home
    translated = Page.objects.filter(
        translation_key=home.translation_key, locale__language_code=language, live=True, alias_of=None
    )
    return translated.first() or home


def menu_below(home: Page, request: HttpRequest) -> list[MenuItem]:
    pages = home.get_children().live().in_menu()
    items = [(page.title, page.get_url(request) or "/") for page in pages]
    return [MenuItem(title, address, request.path.startswith(address)) for title, address in items]
