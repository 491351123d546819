"""The catalogue as every site's administration reads it: the list, one procedure, and two of its versions compared.

The board's own screens build on these; nothing here writes.
"""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView

from lib.clock import today
from lib.spreadsheets import harmless
from procedure_catalogue.details import field_names, parts_of, related_to, repeals_of
from procedure_catalogue.differences import differences
from procedure_catalogue.filters import ProcedureFilterSet
from procedure_catalogue.models import Procedure, ProcedureVersion
from procedure_catalogue.states import Level, Standing


class DayColumn(Column):
    def get_value(self, instance: ProcedureVersion) -> str:
        day = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""


def level_names(version: ProcedureVersion) -> str:
    return ", ".join(str(Level(level).label) for level in version.levels)


def standing_name(version: ProcedureVersion) -> str:
    return str(Standing(version.standing_on_day).label)


class ProcedureIndexView(ReportView):
    namespace = "procedure_catalogue"
    results_template_name = "procedure_catalogue/index_results.html"
    page_title = gettext_lazy("Catalogue of procedures")
    header_icon = "list-ul"
    model = ProcedureVersion
    filterset_class = ProcedureFilterSet
    any_permission_required: tuple[str, ...] = ()
    is_searchable = False
    paginate_by = 50
    list_export = [
        "procedure.code",
        "name",
        "field.name",
        "levels",
        "get_online_display",
        "deciding_agency",
        "decision.number",
        "valid_from",
        "valid_to",
        "standing_on_day",
    ]
    export_headings = {
        "procedure.code": capfirst(gettext_lazy("code")),
        "name": gettext_lazy("Name of the procedure"),
        "field.name": gettext_lazy("Field"),
        "levels": gettext_lazy("Levels that deal with it"),
        "get_online_display": gettext_lazy("Online service"),
        "deciding_agency": gettext_lazy("Deciding agency"),
        "decision.number": gettext_lazy("Decision"),
        "valid_from": capfirst(gettext_lazy("valid from")),
        "valid_to": capfirst(gettext_lazy("valid to")),
        "standing_on_day": gettext_lazy("State"),
    }
    export_filename = "thu-tuc-hanh-chinh"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.index_url_name = f"{self.namespace}:index"
        self.index_results_url_name = f"{self.namespace}:index_results"
        texts = {self.FORMAT_CSV: harmless, self.FORMAT_XLSX: harmless}
        levels = dict.fromkeys(texts, lambda value: ", ".join(str(Level(one).label) for one in value))
        standing = dict.fromkeys(texts, lambda value: str(Standing(value).label))
        self.custom_value_preprocess = {**self.custom_value_preprocess, str: texts}
        self.custom_field_preprocess = {
            **self.custom_field_preprocess,
            "levels": levels,
            "standing_on_day": standing,
        }

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("name", label=gettext_lazy("Name of the procedure"), get_url=self.address_of),
            Column("code", label=capfirst(gettext_lazy("code")), accessor="procedure.code"),
            Column("field", label=gettext_lazy("Field"), accessor="field.name"),
            Column("levels", label=gettext_lazy("Level of administration"), accessor=level_names),
            Column("online", label=gettext_lazy("Online service"), accessor="get_online_display"),
            Column("standing", label=gettext_lazy("State"), accessor=standing_name),
            DayColumn("valid_from", label=capfirst(gettext_lazy("valid from"))),
        ]

    def address_of(self, version: ProcedureVersion) -> str:
        address = reverse(f"{self.namespace}:procedure", args=[version.procedure.code])
        return f"{address}?version={version.pk}"

    def readable(self) -> Any:
        """Drafts and what was withdrawn are the board's own."""
        return ProcedureVersion.objects.published()

    def get_queryset(self) -> QuerySet[ProcedureVersion]:
        return self.readable().in_reading_order().for_rows().with_standing(today())

    def filter_queryset(self, queryset: Any) -> Any:
        """Where the filters can't be read they say so, above what is in force."""
        is_readable = self.filters and self.filters.is_valid()
        return super().filter_queryset(queryset if is_readable else queryset.in_force(today()))


class OneProcedure(WagtailAdminTemplateMixin):
    """Screens of the procedure whose code stands in the address. Drafts and what was withdrawn are the board's own."""

    namespace = "procedure_catalogue"
    header_icon = "doc-full"
    subtitle: Any = ""
    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def procedure(self) -> Procedure:
        return get_object_or_404(Procedure, code=self.kwargs["code"])

    @cached_property
    def versions(self) -> list[ProcedureVersion]:
        """The newest first, with all that a line shows."""
        rows = self.readable().filter(procedure=self.procedure).select_related("procedure", "field", "decision")
        return list(rows.with_standing(self.day).order_by("-valid_from", "-pk"))

    def readable(self) -> Any:
        return ProcedureVersion.objects.published()

    @cached_property
    def day(self) -> datetime.date:
        return today()

    @cached_property
    def version(self) -> ProcedureVersion:
        """The one that is asked for, else the nearest to today. Raises Http404 where the reader may see none."""
        asked = self.request.GET.get("version", "")
        if asked:
            return self.numbered(asked)
        order = [Standing.IN_FORCE, Standing.COMING, Standing.ENDED, Standing.DRAFT, Standing.WITHDRAWN]
        nearest = min(self.versions, key=lambda one: order.index(one.standing_on_day), default=None)
        if nearest is None:
            raise Http404
        return nearest

    def numbered(self, asked: str) -> ProcedureVersion:
        found = next((one for one in self.versions if str(one.pk) == asked), None)
        if found is None:
            raise Http404
        return found

    def url(self, name: str) -> str:
        return reverse(f"{self.namespace}:{name}", args=[self.procedure.code])

    def get_page_title(self) -> str:
        return f"{self.procedure.code} {self.subtitle}".strip()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse(f"{self.namespace}:index"), "label": _("Catalogue of procedures")}]
        if self.subtitle:
            above.append({"url": self.url("procedure"), "label": self.procedure.code})
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]


class ProcedureView(OneProcedure, TemplateView):
    template_name = "procedure_catalogue/procedure.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version = self.version
        return super().get_context_data(
            **{
                "procedure": self.procedure,
                "version": version,
                "standing": Standing(version.standing_on_day),
                "parts": parts_of(version),
                "related": related_to(version),
                "events": [event.name for event in self.procedure.life_events.all()],
                "versions": [(one, Standing(one.standing_on_day).label) for one in self.versions],
                "repeals": repeals_of(self.procedure),
                "compare_url": self.url("compare"),
                **kwargs,
            }
        )


class CompareView(OneProcedure, TemplateView):
    """`?a=` and `?b=` are versions of the procedure; without them, the last two."""

    template_name = "procedure_catalogue/compare.html"
    subtitle = gettext_lazy("Compare versions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if not self.versions:
            raise Http404
        older = self.versions[1] if len(self.versions) > 1 else self.versions[0]
        before = self._asked("a") or older
        after = self._asked("b") or self.versions[0]
        return super().get_context_data(
            versions=self.versions,
            before=before,
            after=after,
            differences=differences(before.content, after.content, field_names()),
            **kwargs,
        )

    def _asked(self, name: str) -> ProcedureVersion | None:
        asked = self.request.GET.get(name, "")
        return self.numbered(asked) if asked else None
