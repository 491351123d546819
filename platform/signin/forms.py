"""Forms of signing in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.forms import auth

from accounts.models import User
from lib.clients import Client
from signin.actions import request_reset_link, try_password


class LoginForm(auth.LoginForm):
    """With the label that Wagtail leaves to the name of the field, in English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")


class ResetForm(auth.PasswordResetForm):
    """Asks for a link; who may have it is found out later, elsewhere."""

    def ask(self, client: Client) -> bool:
        try:
            request_reset_link(typed=self.cleaned_data["email"], client=client)
        except ValidationError as error:
            self.add_error(None, error)
        return self.is_valid()


class PasswordChangeForm(auth.PasswordChangeForm):
    """A try of the old password counts as one at the door: a browser left open is no place to guess at."""

    def __init__(self, user: User, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        # Before the form beside this one puts another address into the same person.
        self.account, self.client = user.email, client

    @sensitive_variables("old_password")
    def clean_old_password(self) -> str:
        old_password: str = self.cleaned_data["old_password"]
        if not _is_password_of(self.user, old_password, account=self.account, client=self.client):
            raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")
        return old_password


def _is_password_of(person: User, typed: str, *, account: str, client: Client) -> bool:
    fits = try_password(typed=account, client=client, check=lambda: person if person.check_password(typed) else None)
    return fits is not None


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "autofocus": ""}
        ),
    )


class OwnCodeForm(CodeForm):
    """Takes the password as well: at a desk that was left, nobody else puts their own phone into the account."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Type your password as well.")},
    )

    def __init__(self, *args: Any, person: User, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.client = person, client

    @sensitive_variables("password")
    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not _is_password_of(self.person, password, account=self.person.email, client=self.client):
            raise ValidationError(_("This is not your password."), code="password_incorrect")
        return password
