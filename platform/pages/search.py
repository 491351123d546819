"""What of all pages is found. A kind of page says under which heading with `search_kind`, and nothing else."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import reduce
from hashlib import sha256
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction
from wagtail.search.index import SearchField

from pages.models import BasePage
from pages.queries import restricted, unexpired
from search.sources import Source, Thing


def open_pages(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Live, not past their last day, and closed neither themselves nor above. The few closed places are looked up
    first: asked for each page, they would be compared with every one."""
    closed = list(PageViewRestriction.objects.values_list("page__path", flat=True))
    live = pages.filter(unexpired(), live=True)
    return live.exclude(reduce(or_, (Q(path__startswith=path) for path in closed))) if closed else live


def open_lists(model: type[Any]) -> dict[str, str]:
    """Where all readers find the list of that kind, by language: the first in the tree, where there are several.

    One question: of the few lists, each may be compared with what is closed.
    """
    lists = Page.objects.exact_type(model).live().filter(unexpired(), ~restricted())
    pages = lists.select_related("locale").order_by("path")
    return {page.locale.language_code: page.get_url() for page in reversed(pages) if page.get_url()}


def _models() -> list[type[Any]]:
    return [model for model in apps.get_models() if issubclass(model, BasePage) and model.search_kind]


def _stamps(numbers: Collection[int] | None) -> dict[int, str]:
    pages = open_pages(Page.objects.all())
    if numbers is not None:
        pages = pages.filter(pk__in=numbers)
    kinds = [f"{model._meta.app_label}.{model._meta.model_name}" for model in _models()]
    rows = pages.order_by().values_list(
        "pk", "live_revision", "last_published_at", "title", "content_type__app_label", "content_type__model"
    )
    return {
        pk: sha256(f"{revision} {at} {title}".encode()).hexdigest()[:20]
        for pk, revision, at, title, app, model in rows
        if f"{app}.{model}" in kinds
    }


def _read(numbers: Collection[int]) -> Iterator[Thing]:
    pages = list(Page.objects.filter(pk__in=numbers).select_related("locale").specific())
    categories = _categories(pages)
    for page in pages:
        texts = [text for field in page.get_search_fields() for text in _texts(page, field)]
        yield Thing(
            number=page.pk,
            kind=page.search_kind,
            title=page.title,
            text="\n".join(filter(None, texts)),
            keywords=" ".join(filter(None, (page.search_description, page.search_keywords))),
            locale=page.locale.language_code,
            day=getattr(page, "published_on", None),
            categories=tuple(categories[page.pk]),
        )


def _texts(page: Any, field: Any) -> Iterator[str]:
    if not isinstance(field, SearchField) or field.field_name in ("title", "search_description"):
        return
    value = field.get_value(page)
    yield from value if isinstance(value, list) else [str(value or "")]


def _categories(pages: list[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    by_model: dict[type[Any], list[int]] = defaultdict(list)
    for page in pages:
        by_model[type(page)].append(page.pk)
        if category := getattr(page, "CATEGORY", ""):
            found[page.pk].append(category)
    for model, numbers in by_model.items():
        # Lists have categories as well: what they list.
        if not hasattr(model, "categories") or not hasattr(model, "published_on"):
            continue
        name = model._meta.model_name
        rows = model.categories.through.objects.filter(**{f"{name}__in": numbers})
        for pk, key in rows.order_by("category__position").values_list(name, "category__key"):
            found[pk].append(key)
    return found


def _on_show(on: datetime.date) -> QuerySet[Any]:
    """Dated items from their day on."""
    pages = open_pages(Page.objects.order_by())
    for model in _models():
        if hasattr(model, "published_on"):
            pages = pages.exclude(pk__in=model._default_manager.order_by().filter(published_on__gt=on).values("pk"))
    return pages.values("pk")


def _addresses(numbers: Collection[int], _list: str) -> dict[int, str]:
    pages = Page.objects.filter(pk__in=numbers)
    return {page.pk: page.get_url() or "" for page in pages}


def page_source() -> Source:
    kinds: dict[str, Any] = {model.search_kind: capfirst(model._meta.verbose_name_plural) for model in _models()}
    return Source(
        key="pages",
        kinds=kinds | {"page": _("Pages of the site")},
        stamps=_stamps,
        read=_read,
        on_show=_on_show,
        addresses=_addresses,
        model=Page,
    )
