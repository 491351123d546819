"""The page on which the public searches the documents of this site and reads one of them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail.search import index

from legal import exports
from legal.details import detail_of
from legal.documents import LegalDocument
from legal.searches import ORDER_NAMES, Search, offers
from legal.states import Status
from legal.subjects import subject_of
from lib.clock import today
from lib.pagination import page_of
from pages.models import BasePage

DOCUMENTS_PER_PAGE = 20
CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ORDER_LABELS = (_("Newest first"), _("Oldest first"), _("By number"), _("By day of force"))


class RegisterPage(RoutablePageMixin, BasePage):
    """Lists all published documents of the site. Its translations list the same: documents have one language."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "legal/register_page.html"

    class Meta:
        verbose_name = _("register of documents")
        verbose_name_plural = _("registers of documents")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        offered = offers(today())
        search = Search.of(request.GET, offered)
        documents = search.documents(today()).for_rows(today())
        context |= {
            "offers": offered,
            "search": search,
            "documents": page_of(documents, request, per_page=DOCUMENTS_PER_PAGE),
            "statuses": Status.choices,
            "orders": list(zip(ORDER_NAMES, ORDER_LABELS, strict=True)),
            "register_address": self.get_url(request) or "/",
            "most_rows": exports.MOST_ROWS_OF_A_WORKBOOK,
        }
        return context

    @path("tai-ve/<str:kind>/", name="export")
    def export(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        """The whole result, however many pages it has. Raises Http404 for another kind of file."""
        search = Search.of(request.GET, offers(today()))
        documents = search.documents(today()).for_rows(today())
        base = self.get_full_url(request)
        if kind == "xlsx" and documents.count() > exports.MOST_ROWS_OF_A_WORKBOOK:
            return redirect(f"{self.get_url(request)}tai-ve/csv/?{search.address}")
        if kind == "xlsx":
            return FileResponse(
                exports.as_workbook(documents, base), as_attachment=True, filename="van-ban.xlsx", content_type=XLSX
            )
        if kind not in ("csv", "json"):
            raise Http404
        lines = exports.as_csv(documents, base) if kind == "csv" else exports.as_json(documents, base)
        response = StreamingHttpResponse(lines, content_type=CSV if kind == "csv" else JSON)
        response["Content-Disposition"] = f'attachment; filename="van-ban.{kind}"'
        return response

    @path("<int:number>/", name="short")
    @path("<int:number>-<slug:words>/", name="document")
    def document(self, request: HttpRequest, number: int, words: str = "") -> HttpResponseBase:
        """One document. Raises Http404 for one that readers may not see, whether it exists or not."""
        if number > 2**62:
            raise Http404
        document = LegalDocument.objects.published().for_detail().filter(pk=number).first()
        if document is None:
            raise Http404
        if words != document.slug:
            # Not for good: a title that is corrected may be put back.
            return redirect(f"{self.get_url(request)}{document.address}")
        return self._shown(request, document)

    def _shown(self, request: HttpRequest, document: LegalDocument) -> HttpResponse:
        """A PDF is shown by the browser in a frame, which other pages of the site do without."""
        address, detail = self.get_url(request) or "/", detail_of(document, today())
        context = {
            **super().get_context(request),
            "detail": detail,
            "document": document,
            "register_address": address,
            "as_subject": subject_of(document, detail, address),
        }
        response = TemplateResponse(request, "legal/document.html", context)
        response._csp_update = {"frame-src": ["'self'"]}  # what django-csp's decorator does
        return response


def address_of(document: LegalDocument, request: HttpRequest) -> str:
    """Where readers of this language find it; empty where the site has no register."""
    registers = RegisterPage.objects.live().public().select_related("locale").order_by("path")
    found = {page.locale.language_code: page for page in reversed(registers)}
    register = found.get(get_language() or "") or found.get(settings.LANGUAGE_CODE)
    return f"{register.get_url(request)}{document.address}" if register else ""
