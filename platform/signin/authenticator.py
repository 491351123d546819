"""What an authenticator app is told: a key, as letters to type and as a picture to point the camera at."""

from base64 import b32encode
from urllib.parse import quote, urlencode

import segno
from django_otp.util import random_hex
from wagtail.models import Site

from accounts.models import User


def new_key() -> str:
    return random_hex(20)


def letters_of(key: str) -> str:
    """In groups of four, as one reads them out."""
    letters = b32encode(bytes.fromhex(key)).decode()
    return " ".join(letters[place : place + 4] for place in range(0, len(letters), 4))


def picture_of(person: User, key: str) -> str:
    """An SVG drawn here: nobody else learns the key."""
    drawn = segno.make(_address(person, key), error="m", micro=False)
    return drawn.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)


def _address(person: User, key: str) -> str:
    """The key's address as authenticator apps know it. The site's name tells several accounts apart."""
    issuer = Site.objects.get(is_default_site=True).site_name.replace(":", " ")
    secret = b32encode(bytes.fromhex(key)).decode()
    words = urlencode({"secret": secret, "issuer": issuer, "digits": 6, "period": 30}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{person.email}')}?{words}"
