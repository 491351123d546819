"""Remind now: choose, look at who gets what, send."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from accounts.queries import person_asking
from lib.clients import Client
from lib.clock import today
from tenants.exchange.offices import here
from tenants.oversight.models import Duty
from tenants.oversight.queries import sites_of
from tenants.reminders.actions_by_hand import plans, remind_by_hand
from tenants.reminders.forms import NowForm
from tenants.reminders.states import Addressee
from tenants.reminders.views import RemindersMixin


class RemindNowView(RemindersMixin, TemplateView):
    template_name = "reminders/now.html"
    page_title = gettext_lazy("Remind now")

    def form(self, *args: Any, **kwargs: Any) -> NowForm:
        sites = sites_of(here()).select_related("parent").prefetch_related("domains", "parent__domains")
        duties = list(Duty.objects.in_force(today()).order_by("-weight", "key"))
        return NowForm(*args, sites=sites, duties=duties, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid() or "change" in request.POST:
            status = 200 if "change" in request.POST else 422
            return self.render_to_response(self.get_context_data(form=form), status=status)
        tenants = list(form.cleaned_data["sites"])
        if "send" not in request.POST:
            found = plans(tenants, form.order)
            context = self.get_context_data(form=form, plans=found, mails=sum(len(one.digests) for one in found))
            return self.render_to_response(context)
        done = remind_by_hand(tenants=tenants, order=form.order, by=person_asking(request), client=Client.of(request))
        mails = sum(len(plan.digests) for plan in done)
        told = ngettext("%(mails)d mail is on its way.", "%(mails)d mails are on their way.", mails)
        messages.success(request, told % {"mails": mails})
        return redirect("reminders:log")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "form" not in kwargs:
            wanted = {
                "sites": self.request.GET.getlist("site"),
                "addressees": [Addressee.EDITOR, Addressee.ADMINISTRATOR],
            }
            kwargs["form"] = self.form(initial={**wanted, "duties": self.request.GET.getlist("duty")})
        return super().get_context_data(**kwargs)
