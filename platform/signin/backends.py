"""The one place where a password is compared, whoever asks for it."""

from typing import Any, cast

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from lib.clients import Client
from signin.actions import try_password
from signin.rules import account_of


class GuardedBackend(ModelBackend):
    @sensitive_variables("password")
    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """As Django's, counted. Raises signin.actions.TooManyTries, which a form shows as an error.

        Whose password it is tried as is what is counted: the database takes `ſ` for `s` as well.
        """
        if username is None or password is None:
            return None
        account, compare = account_of(username), super().authenticate
        return try_password(
            typed=username,
            client=Client.of(request) if request else Client(),
            check=lambda: cast("User | None", compare(request, account, password, **kwargs)) if account else None,
        )
