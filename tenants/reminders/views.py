"""The log of reminders: the board's, and each site's own."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.queries import person_asking
from lib.pagination import page_of
from tenants.exchange.offices import here
from tenants.oversight.models import Duty
from tenants.oversight.queries import sites_of
from tenants.oversight.rules import may_see_own_standing
from tenants.provisioning.views import ProvisioningMixin
from tenants.registry.models import Tenant
from tenants.reminders.actions_settings import save_contact
from tenants.reminders.exports import MOST_ROWS, as_csv, as_workbook
from tenants.reminders.forms import ContactForm, LogForm
from tenants.reminders.models import Contact, Mail, Reminder

PER_PAGE = 50
FILENAME = "nhat-ky-don-doc"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class RemindersMixin(ProvisioningMixin, WagtailAdminTemplateMixin):
    """A screen of the board below the log."""

    header_icon = "mail"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("reminders:log"), "label": _("Reminders")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]


class LogView(ProvisioningMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "reminders/log.html"
    page_title = gettext_lazy("Reminders")
    header_icon = "mail"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        wanted = request.GET.get("export")
        if not wanted:
            return super().get(request, *args, **kwargs)
        rows = self.reminders[:MOST_ROWS]
        if wanted == "xlsx":
            return FileResponse(as_workbook(rows), as_attachment=True, filename=f"{FILENAME}.xlsx", content_type=XLSX)
        if wanted != "csv":
            raise Http404
        response = HttpResponse(as_csv(rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{FILENAME}.csv"'
        return response

    @cached_property
    def form(self) -> LogForm:
        duties = list(Duty.objects.standing().order_by("key", "valid_from"))
        return LogForm(self.request.GET, sites=list(sites_of(here())), duties=duties)

    @property
    def reminders(self) -> QuerySet[Reminder]:
        found = Reminder.objects.about_sites_of(here()).newest_first().select_related("tenant", "period")
        return self.form.narrow(found)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.copy()
        asked.pop("trang", None)
        return super().get_context_data(
            form=self.form,
            media=self.form.media,
            reminders=page_of(self.reminders, self.request, per_page=PER_PAGE),
            query=asked.urlencode(),
            **kwargs,
        )


class MailView(RemindersMixin, TemplateView):
    """As it has left."""

    template_name = "reminders/mail.html"
    page_title = gettext_lazy("Mail")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mails = Mail.objects.select_related("tenant").filter(tenant__in=sites_of(here()).order_by())
        mail = get_object_or_404(mails, pk=self.kwargs["number"])
        return super().get_context_data(mail=mail, **kwargs)


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class OwnRemindersView(WagtailAdminTemplateMixin, TemplateView):
    """For a site's administrators: what it was reminded of, and whom to tell as its leader."""

    template_name = "reminders/own.html"
    page_title = gettext_lazy("Reminders of this site")
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see_own_standing(person_asking(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def contact(self) -> Contact | None:
        return Contact.objects.filter(tenant=here()).first()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return keep_contact(self, ContactForm(request.POST), here(), reverse("reminders:own"))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = Reminder.objects.filter(tenant=here()).newest_first().select_related("period")
        kwargs.setdefault("form", ContactForm(instance=self.contact))
        return super().get_context_data(reminders=page_of(found, self.request, per_page=PER_PAGE), **kwargs)


def keep_contact(view: Any, form: ContactForm, tenant: Tenant, back: str) -> HttpResponse:
    """What a view with that form answers. Not within a transaction."""
    if not form.is_valid():
        return view.render_to_response(view.get_context_data(form=form), status=422)
    save_contact(tenant=tenant, by=person_asking(view.request), **form.cleaned_data)
    messages.success(
        view.request, _("The address is kept.") if form.cleaned_data["email"] else _("The address is taken away.")
    )
    return redirect(back)
