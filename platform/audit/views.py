"""The audit log as a site's administrator reads it."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import models
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from audit.actions import record
from audit.filters import AuditEntryFilterSet
from audit.models import AuditEntry
from audit.states import Event
from lib.clients import Client
from lib.spreadsheets import BYTE_ORDER_MARK, harmless, moment

HEADINGS = {
    "at": _("Time"),
    "get_event_display": _("Event"),
    "outcome": _("Outcome"),
    "subject": _("Account"),
    "actor": _("By"),
    "detail": _("Detail"),
    "address": _("Network address"),
    "browser": _("Browser"),
}
TYPED_BY_STRANGERS = ("subject", "actor", "detail", "browser")


class MomentColumn(Column):
    """The moment itself: who looks for a break-in has no use for "three days ago"."""

    cell_template_name = "audit/moment_cell.html"


class AuditLogView(ReportView):
    model = AuditEntry
    permission_policy = ModelPermissionPolicy(AuditEntry)
    any_permission_required = ("view",)
    template_name = "audit/index.html"
    results_template_name = "audit/index_results.html"
    index_url_name = "audit:index"
    index_results_url_name = "audit:index_results"
    page_title = _("Audit log")
    header_icon = "history"
    filterset_class = AuditEntryFilterSet
    paginate_by = 50
    is_searchable = False
    columns = [
        MomentColumn("at", label=_("Time")),
        Column("get_event_display", label=_("Event"), classname="audit__event"),
        Column("subject", label=_("Account")),
        Column("by_another", label=_("By")),
        Column("detail", label=_("Detail")),
        Column("address", label=_("Network address")),
        Column("browser", label=_("Browser")),
    ]
    list_export = list(HEADINGS)
    export_headings = {name: capfirst(heading) for name, heading in HEADINGS.items()}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.custom_field_preprocess = {
            "at": self._in_both_formats(moment),
            **dict.fromkeys(TYPED_BY_STRANGERS, self._in_both_formats(harmless)),
        }

    def _in_both_formats(self, write: Callable[[Any], str]) -> dict[str, Callable[[Any], str]]:
        return {self.FORMAT_CSV: write, self.FORMAT_XLSX: write}

    def get_queryset(self) -> models.QuerySet[AuditEntry]:
        return AuditEntry.objects.all()

    def get_filename(self) -> str:
        return "nhat-ky-bao-mat"

    def stream_csv(self, queryset: models.QuerySet[AuditEntry]) -> Iterator[str]:
        yield BYTE_ORDER_MARK
        yield from super().stream_csv(queryset)

    def render_to_response(self, context: dict[str, Any], **response_kwargs: Any) -> HttpResponse:
        if self.is_export:
            record(event=Event.LOG_EXPORTED, by=self.request.user, client=Client.of(self.request))
        return super().render_to_response(context, **response_kwargs)
