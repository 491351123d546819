"""Readers rate pages; what is kept tells how many, and nothing of who."""

import datetime
import io
import threading
from collections.abc import Callable

import openpyxl
import pytest
from django.db import connections
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import Page, PageViewRestriction

from accounts.roles import Role
from intake.models import Attempts
from newsroom.models import ArticlePage
from ratings.actions import rate
from ratings.models import Rating
from ratings.queries import rated_pages
from ratings.views import LIMIT
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

Visit = Callable[..., Client]
RATE, REPORT, ARTICLE = "/danh-gia/", "/admin/ratings/", "/tin-tuc/bi-mat/"
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
DAY = datetime.date(2023, 10, 30)


def article(tenant: Tenant) -> Page:
    with in_site(tenant):
        return ArticlePage.objects.get(slug="bi-mat")


def counts(tenant: Tenant) -> dict[int, int]:
    with in_site(tenant):
        return dict(Rating.objects.values_list("level", "times"))


def test_one_press_counts_and_leads_back_with_thanks(commune: Tenant, visit: Visit):
    page, browser = article(commune), visit(commune)
    answer = browser.post(RATE, {"trang": page.pk, "muc": 3}, **HERE)
    assert answer["Location"] == f"{ARTICLE}#cam-on"
    browser.post(RATE, {"trang": page.pk, "muc": 3}, **HERE)
    browser.post(RATE, {"trang": page.pk, "muc": 1}, **HERE)
    assert counts(commune) == {3: 2, 1: 1}


def test_nobody_gets_a_cookie(commune: Tenant, visit: Visit):
    browser = visit(commune)
    browser.get(ARTICLE)
    answer = browser.post(RATE, {"trang": article(commune).pk, "muc": 2}, **HERE)
    assert not browser.cookies
    assert "Set-Cookie" not in answer.headers


def test_what_is_kept_names_nobody_and_no_hour(commune: Tenant, visit: Visit):
    visit(commune).post(RATE, {"trang": article(commune).pk, "muc": 2}, REMOTE_ADDR="203.0.113.9", **HERE)
    with in_site(commune):
        kept = Rating.objects.values().get()
        attempt = Attempts.objects.values().get()
    assert set(kept) == {"id", "page_id", "level", "on", "times"}
    assert type(kept["on"]) is datetime.date
    assert "203.0.113" not in str(attempt)
    assert (attempt["form"], attempt["times"]) == ("ratings", 1)


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_ORIGIN": "http://elsewhere.example"},
        {"HTTP_ORIGIN": "null"},
        {},
    ],
)
def test_a_form_from_elsewhere_counts_nothing(commune: Tenant, visit: Visit, headers: dict[str, str]):
    answer = visit(commune).post(RATE, {"trang": article(commune).pk, "muc": 3}, **headers)
    assert answer.status_code == 403
    assert counts(commune) == {}


def test_an_old_browser_says_where_it_comes_from(commune: Tenant, visit: Visit):
    origin = f"http://{commune.primary_host}:8000"
    assert visit(commune).post(RATE, {"trang": article(commune).pk, "muc": 3}, HTTP_ORIGIN=origin).status_code == 302


@pytest.mark.parametrize("muc", ["0", "4", "x", "", "3; DROP"])
def test_there_are_three_levels(commune: Tenant, visit: Visit, muc: str):
    assert visit(commune).post(RATE, {"trang": article(commune).pk, "muc": muc}, **HERE).status_code == 404
    assert counts(commune) == {}


def test_what_nobody_may_read_nobody_rates(commune: Tenant, visit: Visit):
    page = article(commune)
    with in_site(commune):
        root = page.get_root()
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert visit(commune).post(RATE, {"trang": page.pk, "muc": 3}, **HERE).status_code == 404
    with in_site(commune):
        PageViewRestriction.objects.all().delete()
        ArticlePage.objects.get(pk=page.pk).unpublish()
    assert visit(commune).post(RATE, {"trang": page.pk, "muc": 3}, **HERE).status_code == 404
    assert visit(commune).post(RATE, {"trang": 2**31, "muc": 3}, **HERE).status_code == 404
    assert visit(commune).post(RATE, {"trang": root.pk, "muc": 3}, **HERE).status_code == 404
    assert counts(commune) == {}


def test_one_network_ends_somewhere(commune: Tenant, visit: Visit):
    page, browser = article(commune), visit(commune)
    answers = [browser.post(RATE, {"trang": page.pk, "muc": 3}, **HERE) for _ in range(LIMIT.times + 1)]
    assert [answer.status_code for answer in answers] == [302] * LIMIT.times + [429]
    assert counts(commune) == {3: LIMIT.times}


def test_the_buttons_stand_below_a_page_and_not_below_forms(commune: Tenant, visit: Visit):
    browser = visit(commune)
    assert b'id="rating"' in browser.get(ARTICLE).content
    assert b'id="rating"' not in browser.get("/gui-cau-hoi/").content


def test_ratings_stay_on_their_site_and_go_with_their_page(commune: Tenant, town: Tenant, visit: Visit):
    page = article(commune)
    visit(commune).post(RATE, {"trang": page.pk, "muc": 3}, **HERE)
    assert counts(town) == {}
    with in_site(commune):
        ArticlePage.objects.get(pk=page.pk).delete()
    assert counts(commune) == {}


def test_two_at_the_very_same_time_are_two(own_database: str):
    commune, start = find_tenant(cast.COMMUNE), threading.Barrier(2)

    def press() -> None:
        try:
            with in_site(commune):
                page = ArticlePage.objects.get(slug="bi-mat")
                start.wait(timeout=30)
                rate(page=page, level=1)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts(commune) == {1: 2}


@pytest.fixture
def rated(commune: Tenant, settings: Settings) -> Page:
    page = article(commune)
    with in_site(commune):
        for number, levels in enumerate(([1, 1, 2], [3])):
            settings.FIXED_TODAY = DAY + datetime.timedelta(days=number)
            for level in levels:
                rate(page=page, level=level)
        rate(page=page.get_parent(), level=3)
    return page


def test_counts_are_those_of_the_period(commune: Tenant, rated: Page):
    with in_site(commune):
        (first, second) = rated_pages()
        assert (first.pk, first.satisfied, first.neutral, first.dissatisfied, first.rated) == (rated.pk, 1, 1, 2, 4)
        assert (second.rated, rated_pages(DAY, DAY).get().rated) == (1, 3)
        assert not rated_pages(last=DAY - datetime.timedelta(days=1)).exists()


def test_the_report_is_narrowed_by_title_and_period(commune: Tenant, visit: Visit, rated: Page):
    editor = visit(commune, Role.EDITOR)
    shown = editor.get(REPORT, {"title": "bi mat", "last": f"{DAY:%d/%m/%Y}"}).context["object_list"]
    assert [(one.pk, one.rated) for one in shown] == [(rated.pk, 3)]
    assert len(editor.get(REPORT).context["object_list"]) == 2


def test_the_report_as_a_workbook(commune: Tenant, visit: Visit, rated: Page):
    with in_site(commune):
        Page.objects.filter(pk=rated.pk).update(title="=1+1")
    answer = visit(commune, Role.APPROVER).get(REPORT, {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    row = list(sheet.values)[1]
    assert (row[1], *row[3:]) == ("'=1+1", 1, 1, 2, 4)


def test_a_contributor_sees_no_ratings(commune: Tenant, visit: Visit):
    assert visit(commune, Role.CONTRIBUTOR).get(REPORT).status_code == 302


@pytest.mark.parametrize("number", [1, 10])
def test_more_rated_pages_cost_no_more_queries(
    commune: Tenant, number: int, django_assert_num_queries: DjangoAssertNumQueries
):
    with in_site(commune):
        for page in Page.objects.live()[:number]:
            rate(page=page, level=3)
        with django_assert_num_queries(1):
            assert len(rated_pages()) == number
