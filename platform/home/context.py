"""What surrounds every public page: banner, menu, languages, footer."""

import datetime
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page, Site

from lib.clock import is_fixed, today
from pages.models import SiteSettings
from pages.queries import restricted
from traffic.figures import Counter, counter_on_show

# In the address of a home page: the number of the page that the reader was at, and that is not in this language.
ORIGINAL = "ban-goc"


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
    register_address: str
    procedures_address: str
    menu: list[MenuItem]
    languages: list[Language]
    counter: Counter | None
    today: datetime.date
    date_is_fixed: bool


@dataclass(frozen=True)
class Surroundings:
    """What is the same on every page of a language: kept for a few seconds for visitors, never for staff."""

    settings: SiteSettings
    home_address: str
    home_addresses: dict[str, str]
    home_key: uuid.UUID
    news_address: str
    register_address: str
    procedures_address: str
    menu: list[tuple[str, str]]
    counter: Counter | None


def page_frame(request: HttpRequest) -> dict[str, object]:
    """`frame` for templates; costs nothing where a template does not use it. The admin needs the fixed date alone."""
    return {
        "frame": SimpleLazyObject(lambda: frame_of(request)),
        "fixed_today": today() if is_fixed() else None,
    }


def frame_of(request: HttpRequest) -> Frame:
    """Built once for an answer, whoever asks for it first."""
    kept: Frame | None = getattr(request, "_frame", None)
    if kept is None:
        kept = build_frame(request)
        request._frame = kept  # type: ignore[attr-defined]
    return kept


def build_frame(request: HttpRequest) -> Frame:
    """At most three queries, and a fourth for the translations of a page that is no home page; four more every quarter
    of a minute for the counter of visits."""
    language = get_language() or settings.LANGUAGE_CODE
    around = _surroundings(request, language)
    return Frame(
        settings=around.settings,
        home_address=around.home_address,
        news_address=around.news_address,
        register_address=around.register_address,
        procedures_address=around.procedures_address,
        menu=[MenuItem(title, address, request.path.startswith(address)) for title, address in around.menu],
        counter=around.counter,
        languages=_languages(around, Page.find_for_request(request, request.path), language, request),
        today=today(),
        date_is_fixed=is_fixed(),
    )


def _surroundings(request: HttpRequest, language: str) -> Surroundings:
    user = getattr(request, "user", None)
    if user is None or user.is_authenticated:
        return _look_around(request, language)
    key = f"surroundings-{language}"
    kept: Surroundings | None = cache.get(key)
    if kept is None:
        kept = _look_around(request, language)
        cache.set(key, kept, settings.FRAME_CACHE_SECONDS)
    return kept


def _look_around(request: HttpRequest, language: str) -> Surroundings:
    site = Site.find_for_request(request)
    homes, sections = _homes_and_sections(site)
    # The page for what does not exist needs a frame, even where the home page was taken down.
    home = homes.get(language) or homes.get(settings.LANGUAGE_CODE) or site.root_page
    own = [page for page in sections if page.path.startswith(home.path)]
    in_menu = [page for page in own if page.show_in_menus]
    return Surroundings(
        settings=SiteSettings.for_request(request),
        home_address=_address(home, request),
        home_addresses={code: _address(page, request) for code, page in homes.items()},
        home_key=site.root_page.translation_key,
        news_address=_address_of_first(in_menu, "articleindexpage", request),
        register_address=_address_of_first(own, "registerpage", request),
        procedures_address=_address_of_first(own, "procedurespage", request),
        menu=[(page.title, _address(page, request)) for page in in_menu],
        counter=counter_on_show(),
    )


def _homes_and_sections(site: Site) -> tuple[dict[str, Page], list[Page]]:
    """The home pages by language and the pages right below them, in the order of the tree."""
    depth = site.root_page.depth
    pages = Page.objects.filter(depth__in=(depth, depth + 1)).live().public().order_by("path")
    upper = list(pages.select_related("locale", "content_type"))
    homes = [page for page in upper if page.translation_key == site.root_page.translation_key]
    return {home.locale.language_code: home for home in homes}, [page for page in upper if page.depth > depth]


def _address(page: Page, request: HttpRequest) -> str:
    return page.get_url(request) or "/"


def _address_of_first(sections: list[Page], model: str, request: HttpRequest) -> str:
    """Empty where there is none."""
    first = next((page for page in sections if page.content_type.model == model), None)
    return _address(first, request) if first else ""


def _languages(around: Surroundings, page: Page | None, current: str, request: HttpRequest) -> list[Language]:
    is_home = page is None or page.translation_key == around.home_key
    translated = around.home_addresses if page is None or is_home else _addresses_of_translations(page, request)
    tells = f"?{ORIGINAL}={page.pk}" if page is not None and not is_home else ""
    below, homes = _below(page, request), around.home_addresses
    return [
        Language(
            code=code,
            name=name,
            address=translated[code] + below if code in translated else homes.get(code, around.home_address) + tells,
            is_current=code == current,
            is_translated=code in translated,
        )
        for code, name in settings.LANGUAGES
    ]


def _below(page: Page | None, request: HttpRequest) -> str:
    """What the address says beyond that of the page, where its translations say the same there."""
    if page is None or not getattr(page, "is_same_below", False):
        return ""
    return request.path.removeprefix(_address(page, request))


def _addresses_of_translations(page: Page, request: HttpRequest) -> dict[str, str]:
    """The page itself, closed or not, and those that anybody may read."""
    open_to_all = Page.objects.live().filter(Q(pk=page.pk) | ~restricted(), translation_key=page.translation_key)
    pages = open_to_all.select_related("locale")
    return {translation.locale.language_code: _address(translation, request) for translation in pages}
