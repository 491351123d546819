"""Everything that happens by the clock, and how often. The worker asks each second what is due."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tenants.crossing import in_each_site, in_public
from tenants.isolation.models import SILENCE, Heartbeat
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle

logger = logging.getLogger(__name__)


@dataclass
class Timer:
    """Work that is due every so many seconds. It may run twice, and in two processes at once."""

    name: str
    seconds: int
    work: Callable[[], None]
    next_at: float = field(default=0.0)

    def run_if_due(self) -> None:
        if time.monotonic() < self.next_at:
            return
        self.next_at = time.monotonic() + self.seconds
        try:
            self.work()
        except Exception:
            logger.exception("The scheduled work %r failed and is tried again in %d s", self.name, self.seconds)


def publish_scheduled() -> None:
    """Publish and take down what is due, site by site, each in a transaction of its own."""
    _, failures = in_each_site(_publish_scheduled_here)
    for failure in failures:
        logger.error("Scheduled publishing failed on %s", failure.tenant, exc_info=failure.error)


def requeue_lost_tasks() -> None:
    """A task whose worker died in the middle waits again; tasks may run twice."""
    with in_public():
        alive = {beat.worker_id for beat in Heartbeat.objects.filter(beat_at__gt=timezone.now() - SILENCE)}
        for result in DBTaskResult.objects.running():
            if not alive.intersection(result.worker_ids):
                DBTaskResult.objects.filter(pk=result.pk, status="RUNNING").update(status="READY", started_at=None)
                logger.warning("The task %s was lost with its worker and waits again", result.pk)


def forget_dead_workers() -> None:
    with in_public():
        Heartbeat.objects.filter(beat_at__lt=timezone.now() - 60 * SILENCE).delete()


def timers(beat: Callable[[], None]) -> list[Timer]:
    """The installation's clock; `beat` is the worker's own sign of life."""
    return [
        Timer("sign of life", 5, beat),
        Timer("publish what is due", 60, publish_scheduled),
        Timer("find lost tasks", 30, requeue_lost_tasks),
        Timer("forget dead workers", 3600, forget_dead_workers),
    ]


def _publish_scheduled_here(tenant: Tenant) -> None:
    if tenant.lifecycle in (Lifecycle.ACTIVE, Lifecycle.SUSPENDED):
        with transaction.atomic():
            call_command("publish_scheduled", verbosity=0)
