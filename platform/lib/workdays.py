"""Working days of an office: Monday to Friday, less the public holidays of Vietnam and the days off given for them, and
the Saturdays on which those days are worked off."""

import datetime
from collections.abc import Mapping
from functools import cache

import holidays

SATURDAY = 5
# Days that differ from what the library knows: whether the office is open on each.
Exceptions = Mapping[datetime.date, bool]
NONE: Exceptions = {}


def is_working_day(day: datetime.date, exceptions: Exceptions = NONE) -> bool:
    if day in exceptions:
        return exceptions[day]
    calendar = _calendar(day.year)
    return (day.weekday() < SATURDAY and day not in calendar) or day in calendar.weekend_workdays


def after(day: datetime.date, *, working_days: int, exceptions: Exceptions = NONE) -> datetime.date:
    """The last of so many working days, counted from the day after that one."""
    while working_days > 0:
        day += datetime.timedelta(days=1)
        working_days -= is_working_day(day, exceptions)
    return day


def working_days_between(day: datetime.date, until: datetime.date, *, exceptions: Exceptions = NONE) -> int:
    """How many there are after that day, the last one included; none where it is not after it."""
    days = (day + datetime.timedelta(days=number) for number in range(1, (until - day).days + 1))
    return sum(is_working_day(one, exceptions) for one in days)


@cache
def _calendar(year: int) -> holidays.HolidayBase:
    """Making it takes a thousand times as long as looking a day up."""
    return holidays.country_holidays("VN", years=year)
