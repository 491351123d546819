"""The last resort against programs, without a foreign service: a sum of two small numbers, asked in words."""

import datetime
import secrets

from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

HOLDS = datetime.timedelta(hours=1)
NUMBERS = (
    pgettext_lazy("number", "one"),
    pgettext_lazy("number", "two"),
    pgettext_lazy("number", "three"),
    pgettext_lazy("number", "four"),
    pgettext_lazy("number", "five"),
    pgettext_lazy("number", "six"),
    pgettext_lazy("number", "seven"),
    pgettext_lazy("number", "eight"),
    pgettext_lazy("number", "nine"),
)
HELP = gettext_lazy("Much was sent from your connection in a short time, so we ask whether you are a person.")


def new_key() -> str:
    """Stands for a sum and doesn't tell which."""
    return _signer().sign(secrets.token_urlsafe(8))


def question_of(key: str) -> str:
    """In the reader's language."""
    first, second = _numbers(key)
    words = {"first": NUMBERS[first - 1], "second": NUMBERS[second - 1]}
    return _("How much is %(first)s plus %(second)s? Answer in figures.") % words


def is_right(key: str, answer: str) -> bool:
    """False as well for a key that is not ours or has grown old. Khmer figures are figures."""
    if not holds(key):
        return False
    try:
        return int(answer) == sum(_numbers(key))
    except ValueError:
        return False


def holds(key: str) -> bool:
    try:
        _signer().unsign(key, max_age=HOLDS)
    except BadSignature:
        return False
    return True


def _numbers(key: str) -> tuple[int, int]:
    digest = salted_hmac("intake.sums", key, algorithm="sha256").digest()
    return digest[0] % len(NUMBERS) + 1, digest[1] % len(NUMBERS) + 1


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="intake.sums")
