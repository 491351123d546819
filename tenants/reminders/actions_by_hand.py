"""Reminders that somebody of the board sends by hand, with words of their own."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from audit.actions import record
from audit.states import Event
from lib.clients import Client
from lib.clock import today
from tenants.crossing import in_public
from tenants.exchange.offices import here
from tenants.oversight.board import Line, line_of
from tenants.oversight.evaluation import Verdict
from tenants.registry.models import Tenant
from tenants.registry.rules import may_provision
from tenants.reminders.actions import keep_periods, write_digests
from tenants.reminders.digests import Item, item_of
from tenants.reminders.ladder import Call, late_ones
from tenants.reminders.models import Period, Reminder, Round
from tenants.reminders.periods import beginning, running_periods
from tenants.reminders.recipients import People, people_of
from tenants.reminders.states import RUNGS, Addressee


@dataclass(frozen=True)
class Order:
    """What somebody wants to be told to whom. All duties where there is no key."""

    keys: frozenset[str]
    addressees: frozenset[str]
    words: str

    @property
    def words_key(self) -> str:
        """The same for the same words, however they are spaced."""
        return hashlib.sha256(" ".join(self.words.split()).casefold().encode()).hexdigest()


@dataclass(frozen=True)
class Plan:
    """Of one site: what goes out, what was told today in the same words, and which addressees it does not reach."""

    tenant: Tenant
    items: Sequence[Item]
    repeated: Sequence[Item]
    unreached: Sequence[Addressee]

    @property
    def digests(self) -> list[tuple[str, list[Item]]]:
        """By address."""
        found: dict[str, list[Item]] = {}
        for one in self.items:
            found.setdefault(one.call.recipient.email if one.call.recipient else "", []).append(one)
        return sorted(found.items())


def plans(tenants: Sequence[Tenant], order: Order) -> list[Plan]:
    """Shows what would go out, and writes nothing. Goes from site to site; not to be called within a transaction."""
    found = []
    for tenant in tenants:
        people = people_of(tenant)
        with in_public():
            line = line_of(tenant, today())
            known = running_periods(tenant)
            begun = beginning(tenant, _wanted(line, order), known, line.on)
            periods = {**known, **{one.duty_key: one for one in begun}}
            found.append(_plan(line, order, periods, people))
    return found


def remind_by_hand(*, tenants: Sequence[Tenant], order: Order, by: User, client: Client) -> list[Plan]:
    """Sends it, and writes that into the audit log of the board. No one is told about the same duty in the same words
    twice on a day. Raises PermissionDenied. Not to be called within a transaction."""
    board = here()
    if not may_provision(by, board) or any(board.pk not in (one.pk, one.parent_id) for one in tenants):
        raise PermissionDenied
    done: list[Plan] = []
    try:
        for tenant in tenants:
            people = people_of(tenant)
            with in_public():
                done.append(_remind(tenant, order, people, by=by))
    finally:
        # Whatever stops the round, what has gone out is on record.
        mails = sum(len(plan.digests) for plan in done)
        sites = ", ".join(plan.tenant.slug for plan in done if plan.items)
        with transaction.atomic():
            record(event=Event.SITES_REMINDED, by=by, client=client, detail=f"{mails}: {sites}. {order.words}")
    return done


@transaction.atomic
def _remind(tenant: Tenant, order: Order, people: People, *, by: User) -> Plan:
    Round.objects.get_or_create(tenant=tenant)
    Round.objects.select_for_update().get(tenant=tenant)
    line = line_of(tenant, today())
    plan = _plan(line, order, keep_periods(line=line), people)
    write_digests(
        tenant=tenant,
        on=line.on,
        items=plan.items,
        words=order.words,
        words_key=order.words_key,
        sent_by=str(by),
    )
    return plan


def _plan(line: Line, order: Order, periods: dict[str, Period], people: People) -> Plan:
    wanted = [one for one in RUNGS if one in order.addressees]
    unreached = [one for one in wanted if not people.get(one)]
    told = _told_today(line.tenant, order)
    items: dict[tuple[str, str], Item] = {}
    for verdict in _wanted(line, order):
        period = periods.get(verdict.duty.key)
        for addressee in wanted if period else ():
            for recipient in people.get(addressee, ()):
                item = item_of(line, verdict, period, Call(addressee, 0, recipient))  # type: ignore[arg-type]
                items.setdefault((verdict.duty.key, recipient.email), item)
    return Plan(
        line.tenant,
        [item for key, item in items.items() if key not in told],
        [item for key, item in items.items() if key in told],
        unreached,
    )


def _wanted(line: Line, order: Order) -> list[Verdict]:
    late = late_ones(line.judgement) if line.judgement else []
    return [one for one in late if not order.keys or one.duty.key in order.keys]


def _told_today(tenant: Tenant, order: Order) -> Collection[tuple[str, str]]:
    rows = Reminder.objects.by_hand().filter(tenant=tenant, on=today(), words_key=order.words_key)
    return set(rows.values_list("duty_key", "recipient"))
