"""The board's screens for the ladder, the wording and the leaders of the communes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.widgets.button import HeaderButton

from accounts.queries import person_asking
from lib.clock import today
from lib.pagination import page_of
from tenants.exchange.offices import here
from tenants.oversight.duty_forms import EndForm
from tenants.oversight.queries import sites_of
from tenants.registry.models import Tenant
from tenants.reminders.actions_settings import end_step, restore_text, save_text
from tenants.reminders.forms import ContactForm, PreviewForm, StepForm, TextForm
from tenants.reminders.models import Contact, OwnText, Step
from tenants.reminders.previews import preview
from tenants.reminders.states import Wording
from tenants.reminders.views import RemindersMixin, keep_contact
from tenants.reminders.wordings import MEANINGS, Text, allowed, check, text_of

SITES_PER_PAGE = 50


class LadderView(RemindersMixin, TemplateView):
    template_name = "reminders/ladder.html"
    page_title = gettext_lazy("Ladder of reminders")

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("New step"), url=reverse("reminders:new_step"), icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        steps = Step.objects.in_force(today())
        others = Step.objects.exclude(pk__in=steps.order_by()).order_by("valid_from", "after_days")
        return super().get_context_data(steps=steps, others=others[:SITES_PER_PAGE], **kwargs)


class StepFormView(RemindersMixin, FormView):
    template_name = "reminders/step.html"
    form_class: Any = StepForm
    step: Step | None = None

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": today()}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.do(form)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self.form_invalid(form)
        messages.success(self.request, _("The ladder is changed."))
        return redirect("reminders:ladder")

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"media": context["form"].media, "step": self.step}

    def do(self, form: Any) -> None:
        form.keep(by=person_asking(self.request), instead_of=self.step)


class NewStepView(StepFormView):
    page_title = gettext_lazy("New step")


class StepView(StepFormView):
    page_title = gettext_lazy("Step of the ladder")

    @cached_property
    def step(self) -> Step:  # type: ignore[override]
        return get_object_or_404(Step, pk=self.kwargs["number"])

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": max(today(), self.step.valid_from)}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.step}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(end_form=EndForm(initial={"last_day": today()}), **kwargs)


class EndStepView(StepFormView):
    page_title = gettext_lazy("End a step")
    form_class = EndForm

    def do(self, form: Any) -> None:
        step = get_object_or_404(Step, pk=self.kwargs["number"])
        end_step(step=step, by=person_asking(self.request), **form.cleaned_data)


class WordingsView(RemindersMixin, TemplateView):
    template_name = "reminders/wordings.html"
    page_title = gettext_lazy("Wording of reminders")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {one.wording: one for one in OwnText.objects.all()}
        wordings = [(wording, own.get(wording)) for wording in Wording]
        return super().get_context_data(wordings=wordings, **kwargs)


class WordingView(RemindersMixin, TemplateView):
    """Three buttons: keep, look at it with a real site, and go back to the default."""

    template_name = "reminders/wording.html"

    @cached_property
    def wording(self) -> Wording:
        try:
            return Wording(self.kwargs["wording"])
        except ValueError:
            raise Http404 from None

    def get_page_title(self) -> str:
        return capfirst(str(self.wording.label))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        by = person_asking(request)
        if "restore" in request.POST:
            restore_text(wording=self.wording, by=by)
            messages.success(request, _("The default holds again."))
            return redirect(request.path)
        form, choice = TextForm(request.POST), PreviewForm(request.POST, sites=self.sites)
        shown: Text | None = None
        if form.is_valid():
            try:
                if "preview" in request.POST:
                    shown = self._preview(form, choice)
                else:
                    save_text(wording=self.wording, by=by, **form.cleaned_data)
                    messages.success(request, _("The wording is kept."))
                    return redirect("reminders:wordings")
            except ValidationError as refused:
                form.add_error(None, refused)
        context = self.get_context_data(form=form, choice=choice, shown=shown)
        return self.render_to_response(context, status=422 if form.errors else 200)

    @property
    def sites(self) -> QuerySet[Tenant]:
        return sites_of(here()).select_related("parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = text_of(self.wording)
        kwargs.setdefault("form", TextForm(initial={"subject": text.subject, "body": text.body}))
        kwargs.setdefault("choice", PreviewForm(sites=self.sites, initial={"site": self.sites.last()}))
        names = [(f"{{{name}}}", MEANINGS[name]) for name in allowed(self.wording)]
        return super().get_context_data(text=text, placeholders=names, **kwargs)

    def _preview(self, form: TextForm, choice: PreviewForm) -> Text | None:
        check(self.wording, **form.cleaned_data)
        if not choice.is_valid():
            return None
        return preview(self.wording, Text(**form.cleaned_data), choice.cleaned_data["site"])


class ContactsView(RemindersMixin, TemplateView):
    template_name = "reminders/contacts.html"
    page_title = gettext_lazy("Leaders of the communes")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sites = page_of(sites_of(here()).select_related("leader_contact"), self.request, per_page=SITES_PER_PAGE)
        rows = [(one, getattr(one, "leader_contact", None)) for one in sites]
        return super().get_context_data(sites=sites, rows=rows, **kwargs)


class ContactView(RemindersMixin, TemplateView):
    template_name = "reminders/contact.html"

    @cached_property
    def tenant(self) -> Tenant:
        return get_object_or_404(sites_of(here()), slug=self.kwargs["slug"])

    def get_page_title(self) -> str:
        return str(self.tenant.full_name)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return keep_contact(self, ContactForm(request.POST), self.tenant, reverse("reminders:contacts"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        contact = Contact.objects.filter(tenant=self.tenant).first()
        kwargs.setdefault("form", ContactForm(instance=contact))
        return super().get_context_data(**kwargs)
