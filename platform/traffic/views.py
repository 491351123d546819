"""The screens of the administration: how many visits there were, and totals of older systems."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from accounts.queries import person_asking
from catalogue.figures import Period
from lib.clock import now, today
from traffic.actions import correct_total, enter_total, withdraw_total
from traffic.charts import chart_of
from traffic.exports import as_csv, as_workbook, source_name, tables
from traffic.figures import visits
from traffic.forms import CorrectionForm, PeriodForm, TotalForm, WithdrawalForm
from traffic.models import DayCount, PageCount, PastTotal, SourceCount
from traffic.rules import may_enter_totals, may_read
from traffic.spans import span
from traffic.states import Device

DAYS = 30
PER_PAGE = 50
MOST_SOURCES_SHOWN = 20
FILENAME = "luot-truy-cap"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class VisitsView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "traffic/report.html"
    page_title = gettext_lazy("Visits")
    header_icon = "view"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_read(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        export = request.GET.get("export")
        if export and self.form.is_valid():
            return self._file(export, request.GET.get("table", "days"))
        return super().get(request, *args, **kwargs)

    @cached_property
    def form(self) -> PeriodForm:
        """The last thirty days, where no others are asked for."""
        usual = {"first": today() - datetime.timedelta(days=DAYS - 1), "last": today()}
        asked = {name: self.request.GET[name] for name in usual if self.request.GET.get(name)}
        return PeriodForm({**usual, **asked})

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if not may_enter_totals(person_asking(self.request)):
            return []
        label = _("Totals of older systems")
        return [HeaderButton(label, url=reverse("traffic:totals"), icon_name="history")]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(form=self.form, media=self.form.media, as_of=now(), **kwargs)
        if self.form.is_valid():
            context |= self._figures(self.form.period)
        return context

    def _figures(self, period: Period) -> dict[str, Any]:
        """Seven queries, whatever the site had of visits."""
        counted = visits(period)
        between = (period.first, period.last)
        pages = Paginator(PageCount.objects.between(*between).by_page(), PER_PAGE)
        sources = SourceCount.objects.between(*between).together("source")[:MOST_SOURCES_SHOWN]
        devices = DayCount.objects.between(*between).together("device")
        languages = PageCount.objects.between(*between).together("language")
        return {
            "visits": counted,
            "span": span(*between),
            "chart": chart_of(counted),
            "pages": pages.get_page(self.request.GET.get("p")),
            "sources": [(source_name(row["source"]), row["number"]) for row in sources],
            "devices": [(Device(row["device"]).label, row["number"]) for row in devices],
            "languages": [(row["language"], row["number"]) for row in languages],
            "days_query": f"first={period.first:%d/%m/%Y}&last={period.last:%d/%m/%Y}",
        }

    def _file(self, file_format: str, name: str) -> HttpResponseBase:
        table = tables().get(name)
        if file_format not in ("csv", "xlsx") or table is None:
            raise Http404
        period = self.form.period
        if file_format == "xlsx":
            file = as_workbook(period)
            return FileResponse(file, as_attachment=True, filename=f"{FILENAME}.xlsx", content_type=SPREADSHEET)
        response = HttpResponse(as_csv(table, period), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{FILENAME}-{name}.csv"'
        return response


class TotalsMixin(WagtailAdminTemplateMixin):
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_enter_totals(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("traffic:index"), "label": _("Visits")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]


class TotalsView(TotalsMixin, TemplateView):
    template_name = "traffic/totals.html"
    page_title = gettext_lazy("Totals of older systems")

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Enter a total"), url=reverse("traffic:enter"), icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        totals = Paginator(PastTotal.objects.prefetch_related("changes"), PER_PAGE)
        return super().get_context_data(totals=totals.get_page(self.request.GET.get("p")), **kwargs)


class TotalFormView(TotalsMixin, FormView):
    template_name = "traffic/total_form.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(submit_label=self.submit_label, **kwargs)
        context["media"] = context["form"].media
        return context


class EnterView(TotalFormView):
    page_title = submit_label = gettext_lazy("Enter a total")
    form_class = TotalForm

    def form_valid(self, form: TotalForm) -> HttpResponse:
        enter_total(**form.cleaned_data, by=person_asking(self.request))
        messages.success(self.request, _("The total is entered."))
        return redirect("traffic:totals")


class CorrectView(TotalFormView):
    page_title = gettext_lazy("Correct a total")
    submit_label = gettext_lazy("Correct")
    form_class = CorrectionForm

    @cached_property
    def total(self) -> PastTotal:
        return get_object_or_404(PastTotal.objects.in_force(), pk=self.kwargs["number"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.total}

    def form_valid(self, form: CorrectionForm) -> HttpResponse:
        correct_total(total=self.total, **form.cleaned_data, by=person_asking(self.request))
        messages.success(self.request, _("The total is corrected; what it said before stays on record."))
        return redirect("traffic:totals")


class WithdrawView(TotalFormView):
    page_title = gettext_lazy("Withdraw a total")
    submit_label = gettext_lazy("Withdraw")
    form_class = WithdrawalForm

    def form_valid(self, form: WithdrawalForm) -> HttpResponse:
        total = get_object_or_404(PastTotal.objects.in_force(), pk=self.kwargs["number"])
        withdraw_total(total=total, reason=form.cleaned_data["reason"], by=person_asking(self.request))
        messages.success(self.request, _("The total counts no more; it stays on record."))
        return redirect("traffic:totals")
