"""Somebody whose password was right and whose code is still to come. To the rest of the site that is nobody."""

import time
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest

from accounts.models import User
from signin.rules import PENDING_SECONDS

PENDING, KEY = "signin_pending", "signin_key"


@dataclass(frozen=True)
class Pending:
    person: int
    # Of the password that was right: with another one, what was begun is over.
    password: str
    at: float
    remember: bool
    next_page: str


def begin(*, request: HttpRequest, person: User, remember: bool, next_page: str) -> None:
    """Under another session key than the visitor had before."""
    request.session.flush()
    pending = Pending(person.pk, person.get_session_auth_hash(), time.time(), remember, next_page)
    request.session[PENDING] = asdict(pending)
    request.session.set_expiry(PENDING_SECONDS)


def find(request: HttpRequest) -> tuple[Pending, User] | None:
    """None where nothing was begun, it was too long ago, or the account has changed since."""
    written: dict[str, Any] | None = request.session.get(PENDING)
    pending = Pending(**written) if written else None
    if pending is None or time.time() - pending.at > PENDING_SECONDS:
        return None
    person = User.objects.filter(pk=pending.person, is_active=True).first()
    if person is None or person.get_session_auth_hash() != pending.password:
        return None
    return pending, person


def forget(request: HttpRequest) -> None:
    for name in (PENDING, KEY):
        request.session.pop(name, None)
