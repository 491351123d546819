"""What the head of a public page tells search engines, feed readers and whoever is sent its address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page as PageOfList
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from discovery.pictures import HOME_KEY, Picture, emblem_address, picture_of
from discovery.registers import register_on
from home.context import Frame, MenuItem, frame_of
from home.models import HomePage
from lib.pagination import PARAMETER
from lib.structured_data import Data, Office, as_element, breadcrumb_list
from pages.addresses import Addresses
from pages.subjects import About, Subject

CATEGORY = "chuyen-muc"
LOCALES = {"vi": "vi_VN", "km": "km_KH", "en": "en_GB"}
LONGEST_GIST = 300


@dataclass(frozen=True)
class Alternate:
    """The same in another language; `x-default` for readers of any other one."""

    code: str
    address: str


@dataclass(frozen=True)
class Announced:
    title: str
    address: str


@dataclass(frozen=True)
class Head:
    canonical: str
    alternates: list[Alternate]
    previous: str
    following: str
    title: str
    gist: str
    kind: str
    site_name: str
    locale: str
    picture: str
    picture_alt: str
    picture_width: int
    picture_height: int
    feeds: list[Announced]
    data: SafeString
    # Where a copy of the page is saved from; empty where there is nothing to save.
    copy: str


@dataclass(frozen=True)
class Place:
    """Where an answer stands: its page in the tree, if it is one, and the path that it is known by."""

    request: HttpRequest
    context: Mapping[str, Any]
    page: Any
    subject: Subject
    path: str
    frame: Frame
    addresses: Addresses
    language: str

    @property
    def listed(self) -> Any:
        """The part of a list that is shown, where it has several."""
        pages = (value for value in self.context.values() if isinstance(value, PageOfList))
        return next((page for page in pages if page.has_other_pages()), None)

    @property
    def category(self) -> str:
        return getattr(self.context.get("chosen"), "key", "")

    def address(self, path: str) -> str:
        return f"{self.addresses.site}{path}"


def head_of(request: HttpRequest, context: Mapping[str, Any]) -> Head:
    """No query beyond those for the frame of the page, once its picture has been cut."""
    place = _place(request, context)
    picture = picture_of(place.subject, place.frame.settings)
    before, after = _beside(place)
    shown = place.address(picture.path)
    return Head(
        canonical=_canonical(place),
        alternates=_alternates(place),
        previous=before,
        following=after,
        title=place.subject.title,
        gist=" ".join(place.subject.gist.split())[:LONGEST_GIST],
        kind="article" if place.subject.is_article else "website",
        site_name=place.frame.settings.name,
        locale=LOCALES.get(place.language, ""),
        picture=shown,
        picture_alt=picture.alt,
        picture_width=picture.width,
        picture_height=picture.height,
        feeds=list(_feeds(place)),
        data=as_element(_data(place, picture, shown)),
        copy=_copy(place),
    )


def _place(request: HttpRequest, context: Mapping[str, Any]) -> Place:
    page = context.get("page")
    page = page if isinstance(page, Page) and page.pk else None
    frame = frame_of(request)
    subject: Subject = context.get("as_subject") or (page.as_subject if page else _of_view(context, frame))
    if isinstance(page, HomePage):
        # Its own title is that of the menu.
        subject = replace(subject, key=HOME_KEY, title=frame.settings.name)
    addresses = Addresses()
    original = page.alias_of if page and page.alias_of_id else None
    path = addresses.path_of(original.url_path) if original else subject.path or request.path
    return Place(request, context, page, subject, path, frame, addresses, get_language() or settings.LANGUAGE_CODE)


def _of_view(context: Mapping[str, Any], frame: Frame) -> Subject:
    """Of what is no page of the tree: with the site's own picture."""
    name = frame.settings.name
    return Subject(key=HOME_KEY, title=str(context.get("title") or name), picture_title=name)


def _canonical(place: Place) -> str:
    """Without what an address only narrows, orders or counts by."""
    listed = None if _is_narrowed(place) else place.listed
    return _part(place, listed.number if listed else 1)


def _beside(place: Place) -> tuple[str, str]:
    listed = None if _is_narrowed(place) else place.listed
    if listed is None:
        return "", ""
    before = _part(place, listed.number - 1) if listed.has_previous() else ""
    return before, _part(place, listed.number + 1) if listed.has_next() else ""


def _part(place: Place, number: int) -> str:
    words = {CATEGORY: place.category, PARAMETER: str(number) if number > 1 else ""}
    question = urlencode({name: value for name, value in words.items() if value})
    return place.address(f"{place.path}?{question}" if question else place.path)


def _is_narrowed(place: Place) -> bool:
    return bool(place.context.get("is_narrowed") or getattr(place.context.get("search"), "narrows", False))


def _alternates(place: Place) -> list[Alternate]:
    """Of the first part of a list only: another language has more or fewer of them."""
    if place.path != place.request.path or place.category or (place.listed and place.listed.number > 1):
        return []
    found = _translations(place) if place.page else _views_in_all_languages(place)
    if len(found) < 2:
        return []
    whole = [Alternate(code, place.address(path)) for code, path in found.items()]
    fallback = found.get(settings.LANGUAGE_CODE)
    return [*whole, Alternate("x-default", place.address(fallback))] if fallback else whole


def _translations(place: Place) -> dict[str, str]:
    """What a page shows below itself bears the same address below its translations."""
    below = place.path.removeprefix(place.addresses.path_of(place.page.url_path))
    return {item.code: f"{item.address}{below}" for item in place.frame.languages if item.is_translated}


def _views_in_all_languages(place: Place) -> dict[str, str]:
    return {code: translate_url(place.path, code) for code, _ in settings.LANGUAGES}


def _feeds(place: Place) -> Iterator[Announced]:
    name = place.frame.settings.name
    yield Announced(name, place.address(reverse("site_feed", kwargs={"kind": "atom"})))
    register = register_on(place.page)
    if register is None:
        return
    address = place.address(reverse("register_feed", kwargs={"kind": "atom", "key": register.key}))
    yield Announced(f"{register.title} – {name}", address)
    if place.category:
        chosen = place.address(reverse("category_feed", kwargs={"kind": "atom", "key": place.category}))
        yield Announced(f"{place.context['chosen'].name} – {name}", chosen)
    search = place.context.get("search")
    if getattr(search, "narrows", False) and search is not None:
        narrowed = _("as narrowed here")
        yield Announced(f"{register.title} ({narrowed}) – {name}", f"{address}?{search.address}")


def _data(place: Place, picture: Picture, shown: str) -> list[Data]:
    about = About(_office(place), place.address(place.path), place.language, shown)
    trail = _trail(place)
    return [*place.subject.data(about), *([breadcrumb_list(trail)] if len(trail) > 1 else [])]


def _office(place: Place) -> Office:
    own = place.frame.settings
    return Office(
        name=own.name,
        address=place.address(place.frame.home_address),
        emblem=place.address(emblem_address(own)),
        street=own.address,
        phone=own.phone,
        email=own.email,
        superior=own.superior,
    )


def _trail(place: Place) -> list[tuple[str, str]]:
    """As the breadcrumbs show it."""
    trail = {place.frame.home_address: _("Home")}
    current: list[MenuItem] = [item for item in place.frame.menu if item.is_current]
    trail |= {item.address: item.title for item in current}
    above = place.context.get("above")
    if isinstance(above, Page):
        trail[place.addresses.path_of(above.url_path)] = above.title
    if place.page and "as_subject" in place.context:
        trail[place.addresses.path_of(place.page.url_path)] = place.page.title
    trail.setdefault(place.path, place.subject.title)
    return [(name, place.address(path)) for path, name in trail.items()]


def _copy(place: Place) -> str:
    """Of what is read, not of what leads to it."""
    if not (place.page and place.subject.is_text):
        return ""
    below = place.path.removeprefix(place.frame.home_address)
    return reverse("copy", args=[below]) if below else ""
