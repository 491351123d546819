"""Items as feeds tell of them: what each room hands out of its own."""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.timezone import get_default_timezone
from wagtail.models import Page

from catalogue.models import Category
from pages.addresses import Addresses
from pages.queries import ItemQuerySet, unexpired
from pages.subjects import page_key

LONGEST_GIST = 500
# Of what has no day: it stands below all others.
EVER = datetime.date(1970, 1, 1)
# What XML has no place for.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Wanted:
    """The newest of a kind: those that a reader of that language may see on that day, less the first `skip`."""

    locale_id: int
    language: str
    on: datetime.date
    most: int
    skip: int = 0
    category: Category | None = None
    # What the address of the feed asks for beyond, for a room that has filters of its own.
    question: QueryDict = field(default_factory=QueryDict)

    @property
    def until(self) -> int:
        return self.skip + self.most


@dataclass(frozen=True)
class Announcement:
    """`key` and `since` never change, so that a reader's program knows an item again that has moved or was renamed.
    `path` stands after the host name."""

    key: str
    since: datetime.date
    title: str
    path: str
    gist: str
    published: datetime.datetime
    updated: datetime.datetime
    categories: tuple[str, ...] = ()


def announced(
    *,
    key: str,
    title: str,
    path: str,
    gist: str,
    published: datetime.date | datetime.datetime | None,
    first: datetime.datetime | None,
    updated: datetime.datetime | None,
    categories: tuple[str, ...] = (),
) -> Announcement:
    """`first` is when readers had it first, where that is known: a day of publication may be corrected."""
    moment = as_moment(published or first or EVER)
    return Announcement(
        key=key,
        since=(first or moment).astimezone(get_default_timezone()).date(),
        title=printable(title),
        path=path,
        gist=shortened(printable(gist)),
        published=moment,
        updated=max(moment, updated or moment),
        categories=categories,
    )


def newest_pages(items: ItemQuerySet, wanted: Wanted, **columns: Any) -> list[Announcement]:
    """One query. `columns` may name `category_keys`, an expression for the list of them."""
    found = items.on_show(wanted.on).in_locale(wanted.locale_id).filter(alias_of=None)
    in_order = found.annotate(**columns).order_by("-published_on", "-pk")[wanted.skip : wanted.until]
    addresses = Addresses()
    return [
        announced(
            key=page_key(page),
            title=page.title,
            path=addresses.path_of(page.url_path),
            gist=page.gist,
            published=page.published_on,
            first=page.first_published_at,
            updated=page.last_published_at,
            categories=tuple(getattr(page, "category_keys", [page.CATEGORY] if hasattr(page, "CATEGORY") else [])),
        )
        for page in in_order
    ]


def newest_of_one_category(items: ItemQuerySet, wanted: Wanted) -> list[Announcement]:
    """Of a kind that stands in one category as a whole."""
    if wanted.category and wanted.category.key != items.model.CATEGORY:
        return []
    return newest_pages(items.defer("body"), wanted)


def first_path(model: type[Page], wanted: Wanted) -> str:
    """Where the list of that kind stands in the wanted language; empty where readers have none. Two queries."""
    pages = (
        model.objects.live().public().filter(unexpired(), locale_id=wanted.locale_id, alias_of=None).order_by("path")
    )
    url_path = pages.values_list("url_path", flat=True).first()
    return Addresses().path_of(url_path) if url_path else ""


def as_moment(day: datetime.date | datetime.datetime) -> datetime.datetime:
    """The beginning of a day here."""
    if isinstance(day, datetime.datetime):
        return day
    return datetime.datetime.combine(day, datetime.time.min, tzinfo=get_default_timezone())


def printable(text: str) -> str:
    return CONTROL.sub(" ", text).strip()


def shortened(text: str, most: int = LONGEST_GIST) -> str:
    """To whole words."""
    return text if len(text) <= most else f"{text[:most].rsplit(maxsplit=1)[0]} …"
