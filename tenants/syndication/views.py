"""The page on which a board's readers search all of its sites."""

from typing import Any, cast

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse

from lib.clock import today
from lib.pagination import page_of
from search.searches import ROWS_PER_PAGE, Findings, Search, find_in
from search.views import SearchView
from tenants.isolation.requests import SiteRequest
from tenants.syndication.searches import BoardSearch, Sites

# What was found gone is left out and the rest counted anew; after so many times the page is a few rows short.
MOST_TIMES = 3


class BoardSearchView(SearchView):
    """Outside a transaction, as the one of a single site: each hit is asked of its own site once more."""

    kind_of_search = BoardSearch

    def get(self, request: HttpRequest) -> HttpResponse:
        if not cast("SiteRequest", request).tenant.runs_board:
            raise Http404
        return super().get(request)

    def found(self, request: HttpRequest, search: Search) -> dict[str, Any]:
        context = super().found(request, search)
        return {**context, "sites": self.sites.choices(context["findings"], search.language)}

    def look(self, request: HttpRequest, search: Search) -> tuple[Findings, Page]:
        board = cast("SiteRequest", request).tenant
        self.sites = Sites.of(board, today())
        for _ in range(MOST_TIMES):
            known = len(self.sites.gone)
            findings = find_in(self.sites.index(board), search)
            page = page_of(findings, request, per_page=ROWS_PER_PAGE)  # type: ignore[arg-type]
            if len(self.sites.gone) == known:
                break
        return findings, page
