"""The board's screens: all sites as a ranking or as a matrix, and one site; and that site's own, for its own people."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.queries import person_asking
from lib.clock import refuse_far_day, today
from tenants.exchange.offices import here
from tenants.oversight.board import Board, Line, board_of, line_of
from tenants.oversight.board_exports import as_csv, as_data, as_workbook
from tenants.oversight.board_forms import BoardForm
from tenants.oversight.models import Duty, Reading
from tenants.oversight.queries import sites_of
from tenants.oversight.rules import may_see_own_standing
from tenants.oversight.saved_views import SavedViewsMixin
from tenants.oversight.site_page import Advice, advice_of
from tenants.oversight.trends import trend_of_board, trend_of_site
from tenants.provisioning.views import ProvisioningMixin

LINES_PER_PAGE = 50
# Of the matrix, whose lines have some 25 cells each.
ROWS_PER_PAGE = 25
FILENAME = "tinh-hinh-cac-trang"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class BoardView(ProvisioningMixin, SavedViewsMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "oversight/board.html"
    page_title = gettext_lazy("Board of the sites")
    header_icon = "table"
    per_page = LINES_PER_PAGE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        if (wanted := request.GET.get("export")) and self.form.is_valid():
            return self._file(wanted)
        return super().get(request, *args, **kwargs)

    @cached_property
    def form(self) -> BoardForm:
        duties = list(Duty.objects.in_force(today()).order_by("-weight", "key"))
        return BoardForm(self.request.GET, duties=duties)

    @cached_property
    def board(self) -> Board:
        return board_of(here(), self.form.day if self.form.is_valid() else today())

    @cached_property
    def lines(self) -> list[Line]:
        return self.form.lines(self.board) if self.form.is_valid() else []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        page = Paginator(self.lines, self.per_page).get_page(self.request.GET.get("p"))
        asked = self.request.GET.copy()
        asked.pop("p", None)
        return context | {
            "form": self.form,
            "media": self.form.media,
            "board": self.board,
            "lines": page,
            "query": asked.urlencode(),
            **self.more(page),
        }

    def more(self, page: Any) -> dict[str, Any]:
        return {"trend": trend_of_board(here(), self.board.on)}

    def _file(self, wanted: str) -> HttpResponseBase:
        if wanted == "xlsx":
            file = as_workbook(self.board, self.lines)
            return FileResponse(file, as_attachment=True, filename=f"{FILENAME}.xlsx", content_type=XLSX)
        if wanted == "json":
            return JsonResponse(as_data(self.board, self.lines))
        if wanted != "csv":
            raise Http404
        response = HttpResponse(as_csv(self.board, self.lines), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{FILENAME}.csv"'
        return response


class MatrixView(BoardView):
    template_name = "oversight/matrix.html"
    page_title = gettext_lazy("Sites and duties")
    header_icon = "list-ul"
    per_page = ROWS_PER_PAGE

    def more(self, page: Any) -> dict[str, Any]:
        wanted = self.form.cleaned_data["duty"] if self.form.is_valid() else ""
        duties = [duty for duty in self.board.duties if wanted in ("", duty.key)]
        # In the order of the columns; None where that kind of site does not owe it.
        rows = [(line, [line.cell(duty.key) for duty in duties]) for line in page]
        return {"duties": duties, "rows": rows}


class StandingMixin(WagtailAdminTemplateMixin):
    """How one site stands, and what to do next."""

    header_icon = "site"
    request: HttpRequest

    @cached_property
    def day(self) -> datetime.date:
        try:
            day = datetime.date.fromisoformat(self.request.GET.get("on", ""))
            refuse_far_day(day)
        except (ValueError, ValidationError):
            return today()
        return day

    @property
    def line(self) -> Line:
        raise NotImplementedError

    def advice(self, line: Line) -> list[Advice]:
        raise NotImplementedError

    def get_page_title(self) -> str:
        return str(self.line.tenant.full_name)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line, advice = self.line, self.advice(self.line)
        return super().get_context_data(
            line=line,
            next_steps=[one for one in advice if one.is_wanted],
            advice=advice,
            trend=trend_of_site(line.tenant, self.day),
            **kwargs,
        )


class SiteView(ProvisioningMixin, StandingMixin, TemplateView):
    template_name = "oversight/site.html"

    @cached_property
    def line(self) -> Line:
        tenant = get_object_or_404(sites_of(here()).with_addresses(), slug=self.kwargs["slug"])
        reading = Reading.objects.filter(tenant=tenant).first() if self.day >= today() else None
        return line_of(tenant, self.day, reading=reading or Reading())

    def advice(self, line: Line) -> list[Advice]:
        return advice_of(line, at_home=False)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("oversight:board"), "label": _("Board of the sites")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]


class OwnSiteView(StandingMixin, TemplateView):
    """Of its own snapshot only: the site's login reads no other."""

    template_name = "oversight/site.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see_own_standing(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def line(self) -> Line:
        return line_of(here(), self.day)

    def advice(self, line: Line) -> list[Advice]:
        return advice_of(line, at_home=True)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": _("How this site stands")}]
