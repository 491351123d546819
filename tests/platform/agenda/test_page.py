"""The calendar as a visitor reads it, and as a phone takes it in."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar

from organisation.models import Post
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.agenda.weeks import DAY, MONDAY, PAGE, TODAY, again, leader, main, page, row, row_of, write
from tests.platform.items import queries

Visit = Callable[..., Client]
PINNED = [12, 9]


@pytest.fixture
def here(commune: Tenant) -> Tenant:
    with in_site(commune):
        page()
    return commune


def contents(browser: Client, path: str = PAGE) -> list[str]:
    return [" ".join(item.text.split()) for item in main(browser, path).select(".entry__content")]


def feed(browser: Client, query: str = "") -> Calendar:
    answer = browser.get(f"{PAGE}ical/{query}")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def test_before_the_first_calendar_the_page_says_so(here: Tenant, visit: Visit):
    assert "Chưa có lịch công tác nào được đăng." in main(visit(here)).text


def test_this_week_stands_there_day_by_day(here: Tenant, visit: Visit):
    with in_site(here):
        write(
            row("Chiều", starts_at=datetime.time(14), session="3-afternoon"),
            row("Sáng", starts_at=datetime.time(8)),
            row("Thứ Hai", MONDAY),
        )
    browser = visit(here)
    assert contents(browser) == ["Thứ Hai", "Sáng", "Chiều"]
    assert main(browser).select_one(".agenda__heading").text == "Tuần từ ngày 30/10/2023 đến ngày 05/11/2023"


def test_where_this_week_is_missing_the_last_one_stands_there_and_says_so(here: Tenant, visit: Visit):
    with in_site(here):
        write(row("Tuần trước", MONDAY - 7 * DAY), monday=MONDAY - 7 * DAY)
        write(row("Nháp"), published=False)
    assert contents(visit(here)) == ["Tuần trước"]
    assert main(visit(here)).select_one(".agenda__hint")


def test_readers_go_from_week_to_week_past_those_they_do_not_have(here: Tenant, visit: Visit):
    with in_site(here):
        for number in (-2, 0, 1):
            monday = MONDAY + number * 7 * DAY
            write(row(f"Tuần {number}", monday), monday=monday)
        write(row("Nháp", MONDAY - 7 * DAY), monday=MONDAY - 7 * DAY, published=False)
    browser = visit(here)
    html = main(browser)
    before, after = html.select_one("[rel=prev]")["href"], html.select_one("[rel=next]")["href"]
    assert (before, after) == (f"{PAGE}tuan/2023-W42/", f"{PAGE}tuan/2023-W45/")
    assert (contents(browser, before), contents(browser, after)) == (["Tuần -2"], ["Tuần 1"])
    for missing in ("2023-W43", "2023-W60", "0000-W01", "abc", "9999-W52"):
        assert browser.get(f"{PAGE}tuan/{missing}/").status_code == 404


def test_the_way_back_to_this_week_stands_only_where_it_leads_elsewhere(here: Tenant, visit: Visit):
    with in_site(here):
        for monday in (MONDAY - 7 * DAY, MONDAY + 7 * DAY):
            write(row("Họp", monday), monday=monday)
    browser = visit(here)
    last, coming = main(browser), main(browser, f"{PAGE}tuan/2023-W45/")
    assert last.select_one(".agenda__hint")
    assert not last.select(f'.agenda__ways [href="{PAGE}"]')
    assert not coming.select_one(".agenda__hint")
    assert coming.select(f'.agenda__ways [href="{PAGE}"]')


def test_the_way_to_a_week_ends_with_that_week(here: Tenant, visit: Visit):
    with in_site(here):
        write(row())
    browser = visit(here)
    for path, end in ((PAGE, "Lịch tuần"), (f"{PAGE}tuan/2023-W44/", "Tuần từ ngày 30/10/2023 đến ngày 05/11/2023")):
        assert main(browser, path).select_one(".breadcrumbs__here").text == end


def test_the_chosen_leader_stays_chosen_from_week_to_week(here: Tenant, visit: Visit):
    with in_site(here):
        person = leader()
        for number in (-1, 0, 1):
            monday = MONDAY + number * 7 * DAY
            write(row("Họp", monday, chair="Thạch Văn Mẫu"), monday=monday)
    html = main(visit(here), f"{PAGE}?lanh-dao={person.pk}")
    ways = [way["href"] for way in html.select(".agenda__ways a")]
    assert ways == [f"{PAGE}tuan/2023-W{week}/?lanh-dao={person.pk}" for week in (43, 45)]


def test_changes_are_marked_and_cancelled_entries_struck_through(here: Tenant, visit: Visit):
    with in_site(here):
        week = write(row("Một"), row("Hai"))
        one, two = week.entries.all()
        again(week, row_of(one, place="Hội trường B"), row_of(two, is_gone=True))
    html = main(visit(here))
    assert [mark.text for mark in html.select(".entry__mark")] == ["Thay đổi", "Hủy"]
    assert html.select_one(".entry--cancelled s").text == "Hai"


def test_a_reader_wants_one_leader(here: Tenant, visit: Visit):
    with in_site(here):
        person = leader()
        other = leader("Kim Thị Mẫu")
        write(row("Của Chủ tịch", chair="Thạch Văn Mẫu"), row("Của ai khác"))
    browser = visit(here)
    assert contents(browser, f"{PAGE}?lanh-dao={person.pk}") == ["Của Chủ tịch"]
    assert contents(browser, f"{PAGE}?lanh-dao={other.pk}") == []
    for nonsense in ("999", "x", "9" * 30, "-1"):
        assert len(contents(browser, f"{PAGE}?lanh-dao={nonsense}")) == 2


def test_the_feed_opens_in_a_calendar_with_the_time_of_this_country(here: Tenant, visit: Visit):
    with in_site(here):
        week = write(
            row("Họp", starts_at=datetime.time(8), ends_at=datetime.time(9, 30), place="Hội trường A", chair="Ai đó"),
            row("Trực", TODAY + DAY, session="1-all-day"),
        )
        meeting, duty = week.entries.all()
        again(week, row_of(meeting, place="Hội trường B"), row_of(duty, is_gone=True))
    calendar = feed(visit(here))
    assert calendar["VERSION"] == "2.0"
    first, second = calendar.walk("VEVENT")
    here_and_now = ZoneInfo("Asia/Ho_Chi_Minh")
    assert first["DTSTART"].dt == datetime.datetime(2023, 10, 31, 8, tzinfo=here_and_now)
    assert str(first["DTSTART"].params["TZID"]) == "Asia/Ho_Chi_Minh"
    assert first["DTEND"].dt - first["DTSTART"].dt == datetime.timedelta(minutes=90)
    assert (str(first["LOCATION"]), first["SEQUENCE"], str(first["STATUS"])) == ("Hội trường B", 1, "CONFIRMED")
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (TODAY + DAY, TODAY + 2 * DAY)
    assert str(second["STATUS"]) == "CANCELLED"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    assert not calendar.errors
    assert all(event.errors == [] for event in calendar.walk("VEVENT"))


def test_the_feed_of_a_leader_is_the_leaders_and_drafts_are_in_none(here: Tenant, visit: Visit):
    with in_site(here):
        person = leader()
        write(row("Của Chủ tịch", chair="Thạch Văn Mẫu"), row("Của ai khác"))
        write(row("Nháp", MONDAY + 7 * DAY), monday=MONDAY + 7 * DAY, published=False)
    browser = visit(here)
    assert [str(event["SUMMARY"]) for event in feed(browser, f"?lanh-dao={person.pk}").walk("VEVENT")] == [
        "Sáng: Của Chủ tịch"
    ]
    assert len(feed(browser).walk("VEVENT")) == 2
    assert browser.get(f"{PAGE}ical/?lanh-dao=999").status_code == 404


def test_words_of_an_entry_stay_words_in_a_feed(here: Tenant, visit: Visit):
    with in_site(here):
        write(row("Họp; bàn, việc\nEND:VEVENT\nBEGIN:VEVENT", chair="A\\B"))
    (event,) = feed(visit(here)).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Sáng: Họp; bàn, việc\nEND:VEVENT\nBEGIN:VEVENT"


@pytest.mark.parametrize("number", [1, 3])
def test_more_entries_cost_no_more_queries(here: Tenant, visit: Visit, settings: object, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(here):
        for count in range(number):
            leader(f"Người {count} Mẫu")
        write(*(row(f"Việc {count}", chair=f"Người {count} Mẫu") for count in range(number)))
    browser = visit(here)
    assert [queries(browser, f"{PAGE}{path}") for path in ("", "ical/")] == PINNED


def test_nothing_of_another_site_is_here(here: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        write(row("Của thị trấn"))
    assert contents(visit(here)) == []
    assert feed(visit(here)).walk("VEVENT") == []


def test_the_feed_of_a_leader_goes_on_after_the_last_day_in_office(here: Tenant, visit: Visit):
    with in_site(here):
        person = leader()
        write(row("Bàn giao", day=MONDAY, chair=person.name))
        Post.objects.update(until=MONDAY)
    assert len(feed(visit(here), f"?lanh-dao={person.pk}").walk("VEVENT")) == 1
