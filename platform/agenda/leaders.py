"""Which leaders are named in the words of an entry, and in which two entries one leader can't be at once."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from agenda.states import Session
from lib.search_words import plain
from organisation.models import Post

if TYPE_CHECKING:
    from agenda.models import Entry

BRACKETS = re.compile(r"\([^)]*\)")
# Of an entry that does not say when it ends.
USUAL = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class Leader:
    pk: int
    name: str
    title: str


@dataclass(frozen=True)
class Conflict:
    leader: Leader
    one: "Entry"
    other: "Entry"


def leaders_on(day: datetime.date) -> list[Leader]:
    """Those in office on that day, in their order; one who has two posts once. One query."""
    return leaders_within(day, day)


def leaders_within(first: datetime.date, last: datetime.date) -> list[Leader]:
    """As `leaders_on`, for any day of the two and those between."""
    found: dict[int, Leader] = {}
    for post in Post.objects.leaders().within(first, last).in_order():
        found.setdefault(post.person_id, Leader(post.person_id, post.person.name, post.name_of_post))
    return list(found.values())


def named_in(words: str, leaders: Iterable[Leader]) -> list[Leader]:
    """Whose full name stands there, whatever marks and capitals: `đ/c THACH VAN MAU`. What a name has in brackets need
    not be repeated."""
    text = f" {plain(words)} "
    return [leader for leader in leaders if re.search(f" {re.escape(plain(BRACKETS.sub('', leader.name)))} ", text)]


def conflicts_among(entries: Iterable["Entry"], present: Mapping[int, list[Leader]]) -> list[Conflict]:
    """`present` says by the entries' numbers who is there. What is cancelled takes nobody's time."""
    by_leader: dict[Leader, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.is_cancelled:
            for leader in present.get(entry.pk, []):
                by_leader[leader].append(entry)
    return [
        Conflict(leader, one, other)
        for leader, own in by_leader.items()
        for one, other in combinations(own, 2)
        if _at_once(one, other)
    ]


def _at_once(one: "Entry", other: "Entry") -> bool:
    """Two that say when they begin overlap or not; else one part of a day holds one of them."""
    if one.day != other.day or _same_place(one, other):
        return False
    if one.starts_at and other.starts_at:
        (begin, end), (later, later_end) = sorted((_span(one), _span(other)))
        return later < end or (begin, end) == (later, later_end)
    return one.session == other.session or Session.ALL_DAY in (one.session, other.session)


def _same_place(one: "Entry", other: "Entry") -> bool:
    return bool(one.place) and plain(one.place) == plain(other.place)


def _span(entry: "Entry") -> tuple[datetime.datetime, datetime.datetime]:
    begin = datetime.datetime.combine(entry.day, entry.starts_at or datetime.time.min)
    return begin, datetime.datetime.combine(entry.day, entry.ends_at) if entry.ends_at else begin + USUAL
