"""A site in the making: the form, how far it is, and what is left of an attempt that failed."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView, View

from tenants.isolation.addresses import site_url
from tenants.provisioning import actions
from tenants.provisioning.forms import OrderForm
from tenants.provisioning.journal import is_interrupted
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order
from tenants.provisioning.queries import creation_or_none, creations_of, may_be_forgotten
from tenants.provisioning.views import ProvisioningMixin, SubpageMixin, acting_person, add_errors, worker_is_alive


class CreateView(SubpageMixin, FormView):
    template_name = "provisioning/create.html"
    page_title = gettext_lazy("New site")
    form_class = OrderForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "board": self.request.tenant}

    def get_initial(self) -> dict[str, Any]:
        """After a failed attempt, what was typed then."""
        creation = creation_or_none(self.request.GET.get("again"), self.request.tenant)
        if creation is None:
            return {}
        order = Order.from_json(creation.order)
        return {name: getattr(order, name) for name in OrderForm.base_fields}

    def form_valid(self, form: OrderForm) -> HttpResponse:
        try:
            creation = actions.order_site(order=form.order, by=acting_person(self.request))
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        return redirect("provisioning:creation", creation.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["worker_is_alive"] = worker_is_alive()
        context["media"] = context["form"].media
        return context


class CreationView(SubpageMixin, TemplateView):
    """How far a creation is; asks again by itself until it is over."""

    template_name = "provisioning/creation.html"
    page_title = gettext_lazy("New site")
    header_icon = "plus"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked_here = creations_of(self.request.tenant).select_related("tenant")
        creation = get_object_or_404(asked_here, pk=kwargs["creation_id"])
        context = super().get_context_data(**kwargs)
        interrupted = is_interrupted(creation)
        context.update(
            creation=creation,
            order=Order.from_json(creation.order),
            steps=_steps(creation),
            is_open=creation.outcome == Outcome.OPEN and not interrupted,
            is_interrupted=interrupted,
            has_failed=creation.outcome == Outcome.FAILED,
            may_go=may_be_forgotten(creation),
            worker_is_alive=worker_is_alive(),
            address=site_url(creation.tenant) if creation.tenant else "",
        )
        return context


class CreationProgressView(CreationView):
    """The part of that page that changes."""

    template_name = "provisioning/creation_progress.html"


class ForgetCreationView(ProvisioningMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, creation_id: uuid.UUID) -> HttpResponse:
        if creation := creations_of(request.tenant).filter(pk=creation_id).first():
            try:
                actions.forget_creation(creation=creation, by=acting_person(request))
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
        return redirect("provisioning:index")


def _steps(creation: SiteCreation) -> list[dict[str, Any]]:
    reached = list(Step).index(Step(creation.step))
    over = creation.outcome == Outcome.SUCCEEDED
    return [
        {"label": step.label, "is_done": over or position < reached, "is_current": not over and position == reached}
        for position, step in enumerate(Step)
    ]
