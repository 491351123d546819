"""On what terms this site gives its data away."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="download")
class OpenDataSettings(BaseSiteSetting):
    """What is left empty is told in the words of `terms`: plain conditions of the office, and no rule of law."""

    terms_vi = models.TextField(
        gettext_lazy("terms in Vietnamese"),
        blank=True,
        help_text=gettext_lazy("Empty: free reuse, with the name of this site as the source."),
    )
    terms_km = models.TextField(gettext_lazy("terms in Khmer"), blank=True)
    terms_en = models.TextField(gettext_lazy("terms in English"), blank=True)
    licence_address = models.URLField(
        gettext_lazy("address of the licence"),
        blank=True,
        help_text=gettext_lazy("If the terms are those of a known licence: where its text is. Programs read it."),
    )

    panels: ClassVar[list] = [
        MultiFieldPanel(
            [FieldPanel("terms_vi"), FieldPanel("terms_km"), FieldPanel("terms_en"), FieldPanel("licence_address")],
            gettext_lazy("Terms of use"),
        )
    ]

    class Meta:
        verbose_name = gettext_lazy("open data")
        verbose_name_plural = gettext_lazy("open data")

    def __str__(self) -> str:
        return self.terms

    @classmethod
    def of_site(cls) -> Self:
        """Without writing a row where nobody has written terms, as Wagtail's own way to them would."""
        return cls.objects.first() or cls()

    @property
    def terms(self) -> str:
        """In the reader's language, else in Vietnamese, else the usual ones."""
        return getattr(self, f"terms_{get_language() or 'vi'}", "") or self.terms_vi or usual_terms()


def usual_terms() -> str:
    return _("Everybody may copy, change and pass on this data, also to earn money, who names this site as its source.")
