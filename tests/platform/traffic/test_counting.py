"""What is counted, and what isn't: one reader, one page, one day at a time."""

import datetime

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import Page

from tenants.crossing import in_site
from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant
from tests.readers import COMPUTER, Readers
from traffic.actions import FURTHER, MOST_SOURCES, QUIET, add_hits, forget_visitors
from traffic.figures import counter
from traffic.hits import Hit
from traffic.models import DayCount, PageCount, Salt, SourceCount, Visitor
from traffic.states import Device

DAY = datetime.date(2023, 10, 31)
NOON = datetime.datetime(2023, 10, 31, 5, tzinfo=datetime.UTC)


def views_and_visits(tenant: Tenant) -> tuple[int, int]:
    with in_site(tenant):
        rows = list(DayCount.objects.by_day())
    return sum(row["total_views"] for row in rows), sum(row["total_visits"] for row in rows)


def test_a_reader_who_looks_at_three_pages_is_one_visit(commune: Tenant, article: Page, readers: Readers):
    for _ in range(3):
        assert readers.show(commune, article.pk) == 204
    readers.written_down()
    assert views_and_visits(commune) == (3, 1)


def test_it_is_one_visit_whenever_it_is_written_down(commune: Tenant, article: Page, readers: Readers):
    other_process = Readers()
    for process in (readers, other_process, readers):
        process.show(commune, article.pk)
        process.written_down()
    assert views_and_visits(commune) == (3, 1)


def test_two_readers_of_one_network_are_told_apart_by_their_browsers(commune: Tenant, article: Page, readers: Readers):
    readers.show(commune, article.pk)
    readers.show(commune, article.pk, HTTP_USER_AGENT=COMPUTER)
    readers.show(commune, article.pk, REMOTE_ADDR="203.0.113.8")
    readers.written_down()
    assert views_and_visits(commune) == (3, 3)


@pytest.mark.parametrize(("later", "visits"), [(QUIET, 1), (QUIET + datetime.timedelta(minutes=1), 2)])
def test_after_half_an_hour_of_quiet_another_visit_begins(
    commune: Tenant, article: Page, readers: Readers, later: datetime.timedelta, visits: int
):
    for moment in (NOON, NOON + later):
        with time_machine.travel(moment, tick=False):
            readers.show(commune, article.pk)
            readers.written_down()
    assert views_and_visits(commune) == (2, visits)


def test_rows_say_page_language_device_and_source(commune: Tenant, article: Page, readers: Readers):
    readers.show(commune, article.pk, source="www.Google.com")
    readers.show(commune, article.pk, HTTP_USER_AGENT=COMPUTER, source="zalo.me:443")
    readers.show(commune, article.pk, REMOTE_ADDR="203.0.113.9")
    readers.written_down()
    with in_site(commune):
        assert list(PageCount.objects.values_list("on", "page", "language", "views", "visits")) == [
            (DAY, article.pk, "vi", 3, 3)
        ]
        assert dict(DayCount.objects.values_list("device", "visits")) == {"phone": 2, "computer": 1}
        assert dict(SourceCount.objects.values_list("source", "visits")) == {"google.com": 1, "zalo.me": 1, "": 1}


def test_a_translation_counts_in_its_language(commune: Tenant, readers: Readers):
    with in_site(commune):
        pages = dict(Page.objects.filter(depth=2).values_list("locale__language_code", "pk"))
    for number, page in enumerate(pages.values()):
        readers.show(commune, page, REMOTE_ADDR=f"203.0.113.{number}")
    readers.written_down()
    with in_site(commune):
        assert dict(PageCount.objects.values_list("language", "visits")) == {"vi": 1, "km": 1, "en": 1}


@pytest.mark.parametrize(
    "source", ["<script>", "a b", "", "x" * 101 + ".example", "bad host.example", "-", "javascript:alert(1)"]
)
def test_a_source_that_is_no_host_is_none(commune: Tenant, article: Page, readers: Readers, source: str):
    readers.show(commune, article.pk, source=source)
    readers.written_down()
    with in_site(commune):
        assert set(SourceCount.objects.values_list("source", flat=True)) <= {"", "javascript"}


def test_who_comes_from_this_site_has_no_source(commune: Tenant, article: Page, readers: Readers):
    readers.show(commune, article.pk, source=f"{commune.primary_host}:8000")
    readers.written_down()
    with in_site(commune):
        assert SourceCount.objects.get().source == ""


def test_invented_sources_fill_no_table(commune: Tenant, article: Page, readers: Readers):
    hits = [_hit(article.pk, number, f"s{number}.example") for number in range(MOST_SOURCES + 7)]
    with in_site(commune):
        add_hits(hits[:300])
        add_hits(hits[300:])
        assert SourceCount.objects.count() == MOST_SOURCES + 1
        assert SourceCount.objects.get(source=FURTHER).visits == 7


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "http://elsewhere.example"},
        {"HTTP_SEC_FETCH_SITE": ""},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)"},
        {"HTTP_USER_AGENT": "Mozilla/5.0 AppleWebKit/537.36; compatible; GPTBot/1.1; +https://openai.com/gptbot"},
        {"HTTP_USER_AGENT": "curl/8.5.0"},
        {"HTTP_USER_AGENT": "Java/17"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_USER_AGENT": "Mozilla/5.0 " + "x" * 400},
    ],
)
def test_what_no_person_shows_from_here_is_not_counted(
    commune: Tenant, article: Page, readers: Readers, headers: dict[str, str]
):
    assert readers.show(commune, article.pk, **headers) == 204
    readers.written_down()
    assert views_and_visits(commune) == (0, 0)


@pytest.mark.parametrize("page", ["0", "x", "", "-1", "9" * 9, "9" * 40, "1; DROP TABLE", "²", "1&" * 50])
def test_a_number_that_is_no_page_counts_nothing(commune: Tenant, readers: Readers, page: str):
    assert readers.show(commune, page) == 204
    readers.written_down()
    assert views_and_visits(commune) == (0, 0)


def test_a_draft_is_not_counted(commune: Tenant, article: Page, readers: Readers):
    with in_site(commune):
        Page.objects.get(pk=article.pk).specific.unpublish()
    readers.show(commune, article.pk)
    readers.written_down()
    assert views_and_visits(commune) == (0, 0)


def test_counts_outlive_their_page(commune: Tenant, article: Page, readers: Readers):
    readers.show(commune, article.pk)
    readers.written_down()
    with in_site(commune):
        Page.objects.get(pk=article.pk).specific.delete()
        assert (PageCount.objects.by_page().get()["title"], counter().total) == ("", 1)


def test_the_counter_says_who_is_here_today_and_in_all(commune: Tenant, article: Page, readers: Readers):
    with time_machine.travel(NOON, tick=False):
        readers.show(commune, article.pk)
        readers.show(commune, article.pk, HTTP_USER_AGENT=COMPUTER)
        readers.written_down()
        with in_site(commune):
            assert (counter().here_now, counter().today, counter().total, counter().since) == (2, 2, 2, DAY)
    with time_machine.travel(NOON + datetime.timedelta(minutes=6), tick=False), in_site(commune):
        assert (counter().here_now, counter().today) == (0, 2)


def test_nobody_is_recognised_on_another_day(commune: Tenant, article: Page, readers: Readers, settings: Settings):
    settings.FIXED_TODAY = None
    keys = []
    for moment in (NOON, NOON + datetime.timedelta(days=1)):
        with time_machine.travel(moment, tick=False), in_site(commune):
            readers.show(commune, article.pk)
            readers.written_down()
            forget_visitors()
            keys.append(Visitor.objects.get().key)
            assert Salt.objects.count() == 1
    assert keys[0] != keys[1]
    assert views_and_visits(commune) == (2, 2)


@pytest.mark.parametrize("number", [1, 300])
def test_more_hits_take_no_more_queries(
    commune: Tenant, article: Page, number: int, django_assert_num_queries: DjangoAssertNumQueries
):
    hits = [_hit(article.pk, one, f"s{one}.example") for one in range(number)]
    with in_site(commune), django_assert_num_queries(11):
        add_hits(hits)


def test_a_sites_own_login_may_count(commune: Tenant, article: Page):
    with as_site(commune):
        add_hits([_hit(article.pk, 1)])
        forget_visitors()
        assert DayCount.objects.count() == 1


def _hit(page: int, number: int, source: str = "") -> Hit:
    return Hit(page, DAY, NOON, number.to_bytes(16, "big"), Device.PHONE, source)
