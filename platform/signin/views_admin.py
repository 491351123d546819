"""What a site's administrator decides about signing in, and does for those who can't."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from accounts.queries import person_asking
from lib.clients import Client
from lib.pagination import page_of
from signin import factors
from signin.actions import end_all_sessions, unlock
from signin.queries import (
    factor_deadline,
    has_factor,
    last_entries,
    locked_networks,
    people_without_factor,
    policy,
    recovery_codes_left,
)
from signin.rules import may_change_policy, may_help


class PolicyView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "signin/policy.html"
    page_title = gettext_lazy("Signing in")
    header_icon = "key"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_change_policy(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        decide = factors.require_factor if request.POST.get("required") == "1" else factors.make_factor_optional
        decide(by=person_asking(request), client=Client.of(request))
        messages.success(request, _("The rule is changed."))
        return redirect("signin_policy")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["is_required"] = policy().factor_required_since is not None
        context["deadline"] = factor_deadline()
        context["without"] = page_of(people_without_factor(), self.request, per_page=50)
        return context


class PersonView(WagtailAdminTemplateMixin, TemplateView):
    """One person's way in: what bars it, and what an administrator can do."""

    template_name = "signin/person.html"
    header_icon = "key"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_help(request.user, self.person):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def person(self) -> User:
        return get_object_or_404(User, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.person)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("wagtailusers_users:index"), "label": _("Users")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            person=self.person,
            locked=locked_networks(self.person),
            has_factor=has_factor(self.person),
            codes_left=recovery_codes_left(self.person),
            entries=last_entries(self.person, 20),
            is_self=self.person.pk == self.request.user.pk,
            **kwargs,
        )


class PersonActionView(PersonView):
    http_method_names = ["post"]
    done: Any

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.act(person_asking(request))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, self.done % {"person": self.person})
        return redirect("signin_person", self.person.pk)

    def act(self, by: User) -> None:
        raise PermissionDenied


class UnlockView(PersonActionView):
    done = gettext_lazy("%(person)s may try again.")

    def act(self, by: User) -> None:
        unlock(person=self.person, by=by, client=Client.of(self.request))


class ResetFactorView(PersonActionView):
    done = gettext_lazy("The second factor of %(person)s is gone; the password alone lets in until there is another.")

    def act(self, by: User) -> None:
        factors.reset(person=self.person, by=by, client=Client.of(self.request))


class EndSessionsView(PersonActionView):
    done = gettext_lazy("%(person)s is signed out everywhere.")

    def act(self, by: User) -> None:
        end_all_sessions(person=self.person, by=by, request=self.request)
