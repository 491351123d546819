"""A room tells which links its published things hold, and this room checks them without knowing it by name.

A room offers its source with Wagtail's hook:

    @hooks.register("link_sources")
    def offer_procedures() -> LinkSource:
        return PROCEDURES
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from wagtail import hooks

HOOK = "link_sources"


@dataclass(frozen=True)
class Found:
    """A link as it stands there: an address as somebody wrote it, `page:12` or `document:3`."""

    address: str
    words: str = ""


@dataclass(frozen=True)
class Holder:
    """One thing that readers can see, with the links it holds."""

    number: int
    title: str
    edit_address: str
    links: tuple[Found, ...]


@dataclass(frozen=True)
class LinkSource:
    key: str
    """Stays what it is: places are kept under it."""
    stamps: Callable[[], Mapping[int, str]]
    """Of all that every reader may see now: a text that changes whenever `read` would say something else, in a few
    questions however many there are."""
    read: Callable[[Collection[int]], Iterable[Holder]]


def all_sources() -> list[LinkSource]:
    return [offer() for offer in hooks.get_hooks(HOOK)]
