"""Recruitment notices: who is looked for, where, and until when."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from lib.clock import today
from pages.blocks import BodyBlock
from pages.filters import narrowed, on_show_in
from pages.models import BasePage
from pages.queries import list_above
from recruitment.filters import VacancyFilters
from recruitment.queries import VacancyQuerySet


class VacancyIndexPage(BasePage):
    """Lists the recruitment notices of the whole site."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = ["recruitment.VacancyPage"]
    template = "recruitment/vacancy_index_page.html"

    class Meta:
        verbose_name = _("list of recruitment notices")
        verbose_name_plural = _("lists of recruitment notices")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        vacancies = on_show_in(self, VacancyPage.objects.all()).open_first(today()).for_lists()
        return {**super().get_context(request, *args, **kwargs), **narrowed(vacancies, VacancyFilters, request)}


class VacancyPage(BasePage):
    is_text: ClassVar[bool] = True
    # Where it counts in the yearly report, which names recruitment among the other information.
    CATEGORY: ClassVar[str] = "other"
    search_kind: ClassVar[str] = "vacancy"

    employer = models.CharField(_("employer"), max_length=255, help_text=_("The office, school or station."))
    positions = models.PositiveSmallIntegerField(_("number of positions"), default=1, validators=[MinValueValidator(1)])
    requirements = models.TextField(
        _("requirements"), blank=True, help_text=_("Schooling, languages, age, in a few sentences.")
    )
    how_to_apply = models.TextField(
        _("how to apply"), blank=True, help_text=_("Which papers, where to hand them in, whom to call.")
    )
    closes_on = models.DateField(
        _("closing date"), db_index=True, help_text=_("The last day on which applications are taken.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("further information"), blank=True)
    published_on = models.DateField(_("publication date"), default=today, db_index=True)

    objects: ClassVar[PageManager] = PageManager.from_queryset(VacancyQuerySet)()

    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("employer"), FieldPanel("positions")]),
        FieldPanel("requirements"),
        FieldPanel("how_to_apply"),
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("closes_on")]),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("employer"),
        index.SearchField("requirements"),
        index.SearchField("body"),
        index.FilterField("published_on"),
        index.FilterField("closes_on"),
    ]
    parent_page_types: ClassVar[list[str]] = ["recruitment.VacancyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "recruitment/vacancy_page.html"

    class Meta:
        verbose_name = _("recruitment notice")
        verbose_name_plural = _("recruitment notices")

    @property
    def gist(self) -> str:
        return self.requirements or self.employer

    def clean(self) -> None:
        super().clean()
        if self.closes_on and self.published_on and self.closes_on < self.published_on:
            raise ValidationError({"closes_on": _("The closing date is before the notice is published.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["above"] = list_above(self)
        context["is_open"] = bool(self.closes_on and self.closes_on >= today())
        return context
