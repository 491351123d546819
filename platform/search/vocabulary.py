"""The words of this site, what is said side by side, and what editors know about words."""

import datetime
from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from search.questions import WordGroup, relative_days
from search.words import plain_words


def by_part(name: str) -> GinIndex:
    return GinIndex(OpClass("text", name="gin_trgm_ops"), name=f"{name}_word_by_part")


class KnownWord(models.Model):
    """A word, or two side by side, in titles and beginnings of texts that readers may see. Learnt anew each day."""

    text = models.CharField(max_length=130, unique=True)
    # Without the space between two: `ngansach`.
    joined = models.CharField(max_length=130, db_index=True)
    written = models.CharField(max_length=130)
    times = models.PositiveIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.written


class Word(KnownWord):
    """Of this site."""

    class Meta:
        verbose_name = "word of the site"
        verbose_name_plural = "words of the site"
        default_permissions = ()
        indexes = [by_part("search")]


class SynonymsQuerySet(models.QuerySet):
    def meanings(self, on: datetime.date) -> dict[WordGroup, frozenset[WordGroup]]:
        """By each group of words all that mean the same, itself included; with what means a day by that day."""
        found: dict[WordGroup, frozenset[WordGroup]] = relative_days(on)
        rows: Iterable[Any] = self.order_by()
        for one in rows:
            for words in one.groups:
                found[words] = found.get(words, frozenset()) | one.groups
        return found


class Synonyms(models.Model):
    """Words that mean the same: whoever types one finds the others. They hold from the next search on."""

    words = models.TextField(
        _("words that mean the same"),
        help_text=_("One to a line, for example: sổ đỏ, and below it: giấy chứng nhận quyền sử dụng đất."),
    )

    objects: ClassVar = SynonymsQuerySet.as_manager()

    panels: ClassVar[list] = [FieldPanel("words")]

    class Meta:
        verbose_name = _("words of one meaning")
        verbose_name_plural = _("words of one meaning")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        return " = ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    @property
    def groups(self) -> frozenset[WordGroup]:
        """In plain letters, each as its words."""
        return frozenset(filter(None, (tuple(plain_words(line)) for line in self.lines)))

    def clean(self) -> None:
        super().clean()
        if len(self.groups) < 2:
            raise ValidationError({"words": _("Write at least two, each on a line of its own.")})
