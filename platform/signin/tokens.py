"""The tokens in links with which somebody chooses a password.

Whoever asked for a link sits in front of the screen: that one holds for a day. An invitation, Django's own kind of
token, holds for PASSWORD_RESET_TIMEOUT, because a commune office is not at its desk every day.
"""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import base36_to_int

from accounts.models import User

SECONDS_OF_DAY = 24 * 3600


class ResetTokens(PasswordResetTokenGenerator):
    key_salt = "signin.tokens.ResetTokens"

    def check_token(self, user: User | None, token: str | None) -> bool:
        if not token or not super().check_token(user, token):
            return False
        made = base36_to_int(token.partition("-")[0])
        return self._num_seconds(self._now()) - made <= settings.RESET_LINK_DAYS * SECONDS_OF_DAY


class LinkTokens(PasswordResetTokenGenerator):
    """Takes either; makes an invitation's."""

    def check_token(self, user: User | None, token: str | None) -> bool:
        return ResetTokens().check_token(user, token) or super().check_token(user, token)
