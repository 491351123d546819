"""Who signed in, and who changed what about whom: rows that are written once and never changed.

Not Wagtail's log: that one needs the object a row is about, which a failed sign-in under an unknown address lacks; it
has no column to count by address; and whoever may edit a kind of object may read its history. NĐ 53/2022 has system
logs kept for at least 12 months: a trigger (migration 0002) refuses every change, and every earlier deletion.
"""

import datetime
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audit.states import REFUSALS, Event


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    def about(self, address: str) -> Self:
        return self.filter(subject=address)

    def since(self, at: datetime.datetime) -> Self:
        return self.filter(at__gte=at)

    def between(self, first: datetime.date, last: datetime.date) -> Self:
        """Both days included, as an office counts, in the installation's time zone."""
        midnight = datetime.time.min
        start = timezone.make_aware(datetime.datetime.combine(first, midnight))
        end = timezone.make_aware(datetime.datetime.combine(last + datetime.timedelta(days=1), midnight))
        return self.filter(at__gte=start, at__lt=end)


class AuditEntry(models.Model):
    """People are kept as they were called then, beside their number: the row outlives the account."""

    at = models.DateTimeField(_("time"), default=timezone.now)
    event = models.CharField(_("event"), max_length=30, choices=Event)
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(_("by"), max_length=254, blank=True)
    subject_id = models.BigIntegerField(null=True)
    subject = models.CharField(
        _("account"), max_length=254, blank=True, help_text=_("The address that was typed where nobody has it.")
    )
    address = models.GenericIPAddressField(_("network address"), null=True, unpack_ipv4=True)
    network = models.CharField(max_length=43, blank=True)
    browser = models.CharField(_("browser"), max_length=60, blank=True)
    detail = models.CharField(_("detail"), max_length=500, blank=True)

    objects: ClassVar[AuditEntryQuerySet] = AuditEntryQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("entry of the audit log")
        verbose_name_plural = _("entries of the audit log")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest_first"),
            models.Index(fields=["subject", "-at"], name="audit_by_account"),
            models.Index(fields=["network", "-at"], name="audit_by_network"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.subject}"

    @property
    def by_another(self) -> str:
        """Who did it, where it was not the person it is about."""
        return "" if self.actor == self.subject else self.actor

    @property
    def outcome(self) -> str:
        return str(_("Refused") if self.event in REFUSALS else _("Done"))
