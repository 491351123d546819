"""One line of a calendar as somebody writes it, and what is read out of a pasted weekly document."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from agenda.states import Session, session_at
from lib.search_words import plain
from lib.vietnamese import to_nfc

LETTER = r"[^\W\d_]"
TIME = re.compile(
    rf"(\d{{1,2}})\s*(?:giờ|gio|[hg](?!{LETTER})|:(?=\s*\d\d))\s*(\d\d)?(?:\s*(?:phút|phut|ph|p)(?!{LETTER})|\s*['’′])?",
    re.IGNORECASE,
)
# A word before the time says nothing more than the time.
SPAN = re.compile(
    rf"(?:(?:vào\s+)?(?:lúc|từ)\s+|vào\s+)?{TIME.pattern}(?:\s*(?:-|–|—|đến)\s*{TIME.pattern})?", re.IGNORECASE
)
WEEKDAYS = {"thu hai": 0, "thu 2": 0, "t2": 0, "thu ba": 1, "thu 3": 1, "t3": 1, "thu tu": 2, "thu 4": 2, "t4": 2,
            "thu nam": 3, "thu 5": 3, "t5": 3, "thu sau": 4, "thu 6": 4, "t6": 4, "thu bay": 5, "thu 7": 5, "t7": 5,
            "chu nhat": 6, "cn": 6}  # fmt: skip
SESSIONS = {"ca ngay": Session.ALL_DAY, "sang": Session.MORNING, "trua": Session.AFTERNOON,
            "chieu": Session.AFTERNOON, "toi": Session.EVENING}  # fmt: skip
LABELS = {"chu tri": "chair", "chu toa": "chair", "nguoi chu tri": "chair", "lanh dao chu tri": "chair",
          "thanh phan": "participants", "tham du": "participants", "cung du": "participants",
          "thanh phan tham du": "participants", "thanh phan du": "participants", "thanh phan moi": "participants",
          "dia diem": "place", "tai": "place", "chuan bi": "prepared_by", "don vi chuan bi": "prepared_by",
          "chuan bi noi dung": "prepared_by", "don vi chuan bi noi dung": "prepared_by", "noi dung": "content",
          "tai lieu": "papers"}  # fmt: skip
TIME_LABELS = ("thoi gian", "gio")
LABEL = re.compile(rf"^({LETTER}[^:]{{1,30}}?)\s*:\s*(.*)$")
# What may be a label in the middle of a line.
INNER_LABEL = re.compile(rf"(?<=[.;,])\s+(?=({LETTER}[^:.;,]{{1,30}}?)\s*:)")
# Before an entry: a dash, a point, a number.
MARK = re.compile(r"^\s*(?:[-–+•*]|\d{1,2}[.)](?=\s))\s*")
NAMED_DAY = r"(?:thứ\s+\w+|t[2-7]|chủ\s+nhật|cn)\b"
DATE = (
    r"(?:ngày\s*)?(\d{1,2})(?:[/.]|\s+tháng\s+|-(?=\d{1,2}-\d{4}))(\d{1,2})(?:(?:[/.-]|\s+năm\s+)\d{2,4})?(?![/.]?\d)"
)
DATED = re.compile(rf"\(?\s*{DATE}(?!\s*(?:-|–|đến)\s*(?:ngày\s*)?\d+[/.])", re.IGNORECASE)
DAY_HEAD = re.compile(
    rf"^(?:{NAMED_DAY})?[\s,:;(–-]*(?:{DATE})?[\s,:;()–-]*(?:{NAMED_DAY})?[\s,:;.)–-]*", re.IGNORECASE
)
SESSION_HEAD = re.compile(r"^(?:buổi\s+)?(cả ngày|sáng|trưa|chiều|tối)(?:\s*[:,.–-]\s*|\s+(?=\d)|\s*$)", re.IGNORECASE)
BESIDE_CONTENT = ("chair", "participants", "place")


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
    """Lines that were understood as nothing, most of them before the first day."""
    open_field: str = "content"
    """To which a line belongs that says nothing else."""


def time_in(text: str) -> datetime.time | None:
    """`8 giờ`, `7g30`, `08:00`, `14h`, `9 giờ 30 phút`. None for what is no time."""
    found = TIME.fullmatch(text.strip())
    return _time(found[1], found[2]) if found else None


def rows_in(text: str, monday: datetime.date) -> Pasted:
    """The usual weekly document: a line for the day, then for each entry its time or part of the day and what it is,
    with `Chủ trì:`, `Địa điểm:` and the like below it or in columns that a tab divides."""
    pasted = Pasted()
    day, session = None, Session.MORNING
    for raw in to_nfc(text).splitlines():
        cells = [" ".join(cell.split()) for cell in raw.split("\t")]
        is_new = bool(MARK.match(raw)) or sum(map(bool, cells)) > 1
        found, cells = _without_day(cells, monday)
        if found is not None:
            day, session, is_new = found, Session.MORNING, True
        if day is None:
            pasted.unread += [" ".join(filter(None, cells))] if any(cells) else []
            continue
        named, cells = _without_session(cells)
        if named is not None:
            session, is_new = named, True
        if any(cells):
            _take(pasted, cells, day, session, is_new)
    return _whole(pasted)


def _without_day(cells: list[str], monday: datetime.date) -> tuple[datetime.date | None, list[str]]:
    """The day with which a line begins, in its first cell or the first two; and what is left of the cells."""
    day = None
    cells = _from_first(cells)
    while cells and (found := day_in(cells[0], monday)) is not None:
        day = found
        cells = _from_first([DAY_HEAD.sub("", cells[0], count=1), *cells[1:]])
    return day, cells


def _without_session(cells: list[str]) -> tuple[Session | None, list[str]]:
    if not cells:
        return None, cells
    found = SESSION_HEAD.match(MARK.sub("", cells[0]))
    if not found:
        return None, cells
    return SESSIONS[plain(found[1])], _from_first([found.string[found.end() :], *cells[1:]])


def _from_first(cells: list[str]) -> list[str]:
    """Without the empty ones before the first that holds something."""
    return cells[next((place for place, cell in enumerate(cells) if cell), len(cells)) :]


def _take(pasted: Pasted, cells: list[str], day: datetime.date, session: Session, is_new: bool) -> None:
    first, *beside = cells
    starts, ends, words = times_in(MARK.sub("", first))
    if starts and not words and beside:
        words, *beside = beside
    parts = _parts(MARK.sub("", words))
    label, rest = _label_of(parts[0])
    if label in TIME_LABELS:
        starts, ends, parts[0] = times_in(rest)
    last = pasted.rows[-1] if pasted.rows and pasted.rows[-1].day == day else None
    if starts or last is None or (is_new and label not in LABELS):
        row = Row(day, session_at(starts) if starts else session, "", starts, ends)
        named: dict[str, Any] = dict(zip(BESIDE_CONTENT, beside, strict=False))
        pasted.rows.append(replace(row, **named))
        pasted.open_field = "content"
    for part in parts:
        _add(pasted, part)


def _add(pasted: Pasted, part: str) -> None:
    """To the last entry: to the field that is named, else to the one that was named last."""
    label, rest = _label_of(part)
    if label in LABELS:
        pasted.open_field = LABELS[label]
    words = rest if label in LABELS else part
    more: dict[str, Any] = {pasted.open_field: f"{getattr(pasted.rows[-1], pasted.open_field)} {words}".strip()}
    pasted.rows[-1] = replace(pasted.rows[-1], **more)


def _parts(line: str) -> list[str]:
    """`Tiếp dân. Địa điểm: Trụ sở` → both; only before words that name a field."""
    parts, begin = [], 0
    for found in INNER_LABEL.finditer(line):
        if plain(found[1]) in LABELS:
            parts.append(line[begin : found.start()].rstrip(";,"))
            begin = found.end()
    return [*parts, line[begin:]]


def _label_of(line: str) -> tuple[str, str]:
    found = LABEL.match(line)
    return (plain(found[1]), found[2]) if found else ("", line)


def _whole(pasted: Pasted) -> Pasted:
    """A time below which nothing stands is no entry."""
    for row in pasted.rows:
        if not row.content:
            time = f"{row.starts_at:%H:%M}" if row.starts_at else ""
            pasted.unread.append(" ".join(filter(None, (time, row.chair, row.participants, row.place))))
    pasted.rows = [row for row in pasted.rows if row.content]
    return pasted


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
    """The day of that week that a line begins with: `Thứ Hai`, `Thứ 2 (30/10)`, `31/10/2023`, `Ngày 30 tháng 10`."""
    words = f"{plain(line)} "
    for name, number in WEEKDAYS.items():
        if words.startswith(f"{name} "):
            return monday + datetime.timedelta(days=number)
    if found := DATED.match(line):
        return next((day for day in _week(monday) if (day.day, day.month) == (int(found[1]), int(found[2]))), None)
    return None


def _week(monday: datetime.date) -> Iterator[datetime.date]:
    yield from (monday + datetime.timedelta(days=number) for number in range(7))


def session_in(line: str, session: Session) -> tuple[Session, str]:
    """The part of the day that a line begins with, and its rest; else the one that holds already."""
    named, cells = _without_session([line])
    return (named, " ".join(cells)) if named is not None else (session, line)
