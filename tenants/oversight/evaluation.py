"""How a site stands with each of its duties on a day, out of what was read of it. Asks no database."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lib.workdays import NONE, Exceptions, after
from tenants.oversight.models import Duty
from tenants.oversight.states import Count, Evidence, Standing

# How many, day of the last, day since when one waits; days as in a snapshot.
Found = tuple[int, str | None, str | None]
NOTHING: Found = (0, None, None)
SIGNS = {Standing.FRESH: "✓", Standing.SOON: "◔", Standing.MISSING: "✕"}


@dataclass(frozen=True)
class Verdict:
    """`due` is the day by which something has to happen; None where nothing has to any more, or nothing is there."""

    duty: Duty
    standing: Standing
    items: int
    last: datetime.date | None
    due: datetime.date | None
    days_late: int
    half_points: int
    """Twice the points out of the duty's weight."""

    @property
    def points(self) -> Fraction:
        return Fraction(self.half_points, 2)

    @property
    def sign(self) -> str:
        """Legible without colour."""
        return f"!{self.days_late}" if self.standing == Standing.OVERDUE else SIGNS[self.standing]

    @cached_property
    def title(self) -> str:
        """In the language in which it is first asked for: verdicts live no longer than a request."""
        return f"{self.duty.title}: {self.standing.label}, {self.reason}"

    @property
    def reason(self) -> str:
        if self.duty.evidence == Evidence.QUEUE:
            return self._of_a_queue()
        if self.standing == Standing.MISSING:
            if self.items:
                told = _("only %(items)d there, of at least %(least)d")
                return told % {"items": self.items, "least": self.duty.at_least}
            return _("nothing there")
        if self.due is None or self.last is None:
            return _("there")
        if self.standing == Standing.OVERDUE:
            late = ngettext("%(days)d day late", "%(days)d days late", self.days_late) % {"days": self.days_late}
            return _("last on %(last)s, %(late)s") % {"last": f"{self.last:%d/%m/%Y}", "late": late}
        return _("last on %(last)s, next by %(due)s") % {
            "last": f"{self.last:%d/%m/%Y}",
            "due": f"{self.due:%d/%m/%Y}",
        }

    def _of_a_queue(self) -> str:
        if not self.items:
            return _("nothing waits")
        waits = ngettext("%(items)d waits", "%(items)d wait", self.items) % {"items": self.items}
        if self.due is None:
            return waits
        if self.standing == Standing.OVERDUE:
            late = ngettext("%(days)d day late", "%(days)d days late", self.days_late) % {"days": self.days_late}
            return _("%(waits)s, the first is %(late)s") % {"waits": waits, "late": late}
        return _("%(waits)s, the first until %(due)s") % {"waits": waits, "due": f"{self.due:%d/%m/%Y}"}


@dataclass(frozen=True)
class Judgement:
    """Of one site, in the order of the duties."""

    verdicts: tuple[Verdict, ...]

    @property
    def weight(self) -> int:
        return sum([one.duty.weight for one in self.verdicts])

    @property
    def points(self) -> Fraction:
        return Fraction(sum([one.half_points for one in self.verdicts]), 2)

    @cached_property
    def score(self) -> int:
        """Of a hundred, rounded down: 100 is everything. A site without duties has them all."""
        return 50 * sum([one.half_points for one in self.verdicts]) // self.weight if self.weight else 100

    def number(self, standing: Standing) -> int:
        return sum(one.standing == standing for one in self.verdicts)

    def of(self, key: str) -> Verdict | None:
        return next((one for one in self.verdicts if one.duty.key == key), None)


class Court:
    """Judges any number of sites by the same duties on the same day; what was judged once is remembered."""

    def __init__(self, duties: Sequence[Duty], on: datetime.date, exceptions: Exceptions = NONE) -> None:
        self.duties, self.on, self.exceptions = duties, on, exceptions
        self._known: dict[tuple[int, Found], Verdict] = {}
        self._of_kind: dict[str, list[tuple[Duty, str]]] = {}

    def judge(self, kind: str, traces: Mapping[str, Any]) -> Judgement:
        duties = self._of_kind.get(kind)
        if duties is None:
            owed = [(duty, duty.trace_key) for duty in self.duties if kind in duty.kinds]
            duties = self._of_kind[kind] = owed
        return Judgement(tuple([self._verdict(duty, traces.get(key)) for duty, key in duties]))

    def _verdict(self, duty: Duty, found: Sequence[Any] | None) -> Verdict:
        # One number per duty of this court, which may lack one in the database.
        key = (id(duty), tuple(found) if found else NOTHING)
        verdict = self._known.get(key)
        if verdict is None:
            verdict = self._known[key] = self._decide(duty, key[1])
        return verdict

    def _decide(self, duty: Duty, found: Found) -> Verdict:
        items, last, since = found[0], _day(found[1]), _day(found[2])
        is_queue = duty.evidence == Evidence.QUEUE
        if not is_queue and items < duty.at_least:
            return Verdict(duty, Standing.MISSING, items, last, None, 0, 0)
        start = since if is_queue else last
        if start is None or (duty.within is None and not is_queue):
            return Verdict(duty, Standing.FRESH, items, last, None, 0, 2 * duty.weight)
        due = self._after(start, duty)
        late = (self.on - due).days
        if late > 0:
            points = duty.weight if late <= max((due - start).days, 1) else 0
            return Verdict(duty, Standing.OVERDUE, items, last, due, late, points)
        standing = Standing.SOON if -late <= duty.soon else Standing.FRESH
        return Verdict(duty, standing, items, last, due, 0, 2 * duty.weight)

    def _after(self, day: datetime.date, duty: Duty) -> datetime.date:
        within = duty.within or 0
        if duty.count == Count.WORKING:
            return after(day, working_days=within, exceptions=self.exceptions)
        return day + datetime.timedelta(days=within)


def _day(written: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None
