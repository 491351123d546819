"""The page on which the public searches this site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.generic import View

from catalogue.models import Category
from lib.clock import today
from lib.pagination import page_of
from search.searches import Search, find

ROWS_PER_PAGE = 20


class SearchView(View):
    """What is typed stands in the address, so that a result can be sent on; nobody keeps who typed it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        search = Search.of(request.GET, get_language() or settings.LANGUAGE_CODE)
        context: dict[str, Any] = {"search": search, "orders": search.orders, "has_own_search": True}
        if search.text:
            findings = find(search, today())
            context |= {
                "findings": findings,
                "found": page_of(findings, request, per_page=ROWS_PER_PAGE),  # type: ignore[arg-type]
                "kinds": findings.kinds,
                "years": findings.years,
                "categories": findings.categories({one.key: one.name for one in Category.objects.all()}),
            }
        response = TemplateResponse(request, "search/search.html", context)
        response["X-Robots-Tag"] = "noindex"
        return response
