"""What writes the files of open data. Nothing else writes there."""

import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from django.http import HttpRequest
from django.utils import timezone

from catalogue.datasets import Dataset
from lib.clock import today
from lib.spreadsheets import BYTE_ORDER_MARK
from opendata.datasets import DATASETS, Reading, request_of_site
from opendata.dumps import (
    ROWS_AT_ONCE,
    File,
    Kept,
    Manifest,
    add_to,
    cells_of,
    folder,
    is_current,
    line_of,
    manifest_of,
    marks_of,
    shape_of,
    writer,
)
from opendata.turns import in_turn

# What a killed run has left, and what somebody may still be fetching.
LEFT_BEHIND_SECONDS = 3600


def refresh_dumps() -> None:
    """All files of this site anew, none of what was written before taken over."""
    request = request_of_site()
    for dataset in DATASETS:
        with in_turn(dataset.key):
            write_dump(reading=Reading(dataset, request, today()), taking_over=False)


def current_dump(*, dataset: Dataset) -> Manifest:
    """Files that hold what readers may see now: those that are there, or new ones where anything is different.

    Of several who ask at once one writes; the others wait, and mostly find what they need.
    """
    request = request_of_site()
    kept = kept_dump(dataset, request)
    if kept:
        return kept
    with in_turn(dataset.key):
        written_meanwhile = kept_dump(dataset, request)
        return written_meanwhile or write_dump(reading=Reading(dataset, request, today()), taking_over=True)


def kept_dump(dataset: Dataset, request: HttpRequest) -> Manifest | None:
    """None where there is none, or one that holds something else than readers may see."""
    kept = manifest_of(dataset.key)
    return kept if kept and is_current(kept, Reading(dataset, request, today())) else None


def write_dump(*, reading: Reading, taking_over: bool) -> Manifest:
    """New files beside the old ones, which stay whole until the manifest names the new ones. A portion of rows is in
    memory at a time."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o750)
    key, shape = reading.dataset.key, shape_of(reading)
    before = manifest_of(key) if taking_over else None
    kept = Kept(before if before and before.shape == shape else None)
    with ExitStack() as open_files:
        token = secrets.token_hex(8)
        files = {kind: open_files.enter_context(Written(f"{key}.{token}.{kind}")) for kind in ("csv", "json", "marks")}
        files["csv"].add(BYTE_ORDER_MARK + writer().writerow(list(reading.dataset.row().fields)))
        files["json"].add("[")
        state, number = hashlib.sha256(), 0
        for pk, mark, line in _rows(reading, kept):
            add_to(state, pk, mark)
            files["marks"].add(f"{pk} {mark}\n")
            files["json"].add((",\n" if number else "\n") + line)
            files["csv"].add(writer().writerow(cells_of(json.loads(line))))
            number += 1
        files["json"].add("\n]\n")
    manifest = Manifest(
        made_at=timezone.now().isoformat(),
        rows=number,
        state=state.hexdigest(),
        shape=shape,
        marks=files["marks"].name,
        csv=files["csv"].finished,
        json=files["json"].finished,
    )
    return _put_in_place(key, manifest)


def _rows(reading: Reading, kept: Kept) -> Iterator[tuple[int, str, str]]:
    """Number, mark and line of each row. One that goes while this runs is left out."""
    after = 0
    while portion := list(marks_of(reading, after, ROWS_AT_ONCE)):
        after = portion[-1][0]
        lines: dict[tuple[int, str], str] = kept.up_to(after)
        lacking = [number for number, mark in portion if (number, mark) not in lines]
        fresh = _fresh(reading, lacking) if lacking else {}
        for number, mark in portion:
            line = fresh.get(number) or lines.get((number, mark))
            if line:
                yield number, mark, line


def _fresh(reading: Reading, numbers: list[int]) -> dict[int, str]:
    rows = list(reading.rows.filter(pk__in=numbers))
    told = reading.told(rows)
    return {row.pk: line_of(values) for row, values in zip(rows, told, strict=True)}


class Written:
    """A file that adds itself up while it is written."""

    def __init__(self, name: str) -> None:
        self.name, self.size, self.sum = name, 0, hashlib.sha256()

    def __enter__(self) -> "Written":
        self.file = (folder() / self.name).open("wb")
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()

    def add(self, text: str) -> None:
        content = text.encode()
        self.size += len(content)
        self.sum.update(content)
        self.file.write(content)

    @property
    def finished(self) -> File:
        return File(self.name, self.size, self.sum.hexdigest())


def _put_in_place(key: str, manifest: Manifest) -> Manifest:
    """Where nothing has changed the files of before stay: whoever fetches them sees no new ones."""
    before = manifest_of(key)
    is_same = before is not None and (before.csv.sha256, before.state) == (manifest.csv.sha256, manifest.state)
    placed = replace(manifest, marks=before.marks, csv=before.csv, json=before.json) if before and is_same else manifest
    draft = folder() / f"{key}.{secrets.token_hex(8)}.draft"
    draft.write_text(placed.as_json())
    draft.replace(folder() / f"{key}.manifest")
    named, written = _files(placed), _files(manifest)
    for path in folder().glob(f"{key}.*.*"):
        if path.name not in named and (path.name in written or _is_left_behind(path)):
            path.unlink(missing_ok=True)
    return placed


def _files(manifest: Manifest) -> set[str]:
    return {manifest.marks, manifest.csv.name, manifest.json.name}


def _is_left_behind(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > LEFT_BEHIND_SECONDS
    except OSError:
        return False
