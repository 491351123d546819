"""One page of a list, as the visitor's address asks for it."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PARAMETER = "trang"


# How many pages beside the one at hand are offered on each side.
NEAR = 2


class NearbyPaginator(Paginator):
    """A page knows its neighbours: a list of thousands of pages is not walked through to find them."""

    def _get_page(self, *args: Any, **kwargs: Any) -> Any:
        page: Any = super()._get_page(*args, **kwargs)  # type: ignore[misc]
        page.nearby = range(max(1, page.number - NEAR), min(self.num_pages, page.number + NEAR) + 1)
        return page


def page_of(items: QuerySet | Sequence[Any], request: HttpRequest, *, per_page: int) -> Page:
    """The page that `?trang=` names; the first or last one where it names none that exists."""
    return NearbyPaginator(items, per_page).get_page(request.GET.get(PARAMETER))
