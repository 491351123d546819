"""Where a place is, in an address of somebody else's map. Nothing of it is loaded: a reader goes there or does not."""

from decimal import Decimal
from urllib.parse import urlsplit


def map_address(pattern: str, *, latitude: Decimal, longitude: Decimal) -> str:
    """`{latitude}` and `{longitude}` filled in; empty where the pattern is no address of the web."""
    if urlsplit(pattern).scheme not in ("http", "https"):
        return ""
    return pattern.replace("{latitude}", f"{latitude:f}").replace("{longitude}", f"{longitude:f}")


def map_host(pattern: str) -> str:
    """Whose map it is, for the reader to know before leaving."""
    return (urlsplit(pattern).hostname or "").removeprefix("www.")
