"""How often somebody may try, and how long a session lasts."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


@dataclass(frozen=True)
class Limit:
    """So many tries within so long; the next one has to wait until the first of them is that old."""

    tries: int
    within: timedelta


# For one account from one network: a person who mistypes, or who guesses at home.
PAIR = Limit(5, timedelta(minutes=15))
# For one account from everywhere, and for one network whatever the account: many machines at one account, one machine
# at all of them. Who has signed in from there lately is let try all the same: a stranger locks nobody out.
ACCOUNT = Limit(30, timedelta(hours=1))
NETWORK = Limit(100, timedelta(hours=1))
KNOWN_FOR = timedelta(days=30)

# Links to a new password.
RESET_PAIR = Limit(3, timedelta(hours=1))
RESET_ACCOUNT = Limit(6, timedelta(hours=1))
RESET_NETWORK = Limit(20, timedelta(hours=1))

LONGEST = timedelta(hours=1)

# Between the decision that everybody needs a second factor and the day on which nobody comes in without.
GRACE = timedelta(days=7)
# Between a right password and the code.
PENDING_SECONDS = 600


def wait_after(tries: Sequence[datetime.datetime], limit: Limit, now: datetime.datetime) -> timedelta:
    """How long until one more is allowed, given when there were some, newest first. Zero where it is now."""
    counted = [at for at in tries if at > now - limit.within]
    if len(counted) < limit.tries:
        return timedelta()
    return counted[limit.tries - 1] + limit.within - now


def account_of(typed: str) -> str:
    """The name under which tries for an account are counted, whether or not anybody has it.

    What can't be an account counts, and is written down, as "": it may be a password in the wrong field.
    """
    address = typed.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if address.isascii() and len(address) <= 254 else ""


def is_over(*, started: float, seen: float, now: float, hours: int, idle_minutes: int) -> bool:
    """Whether a session that began and was last used at these times has come to its end."""
    return now - started > hours * 3600 or now - seen > idle_minutes * 60


class Step(Enum):
    """What follows a right password."""

    IN = "in"
    CODE = "code"
    ENROL = "enrol"


def step_after_password(*, has_factor: bool, deadline: datetime.datetime | None, now: datetime.datetime) -> Step:
    """`deadline` is when those without a factor have to set one up, None where they never have to."""
    if has_factor:
        return Step.CODE
    return Step.ENROL if deadline and now >= deadline else Step.IN


def may_change_policy(user: "User | AnonymousUser") -> bool:
    return user.is_active and user.has_perm("signin.change_policy")


def may_help(user: "User | AnonymousUser", person: "User") -> bool:
    """Whoever looks after people; somebody with every power is helped by nobody who has less."""
    return user.is_active and user.has_perm("accounts.change_user") and (user.is_superuser or not person.is_superuser)
