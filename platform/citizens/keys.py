"""What nobody guesses."""

import secrets


def new_secret() -> str:
    return secrets.token_urlsafe(24)
