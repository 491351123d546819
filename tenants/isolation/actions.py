"""What the worker leaves for people to see, beside its sign of life."""

from django.utils import timezone

from tenants.crossing import in_public
from tenants.isolation.models import Heartbeat


def note_refused_work() -> None:
    """Work that this installation's code has not asked for stood in the queue: the board's list of sites says so."""
    with in_public():
        Heartbeat.objects.update(refused_at=timezone.now())
