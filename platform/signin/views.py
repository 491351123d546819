"""Signing in and out, and a new password by e-mail: Wagtail's screens, written down in the audit log."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.admin.views import account

from accounts.queries import person_asking
from lib.clients import Client
from signin.actions import note_reset, note_sign_out, sign_in
from signin.forms import ResetForm


class LoginView(account.LoginView):
    def form_valid(self, form: Form) -> HttpResponse:
        sign_in(request=self.request, person=form.get_user(), remember=form.cleaned_data["remember"])
        return HttpResponseRedirect(self.get_success_url())


class LogoutView(account.LogoutView):
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

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        note_reset(person=self.user, client=Client.of(self.request))
        return response
