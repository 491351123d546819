"""The district's screens for sites, inside its own Wagtail admin."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from lib.clock import today
from tenants.isolation.addresses import site_url
from tenants.isolation.models import ALARM, Heartbeat
from tenants.provisioning import actions, lifecycle
from tenants.provisioning.filters import TenantFilterSet
from tenants.provisioning.forms import ArchiveForm, InvitationForm, SuspensionForm
from tenants.provisioning.queries import (
    awaited_administrators,
    unfinished_creations,
)
from tenants.registry.models import Tenant
from tenants.registry.rules import may_provision
from tenants.registry.states import Lifecycle, may_move


def acting_person(request: HttpRequest) -> str:
    return f"{request.user.get_full_name()} <{request.user.email}>".strip()


class ProvisioningMixin:
    """Open to those who may provision, on the site of the unit that runs the board; elsewhere there is no such page.

    The board's own login only looks: what is changed, and what is asked of another site, goes through the gate with the
    rights of the platform. No transaction may span that; each action has its own.
    """

    @method_decorator(transaction.non_atomic_requests)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.tenant.runs_board:
            raise Http404
        if not may_provision(request.user, request.tenant):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class SubpageMixin(ProvisioningMixin, WagtailAdminTemplateMixin):
    """A screen below the list of sites."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("provisioning:index"), "label": _("Sites")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]


class IndexView(ProvisioningMixin, ReportView):
    template_name = "provisioning/index.html"
    results_template_name = "provisioning/index_results.html"
    index_url_name = "provisioning:index"
    index_results_url_name = "provisioning:index_results"
    page_title = gettext_lazy("Sites")
    header_icon = "site"
    filterset_class = TenantFilterSet
    paginate_by = 50
    any_permission_required: tuple[str, ...] = ()
    columns = [
        TitleColumn(
            "full_name",
            label=gettext_lazy("Unit"),
            get_url=lambda tenant: reverse("provisioning:site", args=[tenant.slug]),
        ),
        Column("code", label=gettext_lazy("Code")),
        Column("get_lifecycle_display", label=gettext_lazy("Lifecycle")),
        Column("primary_host", label=gettext_lazy("Address")),
        DateColumn("created_at", label=gettext_lazy("Created")),
    ]
    list_export = [
        "full_name",
        "get_kind_display",
        "code",
        "code_valid_from",
        "get_lifecycle_display",
        "primary_host",
        "created_at",
    ]
    export_headings = {
        "full_name": gettext_lazy("Unit"),
        "get_kind_display": gettext_lazy("Kind"),
        "code": gettext_lazy("Code"),
        "code_valid_from": gettext_lazy("Code holds from"),
        "get_lifecycle_display": gettext_lazy("Lifecycle"),
        "primary_host": gettext_lazy("Address"),
        "created_at": gettext_lazy("Created"),
    }

    def get_queryset(self) -> models.QuerySet:
        return Tenant.objects.run_by(self.request.tenant).in_reading_order().with_addresses()

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("New site"), url=reverse("provisioning:create"), icon_name="plus")]

    def get_filename(self) -> str:
        return "trang-thanh-phan"

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        context["unfinished"] = unfinished_creations(self.request.tenant)
        context["worker_is_alive"] = worker_is_alive()
        context["work_was_refused"] = work_was_refused()
        return context


class SiteView(SubpageMixin, TemplateView):
    """One site: facts, addresses, what became of it, and what may be done."""

    template_name = "provisioning/site.html"
    header_icon = "site"

    @cached_property
    def tenant(self) -> Tenant:
        return get_object_or_404(
            Tenant.objects.run_by(self.request.tenant).select_related("parent").prefetch_related("domains", "changes"),
            slug=self.kwargs["slug"],
        )

    def get_page_title(self) -> str:
        return self.tenant.full_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.update(
            tenant=self.tenant,
            address=site_url(self.tenant),
            awaited=awaited_administrators(self.tenant),
            code_is_awaited=self.tenant.code_valid_from > today(),
            is_here=self.tenant.pk == self.request.tenant.pk,
            suspension_form=kwargs.get("suspension_form") or SuspensionForm(),
            archive_form=kwargs.get("archive_form") or ArchiveForm(),
            may_suspend=may_move(self.tenant.lifecycle, Lifecycle.SUSPENDED),
            may_resume=may_move(self.tenant.lifecycle, Lifecycle.ACTIVE),
            may_archive=may_move(self.tenant.lifecycle, Lifecycle.ARCHIVED),
        )
        context["media"] = context["suspension_form"].media
        return context


class SiteActionView(SiteView):
    """Takes one form of the site's page; shows the page again, with what was typed, where it can't be done."""

    http_method_names = ["post"]
    form_name: str
    form_class: type[forms.Form]
    done: Any

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.tenant.pk == request.tenant.pk:
            raise PermissionDenied
        form = self.form_class(request.POST)
        if form.is_valid():
            try:
                self.act(form.cleaned_data)
            except ValidationError as error:
                add_errors(form, error)
        if form.errors:
            reason = " ".join(str(error) for error in form.non_field_errors())
            messages.error(request, reason or _("Nothing was changed: see the reason below."))
            context = self.get_context_data(**kwargs, **{self.form_name: form})
            return self.render_to_response(context, status=422)
        messages.success(request, self.done % {"unit": self.tenant.full_name})
        return HttpResponseRedirect(reverse("provisioning:site", args=[self.tenant.slug]))

    def act(self, values: dict[str, Any]) -> None:
        raise PermissionDenied


class SuspendView(SiteActionView):
    form_name, form_class = "suspension_form", SuspensionForm
    done = gettext_lazy("%(unit)s is suspended.")

    def act(self, values: dict[str, Any]) -> None:
        lifecycle.suspend_site(tenant=self.tenant, by=acting_person(self.request), **values)


class ResumeView(SiteActionView):
    form_name, form_class = "resume_form", forms.Form
    done = gettext_lazy("%(unit)s is in full service again.")

    def act(self, values: dict[str, Any]) -> None:
        lifecycle.resume_site(tenant=self.tenant, by=acting_person(self.request))


class InviteView(SiteActionView):
    form_name, form_class = "invitation_form", InvitationForm
    done = gettext_lazy("Another link is on its way to the administrator of %(unit)s.")

    def act(self, values: dict[str, Any]) -> None:
        actions.invite_again(tenant=self.tenant, **values)


class ArchiveView(SiteActionView):
    form_name, form_class = "archive_form", ArchiveForm
    done = gettext_lazy("%(unit)s is archived: everybody may read it, nobody may change it.")

    def act(self, values: dict[str, Any]) -> None:
        lifecycle.archive_site(tenant=self.tenant, by=acting_person(self.request), **values)


def worker_is_alive() -> bool:
    return any(beat.is_alive for beat in Heartbeat.objects.all()[:5])


def work_was_refused() -> bool:
    return bool(Heartbeat.objects.filter(refused_at__gt=timezone.now() - ALARM).exists())


def add_errors(form: forms.Form, error: ValidationError) -> None:
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, messages_ in error.message_dict.items():
        form.add_error(field if field in form.fields else None, ValidationError(messages_))
