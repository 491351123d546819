"""One page of a list, as the visitor's address asks for it."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PARAMETER = "trang"


def page_of(items: QuerySet | Sequence[Any], request: HttpRequest, *, per_page: int) -> Page:
    """The page that `?trang=` names; the first or last one where it names none that exists."""
    return Paginator(items, per_page).get_page(request.GET.get(PARAMETER))
