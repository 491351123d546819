"""What is published and taken down by the clock, site by site and one piece to a transaction."""

import datetime
import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from legal.models import LegalDocument
from tenants.isolation.jobs import Rounds, site_by_site
from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle

logger = logging.getLogger(__name__)

WITH_A_LAST_DAY: tuple[type[Any], ...] = (Page, LegalDocument)


def publish_scheduled(tenants: list[Tenant] | None = None) -> Rounds:
    """Publish and take down what is due, site by site; on all of them where none are named."""
    return site_by_site("Scheduled publishing failed on %s", _publish_scheduled_here, tenants=tenants, enter=as_site)


def _publish_scheduled_here(tenant: Tenant) -> None:
    """As Wagtail's `publish_scheduled`, one page to a transaction: two workers do nothing twice, and a page that can't
    be published keeps no other from it."""
    if tenant.lifecycle not in (Lifecycle.ACTIVE, Lifecycle.SUSPENDED):
        return
    now = timezone.now()
    with transaction.atomic():
        expired = [
            (model, pk)
            for model in WITH_A_LAST_DAY
            for pk in model.objects.filter(live=True, expire_at__lt=now).order_by().values_list("pk", flat=True)
        ]
        due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
        revisions = list(due.values_list("pk", flat=True))
    for model, pk in expired:
        _by_itself(partial(_take_down, model, pk, now), what=f"{model._meta.verbose_name} {pk} of {tenant}")
    for pk in revisions:
        _by_itself(partial(_publish, pk, now), what=f"revision {pk} of {tenant}")


def _by_itself(work: Callable[[], None], *, what: str) -> None:
    try:
        with transaction.atomic():
            work()
    except Exception:
        logger.exception("Scheduled publishing failed for %s", what)


def _take_down(model: type[Any], pk: int, now: datetime.datetime) -> None:
    due = model.objects.select_for_update(skip_locked=True).filter(pk=pk, live=True, expire_at__lt=now)
    if one := due.first():
        one.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(pk: int, now: datetime.datetime) -> None:
    due = Revision.objects.select_for_update(skip_locked=True).filter(pk=pk, approved_go_live_at__lt=now)
    if revision := due.first():
        revision.publish(log_action="wagtail.publish.scheduled")
