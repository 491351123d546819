"""The list of imports, and a new one."""

import tempfile
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView

from accounts.queries import person_asking
from importing import actions
from importing.forms import UploadForm, upload_form_for
from importing.models import Import
from importing.registers import Register, register_named, registers_for
from importing.rules import may_import
from importing.workbooks import write_template
from lib.filetypes import extension_of

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class RegisterMixin:
    """About one register, for those who may import into it; nobody else learns that there is one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(person_asking(request), self.register):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def register(self) -> Register:
        return register_named(self.kwargs["register"])


class SubpageMixin(WagtailAdminTemplateMixin):
    """A screen below the list of imports."""

    header_icon = "upload"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("importing:index"), "label": _("Imports")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]


class IndexView(ReportView):
    template_name = "importing/index.html"
    results_template_name = "importing/index_results.html"
    index_url_name = "importing:index"
    index_results_url_name = "importing:index_results"
    page_title = gettext_lazy("Imports")
    header_icon = "upload"
    paginate_by = 50
    is_searchable = False
    any_permission_required: tuple[str, ...] = ()
    list_export: list[str] = []

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.registers:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def registers(self) -> list[Register]:
        return registers_for(person_asking(self.request))

    def get_queryset(self) -> models.QuerySet[Import]:
        return Import.objects.into(register.key for register in self.registers).select_related("asked_by")

    @cached_property
    def columns(self) -> list[Column]:
        names = {register.key: str(register.name) for register in self.registers}
        return [
            TitleColumn(
                "sheet_name",
                label=gettext_lazy("File"),
                get_url=lambda found: reverse("importing:import", args=[found.pk]),
            ),
            Column("register", label=gettext_lazy("Register"), accessor=lambda found: names[found.register]),
            Column("get_state_display", label=gettext_lazy("State")),
            Column("new", label=gettext_lazy("New")),
            Column("changed", label=gettext_lazy("Changed")),
            Column("wrong", label=gettext_lazy("Wrong")),
            Column("asked_by", label=gettext_lazy("By")),
            DateColumn("asked_at", label=gettext_lazy("Handed in")),
        ]


class NewView(RegisterMixin, SubpageMixin, FormView):
    template_name = "importing/new.html"

    def get_form_class(self) -> type[UploadForm]:
        return upload_form_for(self.register)

    def get_page_title(self) -> str:
        return _("Import: %(register)s") % {"register": self.register.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "register": self.register}

    def form_valid(self, form: UploadForm) -> HttpResponse:
        try:
            found = actions.hand_in(
                register=self.register,
                sheet=form.cleaned_data["sheet"],
                archive=form.cleaned_data.get("archive"),
                by=person_asking(self.request),
                terms=form.kept(),
            )
        except ValidationError as error:
            form.add_error("sheet", error)
            return self.form_invalid(form)
        if extension_of(found.sheet_name) in self.register.formats:
            # Their keys are what they are: nobody has to say which is which.
            actions.confirm_columns(of=found, columns=found.columns, by=person_asking(self.request))
            return redirect("importing:import", found.pk)
        return redirect("importing:columns", found.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["register"] = self.register
        context["media"] = context["form"].media
        return context


class TemplateView(RegisterMixin, View):
    def get(self, request: HttpRequest, register: str) -> HttpResponseBase:
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
        write_template(file, self.register)
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=f"mau-{register}.xlsx", content_type=SPREADSHEET)
