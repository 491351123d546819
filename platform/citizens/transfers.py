"""A question on its way from one office of the installation to another, as both of them keep it."""

import datetime
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Transfer(models.Model):
    """`parcel` is the same at both ends: what arrives twice has arrived once."""

    question = models.ForeignKey("citizens.Question", on_delete=models.CASCADE, related_name="transfers")
    parcel = models.UUIDField(unique=True, default=uuid.uuid4)
    is_incoming = models.BooleanField()
    # Of the other office: the key by which it is found, and its name on that day.
    office = models.CharField(max_length=63)
    office_name = models.CharField(_("other office"), max_length=255)
    reference = models.CharField(_("number there"), max_length=20, blank=True)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    arrived_at = models.DateTimeField(null=True, blank=True)
    refused = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("transfer of a question")
        verbose_name_plural = _("transfers of questions")
        ordering = ["at", "pk"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["at"],
                condition=models.Q(is_incoming=False, arrived_at=None, refused=""),
                name="citizens_on_their_way",
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {'←' if self.is_incoming else '→'} {self.office_name}"

    @property
    def is_on_its_way(self) -> bool:
        return not self.is_incoming and self.arrived_at is None and not self.refused


@dataclass(frozen=True)
class Told:
    """One step of the history, as who asked may read it."""

    step: str
    note: str
    due_on: datetime.date
    at: datetime.datetime
    office: str


@dataclass(frozen=True)
class Parcel:
    """All that goes along. Values only: nothing in it belongs to the site it comes from."""

    key: uuid.UUID
    to: str
    secret: str
    reference: str
    note: str
    words: dict[str, Any]
    history: list[Told] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
