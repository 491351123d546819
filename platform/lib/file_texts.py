"""What a PDF, a Word or an Excel file says, for a search. Bounded: a file is anybody's, and the worker has one life."""

import time
from collections.abc import Callable, Iterator
from typing import IO, Any

import docx
import openpyxl
import pypdf

MOST_LETTERS = 200_000
MOST_BYTES = 60 * 1024 * 1024
SECONDS = 20
# A scanned page yields a stray letter now and then.
LETTERS_PER_PAGE = 20


class Unreadable(Exception):
    """Damaged, locked, too large, or of a type that holds no text for us."""


def text_of(file: IO[bytes], extension: str, *, size: int) -> str:
    """The first MOST_LETTERS of it, or what could be read in SECONDS; empty for a file of pictures.

    Raises Unreadable.
    """
    reader = READERS.get(extension)
    if reader is None or size > MOST_BYTES:
        raise Unreadable(extension)
    try:
        return _bounded(reader(file))
    except Exception as error:
        # Each of the three has errors of its own, and those of what it stands on.
        raise Unreadable(str(error)) from error


def _bounded(pieces: Iterator[str]) -> str:
    """Between two pieces the clock is looked at: a page, a paragraph or a row."""
    until = time.monotonic() + SECONDS
    kept: list[str] = []
    length = 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece)
        if length > MOST_LETTERS or time.monotonic() > until:
            break
    return " ".join(kept)[:MOST_LETTERS].replace("\0", " ").strip()


def _pdf(file: IO[bytes]) -> Iterator[str]:
    reader = pypdf.PdfReader(file)
    for page in reader.pages:
        text = page.extract_text()
        yield text if len(text.strip()) >= LETTERS_PER_PAGE else ""


def _docx(file: IO[bytes]) -> Iterator[str]:
    document: Any = docx.Document(file)
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            yield " ".join(cell.text for cell in row.cells)


def _xlsx(file: IO[bytes]) -> Iterator[str]:
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield " ".join(str(cell) for cell in row if cell is not None)


READERS: dict[str, Callable[[IO[bytes]], Iterator[str]]] = {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx}
