"""The pictures that go with an address: the one of the page, else one that is drawn with its title.

Nobody has anything drawn but what the site shows anyway: an address names what it is of and what will be written on it,
and each picture is drawn once and kept by that, with the key of this site, in a cache that holds pictures alone.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from PIL import Image

from discovery.queries import readable
from legal.models import LegalDocument, RegisterPage
from lib.clock import today
from lib.colour import HEX
from lib.share_pictures import SIZE, Card, Fonts, draw
from pages.models import SiteSettings
from pages.queries import open_page
from pages.subjects import Subject

# Another number has all pictures drawn anew: they look different.
LOOK = 1
OWN = "fill-1200x630|format-jpeg"
EMBLEM = "max-128x128|format-png"
# Of the home page, and of whatever is no page of the tree: with the name of the site.
HOME_KEY = "trang-chu"
KEY = re.compile(r"(?P<kind>trang|van-ban)-(?P<number>\d{1,18})")
TOKEN = re.compile(r"--colour-(main|accent):\s*(#[0-9a-fA-F]{6})")
FONTS = Fonts(settings.HOME / "themes" / "fonts")


@dataclass(frozen=True)
class Picture:
    """`path` stands after the host name."""

    path: str
    width: int
    height: int
    alt: str


def picture_of(subject: Subject, of: SiteSettings) -> Picture:
    """Asks nothing where the page's own picture has been cut before."""
    if subject.picture:
        cut = subject.picture.get_rendition(OWN)
        return Picture(cut.url, cut.width, cut.height, subject.picture_alt or subject.title)
    title = subject.picture_title or subject.title
    path = reverse("share_picture", args=[subject.key, _digest(subject.key, title, of)])
    return Picture(path, *SIZE, title)


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def share_picture(request: HttpRequest, key: str, digest: str) -> HttpResponse:
    """Raises Http404 for what readers may not see. What is called otherwise by now is found at another address."""
    of = SiteSettings.for_request(request)
    title = of.name if key == HOME_KEY else _title_of(key)
    now = _digest(key, title, of)
    if digest != now:
        response: HttpResponse = redirect("share_picture", key, now)
        return response
    return HttpResponse(_drawn(title, of, now), content_type="image/png")


def _drawn(title: str, of: SiteSettings, digest: str) -> bytes:
    pictures = caches["share-pictures"]
    kept: bytes | None = pictures.get(digest)
    if kept is None:
        kept = draw(_card(title, of), FONTS, _emblem(of))
        pictures.set(digest, kept)
    return kept


def _title_of(key: str) -> str:
    found = KEY.fullmatch(key)
    number = int(found["number"]) if found else 0
    if found and found["kind"] == "trang":
        page: Any = readable(today()).filter(pk=number, locale__language_code=get_language()).first()
        if page:
            return str(page.specific.as_subject.title)
    elif found and open_page(RegisterPage):
        document = LegalDocument.objects.published().select_related("form").filter(pk=number).first()
        if document:
            return str(document.title)
    raise Http404


def _digest(key: str, title: str, of: SiteSettings) -> str:
    card = _card(title, of)
    words = (str(LOOK), key, str(get_language()), card.title, card.name, card.colour, card.accent, str(of.emblem_id))
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:16]


def _card(title: str, of: SiteSettings) -> Card:
    colours = _colours(of.skin)
    chosen = of.main_colour if HEX.match(of.main_colour) else colours["main"]
    return Card(title=title, name=of.name, colour=chosen, accent=colours["accent"])


def emblem_address(of: SiteSettings) -> str:
    """After the host name."""
    address: str = of.emblem.get_rendition(EMBLEM).url if of.emblem else static("styles/emblem.svg")
    return address


def _emblem(of: SiteSettings) -> Image.Image | None:
    if not of.emblem:
        return None
    with of.emblem.get_rendition(EMBLEM).file.open("rb") as file:
        return Image.open(file).convert("RGBA")


@lru_cache(maxsize=16)
def _colours(skin: str) -> dict[str, str]:
    """As the look's style sheet has them."""
    path = Path(settings.HOME / "themes" / "skins" / f"{skin}.css")
    return {"main": "#a01818", "accent": "#ffd24a", **dict(TOKEN.findall(path.read_text()))}
