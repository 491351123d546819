"""The links of a list as CSV, line by line."""

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lib.spreadsheets import BYTE_ORDER_MARK, harmless, moment
from links.models import Link


class _Line:
    """What csv writes into: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def as_csv(links: QuerySet[Link]) -> Iterator[str]:
    writer = csv.writer(_Line())
    headings = [_("Address"), _("State"), _("Reason"), _("HTTP status"), _("Since"), _("Fails since"), _("Worked last")]
    headings += [_("Last looked at"), _("Has moved to"), _("Stands on"), _("Number of places"), _("Left alone because")]
    yield BYTE_ORDER_MARK + writer.writerow(headings)
    for link in links.iterator(chunk_size=500):
        yield writer.writerow([harmless(value) for value in _row(link)])


def _row(link: Any) -> list[object]:
    moments = [moment(at) if at else "" for at in (link.failing_since, link.last_ok_at, link.checked_at)]
    found = [link.as_read, link.get_state_display(), link.reason_in_words, link.status or "", moment(link.changed_at)]
    return [*found, *moments, link.final_address, link.title or "", link.stands_on, link.ignored_because]
