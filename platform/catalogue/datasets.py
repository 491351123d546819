"""What a room hands out as open data: which rows, what each field of a row means, and what narrows them.

A room declares its own in `datasets.py`; `opendata` puts them together.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from wagtail.models import Page

from catalogue.models import Category

LARGEST_NUMBER = 2**63 - 1
LONGEST_KEY = 50
LONGEST_QUESTION = 200
YEARS = (1900, 2200)


@dataclass(frozen=True)
class Filter:
    """A parameter of the address. `refusal` is what somebody reads whose value can't be read."""

    name: str
    meaning: str | Promise
    field: serializers.Field
    # Of the rows of its dataset, which know their own ways to be narrowed.
    narrow: Callable[[Any, Any], QuerySet]
    refusal: str | Promise


@dataclass(frozen=True)
class Dataset:
    """`key` is part of addresses and never changes.

    `rows` are those that anybody may see on that day, each with all that its row tells, in a fixed number of queries.
    `page` names the kind of page that readers see them on: on a site without one that is open to all there are none.
    `marks` name columns that change whenever a row does; without them a row is told anew each time to be compared.
    """

    key: str
    title: str | Promise
    holds: str | Promise
    row: type["Row"]
    rows: Callable[[datetime.date], QuerySet]
    filters: tuple[Filter, ...] = ()
    page: type[Page] | None = None
    marks: tuple[str, ...] = ()


class Row(serializers.Serializer):
    """Only for reading. Its context has the `request`, the `day`, and as `page_address` where readers see the rows."""

    @property
    def request(self) -> HttpRequest:
        return self.context["request"]

    @property
    def day(self) -> datetime.date:
        return self.context["day"]

    def absolute(self, path: str) -> str:
        return self.request.build_absolute_uri(path)


@extend_schema_field({"type": "string", "pattern": r"^[0-2]\d:[0-5]\d$"})
class ClockField(serializers.TimeField):
    """By the clock on the wall: what OpenAPI calls a time has a time zone."""


def text(meaning: str | Promise, **options: Any) -> serializers.CharField:
    return serializers.CharField(read_only=True, help_text=meaning, **options)


def address(meaning: str | Promise, **options: Any) -> serializers.URLField:
    return serializers.URLField(read_only=True, help_text=meaning, **options)


def number(meaning: str | Promise, **options: Any) -> serializers.IntegerField:
    return serializers.IntegerField(read_only=True, help_text=meaning, **options)


def fraction(meaning: str | Promise, **options: Any) -> serializers.FloatField:
    return serializers.FloatField(read_only=True, help_text=meaning, **options)


def truth(meaning: str | Promise, **options: Any) -> serializers.BooleanField:
    return serializers.BooleanField(read_only=True, help_text=meaning, **options)


def day(meaning: str | Promise, **options: Any) -> serializers.DateField:
    return serializers.DateField(read_only=True, help_text=meaning, **options)


def moment(meaning: str | Promise, **options: Any) -> serializers.DateTimeField:
    return serializers.DateTimeField(read_only=True, help_text=meaning, **options)


def clock(meaning: str | Promise, **options: Any) -> ClockField:
    return ClockField(format="%H:%M", read_only=True, help_text=meaning, **options)


def one_of(choices: Any, meaning: str | Promise, **options: Any) -> serializers.ChoiceField:
    return serializers.ChoiceField(choices=_pairs(choices), read_only=True, help_text=meaning, **options)


def texts(meaning: str | Promise, **options: Any) -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField(), read_only=True, help_text=meaning, **options)


def of_year(narrow: Callable[[Any, int], QuerySet], meaning: str | Promise) -> Filter:
    first, last = YEARS
    field = serializers.IntegerField(min_value=first, max_value=last)
    refusal = _("Write a year in four figures, for example 2023.")
    return Filter("year", meaning, field, narrow, refusal)


def changed_since(column: str = "changed_at") -> Filter:
    return Filter(
        "changed_since",
        _("Only what has changed at that moment or later, for whoever has fetched the rest before."),
        serializers.DateTimeField(),
        lambda rows, at: rows.filter(**{f"{column}__gte": at}),
        _("Write a moment with its time zone, for example 2023-10-31T07:00:00Z."),
    )


def among(
    name: str,
    choices: Any,
    meaning: str | Promise,
    *,
    column: str = "",
    narrow: Callable[[Any, str], QuerySet] | None = None,
) -> Filter:
    """By the column of that name, or another one, or another way."""
    return Filter(
        name,
        meaning,
        serializers.ChoiceField(choices=_pairs(choices)),
        narrow or (lambda rows, chosen: rows.filter(**{column or name: chosen})),
        _("Write one of the keys that the description of the data lists."),
    )


def worded(meaning: str | Promise, narrow: Callable[[Any, str], QuerySet]) -> Filter:
    field = serializers.RegexField(r"^[^\x00]*$", max_length=LONGEST_QUESTION, allow_blank=True, trim_whitespace=False)
    return Filter("q", meaning, field, narrow, _("Write some words, not more than 200 letters."))


def keyed(name: str, meaning: str | Promise, narrow: Callable[[Any, str], QuerySet]) -> Filter:
    """A key out of a table: one that does not exist finds nothing."""
    field = serializers.RegexField(r"^[a-z0-9_-]+$", max_length=LONGEST_KEY)
    return Filter(name, meaning, field, narrow, _("Write a key: small letters, figures, - and _."))


def _pairs(choices: Any) -> Any:
    """Keys with their labels, out of Django's choices or as they are."""
    return getattr(choices, "choices", choices)


class CategoryRow(Row):
    id = number(_("Number of the category."), source="pk")
    key = text(_("What other data name the category by. It never changes."))
    name_vi = text(_("Name in Vietnamese."))
    name_km = text(_("Name in Khmer; empty where there is none."))
    name_en = text(_("Name in English; empty where there is none."))
    position = number(_("Place among the categories, the smallest first."))
    retired_on = day(_("Day from which nothing new is put into it; none as long as it is in use."), allow_null=True)


DATASETS = (
    Dataset(
        key="categories",
        title=_("Categories"),
        holds=_("What items and documents are sorted into, the same on all sites of the district."),
        row=CategoryRow,
        rows=lambda on: Category.objects.all(),
    ),
)
