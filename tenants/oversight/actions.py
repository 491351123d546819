"""What writes duties and what was read of sites."""

import datetime
import logging
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.models import OfficeDay
from lib.clock import today
from lib.vietnamese import to_nfc
from tenants.crossing import SiteFailure, in_each_site, in_public
from tenants.exchange.offices import here
from tenants.isolation.jobs import Rounds
from tenants.oversight import figures
from tenants.oversight.evaluation import Court
from tenants.oversight.models import Duty, Reading, SavedView, Snapshot
from tenants.oversight.stamps import stamps
from tenants.oversight.states import Evidence, Standing
from tenants.registry.models import Tenant
from tenants.registry.rules import may_provision

logger = logging.getLogger(__name__)


def keep_watch() -> Rounds:
    """By the clock: read the sites that have changed since they were last read, and on a new day all of them. One that
    can't be read keeps no other from it, is named, and is tried again the next time."""
    on = today()
    with in_public():
        tenants = list(Tenant.objects.at_work())
        known = {reading.tenant_id: reading for reading in Reading.objects.all()}
        done = set(Snapshot.objects.filter(on=on).values_list("tenant_id", flat=True))
    found = stamps(tenant.schema_name for tenant in tenants)
    changed = [
        one for one in tenants if one.pk not in done or _has_changed(known.get(one.pk), found.get(one.schema_name, ""))
    ]
    numbers = {one.pk for one in changed}
    unchanged = [one for one in tenants if one.pk not in numbers]
    with in_public():
        Reading.objects.filter(tenant__in=unchanged).update(seen_at=timezone.now())
    rounds = take_snapshots(changed, on=on, stamps=found)
    return Rounds([*rounds.done, *unchanged], rounds.failures)


def take_snapshots(tenants: list[Tenant], *, on: datetime.date, stamps: Mapping[str, str] | None = None) -> Rounds:
    """Read these sites now, and keep what they tell as of that day."""
    with in_public():
        duties = list(Duty.objects.standing())
        court = Court([one for one in duties if _is_in_force(one, on)], on, _office_days())
    slugs = sorted({duty.reference for duty in duties if duty.evidence == Evidence.PAGE})
    done, failures = [], []
    for tenant in tenants:
        # One after the other: what was read is kept before the next is asked.
        results, refused = in_each_site(lambda __: transaction.atomic(figures.read)(on, slugs=slugs), tenants=[tenant])
        for __, reading in results:
            keep_snapshot(
                tenant=tenant, on=on, reading=reading, court=court, stamp=(stamps or {}).get(tenant.schema_name)
            )
            done.append(tenant)
        for failure in refused:
            _note(failure)
            failures.append(failure)
    return Rounds(done, failures)


def keep_snapshot(
    *, tenant: Tenant, on: datetime.date, reading: figures.Reading, court: Court, stamp: str | None = None
) -> None:
    """`court` judges as of that day."""
    judgement = court.judge(tenant.kind, reading.traces)
    values = {
        "taken_at": timezone.now(),
        "schema": figures.SCHEMA,
        "traces": reading.traces,
        "document": reading.document,
        "score": judgement.score,
        "items": reading.items,
        "visits": reading.visits,
        **{standing.value: judgement.number(standing) for standing in Standing},
    }
    with in_public(), transaction.atomic():
        Snapshot.objects.update_or_create(tenant=tenant, on=on, defaults=values)
        well = {"seen_at": values["taken_at"], "failing_since": None, "stamp": stamp or ""}
        Reading.objects.update_or_create(tenant=tenant, defaults=well)


@transaction.atomic
def save_duty(*, values: Mapping[str, Any], by: User, instead_of: Duty | None = None) -> Duty:
    """A new duty, or the next version of one: it holds from its first day on, and what held until then ends the day
    before. `values` are the fields of a version.

    Raises PermissionDenied for whoever does not run the board, ValidationError where a later version stands already or
    somebody has changed it meanwhile.
    """
    _refuse_others(by)
    duty = Duty(**values, changed_by=str(by), changed_at=timezone.now())
    for language in ("vi", "km", "en"):
        setattr(duty, f"title_{language}", " ".join(to_nfc(getattr(duty, f"title_{language}")).split()))
    if instead_of is not None:
        duty.key = instead_of.key
        _end_before(instead_of, duty)
    duty.full_clean(exclude=["changed_by"])
    if Duty.objects.filter(key=duty.key).overlapping(duty.valid_from, duty.valid_to).exists():
        raise ValidationError({"valid_from": _("On these days another version of this duty holds.")})
    duty.save()
    return duty


@transaction.atomic
def end_duty(*, duty: Duty, last_day: datetime.date, by: User) -> None:
    """From the day after on nobody owes it. Raises PermissionDenied, ValidationError."""
    _refuse_others(by)
    duty = _as_it_stands(duty)
    if last_day < duty.valid_from:
        raise ValidationError({"last_day": _("The last day is before the first.")})
    if Duty.objects.filter(key=duty.key).exclude(pk=duty.pk).overlapping(duty.valid_from, last_day).exists():
        raise ValidationError({"last_day": _("On these days another version of this duty holds.")})
    Duty.objects.filter(pk=duty.pk).update(valid_to=last_day, changed_by=str(by), changed_at=timezone.now())


@transaction.atomic
def save_view(*, name: str, query: str, matrix: bool, by: User) -> SavedView:
    """Under a name that all of the board find it by; one of the same name is written over."""
    _refuse_others(by)
    values = {"query": query, "matrix": matrix, "saved_by": str(by)}
    view, __ = SavedView.objects.update_or_create(board=here(), name=" ".join(to_nfc(name).split()), defaults=values)
    return view


def forget_view(*, number: int, by: User) -> None:
    _refuse_others(by)
    SavedView.objects.filter(board=here(), pk=number).delete()


def _end_before(former: Duty, duty: Duty) -> None:
    former = _as_it_stands(former)
    if duty.valid_to is None and former.valid_to and former.valid_to >= duty.valid_from:
        duty.valid_to = former.valid_to
    if duty.valid_from <= former.valid_from:
        Duty.objects.filter(pk=former.pk).update(replaced_at=timezone.now())
    else:
        day_before = duty.valid_from - datetime.timedelta(days=1)
        Duty.objects.filter(pk=former.pk).update(valid_to=min(former.valid_to or day_before, day_before))


def _as_it_stands(duty: Duty) -> Duty:
    """Locked. Raises ValidationError where another version was put in its place."""
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if duty.replaced_at:
        raise ValidationError(_("Somebody else has changed this duty since you opened it. Look at it again."))
    return duty


def _refuse_others(by: User) -> None:
    if not may_provision(by, here()):
        raise PermissionDenied


def _has_changed(reading: Reading | None, stamp: str) -> bool:
    return reading is None or reading.failing_since is not None or reading.stamp != stamp


def _is_in_force(duty: Duty, on: datetime.date) -> bool:
    return duty.valid_from <= on and (duty.valid_to is None or duty.valid_to >= on)


def _office_days() -> dict[datetime.date, bool]:
    return dict(OfficeDay.objects.values_list("day", "is_open"))


def _note(failure: SiteFailure) -> None:
    logger.error("%s could not be read for the board", failure.tenant, exc_info=failure.error)
    with in_public():
        reading, __ = Reading.objects.get_or_create(tenant=failure.tenant)
        if reading.failing_since is None:
            Reading.objects.filter(pk=reading.pk).update(failing_since=timezone.now())
