"""A week as readers and clerks see it: day by day, with who is in two places at once."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from agenda.entries import Adjustment, Attendance, Entry, Week
from agenda.leaders import Conflict, Leader, conflicts_among, leaders_within
from agenda.weeks import days_of


@dataclass(frozen=True)
class Day:
    date: datetime.date
    entries: list[Entry]


@dataclass(frozen=True)
class WeekDetail:
    week: Week
    days: list[Day]
    """Those on which there is something."""
    leaders: list[Leader]
    leader: Leader | None
    adjustments: list[Adjustment]


def week_detail(week: Week, leader: int | None) -> WeekDetail:
    """Of one leader, where one is wanted who is in office. Three queries."""
    leaders = leaders_within(week.monday, week.sunday)
    wanted = next((one for one in leaders if one.pk == leader), None)
    entries = week.entries.of_leader(wanted.pk) if wanted else week.entries.all()
    by_day: dict[datetime.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.day].append(entry)
    days = [Day(day, by_day[day]) for day in days_of(week.monday) if day in by_day]
    return WeekDetail(week, days, leaders, wanted, list(week.adjustments.all()))


def conflicts_in(week: Week) -> list[Conflict]:
    """Three queries."""
    leaders = {leader.pk: leader for leader in leaders_within(week.monday, week.sunday)}
    present: dict[int, list[Leader]] = defaultdict(list)
    for attendance in Attendance.objects.filter(entry__week=week):
        if attendance.person_id in leaders:
            present[attendance.entry_id].append(leaders[attendance.person_id])
    return conflicts_among(week.entries.all(), present)
