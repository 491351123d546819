"""What writes periods and reminders, by the clock. What sends them is in `actions_send.py`."""

import datetime
from collections.abc import Sequence
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from lib.clock import is_fixed, today
from lib.workdays import Exceptions, is_working_day
from tenants.crossing import in_public
from tenants.isolation.jobs import Rounds, site_by_site
from tenants.isolation.tasks import queue_in_site
from tenants.oversight.board import Line, line_of, office_days
from tenants.registry.models import Tenant
from tenants.reminders.actions_send import take_up_lost
from tenants.reminders.digests import NOBODY, Item, items_of
from tenants.reminders.ladder import late_ones
from tenants.reminders.models import Mail, Period, Reminder, Round, Step
from tenants.reminders.periods import beginning, running_periods
from tenants.reminders.queries import reminded_sites
from tenants.reminders.recipients import People, people_of
from tenants.reminders.states import RUNGS, State, Wording

# By the clock on the wall. Sites have been read by then.
MORNING = 7
SEND = "tenants.reminders.tasks.send"


class NotRead(Exception):
    """Nothing is told out of what was read of a site on another day: it may have been mended since."""


def remind_sites() -> Rounds | None:
    """By the clock: once a day, in the morning. Where the day is fixed, the clock is not asked."""
    with in_public():
        take_up_lost()
    if not is_fixed() and timezone.localtime().hour < MORNING:
        return None
    return remind_all(on=today())


def remind_all(*, on: datetime.date) -> Rounds:
    """Each site once for that day; on days off nothing is told, and only noted who is no longer behind. One site that
    can't be looked after keeps no other from it. Safe to run twice, and in two processes at once."""
    with in_public():
        exceptions = office_days()
        steps = list(Step.objects.in_force(on)) if is_working_day(on, exceptions) else []
        tenants = list(reminded_sites().select_related("parent").prefetch_related("parent__domains"))
        ready = set(Round.objects.filter(on__gte=on).values_list("tenant_id", flat=True))
    rounds = site_by_site(
        "The reminders about %s were not written",
        lambda tenant: remind_site(tenant=tenant, on=on, steps=steps, exceptions=exceptions),
        tenants=[tenant for tenant in tenants if tenant.pk not in ready],
        enter=lambda __: in_public(),
    )
    return Rounds([*rounds.done, *(tenant for tenant in tenants if tenant.pk in ready)], rounds.failures)


def remind_site(*, tenant: Tenant, on: datetime.date, steps: Sequence[Step], exceptions: Exceptions) -> None:
    """Writes what is to be told about this site, and asks for it to be sent in the same transaction. Raises NotRead."""
    line = line_of(tenant, on)
    if line.snapshot is None or line.snapshot.on < on:
        raise NotRead(f"not read on {on}")
    people: People = people_of(tenant) if steps and line.judgement and late_ones(line.judgement) else {}
    with transaction.atomic():
        Round.objects.get_or_create(tenant=tenant)
        current = Round.objects.select_for_update().get(tenant=tenant)
        if current.on and current.on >= on:
            return
        periods = keep_periods(line=line)
        items = items_of(line, periods, steps, people, _told(periods), exceptions)
        write_digests(tenant=tenant, on=on, items=items)
        Round.objects.filter(tenant=tenant).update(on=on)


def keep_periods(*, line: Line) -> dict[str, Period]:
    """Ends those of duties that are done or not owed any more, begins those of others. Returns the running ones by the
    key of their duty."""
    late = late_ones(line.judgement) if line.judgement else []
    keys = {one.duty.key for one in late}
    known = running_periods(line.tenant)
    over = [period.pk for key, period in known.items() if key not in keys]
    Period.objects.filter(pk__in=over).update(ended_on=line.on)
    unsent = Reminder.objects.filter(period__in=over, state=State.WAITING)
    unsent.update(state=State.DROPPED)
    Period.objects.bulk_create(beginning(line.tenant, late, known, line.on), ignore_conflicts=True)
    return running_periods(line.tenant)


def write_digests(
    *,
    tenant: Tenant,
    on: datetime.date,
    items: Sequence[Item],
    words: str = "",
    words_key: str = "",
    sent_by: str = "",
) -> int:
    """One mail per person, whatever number of duties. Returns how many. Within a transaction."""
    Reminder.objects.bulk_create(_to_nobody(tenant, on, one) for one in items if one.call.recipient is None)
    mails = 0
    for email, mine in _by_email(items):
        highest = max((one.call.addressee for one in mine), key=RUNGS.index)
        mail = Mail.objects.create(
            tenant=tenant,
            on=on,
            recipient=email,
            name=mine[0].call.recipient.name if mine[0].call.recipient else "",
            wording=Wording.BY_HAND if sent_by else highest.value,
            words=words,
            sent_by=sent_by,
        )
        Reminder.objects.bulk_create(_reminder(tenant, on, one, mail=mail, words_key=words_key) for one in mine)
        queue_in_site(SEND, mail.pk)
        mails += 1
    return mails


def _by_email(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    reached = sorted(
        ((one.call.recipient.email, number, one) for number, one in enumerate(items) if one.call.recipient),
        key=lambda found: found[:2],
    )
    return [(email, [one for *__, one in mine]) for email, mine in groupby(reached, key=lambda found: found[0])]


def _reminder(tenant: Tenant, on: datetime.date, item: Item, *, mail: Mail | None, words_key: str = "") -> Reminder:
    return Reminder(
        tenant=tenant,
        period=item.period,
        mail=mail,
        duty_key=item.verdict.duty.key,
        title=item.verdict.duty.title_vi,
        told=item.told,
        address=item.address,
        addressee=item.call.addressee,
        after_days=None if words_key else item.call.after_days,
        words_key=words_key,
        recipient=item.call.recipient.email if item.call.recipient else "",
        on=on,
    )


def _to_nobody(tenant: Tenant, on: datetime.date, item: Item) -> Reminder:
    reminder = _reminder(tenant, on, item, mail=None)
    reminder.state, reminder.reason = State.FAILED, NOBODY[item.call.addressee]
    return reminder


def _told(periods: dict[str, Period]) -> dict[tuple[int, str, str], int]:
    """By period, addressee and address, the days of the highest step that has told."""
    numbers = [period.pk for period in periods.values()]
    rows = Reminder.objects.of_ladder().filter(period__in=numbers).order_by("after_days")
    return {(one.period_id, one.addressee, one.recipient): one.after_days or 0 for one in rows}
