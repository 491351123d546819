"""Weeks from Monday to Sunday, named as in ISO 8601: `2023-W44`."""

import datetime
import re

NAME = re.compile(r"(\d{4})-W(\d{2})")
DAYS = 7


def monday_of(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def name_of(monday: datetime.date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year:04}-W{week:02}"


def monday_named(name: str) -> datetime.date | None:
    """None for what names no week, or none that a calendar of an office has."""
    found = NAME.fullmatch(name)
    if not found or not 1900 < int(found[1]) < 2200:
        return None
    try:
        return datetime.date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None


def days_of(monday: datetime.date) -> list[datetime.date]:
    return [monday + datetime.timedelta(days=number) for number in range(DAYS)]
