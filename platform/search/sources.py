"""A room describes what of it is found, and this room indexes and shows it without knowing it by name.

A room offers its source with Wagtail's hook:

    @hooks.register("search_sources")
    def offer_questions() -> Source:
        return QUESTIONS
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import QuerySet
from wagtail import hooks

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

HOOK = "search_sources"


@dataclass(frozen=True)
class Thing:
    """One thing to be found, in the words that readers may see of it."""

    number: int
    """Its primary key."""
    kind: str
    title: str
    text: str = ""
    """What excerpts are cut from."""
    keywords: str = ""
    """As good as the title: other names, a post, a place."""
    more: str = ""
    """Found, and never shown: the text of files."""
    locale: str = ""
    """The language that it is read in; empty for what stands in the lists of all languages."""
    day: datetime.date | None = None
    year: int | None = None
    """Where it is another than the day's."""
    categories: tuple[str, ...] = ()
    """Keys in the catalogue."""
    sign: str = ""
    """Số ký hiệu of a document, the code of a procedure: found however it is written."""


@dataclass(frozen=True)
class Source:
    """All of a room's things, or of one kind of them. The numbers are primary keys of one table."""

    key: str
    """Stays what it is: the index is kept under it."""
    kinds: Mapping[str, "_StrOrPromise"]
    """What readers can narrow a search to, with its name in the plural."""
    stamps: Callable[[Collection[int] | None], Mapping[int, str]]
    """Of what there is to be found, all or those of the numbers: a text that changes whenever `read` would say
    something else, in a few questions however many there are."""
    read: Callable[[Collection[int]], Iterable[Thing]]
    on_show: Callable[[datetime.date], QuerySet[Any]]
    """Numbers (`values("pk")`) of what every reader may see on that day, asked of the live tables: the index decides
    nothing about that."""
    addresses: Callable[[Collection[int], str], Mapping[int, str]]
    """Below the site's host; `str` is where its list stands. What has none is not shown."""
    lists: Callable[[], Mapping[str, str]] | None = None
    """Where all readers find the list of its things, by language: without one, nothing of it is shown. None for what is
    read without a list. Asked once for one answer, however many sources have the same."""
    language: str = ""
    """That of the list its things lead to, where that is not the reader's."""
    is_of_the_site: bool = True
    """Whether it is another thing on each site; what all show alike would fill the search over all sites."""
    model: type[Any] | None = None
    """What Wagtail publishes; a room that publishes otherwise calls `search.actions.renew` itself."""


def all_sources() -> list[Source]:
    return [offer() for offer in hooks.get_hooks(HOOK)]


def keys_of_shared_sources() -> list[str]:
    return [source.key for source in all_sources() if source.is_of_the_site]


def source_named(key: str) -> Source:
    """Raises KeyError where the installation has none of that key."""
    return {source.key: source for source in all_sources()}[key]


def names_of_kinds() -> dict[str, str]:
    """In the order in which rooms offer them."""
    return {kind: str(name) for source in all_sources() for kind, name in source.kinds.items()}


def address_for(lists: Mapping[str, str], language: str) -> str:
    """That of the reader's language, else of the main one; empty where there is no such list."""
    return lists.get(language) or lists.get(settings.LANGUAGE_CODE, "")
