"""The feed line by line, as RFC 5545 asks for it."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.test import Client

from agenda.states import Session
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda.weeks import PAGE, page, row, write

Visit = Callable[..., Client]
LONG = "Họp, bàn; việc \\ dài " + "quy hoạch sử dụng đất của xã " * 6
NAME = re.compile(rb"[A-Z][A-Z0-9-]*(;[A-Z-]+=(\"[^\"]*\"|[^;:,\"]*))*:")
UTC = re.compile(r"\d{8}T\d{6}Z")
# RFC 5545, 3.6.1: what an event has once.
ONCE = ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "STATUS", "URL")


@pytest.fixture
def feed(commune: Tenant, visit: Visit) -> bytes:
    with in_site(commune):
        page()
        week = write(
            row(LONG, starts_at=datetime.time(8), place="Phòng A\nTầng 2"),
            row("Cả ngày đi cơ sở", session=Session.ALL_DAY),
        )
        assert week.entries.count() == 2
    answer = visit(commune).get(f"{PAGE}ical/")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content


def unfolded(feed: bytes) -> list[str]:
    return feed.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def events(feed: bytes) -> list[list[str]]:
    found = re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", "\n".join(unfolded(feed)), re.DOTALL)
    return [event.split("\n") for event in found]


def test_lines_end_and_are_folded_as_they_must_be(feed: bytes):
    lines = feed.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in feed.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert feed.decode()


def test_every_line_is_a_property_with_a_name(feed: bytes):
    assert all(NAME.match(line.encode()) for line in unfolded(feed))


def test_components_are_closed_in_their_order(feed: bytes):
    open_ones: list[str] = []
    for line in unfolded(feed):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_ones.append(value)
        elif name == "END":
            assert open_ones.pop() == value
    assert open_ones == []
    assert unfolded(feed)[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN"} <= set(unfolded(feed))
    assert not any(line.startswith("METHOD") for line in unfolded(feed))
    assert sum(line.startswith("PRODID:") for line in unfolded(feed)) == 1


def test_a_time_zone_has_nothing_that_the_standard_does_not_know(feed: bytes):
    zone, *_ = re.findall(r"BEGIN:VTIMEZONE\n(.*?)\nBEGIN:", "\n".join(unfolded(feed)), re.DOTALL)
    assert zone == "TZID:Asia/Ho_Chi_Minh"


def test_an_event_has_once_what_it_must_have(feed: bytes):
    assert len(events(feed)) == 2
    for event in events(feed):
        names = [re.split("[;:]", line)[0] for line in event]
        assert all(names.count(name) == 1 for name in ONCE)
        assert "DTEND" not in names or "DURATION" not in names
        stamp = next(line.partition(":")[2] for line in event if line.startswith("DTSTAMP"))
        assert UTC.fullmatch(stamp)


def test_a_time_names_a_zone_that_the_file_describes(feed: bytes):
    zones = set(re.findall(r"DTSTART;TZID=([^:;]+):\d{8}T\d{6}$", "\n".join(unfolded(feed)), re.MULTILINE))
    described = set(re.findall(r"^TZID:(.+)$", "\n".join(unfolded(feed)), re.MULTILINE))
    assert zones == {"Asia/Ho_Chi_Minh"} <= described
    assert "TZOFFSETTO:+0700" in unfolded(feed)


def test_a_day_without_a_time_is_a_date(feed: bytes):
    days = [line for event in events(feed) for line in event if line.startswith(("DTSTART;VALUE", "DTEND;VALUE"))]
    assert days == ["DTSTART;VALUE=DATE:20231031", "DTEND;VALUE=DATE:20231101"]


def test_signs_of_the_format_in_words_are_escaped(feed: bytes):
    (summary,) = [line for event in events(feed) for line in event if line.startswith("SUMMARY:Họp")]
    assert summary.startswith(r"SUMMARY:Họp\, bàn\; việc \\ dài")
    (place,) = [line for event in events(feed) for line in event if line.startswith("LOCATION")]
    assert place == r"LOCATION:Phòng A\nTầng 2"
