"""How sites come to be: the template they are copied from and the record of each attempt."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenants.registry.names import unit_name


class Template(models.Model):
    """The template schema as SQL, taken after each upgrade. One row."""

    fingerprint = models.CharField(max_length=64, help_text="Of the migrations that the template had.")
    sql = models.TextField()
    taken_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.fingerprint[:12]} ({self.taken_at:%Y-%m-%d %H:%M})"


class Step(models.TextChoices):
    """What a creation does, in this order."""

    QUEUED = "queued", _("Waiting for the worker")
    REGISTER = "register", _("Entering the unit and its address")
    COPY = "copy", _("Copying the template")
    PERSONALISE = "personalise", _("Writing names, addresses and looks")
    INVITE = "invite", _("Opening the first administrator's account")
    FINISH = "finish", _("Opening the site")
    DONE = "done", _("The site is live")


class Outcome(models.TextChoices):
    OPEN = "open", _("Under way")
    SUCCEEDED = "succeeded", _("Succeeded")
    FAILED = "failed", _("Failed")


class SiteCreation(models.Model):
    """One attempt to create a site: what was asked for, how far it is, how it ended.

    Written on a connection of its own, so that the record survives the transaction that it tells of.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.JSONField(help_text="The fields of provisioning.actions.Order.")
    asked_by = models.CharField(max_length=255)
    asked_at = models.DateTimeField(default=timezone.now)
    step = models.CharField(max_length=20, choices=Step, default=Step.QUEUED)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.OPEN)
    error = models.TextField(blank=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    tenant = models.ForeignKey("registry.Tenant", null=True, on_delete=models.SET_NULL, related_name="creations")

    objects: ClassVar[models.Manager]

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"{self.unit}: {self.get_step_display()}"

    @property
    def unit(self) -> str:
        return unit_name(self.order["kind"], self.order["name"])
