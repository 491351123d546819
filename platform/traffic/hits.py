"""What a browser tells when it shows a page: which page, and the host that its reader came from."""

import datetime
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qs

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from lib.clients import Client, comes_from_here
from lib.clock import today
from traffic.browsers import browser_of
from traffic.states import Device

# Where themes/scripts/visit.js and components/visit.html tell it. It leads to no page.
ADDRESS = "/dem-luot/"
PAGE, SOURCE = "trang", "tu"
LONGEST_BODY = 300
LONGEST_SOURCE = 100
MOST_FIELDS = 4
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
# Of digits in the number of a page.
LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Hit:
    """A page was shown. `visitor` tells two readers apart, and can't be traced back without the installation's secret;
    it is kept for a second, until it is mixed with the salt of the day."""

    page: int
    on: datetime.date
    at: datetime.datetime
    visitor: bytes
    device: Device
    source: str = ""
    """A host name without path; empty for those who typed the address, or came from a page of this site."""


def hit_of(request: HttpRequest) -> Hit | None:
    """None for robots, for pages that were only fetched ahead, and for what no page of this site has sent."""
    user_agent = request.headers.get("User-Agent", "")
    browser = browser_of(user_agent)
    if browser.is_robot or _is_fetched_ahead(request) or not comes_from_here(request):
        return None
    told = _told(request)
    number = told.get(PAGE, "")
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        return None
    return Hit(
        page=int(number),
        on=today(),
        at=timezone.now().replace(second=0, microsecond=0),
        visitor=_visitor(Client.of(request).network, user_agent),
        device=browser.device,
        source=_source(told.get(SOURCE, ""), request),
    )


def _is_fetched_ahead(request: HttpRequest) -> bool:
    return "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))


def _told(request: HttpRequest) -> dict[str, str]:
    words = request.META.get("QUERY_STRING", "")
    if request.method == "POST":
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > LONGEST_BODY:
            return {}
        words = request.read(int(length)).decode("utf-8", "replace")
    try:
        return {name: values[0] for name, values in parse_qs(words, max_num_fields=MOST_FIELDS).items()}
    except ValueError:
        return {}


def _source(host: str, request: HttpRequest) -> str:
    host = host.lower().partition(":")[0].removeprefix("www.")
    own = request.get_host().partition(":")[0].removeprefix("www.")
    return host if host != own and len(host) <= LONGEST_SOURCE and HOST.fullmatch(host) else ""


def _visitor(network: str, user_agent: str) -> bytes:
    return hashlib.blake2b(f"{network}|{user_agent}".encode(), key=_key(settings.SECRET_KEY), digest_size=16).digest()


@cache
def _key(secret: str) -> bytes:
    return hashlib.sha256(b"traffic.visitor" + secret.encode()).digest()
