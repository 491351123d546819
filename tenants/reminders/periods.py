"""Since when a site is behind with a duty, out of what was read of it."""

import datetime
from collections.abc import Sequence

from django.db.models import Min
from django.db.models.fields.json import KeyTransform

from lib.clock import day_of
from tenants.oversight.evaluation import Verdict
from tenants.oversight.models import Duty, Snapshot
from tenants.oversight.states import Standing
from tenants.registry.models import Tenant
from tenants.reminders.models import Period

# What a new site may take for something that only has to be there.
GRACE = 30


def last_good_day(tenant: Tenant, verdict: Verdict, on: datetime.date) -> datetime.date:
    """Of something overdue, the day by which it was due; of something missing, the last on which it was seen, else the
    day on which somebody first owed it. A new site has as long as the duty gives, or GRACE days."""
    if verdict.standing == Standing.OVERDUE and verdict.due:
        return verdict.due
    duty = verdict.duty
    number = KeyTransform("0", KeyTransform(duty.trace_key, "traces"))
    earlier = Snapshot.objects.filter(tenant=tenant, on__lt=on).alias(number=number)
    seen: datetime.date | None = (
        earlier.filter(number__gte=duty.at_least).order_by("-on").values_list("on", flat=True).first()
    )
    if seen:
        return seen
    owed: datetime.date = Duty.objects.standing().filter(key=duty.key).aggregate(first=Min("valid_from"))["first"]
    created = day_of(tenant.created_at)
    if created is None or created > on:
        return owed
    return max(owed, created + datetime.timedelta(days=duty.within or GRACE))


def running_periods(tenant: Tenant) -> dict[str, Period]:
    return {period.duty_key: period for period in Period.objects.running().filter(tenant=tenant)}


def beginning(tenant: Tenant, late: Sequence[Verdict], known: dict[str, Period], on: datetime.date) -> list[Period]:
    """Those that are not on record yet; not saved. What is still within its time begins none."""
    return [
        Period(tenant=tenant, duty_key=verdict.duty.key, began_on=since)
        for verdict in late
        if verdict.duty.key not in known and (since := last_good_day(tenant, verdict, on)) < on
    ]
