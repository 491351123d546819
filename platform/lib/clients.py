"""Where a request comes from: the address of the network and, in a few words, the browser."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

# The first that fits: browsers also bear the names of those they descend from.
BROWSERS = (
    ("Cốc Cốc", r"coc_coc_browser/(\d+)"),
    ("Edge", r"Edg\w*/(\d+)"),
    ("Opera", r"OPR/(\d+)"),
    ("Samsung Internet", r"SamsungBrowser/(\d+)"),
    ("Firefox", r"(?:Firefox|FxiOS)/(\d+)"),
    ("Chrome", r"(?:Chrome|CriOS)/(\d+)"),
    ("Safari", r"Version/(\d+).* Safari/"),
)
SYSTEMS = (
    ("Android", r"Android"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Windows", r"Windows"),
    ("macOS", r"Mac OS X"),
    ("Linux", r"Linux"),
)


@dataclass(frozen=True)
class Client:
    """Who asks, as far as the network tells. An address is "" where there is none to believe."""

    address: str = ""
    browser: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        return cls(address_of(request), browser_of(request.headers.get("User-Agent", "")))

    @property
    def network(self) -> str:
        """What one subscriber holds: an IPv4 address, or a /64 of IPv6, in which an attacker changes at will."""
        address = ipaddress.ip_address(self.address) if self.address else None
        if isinstance(address, ipaddress.IPv6Address):
            return str(ipaddress.ip_network((address, 64), strict=False))
        return self.address


def address_of(request: HttpRequest) -> str:
    """Behind a proxy the last address of X-Forwarded-For: the proxy wrote it, everything before it is hearsay."""
    written = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        written = request.headers.get("X-Forwarded-For", "").rpartition(",")[2] or written
    try:
        # Less the scope, `fe80::1%eth0`: whoever may write one there would be somebody else with each.
        address = ipaddress.ip_address(written.strip().partition("%")[0])
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)


def comes_from_here(request: HttpRequest) -> bool:
    """A page of this site has sent it. Browsers say the one or the other; where there is neither, none has sent it."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).hostname == split_domain_port(request.get_host())[0]


def browser_of(user_agent: str) -> str:
    """`Mozilla/5.0 (Windows NT 10.0; …) Chrome/120.0.0.0 Safari/537.36` → `Chrome 120, Windows`."""
    found = (f"{name} {match[1]}" for name, pattern in BROWSERS if (match := re.search(pattern, user_agent)))
    system = next((name for name, pattern in SYSTEMS if re.search(pattern, user_agent)), "")
    return ", ".join(part for part in (next(found, ""), system) if part)
