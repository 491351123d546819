"""How often the demo sites were read in 2023: day by day, and by page, device and source. Sums are those of the report.

Everything is drawn from the names of things, so that it comes out the same on every installation.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

from .communes import ACTIVITY
from .places import DISTRICT
from .year import FIRST, HOLIDAYS, LAST, days_between

_FIGURES = Path(__file__).with_name("figures-2023.json")
_DAYS_OF_2022 = 365
_SATURDAY, _SUNDAY, _HOLIDAY = 0.74, 0.62, 0.5
_TET = days_between(date(2023, 1, 20), date(2023, 1, 26))
_IN_TET = 0.3
_VIEWS_PER_VISIT = 2.3
_DEVICES = {"phone": 61, "computer": 35, "tablet": 4}
_SOURCES = {"": 44, "google.com": 33, "facebook.com": 11, "zalo.me": 7, "bing.com": 3, "coccoc.com": 2}
_LANGUAGES = {"vi": 1.0, "km": 0.06, "en": 0.02}
_HOME, _SECTION, _OLD_ITEM = 60.0, 3.0, 0.03
# An item is read for a few days, and a little for ever.
_DAYS_IN_SIGHT, _MOST_OLD = 4.0, 25

Key = TypeVar("Key")


@dataclass(frozen=True)
class Readable:
    """A page of the site, as it draws readers. `since` is None for what has always been there."""

    number: int
    name: str
    language: str
    is_home: bool
    since: date | None


@dataclass(frozen=True)
class Read:
    """What was read on one day: views and visits of pages, visits by device and source."""

    on: date
    pages: Mapping[Readable, tuple[int, int]]
    devices: Mapping[str, tuple[int, int]]
    sources: Mapping[str, int]


def total_of(code: str) -> int:
    """Visits of the year so far: the report's for the district, as active as they are for the others."""
    if code == DISTRICT:
        return int(_visits()["total"])
    activity = next(one for one in ACTIVITY if one.code == code)
    return len(_every_day()) * (30 + 4 * activity.items) + Random(code).randrange(300)  # noqa: S311


def total_of_2022() -> int:
    """The report says how many a day 2023 has less than 2022."""
    visits = _visits()
    return (int(visits["per_day"]) - int(visits["per_day_change_vs_2022"])) * _DAYS_OF_2022


def reading(code: str, pages: Sequence[Readable]) -> Iterator[Read]:
    """Day by day. Visits add up to `total_of`, in each of the three ways."""
    for on, visits in zip(_every_day(), share(total_of(code), _weights(code)), strict=True):
        random = Random(f"{code} {on}")  # noqa: S311 - must be the same on every run
        views = round(visits * (_VIEWS_PER_VISIT + random.uniform(-0.2, 0.2)))
        yield Read(
            on,
            _of_pages(pages, on, visits, views, random),
            _with_views(dict(zip(_DEVICES, share(visits, _shaken(_DEVICES, random)), strict=True)), views),
            dict(zip(_SOURCES, share(visits, _shaken(_SOURCES, random)), strict=True)),
        )


def share(number: int, weights: Sequence[float]) -> list[int]:
    """Whole parts that add up to the number, in proportion to the weights."""
    whole = sum(weights)
    exact = [number * weight / whole for weight in weights]
    parts = [math.floor(part) for part in exact]
    largest = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in largest[: number - sum(parts)]:
        parts[place] += 1
    return parts


def _of_pages(
    pages: Sequence[Readable], on: date, visits: int, views: int, random: Random
) -> dict[Readable, tuple[int, int]]:
    there = [page for page in pages if page.since is None or page.since <= on]
    old = [page for page in there if page.since and (on - page.since).days > 5 * _DAYS_IN_SIGHT]
    in_sight = [page for page in there if page not in set(old)] + random.sample(old, min(_MOST_OLD, len(old)))
    weights = [_weight(page, on) * random.uniform(0.8, 1.25) for page in in_sight]
    begun = share(visits, weights)
    return _with_views(dict(zip(in_sight, begun, strict=True)), views, weights)


def _with_views(visits: Mapping[Key, int], views: int, weights: Sequence[float] = ()) -> dict[Key, tuple[int, int]]:
    """Each visit has its first page, the rest of the views go where the weights say. What nobody read is left out."""
    further = share(views - sum(visits.values()), weights or list(visits.values()) or [1.0])
    both = zip(visits.items(), further, strict=True)
    return {key: (number + more, number) for (key, number), more in both if number + more}


def _weight(page: Readable, on: date) -> float:
    language = _LANGUAGES.get(page.language, 0.02)
    if page.is_home:
        return _HOME * language
    if page.since is None:
        return _SECTION * language
    draw = 0.4 + Random(page.name).random() ** 3 * 6  # noqa: S311
    return draw * (_OLD_ITEM + math.exp(-(on - page.since).days / _DAYS_IN_SIGHT)) * max(language, 0.3)


def _weights(code: str) -> list[float]:
    random = Random(f"visits {code}")  # noqa: S311
    return [_weight_of_day(day) * random.uniform(0.88, 1.14) for day in _every_day()]


def _weight_of_day(day: date) -> float:
    if day in _TET:
        return _IN_TET
    if day in HOLIDAYS:
        return _HOLIDAY
    season = 1 + 0.06 * math.sin((day - FIRST).days / 45)
    return season * {5: _SATURDAY, 6: _SUNDAY}.get(day.weekday(), 1.0)


def _shaken(parts: Mapping[str, int], random: Random) -> list[float]:
    return [part * random.uniform(0.93, 1.07) for part in parts.values()]


@cache
def _every_day() -> tuple[date, ...]:
    return days_between(FIRST, LAST)


@cache
def _visits() -> dict[str, int]:
    figures: dict[str, dict[str, int]] = json.loads(_FIGURES.read_text(encoding="utf-8"))
    return figures["visits"]
