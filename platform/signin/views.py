"""Signing in and out, and a new password by e-mail: Wagtail's screens, written down in the audit log."""

import datetime
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.views import account

from accounts.queries import person_asking
from accounts.views import OwnAccountView
from lib.clients import Client
from signin import pending
from signin.actions import note_reset, note_sign_out, sign_in
from signin.forms import LoginForm, PasswordChangeForm, ResetForm
from signin.queries import factor_deadline, has_factor
from signin.rules import Step, step_after_password
from signin.tokens import LinkTokens


class LoginView(account.LoginView):
    """The password. Whoever has a second factor, or needs one by now, is not in yet."""

    def get_form_class(self) -> type[LoginForm]:
        return LoginForm

    def form_valid(self, form: Form) -> HttpResponse:
        person, remember, deadline = form.get_user(), form.cleaned_data["remember"], factor_deadline()
        step = step_after_password(has_factor=has_factor(person), deadline=deadline, now=timezone.now())
        if step is not Step.IN:
            pending.begin(request=self.request, person=person, remember=remember, next_page=self.get_success_url())
            return redirect("signin_code" if step is Step.CODE else "signin_enrol")
        sign_in(request=self.request, person=person, remember=remember)
        if deadline:
            messages.warning(self.request, _reminder(deadline))
        return HttpResponseRedirect(self.get_success_url())


class PasswordPanel(account.ChangePasswordPanel):
    """With one form for the whole request: each look at another would count the same try again."""

    form: PasswordChangeForm | None = None

    def get_form(self) -> PasswordChangeForm:
        if self.form is None:
            self.form = super().get_form()
        return self.form

    def form_class(self, *args: Any, **kwargs: Any) -> PasswordChangeForm:
        return PasswordChangeForm(*args, client=Client.of(self.request), **kwargs)


class AccountView(OwnAccountView):
    def get_panels(self) -> list[account.BaseSettingsPanel]:
        return [self._ours(panel) for panel in super().get_panels()]

    def _ours(self, panel: account.BaseSettingsPanel) -> account.BaseSettingsPanel:
        return self.password_panel if isinstance(panel, account.ChangePasswordPanel) else panel

    @cached_property
    def password_panel(self) -> PasswordPanel:
        return PasswordPanel(self.request, self.request.user, None)


class LogoutView(account.LogoutView):
    """Wagtail's takes the cookie away from whoever only looks at the address, as another site's picture can have it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return self.http_method_not_allowed(request)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        note_sign_out(request=request, person=person_asking(request))
        return super().post(request, *args, **kwargs)


class ResetView(account.PasswordResetView):
    """The answer is the same, and takes as long, whether or not somebody has that address."""

    form_class = ResetForm

    def get_form_class(self) -> type[ResetForm]:
        return ResetForm

    def form_valid(self, form: ResetForm) -> HttpResponse:
        if not form.ask(Client.of(self.request)):
            return self.form_invalid(form)
        return HttpResponseRedirect(self.get_success_url())


class ResetConfirmView(account.PasswordResetConfirmView):
    """Chooses a password and signs nobody in: whoever has a second factor still needs it."""

    token_generator = LinkTokens()

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        note_reset(person=self.user, client=Client.of(self.request))
        return response


def _reminder(deadline: datetime.datetime) -> str:
    """With the way there; the message is markup of ours, without a word of anybody else's."""
    text = _("From %(day)s nobody signs in to this site without a second factor.")
    day = date_format(timezone.localtime(deadline), "d/m/Y")
    return format_html('{} <a href="{}">{}</a>', text % {"day": day}, reverse("signin_own_enrol"), _("Set it up now"))
