"""The audit logs of several sites, read one after the other and a thousand rows at a time."""

import datetime
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

import openpyxl
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from audit.models import AuditEntry, AuditEntryQuerySet
from audit.views import HEADINGS
from lib.spreadsheets import harmless, moment
from tenants.crossing import in_each_site, in_site
from tenants.registry.models import Tenant

logger = logging.getLogger(__name__)
BATCH = 1000
# A workbook is written before the first byte leaves; CSV has no limit.
MOST_ROWS_IN_WORKBOOK = 50_000


@dataclass(frozen=True)
class Period:
    """Both days included."""

    first: datetime.date
    last: datetime.date


def headings() -> list[str]:
    return [str(_("Site")), *(str(heading) for heading in HEADINGS.values())]


def count_entries(tenants: list[Tenant], period: Period) -> int:
    """Of the sites that can be read."""
    counts, __ = in_each_site(lambda __: transaction.atomic(_entries(period).count)(), tenants=tenants)
    return sum(count for __, count in counts)


def rows(tenants: Iterable[Tenant], period: Period) -> Iterator[list[str]]:
    """Site by site, oldest first. Of a site that can't be read there is a row that says so, and the rest follows.

    It is in no site while the caller has a row: it may be left half read.
    """
    for tenant in tenants:
        last: AuditEntry | None = None
        try:
            while batch := _batch(tenant, period, after=last):
                yield from (_row(tenant, entry) for entry in batch)
                last = batch[-1]
        except Exception:
            logger.exception("The audit log of %s can't be read", tenant)
            yield [tenant.full_name, _("This log could not be read in full: tell the technical unit.")]


def write_workbook(file: IO[bytes], tenants: Iterable[Tenant], period: Period) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(headings())
    for row in rows(tenants, period):
        sheet.append(row)
    workbook.save(file)


def _batch(tenant: Tenant, period: Period, *, after: AuditEntry | None) -> list[AuditEntry]:
    with in_site(tenant), transaction.atomic():
        entries = _entries(period)
        if after:
            entries = entries.filter(Q(at__gt=after.at) | Q(at=after.at, pk__gt=after.pk))
        return list(entries.order_by("at", "pk")[:BATCH])


def _entries(period: Period) -> AuditEntryQuerySet:
    return AuditEntry.objects.between(period.first, period.last)


def _row(tenant: Tenant, entry: AuditEntry) -> list[str]:
    return [
        tenant.full_name,
        moment(entry.at),
        entry.get_event_display(),
        entry.outcome,
        *(harmless(text) for text in (entry.subject, entry.actor, entry.detail)),
        entry.address or "",
        harmless(entry.browser),
    ]
