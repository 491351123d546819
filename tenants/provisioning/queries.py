"""What a board sees: the creations that it asked for, and who of its sites' administrators has not come in yet."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.provisioning.journal import is_interrupted
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant


def creations_of(board: Tenant) -> models.QuerySet[SiteCreation]:
    return SiteCreation.objects.filter(order__parent_slug=board.slug)


def unfinished_creations(board: Tenant) -> list[dict[str, Any]]:
    """The latest attempts for units that are still without a site."""
    attempts = list(creations_of(board).exclude(outcome=Outcome.SUCCEEDED)[:20])
    settled = set(Tenant.objects.values_list("slug", flat=True)) if attempts else set()
    still_open = [attempt for attempt in attempts if Order.from_json(attempt.order).slug not in settled]
    return [
        {
            "creation": creation,
            "state": _("Interrupted") if is_interrupted(creation) else creation.get_outcome_display(),
            "may_go": may_be_forgotten(creation),
        }
        for creation in still_open[:5]
    ]


def may_be_forgotten(creation: SiteCreation) -> bool:
    """Nobody works on it, and it led to no site."""
    is_waiting = creation.outcome == Outcome.OPEN and creation.step == Step.QUEUED
    return is_waiting or creation.outcome == Outcome.FAILED or is_interrupted(creation)


def is_under_way(order: Order) -> bool:
    """Whether a site of that unit has been asked for and the attempt is neither over nor interrupted."""
    attempts = SiteCreation.objects.filter(outcome=Outcome.OPEN, order__kind=order.kind)
    same = (attempt for attempt in attempts if Order.from_json(attempt.order).slug == order.slug)
    return any(not is_interrupted(attempt) for attempt in same)


def awaited_administrators(tenant: Tenant) -> list[User]:
    """Those who were invited and have not chosen a password."""
    with in_site(tenant):
        administrators = User.objects.filter(groups__name=Role.ADMINISTRATOR.value, is_active=True).order_by("email")
        return [user for user in administrators[:100] if not user.has_usable_password()]


def creation_or_none(text: str | None, board: Tenant) -> SiteCreation | None:
    try:
        return creations_of(board).filter(pk=uuid.UUID(text or "")).first()
    except ValueError:
        return None
