"""The board: how each of its sites stands with each duty on a day. Asks the shared tables only, in five queries."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.models import OfficeDay
from lib.clock import today
from tenants.isolation.addresses import site_url
from tenants.oversight.evaluation import Court, Judgement, Verdict
from tenants.oversight.models import Duty, Reading, Snapshot
from tenants.oversight.queries import sites_of, with_newest
from tenants.oversight.spots import public_path
from tenants.oversight.states import Evidence, Standing
from tenants.registry.models import Tenant

NO_READING = Reading()


@dataclass(frozen=True)
class Line:
    """One site. Without a snapshot nothing was read of it by that day, and nothing is said of its duties."""

    tenant: Tenant
    on: datetime.date
    snapshot: Snapshot | None
    judgement: Judgement | None
    reading: Reading

    @property
    def is_read(self) -> bool:
        """As of that day, and not longer ago because it could not be read."""
        return bool(self.snapshot and self.snapshot.on == self.on and not self.reading.failing_since)

    @property
    def score(self) -> int:
        return self.judgement.score if self.judgement else 0

    @property
    def points(self) -> float:
        return float(self.judgement.points) if self.judgement else 0

    @property
    def last_on(self) -> datetime.date | None:
        written = self.snapshot.traces.get("any", (0, None))[1] if self.snapshot else None
        return datetime.date.fromisoformat(written) if written else None

    @property
    def seen_at(self) -> datetime.datetime | None:
        """When it was last known to be so."""
        if self.snapshot is None:
            return None
        return max(filter(None, (self.snapshot.taken_at, self.reading.seen_at if self.is_read else None)))

    @property
    def since_when(self) -> str:
        if self.seen_at is None:
            return _("never read")
        return _("not read since %(at)s") % {
            "at": date_format(timezone.localtime(self.seen_at), "SHORT_DATETIME_FORMAT")
        }

    @cached_property
    def remarks(self) -> list[str]:
        """What is the matter with the site as a whole."""
        if self.judgement is None:
            return [_("never read")]
        found = []
        for verdict in self.judgement.verdicts:
            if verdict.duty.evidence == Evidence.ANY and verdict.standing == Standing.OVERDUE and verdict.last:
                days = (self.on - verdict.last).days
                silent = ngettext("silent for %(days)d day", "silent for %(days)d days", days) % {"days": days}
                found.append(silent)
            if verdict.duty.evidence == Evidence.ANY and verdict.standing == Standing.MISSING:
                found.append(_("empty"))
            if verdict.duty.evidence == Evidence.YEAR and verdict.standing == Standing.MISSING and verdict.items:
                items = ngettext(
                    "almost empty: %(items)d item in twelve months",
                    "almost empty: %(items)d items in twelve months",
                    verdict.items,
                )
                found.append(items % {"items": verdict.items})
        return found

    def number(self, standing: str) -> int:
        return self.judgement.number(Standing(standing)) if self.judgement else 0

    @property
    def missing(self) -> int:
        return self.number(Standing.MISSING)

    @property
    def overdue(self) -> int:
        return self.number(Standing.OVERDUE)

    @property
    def soon(self) -> int:
        return self.number(Standing.SOON)

    @property
    def fresh(self) -> int:
        return self.number(Standing.FRESH)

    def cell(self, key: str) -> Verdict | None:
        """None where this kind of site does not owe it, or nothing was read."""
        return self.judgement.of(key) if self.judgement else None

    def address_of(self, duty: Duty) -> str:
        """Where readers see it."""
        lists: dict[str, Any] = (self.snapshot.document.get("lists") if self.snapshot else None) or {}
        return site_url(self.tenant, public_path(duty, lists))


@dataclass(frozen=True)
class Board:
    on: datetime.date
    duties: Sequence[Duty]
    lines: Sequence[Line]

    @property
    def as_of(self) -> datetime.datetime | None:
        """The oldest of what is shown."""
        return min((line.seen_at for line in self.lines if line.seen_at), default=None)

    @property
    def unread(self) -> list[Line]:
        return [line for line in self.lines if not line.is_read]

    @property
    def unread_names(self) -> list[str]:
        """Each with since when."""
        return [f"{line.tenant.full_name} ({line.since_when})" for line in self.unread]


def board_of(unit: Tenant, on: datetime.date) -> Board:
    """In the order of the sites."""
    tenants = list(with_newest(sites_of(unit), on))
    duties = list(Duty.objects.in_force(on).order_by("-weight", "key"))
    numbers = [one.newest for one in tenants if one.newest]
    newest = {one.tenant_id: one for one in Snapshot.objects.filter(pk__in=numbers).defer("document")}
    # What is known of a site by now says nothing of a day that is past.
    known = Reading.objects.filter(tenant__in=tenants) if on >= today() else Reading.objects.none()
    readings = {one.tenant_id: one for one in known}
    court = Court(duties, on, office_days())
    lines = [_line(court, one, newest.get(one.pk), readings.get(one.pk, NO_READING)) for one in tenants]
    return Board(on, duties, lines)


def line_of(tenant: Tenant, on: datetime.date, *, reading: Reading = NO_READING) -> Line:
    """Of one site alone, with everything that was read of it; three queries. Its own login may ask for it."""
    duties = list(Duty.objects.in_force(on).order_by("-weight", "key"))
    snapshot = Snapshot.objects.filter(tenant=tenant, on__lte=on).order_by("-on").first()
    return _line(Court(duties, on, office_days()), tenant, snapshot, reading)


def office_days() -> dict[datetime.date, bool]:
    return dict(OfficeDay.objects.values_list("day", "is_open"))


def _line(court: Court, tenant: Tenant, snapshot: Snapshot | None, reading: Reading) -> Line:
    judgement = court.judge(tenant.kind, snapshot.traces) if snapshot else None
    return Line(tenant, court.on, snapshot, judgement, reading)
