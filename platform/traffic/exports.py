"""The visits of a period as a file: a workbook with a sheet for each table, or one table as CSV."""

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

import openpyxl
from django.utils.translation import gettext as _

from catalogue.figures import Period
from lib.spreadsheets import BYTE_ORDER_MARK, harmless
from traffic.figures import visits
from traffic.models import DayCount, PageCount, SourceCount
from traffic.states import Device

Row = list[str | int]


@dataclass(frozen=True)
class Table:
    title: str
    headings: list[str]
    rows: Callable[[Period], Iterable[Row]]


def tables() -> dict[str, Table]:
    """By the names that addresses know them by."""
    counts = [_("Visits"), _("Pages shown")]
    return {
        "days": Table(_("Days"), [_("Day"), *counts], _days),
        "pages": Table(_("Pages"), [_("Number"), _("Page"), _("Language"), *counts], _pages),
        "sources": Table(_("Sources"), [_("Source"), _("Visits")], _sources),
        "devices": Table(_("Devices"), [_("Device"), _("Visits")], _devices),
        "languages": Table(_("Languages"), [_("Language"), _("Visits")], _languages),
        "totals": Table(
            _("Totals of older systems"), [_("First day"), _("Last day"), _("Visits"), _("Source"), _("By")], _totals
        ),
    }


def as_csv(table: Table, period: Period) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(table.headings)
    writer.writerows(table.rows(period))
    return BYTE_ORDER_MARK + lines.getvalue()


def as_workbook(period: Period) -> IO[bytes]:
    book = openpyxl.Workbook(write_only=True)
    for table in tables().values():
        sheet = book.create_sheet(table.title[:31])
        sheet.append(table.headings)
        for row in table.rows(period):
            sheet.append(row)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def _days(period: Period) -> Iterator[Row]:
    for day in visits(period).days:
        yield [day.on.isoformat(), day.visits, day.views]


def _pages(period: Period) -> Iterator[Row]:
    for row in PageCount.objects.between(period.first, period.last).by_page().iterator():
        title = row["title"] or _("a page that is gone")
        yield [row["page"], harmless(title), row["language"], row["number"], row["shown"]]


def _sources(period: Period) -> Iterator[Row]:
    for row in SourceCount.objects.between(period.first, period.last).together("source"):
        yield [harmless(source_name(row["source"])), row["number"]]


def _devices(period: Period) -> Iterator[Row]:
    for row in DayCount.objects.between(period.first, period.last).together("device"):
        yield [str(Device(row["device"]).label), row["number"]]


def _languages(period: Period) -> Iterator[Row]:
    for row in PageCount.objects.between(period.first, period.last).together("language"):
        yield [row["language"], row["number"]]


def _totals(period: Period) -> Iterator[Row]:
    for one in visits(period).entered:
        yield [one.first.isoformat(), one.last.isoformat(), one.visits, harmless(one.source), harmless(one.by)]


def source_name(source: str) -> str:
    """`*` stands for the sources of a day that had too many of them."""
    return {"": _("typed, a bookmark, or not told"), "*": _("further sources")}.get(source, source)
