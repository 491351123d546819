"""What editors put above all that is found, and what was sought in vain."""

import datetime
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from search.words import plain_words


class PinQuerySet(models.QuerySet):
    def in_period(self, on: datetime.date) -> Self:
        return self.filter(Q(since=None) | Q(since__lte=on), Q(until=None) | Q(until__gte=on))


class Pin(models.Model):
    """Stands above all that is found, where somebody types exactly one of its groups of words."""

    words = models.TextField(
        _("what readers type"),
        help_text=_("One to a line, marks or not: thẻ căn cước, and below it: cccd."),
    )
    title = models.CharField(_("title"), max_length=150, blank=True, help_text=_("Empty for the title of the page."))
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    address = models.CharField(
        _("or an address of this site"),
        max_length=300,
        blank=True,
        help_text=_("From the stroke on: /van-ban/?chuyen-muc=news. It needs a title."),
    )
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day."))

    objects: ClassVar = PinQuerySet.as_manager()

    panels: ClassVar[list] = [
        FieldPanel("words"),
        MultiFieldPanel([PageChooserPanel("page"), FieldPanel("address"), FieldPanel("title")], _("What is shown")),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")], _("Period")),
    ]

    class Meta:
        verbose_name = _("pinned result")
        verbose_name_plural = _("pinned results")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        return ", ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    @property
    def groups(self) -> set[tuple[str, ...]]:
        return {tuple(plain_words(line)) for line in self.lines}

    def clean(self) -> None:
        super().clean()
        wrong = {}
        if not any(self.groups):
            wrong["words"] = _("Write at least one word.")
        if bool(self.page_id) == bool(self.address):
            wrong["page"] = _("Choose a page, or write an address: one of the two.")
        if self.address and (not self.address.startswith("/") or self.address.startswith("//") or "\\" in self.address):
            wrong["address"] = _("An address of this site begins with one stroke: /van-ban/.")
        if self.address and not self.title:
            wrong["title"] = _("An address needs a title.")
        if self.since and self.until and self.until < self.since:
            wrong["until"] = _("The last day is before the first.")
        if wrong:
            raise ValidationError(wrong)


class Miss(models.Model):
    """What was sought on a day and not found, and how often. Nothing about who sought it."""

    words = models.CharField(_("words"), max_length=100)
    on = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("times"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search without a result")
        verbose_name_plural = _("searches without a result")
        ordering = ["-on", "words"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["words", "on"], name="search_one_count_a_day")]

    def __str__(self) -> str:
        return self.words
