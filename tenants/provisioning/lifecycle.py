"""What moves a site through its life: out of service, back, and into the archive."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from lib.clock import today
from tenants.crossing import in_public
from tenants.isolation.hosts import forget_addresses
from tenants.registry.models import LifecycleChange, Tenant
from tenants.registry.states import Lifecycle, may_move


def suspend_site(
    *, tenant: Tenant, by: str, reason: str, expected_until: datetime.date | None = None
) -> LifecycleChange:
    """Visitors get the notice and the date; staff may still sign in.

    Raises ValidationError where the site is not active, the notice is empty, or the date has passed.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Say to visitors why the site is closed.")})
    if expected_until and expected_until < today():
        raise ValidationError({"expected_until": _("The date of return has passed.")})
    return _move_locked(tenant, Lifecycle.SUSPENDED, by=by, reason=reason, expected_until=expected_until)


def resume_site(*, tenant: Tenant, by: str) -> LifecycleChange:
    """Back in full service. Raises ValidationError where the site is active already."""
    return _move_locked(tenant, Lifecycle.ACTIVE, by=by)


def archive_site(*, tenant: Tenant, by: str, reason: str = "") -> LifecycleChange:
    """Readable for everybody, changed by nobody. Raises ValidationError from a state that can't be archived."""
    return _move_locked(tenant, Lifecycle.ARCHIVED, by=by, reason=reason)


def _move_locked(
    tenant: Tenant,
    after: Lifecycle,
    *,
    by: str,
    reason: str = "",
    expected_until: datetime.date | None = None,
) -> LifecycleChange:
    with in_public(), transaction.atomic():
        current = Tenant.objects.select_for_update().get(pk=tenant.pk)
        change = move(current, after, by=by, reason=reason, expected_until=expected_until)
    tenant.lifecycle = current.lifecycle
    forget_addresses()
    return change


def move(
    tenant: Tenant,
    after: Lifecycle,
    *,
    by: str,
    reason: str = "",
    expected_until: datetime.date | None = None,
) -> LifecycleChange:
    """Inside a transaction that has the site for itself. Raises ValidationError for a move that no rule allows."""
    before = Lifecycle(tenant.lifecycle)
    if before == after:
        raise ValidationError(
            _("%(unit)s is %(state)s already.") % {"unit": tenant.full_name, "state": before.label.lower()}
        )
    if not may_move(before, after):
        raise ValidationError(
            _("%(unit)s is %(before)s and can't become %(after)s.")
            % {"unit": tenant.full_name, "before": before.label, "after": after.label}
        )
    tenant.lifecycle = after
    tenant.save(update_fields=["lifecycle"])
    return LifecycleChange.objects.create(
        tenant=tenant, before=before, after=after, by=by, reason=reason.strip(), expected_until=expected_until
    )
