"""The form in which a clerk discloses a budget: the table is read at once, so that a wrong file is told at once."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from budget.tables import MOST_COLUMNS, MOST_ROWS, Table, table_of
from lib.filetypes import extension_of
from lib.refusals import Refused
from lib.upload_fields import limits
from lib.workbooks import rows_of
from library.models import SiteDocument
from pages.forms import PageForm


class DisclosureForm(PageForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        sheet = cleaned.get("sheet")
        try:
            self.instance.table = _read(sheet).as_json() if sheet else {}
        except Refused as refused:
            self.add_error("sheet", refused)
        return cleaned


def _read(document: SiteDocument) -> Table:
    """Each time the page is saved: the document may have been replaced. Raises Refused."""
    if extension_of(document.filename) != "xlsx":
        raise Refused(_("A table is read from an Excel workbook; its name ends in .xlsx."), "no_workbook")
    try:
        with document.file.open("rb") as file:
            rows = rows_of(file, limits(), most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
    except FileNotFoundError:
        raise Refused(_("The file of this document is missing. Upload it again."), "missing") from None
    table = table_of(rows)
    if table is None or not table.rows:
        raise Refused(_("There is no table on the first sheet: a row of headings, and rows below it."), "no_table")
    return table
