"""The board's screens for what its sites owe: as of a day, each with its versions."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from accounts.queries import person_asking
from lib.clock import today
from tenants.oversight.actions import end_duty
from tenants.oversight.duty_forms import DutyForm, EndForm
from tenants.oversight.models import Duty
from tenants.provisioning.views import ProvisioningMixin

# Of one duty; a version a month would take years.
MOST_VERSIONS = 100


class DutiesView(ProvisioningMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "oversight/duties.html"
    page_title = gettext_lazy("Duties of the sites")
    header_icon = "tasks"

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("New duty"), url=reverse("oversight:new_duty"), icon_name="plus")]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            on = datetime.date.fromisoformat(self.request.GET.get("on", ""))
        except ValueError:
            on = today()
        duties = Duty.objects.in_force(on).order_by("-weight", "key")
        others = Duty.objects.standing().exclude(pk__in=duties).order_by("key", "valid_from")
        return super().get_context_data(on=on, duties=duties, others=others, **kwargs)


class DutyFormView(ProvisioningMixin, WagtailAdminTemplateMixin, FormView):
    template_name = "oversight/duty.html"
    header_icon = "tasks"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("oversight:duties"), "label": _("Duties of the sites")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.do(form)
        except ValidationError as refused:
            _tell(form, refused)
            return self.form_invalid(form)
        return redirect("oversight:duties")

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"media": context["form"].media}

    def do(self, form: Any) -> None:
        raise NotImplementedError


class NewDutyView(DutyFormView):
    page_title = gettext_lazy("New duty")
    form_class = DutyForm

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": today()}

    def do(self, form: DutyForm) -> None:
        form.keep(by=person_asking(self.request))
        messages.success(self.request, _("The duty is set down."))


class DutyView(DutyFormView):
    form_class = DutyForm

    @cached_property
    def duty(self) -> Duty:
        return get_object_or_404(Duty.objects.standing(), pk=self.kwargs["number"])

    def get_page_title(self) -> str:
        return str(self.duty)

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": max(today(), self.duty.valid_from)}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.duty, "instead_of": self.duty}

    def do(self, form: DutyForm) -> None:
        form.keep(by=person_asking(self.request))
        messages.success(self.request, _("The change is set down. What held before stays on record."))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = Duty.objects.filter(key=self.duty.key).order_by("-valid_from", "-changed_at")[:MOST_VERSIONS]
        end = EndForm(initial={"last_day": today()})
        return super().get_context_data(duty=self.duty, versions=versions, end_form=end, **kwargs)


class EndDutyView(DutyFormView):
    page_title = gettext_lazy("End a duty")
    form_class = EndForm

    def do(self, form: EndForm) -> None:
        duty = get_object_or_404(Duty.objects.standing(), pk=self.kwargs["number"])
        end_duty(duty=duty, by=person_asking(self.request), **form.cleaned_data)
        messages.success(self.request, _("From the day after on nobody owes it."))


def _tell(form: Any, refused: ValidationError) -> None:
    """What belongs to no field of the form stands above it."""
    told = refused.message_dict if hasattr(refused, "error_dict") else {"": refused.messages}
    for name, words in told.items():
        form.add_error(name if name in form.fields else None, words)
