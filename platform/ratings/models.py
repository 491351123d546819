"""How often readers said on a day how content they were with a page. There is no row of a single rating, and none says
who rated: NĐ 224/2026 article 10 asks for ratings online that keep the raters confidential."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ratings.states import Level


class Rating(models.Model):
    """All of one page, level and day, added up: a day is the finest that is kept."""

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="ratings")
    level = models.PositiveSmallIntegerField(_("level"), choices=Level)
    on = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("times"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rating of a page")
        verbose_name_plural = _("ratings of pages")
        default_permissions = ("view",)
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["page", "level", "on"], name="ratings_one_count_per_page_level_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.level} {self.on}: {self.times}"
