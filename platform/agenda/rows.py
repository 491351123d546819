"""One line of a calendar as somebody writes it, and what is read out of a pasted weekly document."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from agenda.states import Session, session_at
from lib.search_words import plain
from lib.vietnamese import to_nfc

# No letter after the hour: `10 hộ dân` and `3 giáo viên` are no times.
TIME = re.compile(r"(\d{1,2})\s*(?:giờ|gio|h|g|:)(?![^\W\d_])\s*(\d{2})?", re.IGNORECASE)
SPAN = re.compile(rf"{TIME.pattern}(?:\s*(?:-|–|đến)\s*{TIME.pattern})?", re.IGNORECASE)
WEEKDAYS = {"thu hai": 0, "thu 2": 0, "thu ba": 1, "thu 3": 1, "thu tu": 2, "thu 4": 2, "thu nam": 3, "thu 5": 3,
            "thu sau": 4, "thu 6": 4, "thu bay": 5, "thu 7": 5, "chu nhat": 6, "cn": 6}  # fmt: skip
SESSIONS = {"ca ngay": Session.ALL_DAY, "sang": Session.MORNING, "buoi sang": Session.MORNING,
            "chieu": Session.AFTERNOON, "buoi chieu": Session.AFTERNOON, "toi": Session.EVENING,
            "buoi toi": Session.EVENING}  # fmt: skip
LABELS = {"chu tri": "chair", "chu toa": "chair", "thanh phan": "participants", "tham du": "participants",
          "cung du": "participants", "thanh phan tham du": "participants", "dia diem": "place", "tai": "place",
          "chuan bi": "prepared_by", "don vi chuan bi": "prepared_by", "noi dung": "content",
          "tai lieu": "papers"}  # fmt: skip
LABEL = re.compile(r"^[-+•*\s]*([^\W\d_][^:]{1,30}?)\s*:\s*(.+)$")
BULLET = re.compile(r"^[-+•*\s]+")
DATED = re.compile(r"\(?\s*(?:ngày\s*)?(\d{1,2})[/.](\d{1,2})(?:[/.]\d{2,4})?\s*\)?", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """`pk` of an entry that is there already; `is_gone` has it removed or, where readers know it, cancelled."""

    day: datetime.date
    session: str
    content: str
    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    chair: str = ""
    participants: str = ""
    place: str = ""
    prepared_by: str = ""
    papers: str = ""
    pk: int | None = None
    is_gone: bool = False


WORDS = ("day", "session", "starts_at", "ends_at", "content", "chair", "participants", "place", "prepared_by", "papers")


@dataclass
class Pasted:
    rows: list[Row] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Lines that were understood as nothing; they stand before the first day."""
    open_field: str = "content"
    """To which a line belongs that says nothing else."""


def time_in(text: str) -> datetime.time | None:
    """`8 giờ`, `7g30`, `08:00`, `14h`. None for what is no time."""
    found = TIME.fullmatch(text.strip())
    return _time(found[1], found[2]) if found else None


def rows_in(text: str, monday: datetime.date) -> Pasted:
    """The usual weekly document: a line for the day, then for each entry its time or part of the day and what it is,
    with `Chủ trì:`, `Địa điểm:` and the like below it or in columns that a tab divides."""
    pasted = Pasted()
    day, session = None, Session.MORNING
    for raw in to_nfc(text).splitlines():
        line = " ".join(raw.replace("\t", " ").split())
        if not line:
            continue
        if (found := day_in(line, monday)) is not None:
            day, session = found, Session.MORNING
            line = _after_day(line)
            if not line:
                continue
        if day is None:
            pasted.unread.append(line)
            continue
        session, line = session_in(line, session)
        if line:
            _take(pasted, line, raw, day, session)
    return pasted


def _take(pasted: Pasted, line: str, raw: str, day: datetime.date, session: Session) -> None:
    label = LABEL.match(line)
    name = LABELS.get(plain(label[1])) if label else None
    starts, ends, words = times_in(BULLET.sub("", line))
    last = pasted.rows[-1] if pasted.rows and pasted.rows[-1].day == day else None
    if label and name and last:
        more: dict[str, Any] = {name: f"{getattr(last, name)} {label[2]}".strip()}
        pasted.rows[-1], pasted.open_field = replace(last, **more), name
    elif starts or last is None or BULLET.match(raw):
        content, *others = [part.strip() for part in raw.split("\t")] if raw.count("\t") > 1 else [words]
        if others:
            cells = [part for part in (content, *others) if part]
            _, _, first = times_in(cells[0])
            content, *others = [first, *cells[1:]] if first else cells[1:]
        row = Row(day, session_at(starts) if starts else session, content, starts, ends)
        beside: dict[str, Any] = dict(zip(("chair", "participants", "place"), others, strict=False))
        pasted.rows.append(replace(row, **beside))
        pasted.open_field = "content"
    else:
        continued: dict[str, Any] = {pasted.open_field: f"{getattr(last, pasted.open_field)} {line}"}
        pasted.rows[-1] = replace(last, **continued)


def times_in(line: str) -> tuple[datetime.time | None, datetime.time | None, str]:
    """When it begins and ends, and the rest of the line."""
    found = SPAN.match(line)
    if not found:
        return None, None, line
    starts = _time(found[1], found[2])
    ends = _time(found[3], found[4]) if found[3] else None
    return starts, ends, line[found.end() :].lstrip(" :,.-–") if starts else line


def _time(hour: str, minute: str | None) -> datetime.time | None:
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    return datetime.time(int(hour), int(minute or 0))


def day_in(line: str, monday: datetime.date) -> datetime.date | None:
    """The day of that week that a line begins with: `Thứ Hai`, `Thứ 2 (30/10)`, `31/10/2023`."""
    words = f"{plain(line)} "
    for name, number in WEEKDAYS.items():
        if words.startswith(f"{name} "):
            return monday + datetime.timedelta(days=number)
    if found := DATED.match(line):
        return next((day for day in _week(monday) if (day.day, day.month) == (int(found[1]), int(found[2]))), None)
    return None


def _week(monday: datetime.date) -> Iterator[datetime.date]:
    yield from (monday + datetime.timedelta(days=number) for number in range(7))


def _after_day(line: str) -> str:
    rest = re.sub(r"^(?:thứ\s+\S+|chủ nhật|cn)\b[\s,]*", "", line, flags=re.IGNORECASE)
    return DATED.sub("", rest, count=1).lstrip(" :,.-–")


def session_in(line: str, session: Session) -> tuple[Session, str]:
    """The part of the day that a line begins with, and its rest, as in `Chiều: Họp` and `Chiều 14g00: Họp`; else the
    one that holds already."""
    head, divided, rest = line.partition(":")
    if named := SESSIONS.get(plain(head)):
        return named, rest.strip() if divided else ""
    time = TIME.search(line)
    named = SESSIONS.get(plain(line[: time.start()])) if time else None
    return (named, line[time.start() :]) if time and named else (session, line)
