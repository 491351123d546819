"""What pages hand out as open data, and what the rooms above add to it."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from wagtail.fields import StreamValue
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from catalogue.datasets import Dataset, Filter, Row, among, changed_since, day, keyed, moment, number, of_year
from catalogue.datasets import text as words
from lib.clock import beginning_of
from pages.models import StandardPage
from pages.queries import ItemQuerySet, restricted, unexpired

# Whatever changes of a page that readers see is published, and a page that is moved has another address.
MARKS = ("changed_at", "url_path", "locale_id")
LANGUAGE = among(
    "language", settings.LANGUAGES, _("Only what is written in that language."), column="locale__language_code"
)
# In the JSON of a body: what a reader reads, and not how it is laid out.
READ_KEYS = ("value", "text", "caption", "title", "source", "table", "rows", "values", "columns", "heading", "pictures")


class BodyField(serializers.Field):
    """The words of a body, without asking the database for its pictures and files."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, **options)

    def to_representation(self, value: StreamValue) -> str:
        return "\n\n".join(part for block in value.raw_data for part in _words_in(block.get("value")))


class PageRow(Row):
    id = number(_("Number of the page. It stays the same when the page is moved or renamed."), source="pk")
    translation_key = words(_("The same for a page and its translations."))
    language = serializers.ChoiceField(
        choices=settings.LANGUAGES, read_only=True, source="locale.language_code", help_text=_("What it is written in.")
    )
    title = words(_("Title."))
    url = serializers.SerializerMethodField(help_text=_("Where people read it. It changes when the page is moved."))
    changed_at = moment(_("When readers got it as it is now; none where that is not known."), allow_null=True)

    def get_url(self, page: Page) -> str:
        return page.get_full_url(self.request) or ""


class ItemRow(PageRow):
    published_on = day(_("Day of publication."))


def items(pages: ItemQuerySet, on: datetime.date) -> ItemQuerySet:
    """Those on show that day, without copies: of a translation that follows its original there is the original."""
    shown = pages.on_show(on).filter(alias_of=None).select_related("locale")
    # A page with a later day of publication comes to readers on that day.
    return shown.annotate(changed_at=Greatest("last_published_at", beginning_of("published_on")))


def text_pages(on: datetime.date) -> QuerySet:
    pages = StandardPage.objects.live().filter(unexpired(), ~restricted(), alias_of=None).select_related("locale")
    return pages.annotate(changed_at=Coalesce("last_published_at", "first_published_at", "latest_revision_created_at"))


def category_keys(pages: ItemQuerySet, column: str) -> ArraySubquery:
    """Keys of the categories that a page stands in; `column` is that of the page in the table between the two."""
    through = pages.model.categories.through.objects
    return ArraySubquery(through.filter(**{column: OuterRef("pk")}).order_by("category__key").values("category__key"))


def in_category(column: str) -> Filter:
    def narrow(rows: QuerySet, key: str) -> QuerySet:
        through = rows.model.categories.through.objects
        return rows.filter(pk__in=through.filter(category__key=key).values(column))

    return keyed("category", _("Only what stands in the category with that key."), narrow)


def published_in_year() -> Filter:
    return of_year(lambda rows, year: rows.filter(published_on__year=year), _("Only what was published in that year."))


def of_body(**options: Any) -> BodyField:
    return BodyField(help_text=_("The text as plain words, without pictures, files and layout."), **options)


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if plain := get_text_for_indexing(value):
            yield plain
    elif isinstance(value, list):
        for part in value:
            yield from _words_in(part)
    elif isinstance(value, dict):
        for key in READ_KEYS:
            if key in value:
                yield from _words_in(value[key])


class TextPageRow(PageRow):
    introduction = words(_("A sentence or two below the title."))
    text = of_body(source="body")


DATASETS = (
    Dataset(
        key="text-pages",
        title=_("Text pages"),
        holds=_("Introductions, guides and other pages of text."),
        row=TextPageRow,
        rows=text_pages,
        filters=(LANGUAGE, changed_since()),
        marks=MARKS,
    ),
)
