"""All rows of a dataset in files: what is kept of them, and whether that is still what readers may see.

One row to a line in both files, in the order of their numbers. Beside them stands a file of marks: of each row its
number and a sum of the columns that change whenever it does, or of all that it tells. What has a mark that is still
right is taken over from the files before; all else is asked for anew.
"""

import csv
import datetime
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from rest_framework.utils.encoders import JSONEncoder

from lib.spreadsheets import harmless
from opendata.datasets import DATASETS, Reading

FOLDER = "open-data"
KINDS = ("csv", "json")
ROWS_AT_ONCE = 500
Mark = tuple[int, str]


@dataclass(frozen=True)
class File:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`state` is a sum of all marks: equal sums are equal rows. `shape` is of what all rows have in common."""

    made_at: str
    rows: int
    state: str
    shape: str
    marks: str
    csv: File
    json: File

    @property
    def made(self) -> datetime.datetime:
        return datetime.datetime.fromisoformat(self.made_at)

    def as_json(self) -> str:
        return json.dumps(asdict(self))


def folder() -> Path:
    """Of this site, beside its other files and not among those that are handed out by their names."""
    return Path(default_storage.path(FOLDER))


def manifest_of(key: str) -> Manifest | None:
    """None where nothing was written yet, or nothing that can be read."""
    try:
        kept = json.loads((folder() / f"{key}.manifest").read_text())
        found = Manifest(**{**kept, "csv": File(**kept["csv"]), "json": File(**kept["json"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    names = (found.marks, found.csv.name, found.json.name)
    return found if all((folder() / name).exists() for name in names) else None


def were_written_since(moment: datetime.datetime) -> bool:
    """All of them, whole."""
    kept = [manifest_of(dataset.key) for dataset in DATASETS]
    return all(manifest is not None and manifest.made >= moment for manifest in kept)


def is_current(manifest: Manifest, reading: Reading) -> bool:
    """One query; of a dataset whose rows have no marks, as many as telling them takes."""
    if manifest.shape != shape_of(reading):
        return False
    state = hashlib.sha256()
    for number, mark in marks_of(reading):
        add_to(state, number, mark)
    return state.hexdigest() == manifest.state


def shape_of(reading: Reading) -> str:
    """What changes all rows at once: their fields, where they stand, which files are for everybody."""
    context = {name: value for name, value in reading.context.items() if name not in ("request", "day")}
    parts = (list(reading.dataset.row().fields), reading.context["request"].build_absolute_uri("/"), context)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def marks_of(reading: Reading, after: int = 0, most: int | None = None) -> Iterator[Mark]:
    rows = reading.rows.filter(pk__gt=after).order_by("pk")
    if not reading.dataset.marks:
        yield from _marks_of_told(reading, rows, most)
        return
    columns = rows.values_list("pk", *reading.dataset.marks)
    for number, *values in columns[:most] if most else columns.iterator(chunk_size=ROWS_AT_ONCE):
        yield number, _sum(repr(values))


def _marks_of_told(reading: Reading, rows: QuerySet, most: int | None) -> Iterator[Mark]:
    while portion := list(rows[: most or ROWS_AT_ONCE]):
        for row, values in zip(portion, reading.told(portion), strict=True):
            yield row.pk, _sum(line_of(values))
        if most:
            return
        rows = rows.filter(pk__gt=portion[-1].pk)


def _sum(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def line_of(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, cls=JSONEncoder)


def add_to(state: Any, number: int, mark: str) -> None:
    state.update(f"{number}:{mark}\n".encode())


class Kept:
    """Lines of the files before, by number, as far as they have been read: both go up."""

    def __init__(self, manifest: Manifest | None) -> None:
        self._lines = _lines(manifest) if manifest else iter(())
        self._next = next(self._lines, None)

    def up_to(self, number: int) -> dict[Mark, str]:
        found = {}
        while self._next and self._next[0][0] <= number:
            mark, line = self._next
            found[mark] = line
            self._next = next(self._lines, None)
        return found


def _lines(manifest: Manifest) -> Iterator[tuple[Mark, str]]:
    with (folder() / manifest.marks).open() as marks, (folder() / manifest.json.name).open() as rows:
        next(rows)  # The bracket that opens the list.
        for written, line in zip(marks, rows, strict=False):
            number, mark = written.split()
            yield (int(number), mark), line.rstrip("\n").removesuffix(",")


def cells_of(row: dict[str, Any]) -> list[str]:
    return [harmless(_cell(value)) for value in row.values()]


def _cell(value: Any) -> str:
    """Lists of words with semicolons between them; what has parts of its own as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


class Echo:
    """A file that hands back what is written."""

    def write(self, text: str) -> str:
        return text


def writer() -> Any:
    return csv.writer(Echo())
