"""How often somebody may try, and how long a session lasts."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email


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
