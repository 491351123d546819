"""A result of the register as a file: CSV and JSON row by row, XLSX up to a number of rows."""

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from openpyxl import Workbook

from legal.states import Status
from lib.spreadsheets import BYTE_ORDER_MARK, harmless

# A workbook is made as a whole before its first byte leaves; a CSV is not, and Excel opens it as well.
MOST_ROWS_OF_A_WORKBOOK = 10_000
ROWS_AT_ONCE = 1000


class Echo:
    """A file that hands back what is written."""

    def write(self, text: str) -> str:
        return text


def headings() -> list[str]:
    return [
        _("Form of the document"),
        _("Number and sign"),
        _("Issuing body"),
        _("Issued on"),
        _("In force from"),
        _("No longer in force from"),
        _("Status of force"),
        _("Abstract"),
        _("Signed by"),
        _("Office of the signer"),
        _("Field of activity"),
        _("Address"),
    ]


KEYS = (
    "form", "number", "issuer", "issued_on", "effective_on", "expires_on",
    "status", "abstract", "signer", "signer_office", "field", "address",
)  # fmt: skip


def rows(documents: QuerySet, base: str) -> Iterator[list[str]]:
    for document in documents.iterator(chunk_size=ROWS_AT_ONCE):
        days = (document.issued_on, document.effective_on, document.expires_on)
        yield [
            document.form.name if document.form else "",
            document.number,
            document.issuer.name if document.issuer else "",
            *(day.isoformat() if day else "" for day in days),
            str(Status(document.status).label),
            document.abstract,
            document.signer,
            document.signer_office,
            document.field.name if document.field else "",
            f"{base}{document.address}",
        ]


def as_csv(documents: QuerySet, base: str) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow(headings())
    for row in rows(documents, base):
        yield writer.writerow([harmless(cell) for cell in row])


def as_json(documents: QuerySet, base: str) -> Iterator[str]:
    """A list of objects with English keys, whatever the language of the page."""
    yield "["
    between = "\n"
    for row in rows(documents, base):
        yield between + json.dumps(dict(zip(KEYS, row, strict=True)), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n"


def as_workbook(documents: QuerySet, base: str) -> IO[bytes]:
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(_("Legal documents"))
    for row in _harmless_rows(documents, base):
        sheet.append(row)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the response that hands it out
    book.save(file)
    file.seek(0)
    return file


def _harmless_rows(documents: QuerySet, base: str) -> Iterable[list[str]]:
    yield headings()
    yield from ([harmless(cell) for cell in row] for row in rows(documents[:MOST_ROWS_OF_A_WORKBOOK], base))
