"""The second factor: an app on a phone that shows a code (TOTP, django-otp), and recovery codes for when it is lost.

Whoever has one is nobody to this site until the code was right: the person is remembered beside the session, not in it.
"""

import secrets

from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import User
from audit.actions import record
from audit.states import Event
from lib.clients import Client
from signin.actions import count_try
from signin.models import Policy
from signin.queries import has_factor, policy
from signin.rules import account_of

RECOVERY_CODES = 10
# Without what is mistaken for something else on paper: 0 and o, 1 and l and i.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class WrongCode(ValidationError):
    def __init__(self) -> None:
        text = _("This code does not fit. Wait for the next one, and check that the clock of your phone is right.")
        super().__init__(text, code="wrong_code")


def enrol(*, person: User, key: str, code: str, request: HttpRequest) -> list[str]:
    """Set up a second factor from the key that the phone has, and hand out recovery codes, for this one time.

    Every other session of the person ends. Raises WrongCode, or ValidationError where there is a factor already.
    """
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        if has_factor(person):
            raise ValidationError(_("You have a second factor already."))
        device = TOTPDevice.objects.create(user=person, name="app", key=key)
        if not device.verify_token(_digits(code)):
            raise WrongCode
        codes = _renew_codes(person)
        record(event=Event.FACTOR_ENROLLED, by=person, about=person, client=Client.of(request))
        _end_sessions(person)
    _stay(request, person)
    return codes


def check_code(*, person: User, typed: str, client: Client) -> bool:
    """Whether the code of the app, or a recovery code, lets the person in. Each works once.

    Raises TooManyTries, without a look at the code.
    """
    fits = count_try(
        account=account_of(person.email),
        client=client,
        check=lambda: person if _fits(person, typed, client) else None,
        failure=Event.CODE_FAILED,
    )
    return fits is not None


def renew_codes(*, person: User, typed: str, request: HttpRequest) -> list[str]:
    """Other recovery codes; the old ones are worth nothing. Raises WrongCode or TooManyTries."""
    client = Client.of(request)
    if not check_code(person=person, typed=typed, client=client):
        raise WrongCode
    with transaction.atomic():
        codes = _renew_codes(person)
        record(event=Event.RECOVERY_CODES_RENEWED, by=person, about=person, client=client)
    return codes


def remove(*, person: User, typed: str, request: HttpRequest) -> None:
    """Do without a second factor again. Raises WrongCode, TooManyTries, or ValidationError where it is compulsory."""
    client = Client.of(request)
    _refuse_where_compulsory(policy())
    if not check_code(person=person, typed=typed, client=client):
        raise WrongCode
    with transaction.atomic():
        # Again, with the row held: the administrator may be deciding at this moment. A row there has to be.
        _refuse_where_compulsory(Policy.objects.select_for_update().get_or_create(pk=1)[0])
        _delete(person)
        record(event=Event.FACTOR_REMOVED, by=person, about=person, client=client)
        _end_sessions(person)
    _stay(request, person)


def reset(*, person: User, by: User | None, client: Client) -> None:
    """For somebody who has lost phone and recovery codes. Ends the person's sessions.

    Raises ValidationError for the own factor: that one is removed with a code.
    """
    if by and by.pk == person.pk:
        raise ValidationError(_("Your own factor is removed with a code, or reset by another administrator."))
    with transaction.atomic():
        _delete(person)
        record(event=Event.FACTOR_RESET, by=by, about=person, client=client)
        _end_sessions(person)


@transaction.atomic
def require_factor(*, by: User, client: Client) -> None:
    """Everybody on this site needs a second factor, a week from now at the latest. Safe to repeat."""
    row, __ = Policy.objects.select_for_update().get_or_create(pk=1)
    if row.factor_required_since is None:
        row.factor_required_since = timezone.now()
        row.save()
        record(event=Event.FACTOR_REQUIRED, by=by, client=client)


@transaction.atomic
def make_factor_optional(*, by: User, client: Client) -> None:
    """Whoever has a factor keeps it."""
    if Policy.objects.filter(factor_required_since__isnull=False).update(factor_required_since=None):
        record(event=Event.FACTOR_OPTIONAL, by=by, client=client)


def _refuse_where_compulsory(current: Policy) -> None:
    if current.factor_required_since:
        raise ValidationError(_("This site asks everybody for a second factor: it can't be removed."))


def _fits(person: User, typed: str, client: Client) -> bool:
    """Locks the rows: a code that is sent twice at once works once."""
    if len(digits := _digits(typed)) == 6:
        apps = TOTPDevice.objects.select_for_update().filter(user=person, confirmed=True)
        return any(app.verify_token(digits) for app in apps)
    sheet = StaticDevice.objects.select_for_update().filter(user=person).first()
    fits = sheet is not None and sheet.verify_token(_written_down(person, typed))
    if fits:
        record(event=Event.RECOVERY_CODE_USED, by=person, about=person, client=client)
    return fits


def _renew_codes(person: User) -> list[str]:
    StaticDevice.objects.filter(user=person).delete()
    sheet = StaticDevice.objects.create(user=person, name="recovery")
    codes = ["-".join(_random(5) for __ in range(2)) for __ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=sheet, token=_written_down(person, code)) for code in codes)
    return codes


def _random(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for __ in range(length))


def _written_down(person: User, code: str) -> str:
    """What the database has in place of a recovery code: of no use to whoever reads it there."""
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return salted_hmac("signin.factors", f"{person.pk} {plain}", algorithm="sha256").hexdigest()[:16]


def _digits(typed: str) -> str:
    """As typed with spaces, `123 456`; empty where it is something else."""
    plain = typed.replace(" ", "")
    return plain if plain.isascii() and plain.isdigit() else ""


def _delete(person: User) -> None:
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()


def _end_sessions(person: User) -> None:
    User.objects.filter(pk=person.pk).update(session_round=F("session_round") + 1)
    person.refresh_from_db()


def _stay(request: HttpRequest, person: User) -> None:
    """The browser that the person does it with stays signed in."""
    if request.user.pk == person.pk:
        update_session_auth_hash(request, person)
