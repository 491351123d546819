"""Calendars for the tests of this room."""

import datetime
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from agenda.actions import open_week, publish_week, save_week
from agenda.models import AgendaPage, Entry, Week
from agenda.rows import Row
from agenda.states import Session
from home.models import HomePage
from organisation.models import Department, Person, Post
from tests import cast

TODAY = datetime.date(2023, 10, 31)
MONDAY = datetime.date(2023, 10, 30)
DAY = datetime.timedelta(days=1)
PAGE = "/lich-tuan/"
ADMIN = "/admin/agenda/"


def clerk(role: Role = Role.APPROVER) -> User:
    return User.objects.get(email=cast.address_of(role))


def page() -> AgendaPage:
    home = HomePage.objects.get(locale__language_code="vi")
    return home.add_child(instance=AgendaPage(title="Lịch tuần", slug="lich-tuan"))


def leader(name: str = "Thạch Văn Mẫu", title: str = "Chủ tịch") -> Person:
    top = Department.objects.first() or Department.objects.create(name_vi="Ủy ban nhân dân xã")
    person = Person.objects.create(name=name)
    Post.objects.create(person=person, department=top, title=title)
    return person


def row(content: str = "Họp giao ban", day: datetime.date = TODAY, **facts: Any) -> Row:
    return Row(**{"day": day, "session": Session.MORNING, "content": content, **facts})


def write(*rows: Row, monday: datetime.date = MONDAY, published: bool = True) -> Week:
    by = clerk()
    week = open_week(day=monday, by=by)
    week = save_week(week=week, rows=rows, note="", seen=week.version, by=by)
    return publish_week(week=week, seen=week.version, by=by) if published else week


def again(week: Week, *rows: Row, by: User | None = None) -> Week:
    """The calendar with these rows in place of those of the same numbers."""
    return save_week(week=week, rows=rows, note=week.note, seen=week.version, by=by or clerk())


def row_of(entry: Entry, **changes: Any) -> Row:
    words = ("day", "session", "content", "starts_at", "ends_at", "chair", "participants", "place")
    return Row(**{**{name: getattr(entry, name) for name in words}, "pk": entry.pk, **changes})


def main(browser: Client, path: str = PAGE) -> BeautifulSoup:
    answer = browser.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main
