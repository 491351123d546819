"""The board as a file: a row per site, and one per site and duty."""

import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, Any

import openpyxl
from django.utils.translation import gettext as _

from lib.spreadsheets import BYTE_ORDER_MARK, harmless
from tenants.oversight.board import Board, Line
from tenants.oversight.evaluation import Verdict

Row = list[str | int | float]


def as_csv(board: Board, lines: Sequence[Line]) -> str:
    """What each site owes, and how it stands with it."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(_headings_of_verdicts())
    writer.writerows(_verdicts(lines))
    return BYTE_ORDER_MARK + written.getvalue()


def as_workbook(board: Board, lines: Sequence[Line]) -> IO[bytes]:
    book = openpyxl.Workbook(write_only=True)
    sites = book.create_sheet(_("Sites"))
    sites.append([_("As of"), board.on.isoformat()])
    sites.append(_headings())
    for row in _sites(lines):
        sites.append(row)
    verdicts = book.create_sheet(_("Duties of the sites"))
    verdicts.append(_headings_of_verdicts())
    for row in _verdicts(lines):
        verdicts.append(row)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def as_data(board: Board, lines: Sequence[Line]) -> dict[str, Any]:
    """For machines; `schema` changes when the meaning of a field does."""
    return {"schema": 1, "on": board.on, "sites": [_data_of(line) for line in lines]}


def _headings() -> list[str]:
    numbers = [_("Score"), _("Missing"), _("Overdue"), _("Due soon"), _("Fresh"), _("Items"), _("Visits in 30 days")]
    return [_("Code"), _("Unit"), *numbers, _("Last published"), _("Read as of"), _("Notes")]


def _sites(lines: Sequence[Line]) -> Iterator[Row]:
    for line in lines:
        numbers = [line.score, line.missing, line.overdue, line.soon, line.fresh] if line.judgement else [""] * 5
        read = [line.snapshot.items, line.snapshot.visits] if line.snapshot else ["", ""]
        days = [day.isoformat() if day else "" for day in (line.last_on, line.snapshot.on if line.snapshot else None)]
        yield [line.tenant.code, harmless(line.tenant.full_name), *numbers, *read, *days, "; ".join(line.remarks)]


def _headings_of_verdicts() -> list[str]:
    known = [_("Code"), _("Unit"), _("Duty"), _("State"), _("Reason"), _("Last"), _("Due"), _("Points"), _("Weight")]
    return [*known, _("Basis"), _("How that is known")]


def _verdicts(lines: Sequence[Line]) -> Iterator[Row]:
    for line in lines:
        for one in line.judgement.verdicts if line.judgement else ():
            days = [day.isoformat() if day else "" for day in (one.last, one.due)]
            known = [harmless(line.tenant.full_name), harmless(one.duty.title), str(one.standing.label), one.reason]
            points = [float(one.points), one.duty.weight]
            basis = [harmless(one.duty.basis), one.duty.get_basis_source_display()]
            yield [line.tenant.code, *known, *days, *points, *basis]


def _data_of(line: Line) -> dict[str, Any]:
    return {
        "code": line.tenant.code,
        "name": line.tenant.full_name,
        "read_on": line.snapshot.on if line.snapshot else None,
        "score": line.score if line.judgement else None,
        "items": line.snapshot.items if line.snapshot else None,
        "visits": line.snapshot.visits if line.snapshot else None,
        "last": line.last_on,
        "duties": {one.duty.key: _data_of_verdict(one) for one in (line.judgement.verdicts if line.judgement else ())},
    }


def _data_of_verdict(one: Verdict) -> dict[str, Any]:
    return {
        "standing": one.standing.value,
        "items": one.items,
        "last": one.last,
        "due": one.due,
        "points": float(one.points),
        "weight": one.duty.weight,
    }
