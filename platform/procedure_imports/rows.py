"""What the parts that have rows share: objects of JSON, lines with bars, and lists of texts."""

from collections.abc import Mapping
from typing import Any

from importing.cells import plain
from procedure_imports.dirt import text_of

Row = dict[str, Any]


def of_objects(cell: object, names: Mapping[str, tuple[str, ...]]) -> list[Row] | None:
    """The rows of a JSON list of objects, by whatever of these names their keys go; None for what is no such list."""
    if isinstance(cell, Mapping):
        cell = [cell]
    if not isinstance(cell, list) or not all(isinstance(one, Mapping) for one in cell):
        return None
    known = {name: part for part, others in names.items() for name in (part, *others)}
    rows: list[Row] = []
    for one in cell:
        row: Row = {}
        for name, value in one.items():
            part = known.get(_key(str(name)))
            if part and not row.get(part) and not isinstance(value, list | dict):
                row[part] = text_of(value)
        rows.append(row)
    return rows


def lines_in(cell: object) -> str:
    """A list of texts is a list of lines."""
    if isinstance(cell, list):
        return "\n".join(f"- {text}" for one in cell if (text := text_of(one)))
    return text_of(cell)


def with_bars(text: str) -> list[list[str]] | None:
    """Our own sheets: a row a line, its cells divided by bars. None for what was not written so."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not any(" | " in line or line.rstrip().endswith("|") for line in lines):
        return None
    return [[part.strip() for part in line.split("|")] for line in lines]


def _key(name: str) -> str:
    return plain(name).replace(" ", "_").replace(",", "").replace("/", "_")
