"""The table of a disclosure, out of the workbook that a clerk hands in."""

from typing import IO

from django.utils.translation import gettext_lazy as _

from budget.tables import MOST_COLUMNS, MOST_ROWS, Table, table_of
from lib.filetypes import extension_of
from lib.refusals import Refused
from lib.upload_fields import limits
from lib.workbooks import rows_of


def table_in(file: IO[bytes], name: str) -> Table:
    """Raises Refused."""
    if extension_of(name) != "xlsx":
        raise Refused(_("A table is read from an Excel workbook; its name ends in .xlsx."), "no_workbook")
    table = table_of(rows_of(file, limits(), most_rows=MOST_ROWS, most_columns=MOST_COLUMNS))
    if table is None or not table.rows:
        raise Refused(_("There is no table on the first sheet: a row of headings, and rows below it."), "no_table")
    return table
