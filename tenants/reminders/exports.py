"""The log of reminders as a file."""

import csv
import io
import tempfile
from collections.abc import Iterable
from typing import IO

import openpyxl
from django.utils.translation import gettext as _

from lib.spreadsheets import BYTE_ORDER_MARK, harmless, moment
from tenants.reminders.models import Reminder

# A file that an office still opens; the filters make it smaller.
MOST_ROWS = 50_000
Row = list[str]


def as_csv(reminders: Iterable[Reminder]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(_headings())
    writer.writerows(_row(one) for one in reminders)
    return BYTE_ORDER_MARK + written.getvalue()


def as_workbook(reminders: Iterable[Reminder]) -> IO[bytes]:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_("Reminders"))
    sheet.append(_headings())
    for one in reminders:
        sheet.append(_row(one))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def _headings() -> Row:
    known = [_("Day"), _("Code"), _("Unit"), _("Duty"), _("Told"), _("Addressee"), _("Address"), _("Step")]
    return [*known, _("Behind since"), _("State"), _("Reason"), _("Sent at")]


def _row(one: Reminder) -> Row:
    told = [harmless(one.tenant.full_name), harmless(one.title), harmless(one.told)]
    who = [str(one.get_addressee_display()), harmless(one.recipient)]
    step = _("by hand") if one.after_days is None else str(one.after_days)
    state = [str(one.get_state_display()), harmless(one.reason), moment(one.sent_at) if one.sent_at else ""]
    return [one.on.isoformat(), one.tenant.code, *told, *who, step, one.period.began_on.isoformat(), *state]
