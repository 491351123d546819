"""One import: its columns, how far it is, what it would do or has done, and what may be done with it."""

import tempfile
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView, View

from accounts.queries import person_asking
from importing import actions
from importing.forms import ColumnsForm, SheetForm
from importing.handed_in import sheet_limits
from importing.models import Import
from importing.progress import progress_of
from importing.registers import Register, register_named
from importing.rules import may_be_undone, may_import
from importing.states import State, Verdict
from importing.tables import opened
from importing.views import SPREADSHEET, SubpageMixin
from importing.workbooks import write_result

ROWS_PER_PAGE = 50
IN_THE_WAY = "in-the-way"


class ImportMixin:
    """About one import, for those who may import into its register."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(person_asking(request), self.register):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def found(self) -> Import:
        people = ("asked_by", "applied_by", "undone_by")
        return get_object_or_404(Import.objects.select_related(*people), pk=self.kwargs["pk"])

    @cached_property
    def register(self) -> Register:
        return register_named(self.found.register)

    def get_page_title(self) -> str:
        return self.found.sheet_name


class ColumnsView(ImportMixin, SubpageMixin, FormView):
    template_name = "importing/columns.html"
    form_class = ColumnsForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.found.state not in (State.MAPPING, State.CHECKED) or not self.found.sheet_file:
            return redirect("importing:import", self.found.pk)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "register": self.register, "found": self.found}

    def form_valid(self, form: ColumnsForm) -> HttpResponse:
        try:
            actions.confirm_columns(of=self.found, columns=form.columns, by=person_asking(self.request))
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        return redirect("importing:import", self.found.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        sheets = _sheets_of(self.found, self.register) if self.found.state == State.MAPPING else []
        context.update(
            found=self.found,
            register=self.register,
            sheet_form=SheetForm(sheets=sheets, initial={"sheet": self.found.sheet}) if len(sheets) > 1 else None,
            media=context["form"].media,
        )
        return context


class ImportView(ImportMixin, SubpageMixin, TemplateView):
    """Where it stands, and its rows page by page, narrowed down to new, changed, unchanged or wrong ones."""

    template_name = "importing/import.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.found.state == State.MAPPING:
            return redirect("importing:columns", self.found.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.update(_standing(self.found, self.register))
        if not self.found.is_under_way:
            context.update(self._rows())
        return context

    def _rows(self) -> dict[str, Any]:
        shown = self.request.GET.get("show", "")
        rows = self.found.rows.all()
        if shown == IN_THE_WAY:
            rows = rows.in_the_way()
        elif shown in Verdict.values:
            rows = rows.filter(verdict=shown)
        page = Paginator(rows, ROWS_PER_PAGE).get_page(self.request.GET.get("p"))
        counts = self.found.counts()
        tabs = [("", _("All"), sum(counts.values()))]
        tabs += [(verdict.value, str(verdict.label), count) for verdict, count in counts.items()]
        return {
            "rows": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
            "tabs": [{"show": show, "label": label, "count": count} for show, label, count in tabs],
            "shown": shown,
            "in_the_way": IN_THE_WAY,
        }


class ProgressView(ImportMixin, TemplateView):
    """The part of that page that changes while work is under way."""

    template_name = "importing/progress.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **_standing(self.found, self.register)}


class ResultView(ImportMixin, View):
    """The sheet as it was handed in, with what is wrong beside its rows."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        if not self.found.sheet_file or self.found.state in (State.MAPPING, State.CHECKING):
            raise Http404
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
        write_result(file, self.found, self.register)
        file.seek(0)
        name = f"ket-qua-{self.found.pk}.xlsx"
        return FileResponse(file, as_attachment=True, filename=name, content_type=SPREADSHEET)


class ActionView(ImportMixin, View):
    """Takes one press of a button, and shows the import again, or why nothing was done."""

    http_method_names = ["post"]
    then = "importing:import"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            self.act()
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("importing:import", pk)
        return redirect(self.then, pk) if self.then == "importing:import" else redirect(self.then)

    def act(self) -> None:
        raise PermissionDenied


class SheetView(ActionView):
    def act(self) -> None:
        actions.choose_sheet(of=self.found, sheet=self.request.POST.get("sheet", ""), by=person_asking(self.request))


class ApplyView(ActionView):
    def act(self) -> None:
        outcome = self.request.POST.get("outcome", "")
        actions.ask_to_apply(of=self.found, outcome=outcome, by=person_asking(self.request))


class UndoView(ActionView):
    def act(self) -> None:
        leaves_edited = "leave-edited" in self.request.POST
        actions.ask_to_undo(of=self.found, by=person_asking(self.request), leaves_edited=leaves_edited)


class AgainView(ActionView):
    def act(self) -> None:
        actions.ask_again(of=self.found, by=person_asking(self.request))


class DiscardView(ActionView):
    then = "importing:index"

    def act(self) -> None:
        actions.discard(of=self.found, by=person_asking(self.request))
        messages.success(self.request, _("The sheet was discarded; nothing was imported."))


def _standing(found: Import, register: Register) -> dict[str, Any]:
    progress = progress_of(found.pk) if found.is_under_way else None
    return {
        "found": found,
        "register": register,
        "terms": list(found.terms.get("told", ())),
        "progress": progress,
        "is_open": found.is_under_way,
        "is_silent": found.is_under_way and (progress is None or progress.is_silent),
        "may_be_applied": found.may_be_applied,
        "may_be_undone": may_be_undone(found),
        "may_be_discarded": found.state == State.CHECKED,
        "is_downloadable": bool(found.sheet_file),
    }


def _sheets_of(found: Import, register: Register) -> list[str]:
    with found.sheet_file.open("rb") as file:
        table = opened(file, found.sheet_name, sheet_limits(), register.formats)
        try:
            return table.sheets
        finally:
            table.close()
