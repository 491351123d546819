"""Tables that the whole installation shares. They stand in the schema `public` and point at nothing of a site."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.queries import CategoryQuerySet


class Category(models.Model):
    """What an item is about, as the board's yearly report counts it (chuyên mục). An item may stand in several."""

    key = models.SlugField(_("key"), unique=True, help_text=_("Never changes: reports of past years refer to it."))
    name_vi = models.CharField(_("name in Vietnamese"), max_length=255)
    name_km = models.CharField(_("name in Khmer"), max_length=255, blank=True)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        ordering = ["position", "key"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the reader's language, else in Vietnamese."""
        return getattr(self, f"name_{get_language() or 'vi'}", "") or self.name_vi
