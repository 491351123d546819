"""What lets people in and out, and locks doors on those who try too often. Each writes the audit log."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login, logout, update_session_auth_hash
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import ngettext

from accounts.models import User
from audit.actions import record
from audit.states import Event
from lib.clients import Client
from signin.queries import LONGEST_HOLD, AccountHeld, hold_account, lock_is_noted, reset_wait, sign_in_wait
from signin.rules import account_of
from signin.tasks import send_reset_link

logger = logging.getLogger(__name__)
STARTED, SEEN = "signed_in_at", "seen_at"
SECONDS_BETWEEN_SIGHTS = 60


class TooManyTries(ValidationError):
    """Says how long to wait, and not whether anybody has that account."""

    def __init__(self, wait: timedelta) -> None:
        minutes = max(1, -int(-wait.total_seconds() // 60))
        text = ngettext(
            "Too many tries. Please wait %(minutes)d minute before the next one.",
            "Too many tries. Please wait %(minutes)d minutes before the next one.",
            minutes,
        )
        super().__init__(text % {"minutes": minutes}, code="too_many_tries")


def try_password(*, typed: str, client: Client, check: Callable[[], User | None]) -> User | None:
    """Whom the password lets in, as `check` finds out; None where it is wrong.

    Raises TooManyTries, without a look at the password.
    """
    return count_try(account=account_of(typed), client=client, check=check, failure=Event.SIGN_IN_FAILED)


def sign_in(*, request: HttpRequest, person: User, remember: bool) -> None:
    """Begin a session. `remember` keeps it when the browser is closed; its limits are the same."""
    with transaction.atomic():
        login(request, person)
        request.session[STARTED] = request.session[SEEN] = time.time()
        request.session.set_expiry(settings.SESSION_COOKIE_AGE if remember else 0)
        record(event=Event.SIGNED_IN, by=person, about=person, client=Client.of(request))


def note_sign_out(*, request: HttpRequest, person: User) -> None:
    record(event=Event.SIGNED_OUT, by=person, about=person, client=Client.of(request))


def keep_session(*, request: HttpRequest) -> None:
    """Remember that the person is there, at most once a minute."""
    now = time.time()
    request.session.setdefault(STARTED, now)
    if now - request.session.get(SEEN, 0) > SECONDS_BETWEEN_SIGHTS:
        request.session[SEEN] = now


def end_session(*, request: HttpRequest, person: User) -> None:
    """The time of a session has come."""
    with transaction.atomic():
        record(event=Event.SESSION_ENDED, about=person, client=Client.of(request))
        logout(request)


def end_all_sessions(*, person: User, by: User, request: HttpRequest) -> None:
    """Wherever the person is signed in; the browser that asks for it stays, if it is the person's own."""
    with transaction.atomic():
        User.objects.filter(pk=person.pk).update(session_round=F("session_round") + 1)
        person.refresh_from_db()
        record(event=Event.SIGNED_OUT_EVERYWHERE, by=by, about=person, client=Client.of(request))
    if person.pk == by.pk:
        update_session_auth_hash(request, person)


def unlock(*, person: User, by: User, client: Client) -> None:
    """What was tried before counts no more."""
    record(event=Event.SIGN_IN_UNLOCKED, by=by, about=person, client=client)


def request_reset_link(*, typed: str, client: Client) -> None:
    """Have a link to a new password sent, if somebody has that address; whoever asks is told the same either way.

    Raises TooManyTries.
    """
    account = account_of(typed)
    with _one_after_the_other(account):
        wait = reset_wait(account, client)
        if not wait:
            record(event=Event.RESET_REQUESTED, account=account, client=client)
            send_reset_link.enqueue(account)
    if wait:
        raise TooManyTries(wait)


def note_reset(*, person: User, client: Client) -> None:
    record(event=Event.PASSWORD_RESET, by=person, about=person, client=client)


def count_try(*, account: str, client: Client, check: Callable[[], User | None], failure: Event) -> User | None:
    """Whom `check` lets in. One after the other for each account: tries at the same moment are all counted.

    Raises TooManyTries, without a call of `check`.
    """
    with _one_after_the_other(account):
        wait = sign_in_wait(account, client)
        person = None if wait else check()
        if wait and not lock_is_noted(account, client):
            record(event=Event.SIGN_IN_LOCKED, account=account, client=client)
        if not wait and person is None:
            record(event=failure, account=account, client=client)
    if wait:
        raise TooManyTries(wait)
    return person


@contextmanager
def _one_after_the_other(account: str) -> Iterator[None]:
    """A transaction in which nobody else tries this account. Raises TooManyTries where that does not begin soon."""
    try:
        with transaction.atomic():
            hold_account(account)
            yield
    except AccountHeld as error:
        logger.error("The lock on tries for %s was held for %s", account, LONGEST_HOLD)
        raise TooManyTries(timedelta(minutes=1)) from error
