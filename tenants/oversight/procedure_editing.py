"""Writing what a procedure says: a draft, or the correction of what was typed wrongly."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.queries import person_asking
from procedure_catalogue import actions
from procedure_catalogue.contents import Content
from procedure_catalogue.details import field_names
from procedure_catalogue.differences import differences
from procedure_catalogue.models import Procedure, ProcedureVersion
from procedure_catalogue.reading import clean_code, read_content
from procedure_catalogue.states import State
from procedure_catalogue.wording import HEADINGS
from tenants.oversight.procedure_forms import ROW_FORMS, Written
from tenants.oversight.procedure_uploads import with_form_files
from tenants.oversight.procedures import NAMESPACE, BoardOnly, OfTheBoard


class WritingScreen:
    """What the three screens share: nothing that was typed is lost where something is refused."""

    request: HttpRequest
    is_new = False
    is_correction = False

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        typed, refused = with_form_files(request, self.code())
        written = Written(data=typed)
        if refused:
            return self._again(written, refused)
        if not written.is_complete:
            return self._again(written, ValidationError(_("The form was not sent as a whole: send it again.")))
        try:
            content = read_content(written.data())
        except ValidationError as error:
            return self._again(written, error)
        try:
            version = self.write(content)
        except actions.Meanwhile as meanwhile:
            return self._again(written, meanwhile, content=content)
        except ValidationError as error:
            return self._again(written, error)
        return self.after(version)

    def code(self) -> str:
        """Of the procedure that is written, as it was typed where it is new."""
        raise NotImplementedError

    def write(self, content: Content) -> ProcedureVersion:
        raise NotImplementedError

    def current(self) -> ProcedureVersion | None:
        """What the database has now, where somebody else was first."""
        return None

    def after(self, version: ProcedureVersion) -> HttpResponse:
        address = reverse(f"{NAMESPACE}:procedure", args=[version.procedure.code])
        return redirect(f"{address}?version={version.pk}")

    def seen(self) -> int | None:
        typed = self.request.POST.get("seen", "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None

    def _again(self, written: Written, error: ValidationError, *, content: Content | None = None) -> HttpResponse:
        """Where somebody else was first, with what differs; who then saves once more means it."""
        others, current = [], self.current() if content else None
        if content and current:
            others = differences(current.content, content, field_names())
        context = self.get_context_data(  # type: ignore[attr-defined]
            written=written,
            errors=_by_part(error),
            others=others,
            is_behind=bool(current),
            seen=current.procedure.revision if current else self.request.POST.get("seen", ""),
            code=self.request.POST.get("code", ""),
            why=self.request.POST.get("why", ""),
        )
        return self.render_to_response(context, status=422)  # type: ignore[attr-defined,no-any-return]

    def forms_of(self, written: Written, errors: dict[str, list[str]]) -> dict[str, Any]:
        rows = [(part, HEADINGS[part], written.rows[part], errors.get(part, [])) for part in ROW_FORMS]
        fields = [(field, errors.get(field.name, [])) for field in written.form]
        return {"fields": fields, "row_sets": rows, "is_new": self.is_new, "is_correction": self.is_correction}


def _by_part(error: ValidationError) -> dict[str, list[str]]:
    """Under `__all__` what belongs to no part."""
    return error.message_dict if hasattr(error, "error_dict") else {"__all__": error.messages}


class NewView(BoardOnly, WritingScreen, WagtailAdminTemplateMixin, TemplateView):
    template_name = "oversight/procedure_edit.html"
    header_icon = "plus"
    page_title = gettext_lazy("New procedure")
    is_new = True

    def code(self) -> str:
        return self.request.POST.get("code", "")

    def write(self, content: Content) -> ProcedureVersion:
        try:
            code = clean_code(self.request.POST.get("code", ""))
        except ValidationError as error:
            raise ValidationError({"code": error.messages}) from error
        if Procedure.objects.filter(code=code).exists():
            raise ValidationError({"code": _("The catalogue has this code already: open that procedure instead.")})
        return actions.save_draft(code=code, content=content, by=person_asking(self.request), seen=None)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse(f"{NAMESPACE}:index"), "label": _("Catalogue of procedures")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        written, errors = kwargs.pop("written", None) or Written(), kwargs.setdefault("errors", {})
        return super().get_context_data(**self.forms_of(written, errors), written=written, **kwargs)


class EditView(OfTheBoard, WritingScreen, TemplateView):
    """The draft, begun from what was published last where there is none yet."""

    template_name = "oversight/procedure_edit.html"
    subtitle = gettext_lazy("Edit")

    def code(self) -> str:
        return self.procedure.code

    def write(self, content: Content) -> ProcedureVersion:
        draft = actions.save_draft(
            code=self.procedure.code, content=content, by=person_asking(self.request), seen=self.seen() or 0
        )
        messages.success(self.request, _("The draft is saved. Readers see it once it is published under a decision."))
        return draft

    def current(self) -> ProcedureVersion | None:
        return self.draft or self.version

    @cached_property
    def begun(self) -> ProcedureVersion:
        return self.draft or self.version

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        written = kwargs.pop("written", None) or Written(self.begun.content)
        errors = kwargs.setdefault("errors", {})
        kwargs.setdefault("seen", self.procedure.revision)
        return super().get_context_data(
            **self.forms_of(written, errors), written=written, back=self.url("procedure"), **kwargs
        )


class CorrectView(EditView):
    """Of a published version, with a reason; the old words are kept."""

    subtitle = gettext_lazy("Correct a mistake in writing")
    is_correction = True

    @cached_property
    def begun(self) -> ProcedureVersion:
        version = self.numbered(str(self.kwargs["pk"]))
        if version.state != State.PUBLISHED:
            raise Http404
        return version

    def current(self) -> ProcedureVersion | None:
        return self.begun

    def write(self, content: Content) -> ProcedureVersion:
        version = actions.correct(
            version=self.begun,
            content=content,
            by=person_asking(self.request),
            seen=self.seen() or 0,
            why=self.request.POST.get("why", "")[:2000],
        )
        messages.success(self.request, _("The correction is on all sites. The old words are in the history."))
        return version
