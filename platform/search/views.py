"""The page on which the public searches this site, and what is offered while somebody types."""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from catalogue.models import Category
from intake.actions import count_attempt
from intake.rules import Limit, sender_of
from intake.views import asked_to_wait, time_of_day
from lib.clock import today
from lib.pagination import PARAMETER, page_of
from search.actions import note_miss
from search.searches import ROWS_PER_PAGE, Findings, Search, find, pinned
from search.suggestions import suggested

# Of one network, such as a school: more than people type, less than a program asks.
LIMIT = Limit(times=120, minutes=1)
FORM = "search"
# Each letter may ask, after a short wait.
LIMIT_OF_OFFERS = Limit(times=600, minutes=1)
FORM_OF_OFFERS = "search.offers"
# Somebody who goes back a letter is offered what was offered before; the address is no secret, and names nobody.
SUGGESTION_SECONDS = 60


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class SearchView(View):
    """What is typed stands in the address, so that a result can be sent on; nobody keeps who typed it."""

    # Reads what is asked for out of an address.
    kind_of_search: type[Search] = Search

    def get(self, request: HttpRequest) -> HttpResponse:
        search = self.kind_of_search.of(request.GET, get_language() or settings.LANGUAGE_CODE)
        until = count_attempt(form=FORM, sender=sender_of(request), limit=LIMIT) if search.text else None
        if until:
            return asked_to_wait(render(request, "search/too_many.html", {"time": time_of_day(until)}), until)
        context: dict[str, Any] = {"search": search, "orders": search.orders, "has_own_search": True}
        if search.text:
            context |= self.found(request, search)
        response = TemplateResponse(request, "search/search.html", context)
        response["X-Robots-Tag"] = "noindex"
        return response

    def found(self, request: HttpRequest, search: Search) -> dict[str, Any]:
        findings, page = self.look(request, search)
        is_first = not request.GET.get(PARAMETER)
        if is_first and not search.is_narrowed:
            _note_if_missed(findings)
        return {
            "findings": findings,
            "pinned": pinned(search, today()) if is_first else [],
            "found": page,
            "kinds": findings.kinds,
            "years": findings.years,
            "categories": findings.categories({one.key: one.name for one in Category.objects.all()}),
        }

    def look(self, request: HttpRequest, search: Search) -> tuple[Findings, Page]:
        """What there is, and the page of it that is asked for."""
        findings = find(search, today())
        return findings, page_of(findings, request, per_page=ROWS_PER_PAGE)  # type: ignore[arg-type]


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class SuggestionView(View):
    """A list for the script of the search field. Of what is typed nothing is kept."""

    def get(self, request: HttpRequest) -> HttpResponse:
        search = Search.of(request.GET, get_language() or settings.LANGUAGE_CODE)
        sender = sender_of(request)
        until = count_attempt(form=FORM_OF_OFFERS, sender=sender, limit=LIMIT_OF_OFFERS) if search.text else None
        if until:
            words = _("Very many searches came from your connection within a minute.")
            return asked_to_wait(JsonResponse({"suggestions": [], "detail": words}), until)
        found = suggested(search, today())
        response = JsonResponse({"suggestions": [asdict(one) for one in found]})
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = f"private, max-age={SUGGESTION_SECONDS}"
        return response


def _note_if_missed(findings: Findings) -> None:
    """Also where something else was found in its place: a word is missing on the site, or it is spelled otherwise."""
    if findings.is_empty or findings.corrected or findings.question.leaves_out:
        note_miss(words=findings.search.text, on=today())
