"""What narrows a public list: a form in the address, so that a narrowed list can be sent on, printed, gone back to."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django_filters import CharFilter, FilterSet

from lib.clock import today
from lib.pagination import PARAMETER, page_of
from pages.models import BasePage
from pages.queries import ItemQuerySet

ITEMS_PER_PAGE = 20
LONGEST_SEARCH = 100


class NameFilter(CharFilter):
    """Words of the title."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_SEARCH, **kwargs)

    def filter(self, qs: ItemQuerySet, value: str) -> ItemQuerySet:
        return qs.named(value) if value else qs


def on_show_in(page: BasePage, items: ItemQuerySet) -> ItemQuerySet:
    """What a visitor of that list may see: of its language, wherever on the site it stands."""
    return items.on_show(today()).in_locale(page.locale_id)


def narrowed(items: QuerySet, filters: type[FilterSet], request: HttpRequest) -> dict[str, Any]:
    """`items` (a page of them), `filters` (the form) and `is_narrowed`, for components/narrowing.html and its list.

    What the form can't read is told beside the field, and narrows nothing.
    """
    chosen = filters(request.GET, queryset=items)
    return {
        "items": page_of(chosen.qs, request, per_page=ITEMS_PER_PAGE),
        "filters": chosen.form,
        "is_narrowed": any(request.GET.get(name) for name in chosen.filters if name != PARAMETER),
    }
