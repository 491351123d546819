"""What the district keeps for all of its sites, in `public`: what each owes its readers, and what was read of each."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tenants.oversight.queries import DutyQuerySet, SnapshotQuerySet
from tenants.oversight.states import Count, Evidence, Source
from tenants.registry.models import Tenant
from tenants.registry.states import Kind


class Duty(models.Model):
    """One version of it. A change is another row with the same key, whose days follow on those of this one."""

    key = models.SlugField(_("key"), max_length=40)
    title_vi = models.CharField(_("title in Vietnamese"), max_length=150)
    title_km = models.CharField(_("title in Khmer"), max_length=150, blank=True)
    title_en = models.CharField(_("title in English"), max_length=150, blank=True)
    kinds = ArrayField(models.CharField(max_length=20, choices=Kind), verbose_name=_("kinds of sites"))
    evidence = models.CharField(_("what shows it"), max_length=20, choices=Evidence)
    reference = models.CharField(_("which"), max_length=60, blank=True)
    at_least = models.PositiveSmallIntegerField(_("how many at least"), default=1, validators=[MinValueValidator(1)])
    # Empty: once there, it is done.
    within = models.PositiveSmallIntegerField(
        _("within so many days"), null=True, blank=True, validators=[MaxValueValidator(1000)]
    )
    count = models.CharField(_("counted as"), max_length=10, choices=Count, default=Count.CALENDAR)
    soon = models.PositiveSmallIntegerField(_("due soon, days before"), default=7, validators=[MaxValueValidator(365)])
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    basis = models.CharField(_("basis"), max_length=500)
    basis_source = models.CharField(_("how that is known"), max_length=10, choices=Source, default=Source.BOARD)
    # What says that it has to be there rarely says how often.
    days_basis = models.CharField(_("basis of the days"), max_length=500, blank=True)
    days_source = models.CharField(_("how the days are known"), max_length=10, choices=Source, default=Source.BOARD)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True, help_text=_("The last day; empty: still valid."))
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)
    changed_by = models.CharField(_("changed by"), max_length=255, editable=False)
    # When another version was put in its place that begins on the same day or before.
    replaced_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = pgettext_lazy("of sites", "duties")
        default_permissions = ()
        ordering = ["-weight", "key", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "valid_from"],
                condition=models.Q(replaced_at=None),
                name="oversight_one_version_per_duty_and_day",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="oversight_duty_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """In the reader's language, else in Vietnamese."""
        return getattr(self, f"title_{get_language() or 'vi'}", "") or self.title_vi

    @property
    def kind_names(self) -> str:
        return ", ".join(str(Kind(kind).label) for kind in self.kinds)

    @property
    def trace_key(self) -> str:
        """Under which a snapshot says what shows it."""
        return f"{self.evidence}:{self.reference}" if self.reference else str(self.evidence)


class Snapshot(models.Model):
    """What was read of a site on a day; of the last day, as it stands by now. Numbers and days, no words of the site.

    A row policy lets a site's login read its own, and a board's those of its sites.
    """

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    taken_at = models.DateTimeField()
    schema = models.PositiveSmallIntegerField(default=1)
    # What duties are judged by: key of the evidence to [how many, day of the last, day since when one waits].
    traces = models.JSONField()
    # All figures, see docs/oversight.md.
    document = models.JSONField()
    # As it was judged when it was taken, for trends.
    score = models.PositiveSmallIntegerField(default=0)
    missing = models.PositiveSmallIntegerField(default=0)
    overdue = models.PositiveSmallIntegerField(default=0)
    soon = models.PositiveSmallIntegerField(default=0)
    fresh = models.PositiveSmallIntegerField(default=0)
    items = models.PositiveIntegerField(default=0)
    visits = models.PositiveIntegerField(default=0)

    objects: ClassVar = SnapshotQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["tenant", "on"], name="oversight_one_snapshot_per_day")]
        indexes = [
            models.Index(fields=["tenant", "-on"], name="oversight_newest_snapshot"),
            # For trends, which read a few days of all sites and no more than this.
            models.Index(
                fields=["on"], include=["tenant", "score", "missing", "overdue"], name="oversight_scores_by_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenant_id} {self.on:%d/%m/%Y}"


class Reading(models.Model):
    """When a site was last looked at, and whether that went well."""

    tenant = models.OneToOneField(Tenant, primary_key=True, on_delete=models.CASCADE, related_name="reading")
    # Of the site's tables when it was last read: as long as it stays, nothing has changed.
    stamp = models.CharField(max_length=100, blank=True)
    # Known to be as the last snapshot says.
    seen_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.tenant_id} {self.seen_at}"


class SavedView(models.Model):
    """What somebody of a board looks for again and again; all of that board find it."""

    board = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    # Of the board's screen: what stands behind the question mark of its address.
    matrix = models.BooleanField(default=False)
    query = models.CharField(max_length=500, blank=True)
    saved_by = models.CharField(max_length=255)

    class Meta:
        default_permissions = ()
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["board", "name"], name="oversight_one_saved_view_per_name")]

    def __str__(self) -> str:
        return self.name
