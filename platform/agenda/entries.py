"""Weeks and what is to happen in them."""

import datetime
import uuid
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agenda.queries import AgendaEntryQuerySet, WeekQuerySet
from agenda.states import Session
from agenda.weeks import DAYS, name_of

# Of one week, those that are struck through included: as many as the grid has room for.
MOST_ENTRIES = 200


class Week(models.Model):
    """A calendar of one week. Readers see it from `published_at` on, and every change after that at once."""

    CATEGORY: ClassVar[str] = "leader_calendar"

    monday = models.DateField(_("first day"), unique=True)
    note = models.TextField(
        _("note below the calendar"), blank=True, help_text=_("For example: who is on duty at the weekend.")
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar = WeekQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar of a week")
        verbose_name_plural = _("work calendars")
        ordering = ["-monday"]
        permissions = [("publish_week", "Can publish work calendars")]
        constraints = [
            models.CheckConstraint(condition=models.Q(monday__iso_week_day=1), name="agenda_begins_on_monday")
        ]

    def __str__(self) -> str:
        return f"{self.monday:%d/%m/%Y} – {self.sunday:%d/%m/%Y}"

    @property
    def sunday(self) -> datetime.date:
        return self.monday + datetime.timedelta(days=DAYS - 1)

    @property
    def name(self) -> str:
        return name_of(self.monday)

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class Adjustment(models.Model):
    """A change of a published calendar that was announced: with its day and in which words."""

    week = models.ForeignKey(Week, on_delete=models.CASCADE, related_name="adjustments")
    note = models.CharField(_("what has changed"), max_length=500)
    announced_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("announced change of a calendar")
        verbose_name_plural = _("announced changes of calendars")
        ordering = ["announced_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.week_id} {self.note[:80]}"


class Entry(models.Model):
    """Words as the office writes them; which leaders are meant is read out of them (`Attendance`)."""

    week = models.ForeignKey(Week, on_delete=models.CASCADE, related_name="entries")
    day = models.DateField(_("day"))
    session = models.CharField(_("part of the day"), max_length=12, choices=Session)
    starts_at = models.TimeField(_("begins at"), null=True, blank=True)
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    content = models.TextField(_("content"))
    chair = models.CharField(_("chaired by"), max_length=255, blank=True)
    participants = models.TextField(_("participants"), blank=True)
    place = models.CharField(_("place"), max_length=255, blank=True)
    prepared_by = models.CharField(_("prepared by"), max_length=255, blank=True)
    papers = models.CharField(_("documents"), max_length=255, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    # Since it was published.
    changed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # Of the feed: the same entry stays the same appointment, and each change is a later one.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)

    objects: ClassVar = AgendaEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of a calendar")
        verbose_name_plural = _("entries of calendars")
        ordering = ["day", "session", "starts_at", "position", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["week", "day"], name="agenda_entry_by_day")]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.content[:80]}"

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It ends before it begins. See which of the two is mistyped.")})
        if self.ends_at and not self.starts_at:
            raise ValidationError({"starts_at": _("Say when it begins, too.")})


class Attendance(models.Model):
    """A leader who is named in an entry."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey("organisation.Person", on_delete=models.CASCADE, related_name="+")
    chairs = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("leader in an entry")
        verbose_name_plural = _("leaders in entries")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="agenda_one_attendance_each")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.entry_id}"
