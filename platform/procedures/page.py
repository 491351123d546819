"""The page on which the public finds a procedure, reads what it takes, and prints what to bring."""

from collections.abc import Iterable
from typing import Any, ClassVar

import segno
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.models import Page
from wagtail.search import index

from lib.clock import today
from lib.pagination import page_of
from pages.models import BasePage
from pages.queries import list_above
from procedure_catalogue.reading import CODE
from procedures.addresses import PATTERN, code_in
from procedures.details import Detail, Listed, detail_of, gone_of
from procedures.overlays import Defaults
from procedures.queries import dealt_with_elsewhere, offered, rows_of
from procedures.searches import Search, offers
from procedures.subjects import subject_of

PROCEDURES_PER_PAGE = 20
# Named to a reader who looks for them here in vain.
MOST_ELSEWHERE = 5
# In the address of a procedure: the one that it replaces, and by whose address the reader came.
INSTEAD_OF = "thay-cho"


class ProceduresPage(RoutablePageMixin, BasePage):
    """Lists the procedures that are in force today and offered here. Its translations list the same."""

    # Who reads about a procedure and changes the language goes on reading about it.
    is_same_below: ClassVar[bool] = True

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "procedures/procedures_page.html"

    class Meta:
        verbose_name = _("administrative procedures")
        verbose_name_plural = _("pages of administrative procedures")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        levels = Defaults.current().levels
        here = offered(today(), levels)
        choices = offers(here, levels, today())
        search = Search.of(request.GET, choices)
        # Numbers first: thousands are put in order, and only those of the page are read.
        page: Any = page_of(search.versions(here).values_list("pk", flat=True), request, per_page=PROCEDURES_PER_PAGE)
        page.object_list = rows_of(list(page))
        return {
            **self._frame(request),
            "offers": choices,
            "search": search,
            "versions": page,
            "rows": [Listed(version) for version in page],
            "elsewhere": _elsewhere(search, levels) if search.text and not page.object_list else [],
        }

    @re_path(rf"^{PATTERN}/$", name="procedure")
    def procedure(self, request: HttpRequest, key: str) -> HttpResponse:
        """One procedure. Raises Http404 for what was never offered at a site like this."""
        code = code_in(key)
        former = request.GET.get(INSTEAD_OF, "")
        detail = detail_of(code, today(), instead_of=former if CODE.fullmatch(former) else "")
        return (
            self._shown(request, "procedures/procedure.html", detail, is_text=True)
            if detail
            else self._gone(request, code)
        )

    @re_path(rf"^{PATTERN}/ho-so/$", name="checklist")
    def checklist(self, request: HttpRequest, key: str) -> HttpResponse:
        """What to bring, on a sheet of paper."""
        code = code_in(key)
        detail = detail_of(code, today())
        return (
            self._shown(request, "procedures/checklist.html", detail, is_text=False)
            if detail
            else self._gone(request, code)
        )

    def _shown(self, request: HttpRequest, template: str, detail: Detail, *, is_text: bool) -> HttpResponse:
        """A sheet to print has a button of its own, and needs none below it to print or keep a text."""
        address, frame = f"{self.get_full_url(request)}{detail.address}", self._frame(request)
        context = {
            **frame,
            "detail": detail,
            "full_address": address,
            "qr": _qr(address),
            "as_subject": subject_of(detail, listed_on=self, path=frame["procedures_address"], is_text=is_text),
        }
        return TemplateResponse(request, template, context)

    def _gone(self, request: HttpRequest, code: str) -> HttpResponse:
        """To what took its place, where that is one; else the page says what became of it."""
        gone = gone_of(code, today())
        if gone is None:
            raise Http404
        if len(gone.successors) == 1:
            return redirect(f"{self.get_url(request)}{gone.successors[0].address}?{INSTEAD_OF}={code}")
        context = {
            **self._frame(request),
            "gone": gone,
        }
        return TemplateResponse(request, "procedures/gone.html", context, status=410)

    def _frame(self, request: HttpRequest) -> dict[str, Any]:
        address = self.get_url(request) or "/"
        return {**super().get_context(request), "above": list_above(self), "procedures_address": address}


def _elsewhere(search: Search, levels: Iterable[str]) -> list[Listed]:
    """What was looked for at the wrong office, such as a registration of birth at the district's."""
    found = search.versions(dealt_with_elsewhere(today(), levels)).for_rows()
    return [Listed(version) for version in found[:MOST_ELSEWHERE]]


def _qr(address: str) -> SafeString:
    """Drawn here, in the colours of paper: a phone reads it off a screen in the dark as well."""
    drawn = segno.make(address, error="m", micro=False)
    return mark_safe(drawn.svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True))
