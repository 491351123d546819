"""What this site adds to the catalogue of procedures, which it only reads: keys lead from here to there, never back."""

from dataclasses import dataclass
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from procedure_catalogue.models import Procedure, ProcedureVersion
from procedure_catalogue.states import Level
from procedures.queries import OverlayQuerySet

# What says where people turn to: of the whole site, and of one procedure where it differs.
PLACE = ("desk", "hours", "officer", "phone")
LONGEST_NOTE = 4000


@dataclass(frozen=True)
class Place:
    desk: str = ""
    hours: str = ""
    officer: str = ""
    phone: str = ""

    @property
    def is_known(self) -> bool:
        return any((self.desk, self.hours, self.officer, self.phone))


class PlaceFields(models.Model):
    desk = models.CharField(
        _("receiving desk"), max_length=300, blank=True, help_text=_("Its name and where it is, in one line.")
    )
    hours = models.TextField(_("office hours"), max_length=1000, blank=True, help_text=_("One line for each time."))
    officer = models.CharField(_("officer"), max_length=255, blank=True, help_text=_("Name and office."))
    phone = models.CharField(_("phone"), max_length=50, blank=True)

    class Meta:
        abstract = True


class Defaults(PlaceFields):
    """Of this site, once: at which levels it deals with procedures, and where, unless an overlay says otherwise."""

    ONLY: ClassVar[int] = 1

    levels = ArrayField(
        models.CharField(max_length=10, choices=Level), verbose_name=_("levels whose procedures are shown")
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("defaults for procedures")
        verbose_name_plural = _("defaults for procedures")
        default_permissions = ()

    def __str__(self) -> str:
        return self.desk or str(_("defaults for procedures"))

    @classmethod
    def current(cls) -> "Defaults":
        """Those of the site. An unsaved row where there are none yet."""
        return cls.objects.filter(pk=cls.ONLY).first() or cls(pk=cls.ONLY, levels=[Level.COMMUNE.value])


class Overlay(PlaceFields):
    """What this site says about one procedure beyond the catalogue. Empty parts are those of the defaults."""

    procedure = models.OneToOneField(Procedure, on_delete=models.PROTECT, related_name="+")
    is_offered = models.BooleanField(_("offered here"), default=True)
    note = models.TextField(
        _("local note"), max_length=LONGEST_NOTE, blank=True, help_text=_("What people here should know beyond it.")
    )
    form_file = models.ForeignKey(
        "library.SiteDocument",
        verbose_name=_("form file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A form of this office, beside those of the catalogue."),
    )
    # What the catalogue said when somebody here last found that all of this fits it.
    confirmed = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_on = models.DateField(_("confirmed on"), null=True)
    # Goes up with every change: whoever changes says which one they saw.
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar = OverlayQuerySet.as_manager()

    class Meta:
        verbose_name = _("local details of a procedure")
        verbose_name_plural = _("local details of procedures")
        default_permissions = ("change",)

    def __str__(self) -> str:
        return self.procedure.code

    @property
    def says_something_else(self) -> bool:
        """Than the defaults do, as `OverlayQuerySet.speaking` has it."""
        return not self.is_offered or any(getattr(self, name) for name in (*PLACE, "note", "form_file_id"))


def place_of(overlay: Overlay | None, defaults: Defaults) -> Place:
    """Part by part: what the overlay leaves empty is the site's."""
    return Place(**{name: (getattr(overlay, name) if overlay else "") or getattr(defaults, name) for name in PLACE})
