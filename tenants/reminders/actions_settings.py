"""What writes the ladder, the wording and the leaders' addresses."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from lib.vietnamese import to_nfc
from tenants.crossing import in_public
from tenants.exchange.offices import here
from tenants.registry.models import Tenant
from tenants.registry.rules import may_provision
from tenants.reminders.models import Contact, OwnText, Step
from tenants.reminders.rules import may_keep_contact
from tenants.reminders.wordings import check


def save_step(*, values: Mapping[str, Any], by: User, instead_of: Step | None = None) -> Step:
    """A new step, or the next version of one: what held until then ends the day before.

    Raises PermissionDenied, and ValidationError where these are told after so many days already. Not to be called
    within a transaction.
    """
    _refuse_others(by)
    step = Step(**values, changed_by=str(by), changed_at=timezone.now())
    with in_public(), transaction.atomic():
        if instead_of is not None:
            _end_before(instead_of, step)
        step.full_clean(exclude=["changed_by"])
        still = Q(valid_to=None) | Q(valid_to__gte=step.valid_from)
        others = Step.objects.filter(still, addressee=step.addressee, after_days=step.after_days)
        if step.valid_to:
            others = others.filter(valid_from__lte=step.valid_to)
        if others.exists():
            raise ValidationError({"after_days": _("There is such a step on these days already.")})
        step.save()
    return step


def end_step(*, step: Step, last_day: datetime.date, by: User) -> None:
    """From the day after on it tells nobody. Raises PermissionDenied, ValidationError."""
    _refuse_others(by)
    if last_day < step.valid_from:
        raise ValidationError({"last_day": _("The last day is before the first.")})
    with in_public(), transaction.atomic():
        step = Step.objects.select_for_update().get(pk=step.pk)
        others = Step.objects.filter(addressee=step.addressee, after_days=step.after_days).exclude(pk=step.pk)
        if others.filter(valid_from__gt=step.valid_from, valid_from__lte=last_day).exists():
            raise ValidationError({"last_day": _("There is such a step on these days already.")})
        Step.objects.filter(pk=step.pk).update(valid_to=last_day, changed_by=str(by), changed_at=timezone.now())


def save_text(*, wording: str, subject: str, body: str, by: User) -> None:
    """Raises PermissionDenied, and ValidationError that names placeholders which are unknown or missing."""
    _refuse_others(by)
    subject, body = " ".join(to_nfc(subject).split()), to_nfc(body).replace("\r\n", "\n").strip()
    check(wording, subject=subject, body=body)
    values = {"subject": subject, "body": body, "changed_by": str(by), "changed_at": timezone.now()}
    with in_public(), transaction.atomic():
        OwnText.objects.update_or_create(wording=wording, defaults=values)


def restore_text(*, wording: str, by: User) -> None:
    """The default holds again."""
    _refuse_others(by)
    with in_public():
        OwnText.objects.filter(wording=wording).delete()


def save_contact(*, tenant: Tenant, name: str, email: str, by: User) -> None:
    """Whom to tell as the leader of that unit; nobody any more where there is no address. Raises PermissionDenied."""
    if not may_keep_contact(by, here(), tenant):
        raise PermissionDenied
    values = {"name": " ".join(to_nfc(name).split()), "email": email.lower(), "changed_by": str(by)}
    with in_public(), transaction.atomic():
        if email:
            Contact.objects.update_or_create(tenant=tenant, defaults={**values, "changed_at": timezone.now()})
        else:
            Contact.objects.filter(tenant=tenant).delete()


def _end_before(former: Step, step: Step) -> None:
    """One that begins on the same day takes its place."""
    former = Step.objects.select_for_update().get(pk=former.pk)
    if step.valid_from < former.valid_from:
        raise ValidationError({"valid_from": _("The version before this one begins later.")})
    if step.valid_from == former.valid_from:
        Step.objects.filter(pk=former.pk).delete()
    else:
        day_before = step.valid_from - datetime.timedelta(days=1)
        Step.objects.filter(pk=former.pk).update(valid_to=min(former.valid_to or day_before, day_before))


def _refuse_others(by: User) -> None:
    if not may_provision(by, here()):
        raise PermissionDenied
