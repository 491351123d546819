"""The form in which a clerk discloses a budget: the table is read at once, so that a wrong file is told at once."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from budget.sheets import table_in
from budget.tables import Table
from lib.refusals import Refused
from library.models import SiteDocument
from pages.forms import PageForm


class DisclosureForm(PageForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        sheet = cleaned.get("sheet")
        try:
            self.instance.table = table_of_document(sheet).as_json() if sheet else {}
        except Refused as refused:
            self.add_error("sheet", refused)
        return cleaned


def table_of_document(document: SiteDocument) -> Table:
    """Each time the page is saved: the document may have been replaced. Raises Refused."""
    try:
        with document.file.open("rb") as file:
            return table_in(file, document.filename)
    except FileNotFoundError:
        raise Refused(_("The file of this document is missing. Upload it again."), "missing") from None
