"""Calendars as they change: before readers see them, after it, and by two people at once."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from agenda.actions import Meanwhile, copy_week, open_week, publish_week, save_week, withdraw_week
from agenda.details import conflicts_in
from agenda.models import Attendance, Entry, Week
from agenda.states import Session
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda.weeks import DAY, MONDAY, TODAY, again, clerk, leader, row, row_of, write


def test_a_week_is_opened_once_whatever_its_day(commune: Tenant):
    with in_site(commune):
        weeks = {open_week(day=MONDAY + number * DAY, by=clerk()) for number in range(7)}
        assert [week.monday for week in weeks] == [MONDAY]
        assert ModelLogEntry.objects.for_instance(weeks.pop()).count() == 1


def test_a_week_begins_on_monday(commune: Tenant):
    with in_site(commune), pytest.raises(IntegrityError), transaction.atomic():
        Week.objects.create(monday=TODAY)


@pytest.mark.parametrize(("role", "may"), [(Role.CONTRIBUTOR, False), (Role.EDITOR, True), (Role.APPROVER, True)])
def test_who_may_write(commune: Tenant, role: Role, may: bool):
    with in_site(commune):
        if may:
            assert open_week(day=TODAY, by=clerk(role))
        else:
            with pytest.raises(PermissionDenied):
                open_week(day=TODAY, by=clerk(role))


def test_what_readers_have_is_changed_by_those_who_may_publish(commune: Tenant):
    with in_site(commune):
        week = write(row())
        with pytest.raises(PermissionDenied):
            again(week, row("Khác"), by=clerk(Role.EDITOR))
        with pytest.raises(PermissionDenied):
            publish_week(week=week, seen=week.version, by=clerk(Role.EDITOR))
        assert again(week, row("Khác")).entries.count() == 2


def test_before_it_is_published_nothing_is_marked_and_what_is_removed_is_gone(commune: Tenant):
    with in_site(commune):
        week = write(row("Một"), row("Hai"), published=False)
        one, two = week.entries.all()
        again(week, row_of(one, content="Một chín"), row_of(two, is_gone=True))
        (entry,) = Entry.objects.all()
        assert (entry.content, entry.changed_at, entry.cancelled_at) == ("Một chín", None, None)


def test_after_it_is_published_changes_are_marked_and_what_is_removed_is_struck_through(commune: Tenant):
    with in_site(commune):
        week = write(row("Một"), row("Hai"), row("Ba"))
        one, two, three = week.entries.all()
        again(week, row_of(one), row_of(two, place="Hội trường B"), row_of(three, is_gone=True), row("Bốn"))
        found = {entry.content: entry for entry in Entry.objects.all()}
        assert [found[name].changed_at is not None for name in ("Một", "Hai", "Ba", "Bốn")] == [
            False,
            True,
            False,
            True,
        ]
        assert [found[name].is_cancelled for name in ("Một", "Hai", "Ba", "Bốn")] == [False, False, True, False]
        assert [found[name].sequence for name in ("Một", "Hai", "Ba", "Bốn")] == [0, 1, 1, 0]


def test_what_was_cancelled_may_take_place_after_all(commune: Tenant):
    with in_site(commune):
        week = write(row())
        week = again(week, row_of(week.entries.get(), is_gone=True))
        week = again(week, row_of(week.entries.get(), is_gone=True))
        assert week.entries.get().sequence == 1
        again(week, row_of(week.entries.get()))
        assert (week.entries.get().is_cancelled, week.entries.get().sequence) == (False, 2)


def test_the_second_of_two_is_told_and_nothing_is_written(commune: Tenant):
    with in_site(commune):
        week = write(row("Một"))
        seen = week.version
        again(week, row_of(week.entries.get(), content="Của người thứ nhất"))
        with pytest.raises(Meanwhile):
            save_week(week=week, rows=[row("Của người thứ hai")], note="", seen=seen, by=clerk())
        assert [entry.content for entry in week.entries.all()] == ["Của người thứ nhất"]


def test_the_calendar_before_is_copied_day_by_day(commune: Tenant):
    with in_site(commune):
        before = write(row("Giao ban", MONDAY - 7 * DAY, starts_at=datetime.time(7, 30)), monday=MONDAY - 7 * DAY)
        again(before, row("Bị hủy", MONDAY - 6 * DAY))
        before.refresh_from_db()
        cancelled = before.entries.get(content="Bị hủy")
        again(before, row_of(cancelled, is_gone=True))
        week = write(row("Đã có"), published=False)
        assert copy_week(to=week, seen=week.version, by=clerk()) == 1
        assert [(entry.day, entry.content) for entry in week.entries.all()] == [
            (MONDAY, "Giao ban"),
            (TODAY, "Đã có"),
        ]


def test_there_may_be_nothing_to_copy(commune: Tenant):
    with in_site(commune):
        week = write(row(), published=False)
        with pytest.raises(ValidationError):
            copy_week(to=week, seen=week.version, by=clerk())


def test_an_empty_calendar_is_not_published(commune: Tenant):
    with in_site(commune):
        week = open_week(day=TODAY, by=clerk())
        with pytest.raises(ValidationError):
            publish_week(week=week, seen=week.version, by=clerk())


def test_withdrawn_and_published_again_nothing_is_marked(commune: Tenant):
    with in_site(commune):
        week = write(row("Một"), row("Hai"))
        one, two = week.entries.all()
        week = again(week, row_of(one, content="Một chín"), row_of(two, is_gone=True))
        week = withdraw_week(week=week, seen=week.version, by=clerk())
        publish_week(week=week, seen=week.version, by=clerk())
        assert [(entry.content, entry.changed_at) for entry in week.entries.all()] == [("Một chín", None)]


def test_an_entry_of_another_week_is_refused_and_nothing_is_written(commune: Tenant):
    with in_site(commune):
        week = write(row(), published=False)
        with pytest.raises(ValidationError):
            again(week, row("Khác"), row("Tuần sau", MONDAY + 7 * DAY))
        assert Entry.objects.count() == 1


def test_leaders_are_read_out_of_the_words(commune: Tenant):
    with in_site(commune):
        chairman, deputy = leader(), leader("Kim Thị Mẫu (minh họa)", "Phó Chủ tịch")
        write(row(chair="đ/c THẠCH VĂN MẪU", participants="Kim Thi Mau, Thạch Văn Mẫu; các phòng"))
        found = {attendance.person_id: attendance.chairs for attendance in Attendance.objects.all()}
        assert found == {chairman.pk: True, deputy.pk: False}


@pytest.mark.parametrize(
    ("one", "other", "at_once"),
    [
        ({}, {}, True),
        ({}, {"session": Session.AFTERNOON}, False),
        ({}, {"session": Session.ALL_DAY}, True),
        ({}, {"day": MONDAY}, False),
        ({"place": "Hội trường"}, {"place": "hoi truong"}, False),
        ({"starts_at": datetime.time(8)}, {"starts_at": datetime.time(8, 30)}, True),
        ({"starts_at": datetime.time(8)}, {"starts_at": datetime.time(9)}, False),
        ({"starts_at": datetime.time(8), "ends_at": datetime.time(10)}, {"starts_at": datetime.time(9)}, True),
        ({"starts_at": datetime.time(8)}, {"starts_at": datetime.time(8)}, True),
        ({"starts_at": datetime.time(8)}, {}, True),
    ],
)
def test_one_leader_in_two_places(commune: Tenant, one: dict, other: dict, at_once: bool):
    with in_site(commune):
        leader()
        week = write(row("Một", chair="Thạch Văn Mẫu", **one), row("Hai", participants="Thạch Văn Mẫu", **other))
        assert len(conflicts_in(week)) == at_once


def test_what_is_cancelled_takes_nobodys_time(commune: Tenant):
    with in_site(commune):
        leader()
        week = write(row("Một", chair="Thạch Văn Mẫu"), row("Hai", chair="Thạch Văn Mẫu"))
        one, two = week.entries.all()
        assert len(conflicts_in(week)) == 1
        again(week, row_of(one), row_of(two, is_gone=True))
        assert conflicts_in(week) == []
