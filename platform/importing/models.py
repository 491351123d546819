"""Imports into this site's registers: what was handed in, what it would do, what it did and what was there before."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from importing.queries import ImportQuerySet, ImportRowQuerySet
from importing.states import UNDER_WAY, State, Verdict


class Import(models.Model):
    """One sheet on its way into a register. Its files lie outside the folders that are served."""

    register = models.CharField(_("register"), max_length=50)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.MAPPING)
    notice = models.TextField(blank=True, help_text="Why the last step was not done, for the person who asked for it.")
    asked_at = models.DateTimeField(_("handed in"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    language = models.CharField(max_length=10, help_text="In which the reasons for wrong rows are written.")

    terms = models.JSONField(default=dict, help_text="What the register asks along with the sheet: a decision.")

    sheet_file = models.FileField(upload_to="imports/", blank=True)
    sheet_name = models.CharField(_("file"), max_length=255)
    archive_file = models.FileField(upload_to="imports/", blank=True)
    archive_name = models.CharField(max_length=255, blank=True)

    sheet = models.CharField(max_length=255, blank=True, help_text="Of those in the workbook.")
    header_row = models.PositiveIntegerField(default=1)
    titles = models.JSONField(default=list, help_text="What stands in that row.")
    columns = models.JSONField(default=dict, help_text="Column of the register → position in the sheet, from 0.")

    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    same = models.PositiveIntegerField(_("unchanged"), default=0)
    gone = models.PositiveIntegerField(_("to retire"), default=0)
    wrong = models.PositiveIntegerField(_("wrong"), default=0)
    outcome = models.CharField(max_length=64, blank=True, help_text="Of the dry run that the person has seen.")
    applied_at = models.DateTimeField(_("imported"), null=True)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    leaves_edited = models.BooleanField(default=False, help_text="What was edited since stays when the rest is undone.")

    objects: ClassVar[ImportQuerySet] = ImportQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-asked_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["register", "-asked_at"], name="importing_newest_first")]

    def __str__(self) -> str:
        return self.sheet_name

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def may_be_applied(self) -> bool:
        return self.state == State.CHECKED and not self.wrong and bool(self.new or self.changed or self.gone)

    def counts(self) -> dict[Verdict, int]:
        """Of what is to be retired only where there is something: few registers retire."""
        return {
            verdict: count for verdict in Verdict if (count := getattr(self, verdict.value)) or verdict != Verdict.GONE
        }


class ImportRow(models.Model):
    """What one row of the sheet would do, and, once it is done, to which item."""

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    source = models.CharField(max_length=255, blank=True, help_text="The file that stands for the row.")
    verdict = models.CharField(max_length=10, choices=Verdict)
    label = models.CharField(_("entry"), max_length=255, blank=True)
    errors = models.JSONField(default=list, help_text="As importing.plans.Error.")
    differences = models.JSONField(default=list, help_text="As importing.plans.Difference.")
    item = models.BigIntegerField(null=True)
    before = models.JSONField(null=True, help_text="The item's values, by columns; none where it was added.")
    after = models.JSONField(null=True)
    version = models.CharField(max_length=100, blank=True, help_text="Of the item, after the import.")
    obstacle = models.CharField(_("in the way"), max_length=255, blank=True, help_text="Why it can't be taken back.")

    objects: ClassVar[ImportRowQuerySet] = ImportRowQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        ordering = ["number"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="importing_one_result_per_row")]
        indexes = [models.Index(fields=["of", "verdict", "number"], name="importing_by_verdict")]

    def __str__(self) -> str:
        return f"{self.number}: {self.label}"

    @property
    def facts(self) -> list[dict[str, Any]]:
        return self.errors or self.differences


class RememberedColumns(models.Model):
    """Which column is which in sheets with these titles, as somebody has confirmed it."""

    register = models.CharField(max_length=50)
    fingerprint = models.CharField(max_length=64)
    columns = models.JSONField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["register", "fingerprint"], name="importing_remembered_once_per_titles")
        ]

    def __str__(self) -> str:
        return f"{self.register}: {self.fingerprint[:8]}"


class RegisterInUse(models.Model):
    """Its row is locked while something is imported into that register or taken back: one after the other."""

    register = models.CharField(max_length=50, unique=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.register
