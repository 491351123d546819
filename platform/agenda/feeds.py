"""Published entries as an iCalendar file (RFC 5545), for the calendar on somebody's phone."""

import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vText

from agenda.entries import Entry
from agenda.queries import AgendaEntryQuerySet

# How far back a feed goes: a phone that has been off for a while misses nothing.
WEEKS_BACK = 8


def feed_of(entries: AgendaEntryQuerySet, *, name: str, host: str, address: str, on: datetime.date) -> bytes:
    """`address` is that of the page with the calendars. Cancelled entries stay, marked so: else a phone keeps them.

    Without METHOD: that is for calendars sent by mail, and asks for an organiser whom an office does not name
    (RFC 5546).
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{host}//Cong Lang//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    first = on - datetime.timedelta(weeks=WEEKS_BACK)
    for entry in entries.published_since(first).select_related("week").order_by("day", "starts_at", "pk"):
        calendar.add_component(_event(entry, host, address))
    calendar.add_missing_timezones()
    for zone in calendar.timezones:
        # RFC 5545 knows no such property of a time zone, and a strict reader refuses the file.
        zone.pop("comment", None)
    return calendar.to_ical()


def _event(entry: Entry, host: str, address: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("dtstamp", entry.cancelled_at or entry.changed_at or entry.week.published_at or timezone.now())
    event.add("sequence", entry.sequence)
    if entry.starts_at:
        event.add("dtstart", _moment(entry.day, entry.starts_at))
        if entry.ends_at:
            event.add("dtend", _moment(entry.day, entry.ends_at))
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + datetime.timedelta(days=1))
    session = "" if entry.starts_at else f"{entry.get_session_display()}: "
    event.add("summary", f"{session}{entry.content}")
    if entry.place:
        event.add("location", entry.place)
    if told := _description(entry):
        event["description"] = vText(told)
    event.add("url", f"{address}tuan/{entry.week.name}/")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event


def _description(entry: Entry) -> str:
    said = (
        (_("Chaired by"), entry.chair),
        (_("Participants"), entry.participants),
        (_("Prepared by"), entry.prepared_by),
        (_("Documents"), entry.papers),
    )
    return "\n".join(f"{label}: {words}" for label, words in said if words)


def _moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, time, tzinfo=get_default_timezone())
