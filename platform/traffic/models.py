"""Visits by day: the finest that is kept. There is no row of a single reading, and none says who read.

A visit belongs to the page, device and source with which it began, so that each table adds up to the same number.
Rows are added to, never reset, and stay when their page is deleted.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from traffic.queries import DayCountQuerySet, PageCountQuerySet, PastTotalQuerySet, SourceCountQuerySet
from traffic.spans import span
from traffic.states import Device


class DayCount(models.Model):
    """All of the site, by device."""

    on = models.DateField(_("day"))
    device = models.CharField(_("device"), max_length=10, choices=Device)
    views = models.PositiveIntegerField(_("pages shown"), default=0)
    visits = models.PositiveIntegerField(_("visits"), default=0)

    objects = DayCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("visits of a day")
        verbose_name_plural = _("visits by day")
        default_permissions = ("view",)
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["on", "device"], name="traffic_one_count_per_day_and_device")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.device}: {self.visits}"


class PageCount(models.Model):
    on = models.DateField(_("day"))
    # A number and no key: what was counted outlives the page.
    page = models.PositiveIntegerField(_("page"))
    language = models.CharField(_("language"), max_length=10)
    views = models.PositiveIntegerField(_("pages shown"), default=0)
    visits = models.PositiveIntegerField(_("visits"), default=0)

    objects = PageCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("visits of a page on a day")
        verbose_name_plural = _("visits by page and day")
        default_permissions = ()
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["on", "page", "language"], name="traffic_one_count_per_day_page_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.page} {self.language}: {self.visits}"


class SourceCount(models.Model):
    """The host that led to the site, without any path; empty for those who typed the address."""

    on = models.DateField(_("day"))
    source = models.CharField(_("source"), max_length=100, blank=True)
    visits = models.PositiveIntegerField(_("visits"), default=0)

    objects = SourceCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("visits from a source on a day")
        verbose_name_plural = _("visits by source and day")
        default_permissions = ()
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["on", "source"], name="traffic_one_count_per_day_and_source")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.source}: {self.visits}"


class Salt(models.Model):
    """What this site's visitors of one day are mixed with. Gone with the day, and with it every way back."""

    on = models.DateField(primary_key=True)
    value = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return str(self.on)


class Visitor(models.Model):
    """Somebody who was here today, for telling a new visit from one that goes on. Gone with the day."""

    key = models.UUIDField(primary_key=True)
    seen_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.key)


class PastTotal(models.Model):
    """A total out of an older system, as somebody entered it: a claim with its source, apart from what was counted."""

    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    visits = models.PositiveBigIntegerField(_("visits"))
    source = models.CharField(
        _("source"), max_length=250, help_text=_("Where the number stands: a report, the older system's screen.")
    )
    entered_by = models.CharField(_("entered by"), max_length=255, editable=False)
    entered_at = models.DateTimeField(_("entered at"), default=timezone.now, editable=False)
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    objects = PastTotalQuerySet.as_manager()

    class Meta:
        verbose_name = _("entered total")
        verbose_name_plural = _("entered totals")
        ordering: ClassVar[list[str]] = ["-first", "-pk"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="traffic_total_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.first} – {self.last}: {self.visits}"

    @property
    def span(self) -> str:
        return span(self.first, self.last)

    @property
    def history(self) -> list["PastTotalChange"]:
        """What was done to it, last first."""
        return list(self.changes.all())

    def clean(self) -> None:
        """A day is in one total, entered or counted: the sum would have it twice."""
        if not (self.first and self.last):
            return
        if self.last < self.first:
            raise ValidationError({"last": _("The last day is before the first.")})
        other = PastTotal.objects.in_force().sharing_days(self.first, self.last).exclude(pk=self.pk).first()
        if other:
            told = _("For some of these days there is a total already: %(first)s to %(last)s. Correct that one.")
            raise ValidationError(told % {"first": f"{other.first:%d/%m/%Y}", "last": f"{other.last:%d/%m/%Y}"})
        counted = DayCount.objects.between(self.first, self.last).order_by("on").first()
        if counted:
            told = _("This site has counted by itself since %(day)s: the last day must be before.")
            raise ValidationError({"last": told % {"day": f"{counted.on:%d/%m/%Y}"}})


class PastTotalChange(models.Model):
    """What somebody did to an entered total, with what it said afterwards."""

    total = models.ForeignKey(PastTotal, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=255)
    reason = models.CharField(_("reason"), max_length=250, blank=True)
    first = models.DateField()
    last = models.DateField()
    visits = models.PositiveBigIntegerField()
    source = models.CharField(max_length=250)
    is_withdrawal = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.by}: {self.visits}"

    @property
    def span(self) -> str:
        return span(self.first, self.last)


@register_setting(icon="view")
class CounterSettings(BaseSiteSetting):
    """Whether readers see how many they are."""

    is_shown = models.BooleanField(
        _("show the visit counter at the foot of every page"),
        default=False,
        help_text=_("Who is here now, today's visits and all visits so far. Visits are counted either way."),
    )

    class Meta:
        verbose_name = _("visit counter")
        verbose_name_plural = _("visit counters")

    def __str__(self) -> str:
        return str(self.is_shown)
