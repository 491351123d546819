"""Working days of an office: Monday to Friday, less the public holidays of Vietnam and the days off given for them."""

import datetime

import holidays

SATURDAY = 5


def is_working_day(day: datetime.date) -> bool:
    return day.weekday() < SATURDAY and day not in holidays.country_holidays("VN", years=day.year)


def after(day: datetime.date, *, working_days: int) -> datetime.date:
    """The last of so many working days, counted from the day after that one."""
    while working_days > 0:
        day += datetime.timedelta(days=1)
        working_days -= is_working_day(day)
    return day
