"""Files beside rows of open data."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from catalogue.datasets import Row, address, number, text
from library.models import SiteDocument


class FileRow(Row):
    title = text(_("Title of the file."))
    url = address(_("Where the file is."))
    kind = text(_("Kind of file by the end of its name, such as pdf."))
    size = number(_("Size in bytes; none where it is not known."), allow_null=True)


def open_file(row: Row, document: SiteDocument | None) -> dict[str, Any] | None:
    """A FileRow of what was fetched with its collection; None for what is not for everybody."""
    if document is None or document.collection.path.startswith(row.context["closed_collections"]):
        return None
    return {
        "title": document.title,
        "url": row.absolute(document.url),
        "kind": document.file_extension.lower(),
        "size": document.file_size,
    }


def open_files(row: Row, documents: list[SiteDocument]) -> list[dict[str, Any]]:
    return [file for document in documents if (file := open_file(row, document))]
