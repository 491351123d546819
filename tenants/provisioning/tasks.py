"""Background work of provisioning. A task takes ids, calls one action, and may run twice."""

import uuid
from contextlib import suppress

from django.core.exceptions import ValidationError
from django_tasks import task

from tenants.provisioning import archives
from tenants.provisioning.actions import carry_out
from tenants.provisioning.models import SiteCreation, Step


@task()
def run_creation(creation_id: str) -> None:
    """Create a site that somebody asked for in the browser; a creation that was begun before is left alone.

    A refusal is no failure of the task: the creation's record says why.
    """
    if SiteCreation.objects.filter(pk=creation_id, step=Step.QUEUED).exists():
        with suppress(ValidationError):
            carry_out(creation_id=uuid.UUID(creation_id))


@task()
def remove_files(schema_name: str) -> None:
    archives.remove_files(schema_name)
