"""The screens of the second factor: at the door, and in the own account."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from accounts.queries import person_asking
from lib.clients import Client
from signin import factors, pending
from signin.actions import end_all_sessions, sign_in
from signin.authenticator import letters_of, new_key, picture_of
from signin.forms import CodeForm, OwnCodeForm
from signin.queries import has_factor, policy, recovery_codes_left


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class DoorView(FormView):
    """Open to those whose password was right a moment ago."""

    form_class = CodeForm
    begun: pending.Pending
    person: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = pending.find(request)
        if found is None:
            messages.info(request, _("Please sign in again."))
            return redirect("wagtailadmin_login")
        self.begun, self.person = found
        return super().dispatch(request, *args, **kwargs)

    def let_in(self) -> None:
        pending.forget(self.request)
        sign_in(request=self.request, person=self.person, remember=self.begun.remember)


class CodeView(DoorView):
    template_name = "signin/code.html"

    def form_valid(self, form: CodeForm) -> HttpResponse:
        try:
            client = Client.of(self.request)
            if not factors.check_code(person=self.person, typed=form.cleaned_data["code"], client=client):
                raise factors.WrongCode
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        self.let_in()
        return HttpResponseRedirect(self.begun.next_page)


class EnrolMixin:
    """Shows a key, and takes the first code that the phone makes of it. The key waits in the session, not in a row."""

    template_name = "signin/enrol.html"
    form_class = CodeForm
    person: User
    next_page: Callable[[], str]

    @property
    def key(self) -> str:
        return self.request.session.setdefault(pending.KEY, new_key())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {"picture": picture_of(self.person, self.key), "letters": letters_of(self.key), "person": self.person}
        return super().get_context_data(**kwargs, **words)

    def form_valid(self, form: CodeForm) -> HttpResponse:
        code = form.cleaned_data["code"]
        try:
            codes = factors.enrol(person=self.person, key=self.key, code=code, request=self.request)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        self.request.session.pop(pending.KEY, None)
        return self.show(codes)

    def show(self, codes: list[str]) -> HttpResponse:
        context = {"codes": codes, "person": self.person, "next": self.next_page()}
        return self.response_class(self.request, "signin/recovery_codes.html", context, using=self.template_engine)


class EnrolAtDoorView(EnrolMixin, DoorView):
    """For those who can't come in without any more."""

    def show(self, codes: list[str]) -> HttpResponse:
        self.let_in()
        return super().show(codes)

    def next_page(self) -> str:
        return self.begun.next_page


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class EnrolView(EnrolMixin, FormView):
    form_class = OwnCodeForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.person = person_asking(request)
        if has_factor(self.person):
            return redirect("signin_own")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "person": self.person, "client": Client.of(self.request)}

    def next_page(self) -> str:
        return "../"


class OwnView(WagtailAdminTemplateMixin, TemplateView):
    """The own second factor and the own sessions."""

    template_name = "signin/own.html"
    page_title = gettext_lazy("Signing in")
    header_icon = "key"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = person_asking(self.request)
        return super().get_context_data(
            has_factor=has_factor(person),
            is_required=policy().factor_required_since is not None,
            codes_left=recovery_codes_left(person),
            form=kwargs.pop("form", None) or CodeForm(),
            **kwargs,
        )


@method_decorator(sensitive_post_parameters(), name="dispatch")
class OwnFactorView(OwnView):
    """Takes a code and does something with the own factor; with a wrong one the page comes again and says why."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = CodeForm(request.POST)
        if form.is_valid():
            try:
                return self.act(form.cleaned_data["code"])
            except ValidationError as error:
                form.add_error("code", error)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class RemoveView(OwnFactorView):
    def act(self, code: str) -> HttpResponse:
        factors.remove(person=person_asking(self.request), typed=code, request=self.request)
        messages.success(self.request, _("The second factor is removed."))
        return redirect("signin_own")


class RenewView(OwnFactorView):
    def act(self, code: str) -> HttpResponse:
        person = person_asking(self.request)
        codes = factors.renew_codes(person=person, typed=code, request=self.request)
        context = {"codes": codes, "person": person, "next": "../"}
        return self.response_class(self.request, "signin/recovery_codes.html", context, using=self.template_engine)


class SignOutElsewhereView(OwnView):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        person = person_asking(request)
        end_all_sessions(person=person, by=person, request=request)
        messages.success(request, _("You are signed out everywhere else."))
        return redirect("signin_own")
