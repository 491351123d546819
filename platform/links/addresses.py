"""An address as somebody wrote it, in the one spelling under which it is kept and asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from django.utils.encoding import iri_to_uri

from links.models import LONGEST_ADDRESS
from links.states import Kind

# Nothing is asked of these, and none of them breaks.
WITHOUT_A_PAGE = ("mailto:", "tel:", "sms:", "zalo:", "javascript:", "data:", "#")


@dataclass(frozen=True)
class Spelling:
    address: str
    kind: Kind
    host: str = ""
    target: int | None = None


def spelling_of(written: str, own_hosts: Collection[str]) -> Spelling | None:
    """None for what leads to no page, and for what is too long to be an address."""
    address = written.strip()
    if not address or address.lower().startswith(WITHOUT_A_PAGE):
        return None
    scheme, _, number = address.partition(":")
    if scheme in ("page", "document") and number.isascii() and number.isdigit():
        return Spelling(address, Kind(scheme), target=int(number))
    spelling = _of_path(address) if _is_path(address) else _of_address(address, own_hosts)
    return spelling if len(spelling.address) <= LONGEST_ADDRESS else None


def _is_path(address: str) -> bool:
    return address.startswith("/") and not address.startswith("//")


def _of_path(address: str) -> Spelling:
    path = iri_to_uri(address.partition("#")[0]) or "/"
    number = path.removeprefix("/documents/").partition("/")[0]
    if path.startswith("/documents/") and number.isascii() and number.isdigit():
        return Spelling(f"document:{number}", Kind.DOCUMENT, target=int(number))
    return Spelling(path, Kind.PATH)


def _of_address(address: str, own_hosts: Collection[str]) -> Spelling:
    """What can't be read stays as it is written: whoever asks for it says that it is no address."""
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        port = parts.port
    except ValueError:
        return Spelling(iri_to_uri(address), Kind.OUTSIDE)
    if host in own_hosts:
        return _of_path(urlunsplit(("", "", parts.path or "/", parts.query, "")))
    named = f"[{host}]" if ":" in host else host
    place = named if port is None else f"{named}:{port}"
    # A name and password stay with whoever wrote them down.
    whole = urlunsplit((parts.scheme.lower(), place, parts.path or "/", parts.query, "")) if host else address
    return Spelling(str(iri_to_uri(whole)), Kind.OUTSIDE, host=host[:253])
