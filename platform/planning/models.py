"""Projects: what each is for, what it costs, who pays, how far it is."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from lib.clock import today
from pages.blocks import BodyBlock
from pages.filters import narrowed, on_show_in
from pages.models import BasePage
from pages.queries import list_above
from planning.filters import ProjectFilters
from planning.queries import ProjectQuerySet
from planning.states import Field, Funding, Kind, Status

YEARS = [MinValueValidator(1975), MaxValueValidator(2100)]


class ProjectIndexPage(BasePage):
    """Lists the projects of the whole site."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = ["planning.ProjectPage"]
    template = "planning/project_index_page.html"

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        projects = on_show_in(self, ProjectPage.objects.all()).newest_first().for_lists()
        return {**super().get_context(request, *args, **kwargs), **narrowed(projects, ProjectFilters, request)}


class ProjectPage(BasePage):
    """The fields are those that NĐ 43/2011 art 10 asked for; no later rule names others."""

    is_text: ClassVar[bool] = True
    # Where it counts in the yearly report.
    CATEGORY: ClassVar[str] = "planning"
    search_kind: ClassVar[str] = "project"

    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PREPARING, db_index=True)
    aim = models.TextField(_("main aim"), help_text=_("What it is for and who gains by it, in two or three sentences."))
    field = models.CharField(_("field of work"), max_length=20, choices=Field)
    kind = models.CharField(_("type of project"), max_length=20, choices=Kind)
    place = models.CharField(_("place"), max_length=255, blank=True, help_text=_("Hamlet, road, canal or school."))
    first_year = models.PositiveSmallIntegerField(_("first year"), validators=YEARS)
    last_year = models.PositiveSmallIntegerField(_("last year"), validators=YEARS)
    cost = models.DecimalField(
        _("cost in dong"),
        max_digits=18,
        decimal_places=0,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("Total investment, digits only: 14900000000. Leave empty while it is not decided."),
    )
    funding = models.CharField(_("type of funding"), max_length=20, choices=Funding)
    funder = models.CharField(_("funder"), max_length=255, blank=True, help_text=_("Who gives the money."))
    body = StreamField(BodyBlock(), verbose_name=_("further information"), blank=True)
    published_on = models.DateField(_("publication date"), default=today, db_index=True)

    objects: ClassVar[PageManager] = PageManager.from_queryset(ProjectQuerySet)()

    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldPanel("status"),
        FieldPanel("aim"),
        FieldRowPanel([FieldPanel("field"), FieldPanel("kind")]),
        FieldPanel("place"),
        FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year")], _("Project duration")),
        MultiFieldPanel(
            [FieldPanel("cost"), FieldRowPanel([FieldPanel("funding"), FieldPanel("funder")])], _("Cost and funding")
        ),
        InlinePanel("notes", heading=_("Progress notes"), label=_("Progress note")),
        FieldPanel("body"),
        FieldPanel("published_on", help_text=_("Day/month/year, for example 31/10/2023.")),
    ]
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("aim"),
        index.SearchField("place"),
        index.SearchField("funder"),
        index.SearchField("body"),
        index.FilterField("published_on"),
        index.FilterField("status"),
        index.FilterField("field"),
        index.FilterField("funding"),
    ]
    parent_page_types: ClassVar[list[str]] = ["planning.ProjectIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "planning/project_page.html"

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    @property
    def gist(self) -> str:
        return self.aim

    def clean(self) -> None:
        super().clean()
        if self.first_year and self.last_year and self.last_year < self.first_year:
            raise ValidationError({"last_year": _("The last year is before the first.")})

    @property
    def duration(self) -> str:
        """`2022–2024`, or one year."""
        years = dict.fromkeys(str(year) for year in (self.first_year, self.last_year) if year)
        return "–".join(years)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["above"] = list_above(self)
        context["notes"] = sorted(self.notes.all(), key=lambda note: note.noted_on, reverse=True)
        return context


class ProgressNote(models.Model):
    """How far a project was on one day. What was noted once stays beside what is noted later."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="notes")
    noted_on = models.DateField(_("day"), default=today, help_text=_("Day/month/year, for example 31/10/2023."))
    percent = models.PositiveSmallIntegerField(
        _("done, in percent"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    text = models.TextField(_("what was done"))

    panels: ClassVar[list] = [FieldRowPanel([FieldPanel("noted_on"), FieldPanel("percent")]), FieldPanel("text")]

    class Meta:
        ordering = ["-noted_on", "-pk"]
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")

    def __str__(self) -> str:
        return f"{self.noted_on}: {self.text[:50]}"
