"""The district's screens for oversight, inside its own Wagtail admin."""

import csv
import tempfile
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.queries import person_asking
from audit.actions import record
from audit.states import Event
from lib.clients import Client
from lib.spreadsheets import BYTE_ORDER_MARK
from tenants.oversight.audit_logs import (
    MOST_ROWS_IN_WORKBOOK,
    Period,
    count_entries,
    headings,
    rows,
    write_workbook,
)
from tenants.oversight.forms import AuditExportForm, Format
from tenants.provisioning.views import ProvisioningMixin
from tenants.registry.models import Tenant

FILENAME = "nhat-ky-bao-mat-cac-trang"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Echo:
    """Hands back what a CSV writer writes."""

    def write(self, line: str) -> str:
        return line


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class AuditExportView(ProvisioningMixin, WagtailAdminTemplateMixin, FormView):
    """The audit logs of the board's sites as a file. It goes from site to site, which no transaction may span."""

    template_name = "oversight/audit_export.html"
    page_title = gettext_lazy("Audit logs of the sites")
    header_icon = "download"
    form_class = AuditExportForm

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        sites = Tenant.objects.run_by(self.request.tenant).in_reading_order()
        return {**super().get_form_kwargs(), "sites": sites}

    def get_initial(self) -> dict[str, Any]:
        """This month so far, all sites. The log bears the real time, even where a demonstration's day is fixed."""
        day = timezone.localtime().date()
        sites = Tenant.objects.run_by(self.request.tenant)
        return {"first": day.replace(day=1), "last": day, "sites": list(sites.values_list("pk", flat=True))}

    def form_valid(self, form: AuditExportForm) -> HttpResponseBase:  # type: ignore[override]
        tenants, file_format = list(form.cleaned_data["sites"]), form.cleaned_data["file_format"]
        if file_format == Format.XLSX and (number := count_entries(tenants, form.period)) > MOST_ROWS_IN_WORKBOOK:
            form.refuse_workbook_of(number)
            return self.form_invalid(form)
        self._record(tenants, form.period, file_format)
        answer = _as_workbook if file_format == Format.XLSX else _as_csv
        return answer(tenants, form.period)

    def form_invalid(self, form: AuditExportForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["media"] = context["form"].media
        return context

    def _record(self, tenants: list[Tenant], period: Period, file_format: str) -> None:
        sites = ", ".join(tenant.slug for tenant in tenants)
        detail = f"{period.first} – {period.last}, {file_format}, {len(tenants)}: {sites}"
        with transaction.atomic():
            record(
                event=Event.LOG_EXPORTED, by=person_asking(self.request), client=Client.of(self.request), detail=detail
            )


def _as_csv(tenants: list[Tenant], period: Period) -> HttpResponseBase:
    """Leaves row by row: nothing waits for the last site."""
    writer = csv.writer(Echo())

    def lines() -> Iterator[str]:
        yield BYTE_ORDER_MARK
        yield writer.writerow(headings())
        for row in rows(tenants, period):
            yield writer.writerow(row)

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{FILENAME}.csv"'
    return response


def _as_workbook(tenants: list[Tenant], period: Period) -> HttpResponseBase:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_workbook(file, tenants, period)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{FILENAME}.xlsx", content_type=XLSX)
