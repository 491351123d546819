"""Work calendars of the demo year, published and adjusted on the days on which readers had them.

The actions of the room know today only.
"""

import datetime
from collections.abc import Iterable

from agenda.actions import note_leaders
from agenda.entries import Adjustment, Entry, Week
from agenda.rows import time_in
from agenda.states import Session, session_at
from organisation.models import Post
from tenants.demo.corpus.model import Item, Scheduled
from tenants.demo.documents import of_kind, published_at

ANNOUNCED = "Do phát sinh công việc, lịch được điều chỉnh, bổ sung."
CHANGED = 2
# By the words of the calendars: the title of the post.
TITLES = {
    "Chủ tịch UBND": "Chủ tịch",
    "Phó Chủ tịch UBND": "Phó Chủ tịch",
    "Chủ tịch HĐND": "Chủ tịch Hội đồng nhân dân",
    "Phó Chủ tịch HĐND": "Phó Chủ tịch Hội đồng nhân dân",
}


def write_weeks(items: Iterable[Item]) -> None:
    """Those that are published, and after them their changes."""
    for item in items:
        record, at = of_kind(Scheduled, item), published_at(item)
        if record.adjusted:
            _adjust(Week.objects.get(monday=record.monday), record, at)
        else:
            _write(record, Week.objects.create(monday=record.monday, published_at=at, changed_at=at))


def write_unpublished(weeks: Iterable[Scheduled]) -> None:
    for record in weeks:
        week, is_new = Week.objects.get_or_create(monday=record.monday)
        if is_new:
            _write(record, week)


def is_there(record: Scheduled) -> bool:
    weeks = Week.objects.filter(monday=record.monday)
    return (weeks.filter(adjustments__isnull=False) if record.adjusted else weeks).exists()


def _write(record: Scheduled, week: Week) -> None:
    for position in range(len(record.rows)):
        entry = Entry(week=week, position=position)
        _fill(entry, record, position)


def _adjust(week: Week, record: Scheduled, at: datetime.datetime) -> None:
    """The first entries are other ones, and the last is off."""
    entries = list(week.entries.order_by("position"))
    for position, entry in enumerate(entries[:CHANGED]):
        entry.changed_at, entry.sequence = at, 1
        _fill(entry, record, position)
    last = entries[-1]
    last.cancelled_at, last.sequence = at, 1
    last.save()
    Adjustment.objects.create(week=week, note=ANNOUNCED, announced_at=at)
    Week.objects.filter(pk=week.pk).update(changed_at=at, version=2)


def _fill(entry: Entry, record: Scheduled, position: int) -> None:
    day, time, content, place, chair = record.rows[position]
    starts = time_in(time)
    entry.day, entry.content, entry.place = day, content, place
    entry.starts_at, entry.session = starts, session_at(starts) if starts else Session.ALL_DAY
    entry.chair = _with_name(chair, day)
    entry.save()
    note_leaders(entry)


def _with_name(chair: str, day: datetime.date) -> str:
    """`Phó Chủ tịch UBND huyện` with the name of who holds that post."""
    title = next((title for words, title in TITLES.items() if chair.startswith(words)), "")
    post = Post.objects.leaders().current(day).filter(title=title).select_related("person").order_by("pk").first()
    return f"{chair} {post.person.name}" if post else chair
