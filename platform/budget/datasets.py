"""Budget disclosures as open data, with the table of each."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from budget.models import DisclosurePage
from budget.states import Period, Subject
from budget.tables import Table
from catalogue.datasets import Dataset, Row, among, changed_since, day, number, of_year, one_of, text, texts
from pages.datasets import LANGUAGE, MARKS, ItemRow, items, of_body
from pages.datasets_files import FileRow, open_file


class TableRow(Row):
    unit = text(_("The line that says in what unit the numbers are; empty where there is none."))
    headings = texts(_("Heading of each column."))
    rows = serializers.ListField(
        child=serializers.ListField(child=serializers.JSONField()),
        read_only=True,
        source="figures",
        help_text=_("Rows of the table, each a list of texts and numbers."),
    )


class DisclosureRow(ItemRow):
    year = number(_("Budget year."))
    period = one_of(Period, _("Which part of the year."))
    subject = one_of(Subject, _("What is disclosed."))
    form = text(_("Number of the form, as it is printed on it."))
    decision_number = text(_("Number of the decision by which it is disclosed."))
    decided_on = day(_("Date of the decision."), allow_null=True)
    decided_by = text(_("Who decided."))
    decision = serializers.SerializerMethodField(help_text=_("File of the decision."))
    sheet = serializers.SerializerMethodField(help_text=_("The table as a workbook."))
    table = serializers.SerializerMethodField(help_text=_("The table as data; none where there is none."))
    text = of_body(source="body")

    @extend_schema_field(FileRow(allow_null=True))
    def get_decision(self, page: DisclosurePage) -> dict[str, Any] | None:
        return open_file(self, page.decision)

    @extend_schema_field(FileRow(allow_null=True))
    def get_sheet(self, page: DisclosurePage) -> dict[str, Any] | None:
        return open_file(self, page.sheet)

    @extend_schema_field(TableRow(allow_null=True))
    def get_table(self, page: DisclosurePage) -> dict[str, Any] | None:
        return dict(TableRow(Table(**page.table)).data) if page.table else None


FILES = ("decision__collection", "sheet__collection")
DATASETS = (
    Dataset(
        key="budget-disclosures",
        title=_("Budget disclosures"),
        holds=_("Estimates, execution and final accounts of the budget, each with its decision and its table."),
        row=DisclosureRow,
        rows=lambda on: items(DisclosurePage.objects.all(), on).select_related("locale", *FILES),
        filters=(
            of_year(lambda rows, year: rows.filter(year=year), _("Only disclosures of that budget year.")),
            among("period", Period, _("Only disclosures of that part of the year.")),
            among("subject", Subject, _("Only disclosures of that content.")),
            LANGUAGE,
            changed_since(),
        ),
        marks=(*MARKS, *FILES, "decision__title", "sheet__title"),
    ),
)
