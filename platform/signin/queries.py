"""How long somebody has to wait, as the audit log has it.

The log has every failed try anyway, for the law. A library beside it (django-axes, django-defender) would keep a second
list of the same tries, and knows one limit for all: neither "5 from here, 30 from anywhere" nor "but not for those who
were here before".
"""

import datetime
from collections.abc import Callable
from datetime import timedelta

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.utils import OperationalError
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from psycopg2.errors import LockNotAvailable

from accounts.models import User
from audit.models import AuditEntry
from audit.states import Event
from lib.clients import Client
from signin.models import Policy
from signin.rules import (
    ACCOUNT,
    GRACE,
    KNOWN_FOR,
    LONGEST,
    NETWORK,
    PAIR,
    RESET_ACCOUNT,
    RESET_NETWORK,
    RESET_PAIR,
    Limit,
    wait_after,
)

FAILURES = (Event.SIGN_IN_FAILED, Event.CODE_FAILED)
# More rows than any limit counts: an attack doesn't make the question longer.
MOST_ROWS = 500

LONGEST_HOLD = "5s"
HOLD = """
    SET LOCAL lock_timeout = %s;
    SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || %s, 0));
    SET LOCAL lock_timeout = DEFAULT
"""


class AccountHeld(Exception):
    """Somebody holds the account for longer than a try takes. The transaction is lost."""


def hold_account(account: str) -> None:
    """Until the transaction ends, tries for one account of this site wait for each other: none is overlooked.

    Raises AccountHeld after a few seconds: SQL that gets into any site of the server could take the lock and keep it.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute(HOLD, [LONGEST_HOLD, account])
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            raise AccountHeld from error
        raise


def sign_in_wait(account: str, client: Client) -> timedelta:
    """How long before a password or a code is looked at again."""
    now = timezone.now()
    rows = _rows(account, (*FAILURES, Event.SIGNED_IN, Event.SIGN_IN_UNLOCKED), now)
    rows = _until(rows, lambda event, network: event == Event.SIGN_IN_UNLOCKED)
    here = _until(rows, lambda event, network: event == Event.SIGNED_IN and network == client.network)
    own = [at for at, event, network in here if event in FAILURES and network == client.network]
    if wait := wait_after(own, PAIR, now):
        return wait
    everywhere = wait_after([at for at, event, __ in rows if event in FAILURES], ACCOUNT, now)
    noise = wait_after(_tries_from(client, FAILURES, NETWORK, now), NETWORK, now)
    if noise and _is_unlocked(account, now):
        noise = timedelta()
    wait = max(everywhere, noise)
    return timedelta() if wait and _was_here(account, client, now) else wait


def reset_wait(account: str, client: Client) -> timedelta:
    """How long before another link to a new password is sent."""
    now = timezone.now()
    asked = (Event.RESET_REQUESTED,)
    rows = _rows(account, asked, now)
    return max(
        wait_after([at for at, __, network in rows if network == client.network], RESET_PAIR, now),
        wait_after([at for at, __, ___ in rows], RESET_ACCOUNT, now),
        wait_after(_tries_from(client, asked, RESET_NETWORK, now), RESET_NETWORK, now),
    )


def policy() -> Policy:
    return Policy.objects.first() or Policy(pk=1)


def factor_deadline() -> datetime.datetime | None:
    """From when on nobody comes in without a second factor; None where it is everybody's own choice."""
    since = policy().factor_required_since
    return since + GRACE if since else None


def has_factor(person: User) -> bool:
    return TOTPDevice.objects.filter(user=person, confirmed=True).exists()


def people_without_factor() -> QuerySet[User]:
    people = User.objects.filter(is_active=True).exclude(pk__in=TOTPDevice.objects.values("user"))
    return people.order_by("email")


def recovery_codes_left(person: User) -> int:
    return StaticToken.objects.filter(device__user=person).count()


def lock_is_noted(account: str, client: Client) -> bool:
    """One row tells of a lock, however often somebody runs against it."""
    since = timezone.now() - PAIR.within
    noted = AuditEntry.objects.about(account).since(since).filter(event=Event.SIGN_IN_LOCKED, network=client.network)
    return noted.exists()


def locked_networks(person: User) -> list[str]:
    """Where from this person would have to wait."""
    recent = AuditEntry.objects.about(person.email).since(timezone.now() - LONGEST).filter(event__in=FAILURES)
    networks = {(entry.address, entry.network) for entry in recent[:MOST_ROWS]}
    return sorted(network for address, network in networks if sign_in_wait(person.email, Client(address or "")))


def last_entries(person: User, number: int) -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(Q(subject_id=person.pk) | Q(subject=person.email))[:number])


Row = tuple[datetime.datetime, str, str]


def _rows(account: str, events: tuple[Event, ...], now: datetime.datetime) -> list[Row]:
    entries = AuditEntry.objects.about(account).since(now - LONGEST).filter(event__in=events)
    return list(entries.values_list("at", "event", "network")[:MOST_ROWS])


def _until(rows: list[Row], is_end: Callable[[str, str], bool]) -> list[Row]:
    """The newest rows, up to the first that wipes out what was before it."""
    end = next((number for number, (__, event, network) in enumerate(rows) if is_end(event, network)), len(rows))
    return rows[:end]


def _tries_from(
    client: Client, events: tuple[Event, ...], limit: Limit, now: datetime.datetime
) -> list[datetime.datetime]:
    if not client.network:
        return []
    entries = AuditEntry.objects.since(now - limit.within).filter(event__in=events, network=client.network)
    return list(entries.values_list("at", flat=True)[: limit.tries])


def _was_here(account: str, client: Client, now: datetime.datetime) -> bool:
    """Has signed in from there lately."""
    about = AuditEntry.objects.about(account).since(now - KNOWN_FOR)
    return about.filter(event=Event.SIGNED_IN, network=client.network).exists()


def _is_unlocked(account: str, now: datetime.datetime) -> bool:
    """An administrator has just let the person in, whatever else came from the same network."""
    return AuditEntry.objects.about(account).since(now - LONGEST).filter(event=Event.SIGN_IN_UNLOCKED).exists()
