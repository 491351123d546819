"""What an import would do, row by row. It reads and compares, and changes nothing."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol, TypeVar

from django.utils.translation import gettext as _

from importing.cells import Wrong
from importing.readers import SHOWN, Files, NamedFile
from importing.registers import Column, Item, Key, Register
from importing.states import Verdict
from importing.tables import ABSENT, Flaw, Line

PORTION = 250

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
    line: Line
    values: dict[str, Any]
    errors: list[Error] = field(default_factory=list)
    item: Item | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    label: str = ""
    is_repeated: bool = False
    """An earlier row says the same."""
    is_gone: bool = False
    """No row names the item, and the sheet is said to be complete."""

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def verdict(self) -> Verdict:
        if self.errors:
            return Verdict.WRONG
        if self.is_gone:
            return Verdict.GONE
        if self.is_repeated:
            return Verdict.SAME
        if self.item is None:
            return Verdict.NEW
        return Verdict.CHANGED if self.changes else Verdict.SAME


@dataclass(frozen=True)
class Seen:
    """A row about an item, so that a second one about the same is noticed."""

    line: Line
    says: str


class Plan:
    """What becomes of the lines, portion by portion. Of a register that streams, one is in memory at once; of another
    all are looked at before the first is handed out, so that what is done with one changes no other.

    `columns` says where in the sheet each column stands; `report` is told how many rows have been looked at. With
    `lock` what is compared stays as it is until the transaction ends.
    """

    def __init__(
        self,
        *,
        register: Register,
        lines: Collection[Line],
        columns: Mapping[str, int],
        archive: Archive,
        report: Report,
        lock: bool,
    ) -> None:
        self.register, self.lines, self.columns, self.archive = register, lines, columns, archive
        self.report, self.lock = report, lock
        self.kept: list[list[Planned]] | None = None

    def portions(self) -> Iterable[list[Planned]]:
        """From the beginning, each time."""
        if self.register.streams:
            return self._portions()
        if self.kept is None:
            self.kept = list(self._portions())
        return self.kept

    def _portions(self) -> Iterator[list[Planned]]:
        first: dict[Key, Seen] = {}
        scopes: set[Any] = set()
        last = looked_at = 0
        for portion in portions(self.lines):
            rows = [_read(self.register, line, self.columns, self.archive) for line in portion]
            for row in rows:
                _notice_second(self.register, row, first, self.columns)
                scopes.add(row.values.get(self.register.scope))
            sound = [row for row in rows if not row.errors and not row.is_repeated]
            _compare(self.register, sound, self.columns, lock=self.lock)
            looked_at += len(rows)
            last = rows[-1].number
            self.report(looked_at)
            yield rows
        yield from self._gone(first, scopes - {None}, last)

    def _gone(self, named: Collection[Key], scopes: Collection[Any], last: int) -> Iterator[list[Planned]]:
        if self.register.gone is None:
            return
        for portion in portions(enumerate(self.register.gone(named, scopes), last + 1)):
            yield [_gone(self.register, number, label, item) for number, (label, item) in portion]


class Tally:
    """Counts rows and condenses what would become of them."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.counts: Counter[Verdict] = Counter()
        self._told = hashlib.sha256()

    def add(self, rows: Iterable[Planned]) -> None:
        for row in rows:
            self.counts[row.verdict] += 1
            before = {key: row.item.values.get(key) for key in row.changes} if row.item else {}
            what = [
                row.number,
                row.verdict,
                row.item.pk if row.item else None,
                self.register.as_json(row.changes),
                self.register.as_json(before),
                [(error.cell, error.reason) for error in row.errors],
            ]
            self._told.update(json.dumps(what, sort_keys=True).encode())

    @property
    def outcome(self) -> str:
        """The same for two plans that would do the same to the same items."""
        return self._told.hexdigest()


def outcome_of(plan: Plan) -> str:
    tally = Tally(plan.register)
    tally.add(row for portion in plan.portions() for row in portion)
    return tally.outcome


def differences(register: Register, row: Planned) -> list[Difference]:
    """Of a new row, what it holds."""
    before = row.item.values if row.item else {}
    differing = {key for key, value in row.changes.items() if row.item or value is not None}
    return [
        Difference(column.header, *column.reader.differing(before.get(column.key), row.changes[column.key]))
        for column in register.columns
        if column.key in differing
    ]


def portions(rows: Iterable[Row], size: int = PORTION) -> Iterator[Sequence[Row]]:
    waiting = iter(rows)
    while portion := list(islice(waiting, size)):
        yield portion


def _read(register: Register, line: Line, columns: Mapping[str, int], archive: Archive) -> Planned:
    row = Planned(line, {})
    if line.flaw:
        row.label = line.name
        row.errors.append(Error(str(_("File")), line.name, "", line.flaw.reason, line.flaw.suggestion))
        return row
    for column in register.columns:
        cell = line.cell(columns[column.key]) if column.key in columns else ABSENT
        if cell is ABSENT:
            continue
        try:
            row.values[column.key] = _value(column, cell, archive)
        except Wrong as wrong:
            where = line.place(columns[column.key])
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


def _notice_second(register: Register, row: Planned, first: dict[Key, Seen], columns: Mapping[str, int]) -> None:
    """Two rows about one item: which one counts is for a person to say, unless they say the same."""
    if any(key not in row.values for key in register.natural_key):
        return
    seen = first.setdefault(register.key_of(row.values), Seen(row.line, _said(register, row)))
    if seen.line.number == row.number:
        return
    if register.equal_rows_are_one and seen.says == _said(register, row):
        row.is_repeated = True
        return
    column = register.column(register.natural_key[0])
    row.errors.append(
        Error(
            column.header,
            row.line.place(columns[column.key]),
            row.label,
            _about_the_same(seen.line),
            _("Remove one of the two rows, or correct the one that is mistyped."),
        )
    )


def _about_the_same(line: Line) -> str:
    if line.name:
        return _("The file “%(name)s” is about the same already, and says something else.") % {"name": line.name}
    return _("Row %(number)d is about the same already.") % {"number": line.number}


def _said(register: Register, row: Planned) -> str:
    if not register.equal_rows_are_one:
        return ""
    said = json.dumps(register.as_json(row.values), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _gone(register: Register, number: int, label: str, item: Item) -> Planned:
    row = Planned(Line(number, ()), {}, item=item, label=label, is_gone=True)
    if item.closed:
        column = register.column(register.natural_key[0])
        row.errors.append(Error(column.header, "", label, item.closed.reason, item.closed.suggestion))
    return row


def _compare(register: Register, rows: list[Planned], columns: Mapping[str, int], *, lock: bool) -> None:
    found = register.find([register.key_of(row.values) for row in rows], lock=lock)
    for row in rows:
        row.item = found.get(register.key_of(row.values))
        before = row.item.values if row.item else {}
        if register.merge:
            row.values = {**register.merge(row.values, before)}
        row.changes = {key: value for key, value in row.values.items() if not row.item or before.get(key) != value}
        _check_whole(register, row, columns)


def _check_whole(register: Register, row: Planned, columns: Mapping[str, int]) -> None:
    if row.item is None:
        for column in register.columns:
            if column.required and column.key not in row.values:
                reason = _("Row %(number)d is new, and the sheet has no column for this.") % {"number": row.number}
                row.errors.append(Error(column.header, "", "", reason, _("Add the column to the sheet.")))
    elif not row.changes:
        return
    elif row.item.closed:
        column, wrong = register.column(register.natural_key[0]), row.item.closed
        where = row.line.place(columns[column.key])
        row.errors.append(Error(column.header, where, row.label, wrong.reason, wrong.suggestion))
    for key, wrong in register.check({**(row.item.values if row.item else {}), **row.values}):
        column = register.column(key)
        where = row.line.place(columns[key]) if key in columns else ""
        shown = column.reader.shown(row.values.get(key))[:SHOWN]
        row.errors.append(Error(column.header, where, shown, wrong.reason, wrong.suggestion))
