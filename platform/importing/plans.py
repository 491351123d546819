"""What an import would do, row by row. It reads and compares, and changes nothing."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from django.utils.translation import gettext as _

from importing.cells import Wrong
from importing.readers import Files, NamedFile
from importing.registers import Column, Item, Key, Register
from importing.states import Verdict
from importing.tables import Flaw, Line, place

PORTION = 250
SHOWN = 120

Row = TypeVar("Row")
Report = Callable[[int], None]


class Archive(Protocol):
    def named(self, name: str) -> NamedFile: ...


@dataclass(frozen=True)
class Error:
    """`cell` is empty for what no cell of the sheet holds."""

    column: str
    cell: str
    value: str
    reason: str
    suggestion: str


@dataclass(frozen=True)
class Difference:
    column: str
    before: str
    after: str


@dataclass
class Planned:
    number: int
    values: dict[str, Any]
    errors: list[Error] = field(default_factory=list)
    item: Item | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    label: str = ""

    @property
    def verdict(self) -> Verdict:
        if self.errors:
            return Verdict.WRONG
        if self.item is None:
            return Verdict.NEW
        return Verdict.CHANGED if self.changes else Verdict.SAME


@dataclass
class Plan:
    register: Register
    rows: list[Planned]

    def counts(self) -> dict[Verdict, int]:
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}

    def having(self, verdict: Verdict) -> list[Planned]:
        return [row for row in self.rows if row.verdict == verdict]

    def differences(self, row: Planned) -> list[Difference]:
        """Of a new row, what it holds."""
        before = row.item.values if row.item else {}
        differing = {key for key, value in row.changes.items() if row.item or value is not None}
        columns = [column for column in self.register.columns if column.key in differing]
        return [
            Difference(
                column.header,
                column.reader.shown(before.get(column.key))[:SHOWN],
                column.reader.announced(row.changes[column.key])[:SHOWN],
            )
            for column in columns
        ]

    @property
    def outcome(self) -> str:
        """The same for two plans that would do the same to the same items."""
        told = hashlib.sha256()
        for row in self.rows:
            before = {key: row.item.values.get(key) for key in row.changes} if row.item else {}
            what = [
                row.number,
                row.verdict,
                row.item.pk if row.item else None,
                self.register.as_json(row.changes),
                self.register.as_json(before),
                [(error.cell, error.reason) for error in row.errors],
            ]
            told.update(json.dumps(what, sort_keys=True).encode())
        return told.hexdigest()


def planned(
    *,
    register: Register,
    lines: Sequence[Line],
    columns: Mapping[str, int],
    archive: Archive,
    report: Report,
    lock: bool,
) -> Plan:
    """`columns` says where in the sheet each column stands; `report` is told how many rows have been looked at. With
    `lock` what is compared stays as it is until the transaction ends."""
    rows: list[Planned] = []
    first: dict[Key, int] = {}
    for portion in portions(lines):
        read = [_read(register, line, columns, archive) for line in portion]
        for row in read:
            _refuse_second(register, row, first, columns)
        _compare(register, [row for row in read if not row.errors], columns, lock=lock)
        rows += read
        report(len(rows))
    return Plan(register, rows)


def portions(rows: Sequence[Row], size: int = PORTION) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _read(register: Register, line: Line, columns: Mapping[str, int], archive: Archive) -> Planned:
    row = Planned(line.number, {})
    for column in register.columns:
        if column.key not in columns:
            continue
        cell = line.cell(columns[column.key])
        try:
            row.values[column.key] = _value(column, cell, archive)
        except Wrong as wrong:
            where = place(columns[column.key], line.number)
            row.errors.append(Error(column.header, where, _typed(cell), wrong.reason, wrong.suggestion))
    row.label = register.label_of(row.values)
    return row


def _value(column: Column, cell: object, archive: Archive) -> Any:
    if isinstance(cell, Flaw):
        raise Wrong(cell.reason, cell.suggestion)
    value = column.reader.read(cell)
    if value is None and column.required:
        raise Wrong(_("This must not be empty."), _example(column))
    if isinstance(column.reader, Files) and value:
        return tuple(archive.named(name) for name in value)
    return value


def _example(column: Column) -> str:
    return _("Write it as in: %(example)s") % {"example": column.example} if column.example else ""


def _typed(cell: object) -> str:
    return "" if cell is None or isinstance(cell, Flaw) else str(cell)[:SHOWN]


def _refuse_second(register: Register, row: Planned, first: dict[Key, int], columns: Mapping[str, int]) -> None:
    """Two rows about one item: which one counts is for a person to say."""
    if any(key not in row.values for key in register.natural_key):
        return
    number = first.setdefault(register.key_of(row.values), row.number)
    if number != row.number:
        column = register.column(register.natural_key[0])
        row.errors.append(
            Error(
                column.header,
                place(columns[column.key], row.number),
                row.label,
                _("Row %(number)d is about the same already.") % {"number": number},
                _("Remove one of the two rows, or correct the one that is mistyped."),
            )
        )


def _compare(register: Register, rows: list[Planned], columns: Mapping[str, int], *, lock: bool) -> None:
    found = register.find([register.key_of(row.values) for row in rows], lock=lock)
    for row in rows:
        row.item = found.get(register.key_of(row.values))
        before = row.item.values if row.item else {}
        row.changes = {key: value for key, value in row.values.items() if not row.item or before.get(key) != value}
        _check_whole(register, row, columns)


def _check_whole(register: Register, row: Planned, columns: Mapping[str, int]) -> None:
    if row.item is None:
        for column in register.columns:
            if column.required and column.key not in columns:
                reason = _("Row %(number)d is new, and the sheet has no column for this.") % {"number": row.number}
                row.errors.append(Error(column.header, "", "", reason, _("Add the column to the sheet.")))
    elif not row.changes:
        return
    elif row.item.closed:
        column, wrong = register.column(register.natural_key[0]), row.item.closed
        where = place(columns[column.key], row.number)
        row.errors.append(Error(column.header, where, row.label, wrong.reason, wrong.suggestion))
    for key, wrong in register.check({**(row.item.values if row.item else {}), **row.values}):
        column = register.column(key)
        where = place(columns[key], row.number) if key in columns else ""
        shown = column.reader.shown(row.values.get(key))[:SHOWN]
        row.errors.append(Error(column.header, where, shown, wrong.reason, wrong.suggestion))
