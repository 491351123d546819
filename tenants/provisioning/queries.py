"""What a board sees: the creations that it asked for, and who of its sites' administrators has not come in yet."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.provisioning.journal import is_interrupted
from tenants.provisioning.models import Outcome, SiteCreation
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
        }
        for creation in still_open[:5]
    ]


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
