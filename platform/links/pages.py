"""The links of all pages: of every kind of page that has a place for one."""

from collections.abc import Collection, Iterator
from typing import Any

from django.apps import apps
from django.urls import reverse
from wagtail.models import Page

from links.extraction import has_links, links_of
from links.sources import Holder, LinkSource
from pages.models import BasePage
from pages.search import open_pages


def _kinds() -> set[tuple[str, str]]:
    models = [model for model in apps.get_models() if issubclass(model, BasePage) and has_links(model)]
    return {(model._meta.app_label, model._meta.model_name or "") for model in models}


def _stamps() -> dict[int, str]:
    kinds = _kinds()
    pages: Any = open_pages(Page.objects.order_by())
    rows = pages.values_list(
        "pk", "content_type__app_label", "content_type__model", "live_revision", "last_published_at", "title"
    )
    return {
        pk: f"{revision} {at} {title}"[:150] for pk, app, model, revision, at, title in rows if (app, model) in kinds
    }


def _read(numbers: Collection[int]) -> Iterator[Holder]:
    for page in Page.objects.filter(pk__in=numbers).specific():
        yield Holder(
            number=page.pk,
            title=page.title,
            edit_address=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            links=links_of(page),
        )


PAGES = LinkSource(key="pages", stamps=_stamps, read=_read)
