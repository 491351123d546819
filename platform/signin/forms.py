"""Forms of signing in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import auth

from lib.clients import Client
from signin.actions import request_reset_link


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


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "autofocus": ""}
        ),
    )
