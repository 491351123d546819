"""A page to be kept: one file that opens without the site, with its pictures in it and the address it came from."""

import base64
import mimetypes
import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.generic import View
from wagtail.models import CollectionViewRestriction
from wagtail.views import serve

from home.context import frame_of
from intake.actions import count_attempt
from intake.rules import Limit, sender_of
from intake.views import asked_to_wait, time_of_day
from lib.clock import today
from lib.vietnamese import slug
from library.queries import closed_collection_of
from pages.addresses import Addresses

# What leads around a site, and what only a browser on the site can do.
LEFT_OUT = "nav, script, button, form, iframe, template, noscript, .related, .rating, [data-not-kept]"
MOST_PICTURE_BYTES = 3 * 1024 * 1024
LARGEST_PICTURE_BYTES = 512 * 1024
WIDEST_PICTURE = 800
# A reader keeps a page now and then; a network of many readers as well.
LIMIT = Limit(times=60, minutes=10)
FORM = "discovery.copies"
LONGEST_NAME = 80
# In a srcset: an address and how wide it is.
CUT = re.compile(r"(\S+) (\d+)w")
STYLES = settings.HOME / "themes" / "styles" / "copy.css"


@method_decorator([cache_control(private=True, no_cache=True), transaction.non_atomic_requests], name="dispatch")
class CopyView(View):
    """Whoever may read a page may keep it: the page itself is asked for, with all that stands before its readers."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, path: str) -> HttpResponseBase:
        """Raises Http404 where there is no page. Sends to where the page would send."""
        until = count_attempt(form=FORM, sender=sender_of(request), limit=LIMIT)
        if until:
            words = {"time": time_of_day(until)}
            return asked_to_wait(render(request, "discovery/too_many_copies.html", words), until)
        with transaction.atomic():
            return self._copy(request, path)

    def _copy(self, request: HttpRequest, path: str) -> HttpResponseBase:
        answer = serve(request, path)
        if not isinstance(answer, TemplateResponse) or answer.status_code != 200:
            return answer
        page = (answer.context_data or {}).get("page")
        text = _main(answer.render().content)
        address = f"{Addresses().site}{frame_of(request).home_address}{path}"
        if text is None or page is None:
            return answer
        title = _title(text) or str(page.title)
        _put_pictures_in(text)
        _make_absolute(text, address)
        context = {
            "title": title,
            "text": text.decode_contents(),
            "address": address,
            "name": frame_of(request).settings.name,
            "kept_on": today(),
            "language": get_language(),
            # Nothing is loaded from anywhere, and no policy of ours holds outside the site.
            "styles": mark_safe(f"<style>{STYLES.read_text()}</style>"),
        }
        response = HttpResponse(
            render_to_string("discovery/copy.html", context), content_type="text/html; charset=utf-8"
        )
        response["Content-Disposition"] = (
            f'attachment; filename="{slug(title)[:LONGEST_NAME].strip("-") or "trang"}.html"'
        )
        response["X-Robots-Tag"] = "noindex"
        return response


def _main(page: bytes) -> Tag | None:
    text = BeautifulSoup(page, "html.parser").find("main")
    if not isinstance(text, Tag):
        return None
    for element in text.select(LEFT_OUT):
        element.decompose()
    for details in text.find_all("details"):
        details["open"] = ""
    return text


def _title(text: Tag) -> str:
    heading = text.find("h1")
    return heading.get_text(" ", strip=True) if heading else ""


def _put_pictures_in(text: Tag) -> None:
    """As cuts, never as they were uploaded, up to an amount; what is too much stays behind with its description."""
    left = MOST_PICTURE_BYTES
    some_are_closed = CollectionViewRestriction.objects.exists()
    for picture in text.find_all("img"):
        picture["src"] = _cut_of(picture)
        most = min(left, LARGEST_PICTURE_BYTES)
        content = _content_of(str(picture["src"]), most=most, some_are_closed=some_are_closed)
        for name in ("srcset", "sizes", "loading", "fetchpriority"):
            del picture[name]
        if content is None:
            picture.replace_with(str(picture.get("alt", "")))
            continue
        left -= len(content)
        kind = mimetypes.guess_type(str(picture["src"]))[0] or "image/webp"
        picture["src"] = f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _cut_of(picture: Tag) -> str:
    """The widest that is wide enough for a text, else the narrowest that the page offers."""
    by_width = {int(width): address for address, width in CUT.findall(str(picture.get("srcset", "")))}
    fitting = [width for width in by_width if width <= WIDEST_PICTURE]
    return by_width[max(fitting) if fitting else min(by_width)] if by_width else str(picture.get("src", ""))


def _content_of(address: str, *, most: int, some_are_closed: bool) -> bytes | None:
    """A picture of this site that is open to everybody, and has no more bytes; nothing is fetched from anywhere."""
    name = address.removeprefix(settings.MEDIA_URL)
    if not address.startswith(f"{settings.MEDIA_URL}images/") or (some_are_closed and closed_collection_of(name)):
        return None
    try:
        with default_storage.open(name) as file:
            return file.read() if file.size <= most else None
    except (OSError, SuspiciousFileOperation):
        return None


def _make_absolute(text: Tag, address: str) -> None:
    for link in text.find_all("a", href=True):
        link["href"] = urljoin(address, str(link["href"]))
