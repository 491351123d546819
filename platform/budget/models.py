"""Budget disclosures: which budget, which period, on which form, by which decision, and its table."""

import datetime
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from budget.charts import chart_of
from budget.filters import DisclosureFilters
from budget.forms import DisclosureForm
from budget.queries import DeadlineQuerySet, DisclosureQuerySet
from budget.states import Period, Subject
from budget.tables import Table
from lib.clock import today
from lib.workdays import after
from pages.blocks import BodyBlock
from pages.filters import narrowed, on_show_in
from pages.models import BasePage
from pages.queries import list_above


def this_year() -> int:
    return today().year


class Deadline(models.Model):
    """Within how many working days of its decision a budget is disclosed, as long as that rule is in force."""

    working_days = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True, help_text="The last day, itself included.")
    legal_basis = models.CharField(max_length=255)

    objects: ClassVar[DeadlineQuerySet] = DeadlineQuerySet.as_manager()

    class Meta:
        ordering = ["valid_from"]

    def __str__(self) -> str:
        return f"{self.working_days}: {self.legal_basis}"


class DisclosureIndexPage(BasePage):
    """Lists the budget disclosures of the whole site."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("introduction")]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = ["budget.DisclosurePage"]
    template = "budget/disclosure_index_page.html"

    class Meta:
        verbose_name = _("list of budget disclosures")
        verbose_name_plural = _("lists of budget disclosures")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        disclosures = on_show_in(self, DisclosurePage.objects.all()).newest_first().for_lists()
        return {**super().get_context(request, *args, **kwargs), **narrowed(disclosures, DisclosureFilters, request)}


class DisclosurePage(BasePage):
    """Which forms there are is no rule of ours: their number is what the clerk reads on them."""

    is_text: ClassVar[bool] = True
    # Where it counts in the yearly report.
    CATEGORY: ClassVar[str] = "budget_disclosure"
    search_kind: ClassVar[str] = "budget"

    year = models.PositiveSmallIntegerField(
        _("budget year"),
        default=this_year,
        validators=[MinValueValidator(1975), MaxValueValidator(2100)],
        db_index=True,
    )
    period = models.CharField(_("budget period"), max_length=10, choices=Period, default=Period.YEAR)
    subject = models.CharField(_("content"), max_length=20, choices=Subject)
    form = models.CharField(_("form number"), max_length=50, blank=True, help_text=_("As it is printed on the form."))
    decision_number = models.CharField(
        _("number of the decision"), max_length=50, blank=True, help_text=_("The decision by which it is disclosed.")
    )
    decided_on = models.DateField(_("date of the decision"), null=True, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=255, blank=True)
    decision = models.ForeignKey(
        "library.SiteDocument",
        verbose_name=_("file of the decision"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sheet = models.ForeignKey(
        "library.SiteDocument",
        verbose_name=_("table"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "An Excel workbook (.xlsx). Readers see its first sheet as a table, and a chart of it where one column is "
            "the estimate or plan and one what was carried out. The file itself can be downloaded."
        ),
    )
    # What was read of the sheet: budget.tables.Table.
    table = models.JSONField(default=dict, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("explanation and further files"), blank=True)
    published_on = models.DateField(_("publication date"), default=today, db_index=True)

    objects: ClassVar[PageManager] = PageManager.from_queryset(DisclosureQuerySet)()

    base_form_class = DisclosureForm
    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("year"), FieldPanel("period")]),
        FieldRowPanel([FieldPanel("subject"), FieldPanel("form")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("decision_number"), FieldPanel("decided_on")]),
                FieldPanel("decided_by"),
                FieldPanel("decision"),
            ],
            _("Decision"),
        ),
        FieldPanel("sheet"),
        FieldPanel("body"),
        FieldPanel("published_on", help_text=_("Day/month/year, for example 31/10/2023.")),
    ]
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("form"),
        index.SearchField("decision_number"),
        index.SearchField("decided_by"),
        index.SearchField("body"),
        index.FilterField("published_on"),
        index.FilterField("year"),
        index.FilterField("period"),
        index.FilterField("subject"),
    ]
    override_translatable_fields: ClassVar[list] = [
        SynchronizedField("form"),
        SynchronizedField("decision_number"),
        SynchronizedField("table", overridable=False),
    ]
    parent_page_types: ClassVar[list[str]] = ["budget.DisclosureIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "budget/disclosure_page.html"

    class Meta:
        verbose_name = _("budget disclosure")
        verbose_name_plural = _("budget disclosures")

    @property
    def due_on(self) -> datetime.date | None:
        """The last day on which the law has it disclosed; None without a decision or a rule (`with_deadline`)."""
        working_days: int | None = getattr(self, "working_days", None)
        return after(self.decided_on, working_days=working_days) if self.decided_on and working_days else None

    @property
    def gist(self) -> str:
        told = f"{self.get_subject_display()}, {self.get_period_display()} {self.year}"
        return f"{told}. {self.decision_number}, {self.decided_by}".rstrip(" .,")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        table = Table(**self.table) if self.table else None
        context["above"] = list_above(self)
        context["table"] = table
        context["chart"] = chart_of(table) if table else None
        return context
