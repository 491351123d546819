"""A phone with an authenticator app."""

import time
from base64 import b32decode

from django.http import HttpResponse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import User
from tenants.crossing import in_site
from tenants.registry.models import Tenant

KEY = "31323334353637383930" * 2


def code_of(key: str = KEY, *, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes from now."""
    app = TOTP(bytes.fromhex(key))
    app.time = time.time() + 30 * steps
    return f"{app.token():06d}"


def key_shown(page: HttpResponse) -> str:
    """What somebody types into the app who can't point a camera at the screen."""
    return key_of(page.context["letters"])


def key_of(letters: str) -> str:
    return b32decode(letters.replace(" ", "")).hex()


def give_factor(tenant: Tenant, email: str, key: str = KEY) -> None:
    with in_site(tenant):
        TOTPDevice.objects.create(user=User.objects.get(email=email), key=key, name="app")
