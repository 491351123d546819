"""Whether readers reach what a link of this site to itself leads to, asked of the tables and never of the network."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.models import Page, Site

from library.models import SiteDocument
from library.queries import closed_paths
from links.answers import Answer
from links.models import Link
from links.states import Kind, Reason
from pages.search import open_pages

WORKS = Answer(status=200)
NOT_THERE = Answer(status=404, reason=Reason.NOT_FOUND)
MISSING, TAKEN_DOWN, CLOSED = (Answer(reason=reason) for reason in (Reason.MISSING, Reason.TAKEN_DOWN, Reason.DENIED))


def answers(links: Iterable[Link], site: Site) -> dict[int, Answer]:
    """By the number of the link. Pages and files in five questions together, other addresses in some for each."""
    by_kind: dict[str, list[Link]] = {kind: [] for kind in Kind}
    for link in links:
        by_kind[link.kind].append(link)
    found = _of_pages(by_kind[Kind.PAGE]) | _of_documents(by_kind[Kind.DOCUMENT])
    return found | {link.pk: _of_path(link.address, site) for link in by_kind[Kind.PATH]}


def _of_pages(links: list[Link]) -> dict[int, Answer]:
    numbers = {link.target for link in links}
    if not numbers:
        return {}
    pages: Any = Page.objects.order_by().filter(pk__in=numbers, depth__gt=1)
    live = dict(pages.values_list("pk", "live"))
    read = set(open_pages(pages).values_list("pk", flat=True))
    return {link.pk: _of_page(link.target, live, read) for link in links}


def _of_page(number: int | None, live: dict[int, bool], read: set[int]) -> Answer:
    if number in read:
        return WORKS
    if number not in live:
        return MISSING
    return CLOSED if live[number] else TAKEN_DOWN


def _of_documents(links: list[Link]) -> dict[int, Answer]:
    numbers = {link.target for link in links}
    if not numbers:
        return {}
    closed = closed_paths()
    rows = SiteDocument.objects.order_by().filter(pk__in=numbers).values_list("pk", "collection__path")
    told = {number: CLOSED if path.startswith(closed) else WORKS for number, path in rows}
    return {link.pk: told.get(link.target or 0, MISSING) for link in links}


def _of_path(address: str, site: Site) -> Answer:
    """What no page answers is one of the site's own screens, lists or files, which are there when their address is.
    Of an address within a register it is the register that is looked for."""
    path = address.partition("?")[0]
    with translation.override(_language_of(path)):
        try:
            match = resolve(path)
        except Resolver404:
            # Without its last sign an address leads there all the same.
            leads_on = settings.APPEND_SLASH and not path.endswith("/")
            return _of_path(f"{path}/", site) if leads_on else NOT_THERE
        return _of_route(path, site) if match.url_name == "wagtail_serve" else WORKS


def _of_route(path: str, site: Site) -> Answer:
    home = site.root_page.localized.specific
    below = path.removeprefix(urlsplit(home.get_url() or "/").path)
    request = HttpRequest()
    request.path = path
    try:
        page, _args, _kwargs = home.route(request, [unquote(part) for part in below.split("/") if part])
    except Http404:
        return NOT_THERE
    pages: Any = Page.objects.order_by().filter(pk=page.pk)
    return WORKS if open_pages(pages).exists() else CLOSED


def _language_of(path: str) -> str:
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE
