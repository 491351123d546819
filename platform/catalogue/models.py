"""Tables that the whole installation shares. They stand in the schema `public` and point at nothing of a site."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.queries import DeadlineQuerySet, EntryQuerySet


class Entry(models.Model):
    """One of a list that all sites choose from."""

    key = models.SlugField(_("key"), unique=True, help_text=_("Never changes: reports of past years refer to it."))
    name_vi = models.CharField(_("name in Vietnamese"), max_length=255)
    name_km = models.CharField(_("name in Khmer"), max_length=255, blank=True)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "key"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the reader's language, else in Vietnamese."""
        return getattr(self, f"name_{get_language() or 'vi'}", "") or self.name_vi


class Category(Entry):
    """What an item is about, as the board's yearly report counts it (chuyên mục). An item may stand in several."""

    class Meta(Entry.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")


class DocumentForm(Entry):
    """What a legal document is by its form (hình thức): a resolution, a decision, a notice."""

    abbreviation = models.CharField(_("abbreviation"), max_length=10, blank=True)

    class Meta(Entry.Meta):
        verbose_name = _("form of documents")
        verbose_name_plural = _("forms of documents")


class DocumentField(Entry):
    """What a legal document is about (lĩnh vực)."""

    class Meta(Entry.Meta):
        verbose_name = _("field of documents")
        verbose_name_plural = _("fields of documents")


class Deadline(models.Model):
    """Within how many working days what a citizen sends is dealt with, as of the day on which it is received."""

    kind = models.SlugField(_("kind"))
    working_days = models.PositiveSmallIntegerField(_("working days"))
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True, help_text=_("The last day; empty: still valid."))
    basis = models.CharField(_("basis"), max_length=500)
    # A number that an office chose, after a rule that is no longer in force, is never told to anybody as law.
    is_law = models.BooleanField(_("laid down by law"), default=False)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        ordering = ["kind", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "valid_from"], name="catalogue_one_deadline_per_kind_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.valid_from:%d/%m/%Y}, {self.basis}"


class OfficeDay(models.Model):
    """A day unlike what `lib.workdays` knows: a day off that was decided on, or the Saturday worked for it."""

    day = models.DateField(_("day"), unique=True)
    is_open = models.BooleanField(_("the office is open"))
    basis = models.CharField(_("basis"), max_length=500)

    class Meta:
        verbose_name = _("compensatory day")
        verbose_name_plural = _("compensatory days")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
