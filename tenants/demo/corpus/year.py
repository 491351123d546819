"""The year 2023 as an office lives it: which days are off, and how likely something is published on a day."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

FIRST = date(2023, 1, 1)
LAST = date(2023, 10, 31)
Window = tuple[str, str]
WHOLE: Window = ("01-03", "10-31")

# Tết Quý Mão; Giỗ Tổ, 30/4 and 1/5 with the days given for them; Quốc khánh. New Year's Day was made up on 2 January.
_OFF = (("01-01", "01-02"), ("01-20", "01-26"), ("04-29", "05-03"), ("09-01", "09-04"))
_CAMPAIGN = 21
"""Days; only a story tied to so short a time may appear on a public holiday."""
_SATURDAY, _SUNDAY, _HOLIDAY = 0.16, 0.07, 0.05


def day_of(month_day: str) -> date:
    return date.fromisoformat(f"2023-{month_day}")


def days_between(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=offset) for offset in range((last - first).days + 1))


HOLIDAYS = frozenset(day for first, last in _OFF for day in days_between(day_of(first), day_of(last)))


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def next_workday(day: date) -> date:
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def previous_workday(day: date) -> date:
    while not is_workday(day):
        day -= timedelta(days=1)
    return day


def draw_day(random: Random, window: Window) -> date:
    """A day of the window, by the office's habits: mostly working days, seldom at the weekend, hardly ever at Tết."""
    days = days_between(day_of(window[0]), day_of(window[1]))
    campaign = len(days) <= _CAMPAIGN
    return random.choices(days, weights=[_weight(day, campaign) for day in days])[0]


def draw_workday(random: Random, window: Window) -> date:
    days = [day for day in days_between(day_of(window[0]), day_of(window[1])) if is_workday(day)]
    return random.choice(days)


def portions(window: Window, count: int) -> tuple[Window, ...]:
    """The window cut into `count` equal parts, so that uses of one story stand apart in time; short ones stay whole."""
    first, last = day_of(window[0]), day_of(window[1])
    length = (last - first).days + 1
    if length < count * 10:
        return (window,) * count
    edges = [first + timedelta(days=length * part // count) for part in range(count + 1)]
    return tuple((f"{a:%m-%d}", f"{b - timedelta(days=1):%m-%d}") for a, b in pairwise(edges))


def _weight(day: date, campaign: bool) -> float:
    if day in HOLIDAYS:
        return _HOLIDAY if campaign else 0.0
    return {5: _SATURDAY, 6: _SUNDAY}.get(day.weekday(), 1.0)
