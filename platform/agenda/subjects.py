"""A week as it is told to search engines, and to whoever is sent its address."""

import datetime
from dataclasses import replace

from django.utils.timezone import get_default_timezone

from agenda.details import WeekDetail
from agenda.entries import Entry
from lib.structured_data import Data, Moment, event
from pages.subjects import About, Subject


def subject_of(detail: WeekDetail, *, calendar: Subject, heading: str) -> Subject:
    """`calendar` is that of the page with all weeks."""

    def data(about: About) -> list[Data]:
        return [_event(entry, about) for day in detail.days for entry in day.entries]

    title = f"{calendar.title}: {heading}"
    return replace(calendar, is_text=True, title=title, gist=detail.week.note, data=data, picture_title=calendar.title)


def _event(entry: Entry, about: About) -> Data:
    return event(
        about.office,
        address=about.address,
        name=entry.content,
        starts=_moment(entry.day, entry.starts_at),
        ends=_moment(entry.day, entry.ends_at) if entry.ends_at else None,
        place=entry.place or about.office.street or about.office.name,
        is_cancelled=entry.is_cancelled,
    )


def _moment(day: datetime.date, time: datetime.time | None) -> Moment:
    return datetime.datetime.combine(day, time, tzinfo=get_default_timezone()) if time else day
