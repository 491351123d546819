"""Recruitment notices as a visitor finds them before, on and after their closing date."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import Settings

from catalogue.models import Category
from recruitment.models import VacancyIndexPage, VacancyPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import queries

Visit = Callable[..., Client]
LIST = "/cong-khai/tuyen-dung/"
TODAY = datetime.date(2023, 10, 31)
DAY = datetime.timedelta(days=1)
FACTS = {
    "employer": "Trạm y tế xã",
    "positions": 2,
    "requirements": "Bằng trung cấp điều dưỡng.",
    "how_to_apply": "Nộp hồ sơ tại trạm.",
    "published_on": datetime.date(2023, 10, 1),
    "closes_on": TODAY + 5 * DAY,
}


def add(title: str = "Tuyển điều dưỡng", **facts: object) -> VacancyPage:
    index = VacancyIndexPage.objects.get(locale__language_code="vi")
    return index.add_child(instance=VacancyPage(title=title, **{**FACTS, **facts}))


def page(browser: Client, path: str, **query: object) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path, query).content, "html.parser").main


def listed(browser: Client, path: str = LIST, **query: object) -> list[str]:
    return [link.text for link in page(browser, path, **query).select(".list .card__link")]


def test_a_notice_says_who_is_looked_for_and_until_when(commune: Tenant, visit: Visit):
    with in_site(commune):
        path = add().get_url()
    html = page(visit(commune), path).select_one(".record")
    assert html.time["datetime"] == "2023-11-05"
    for fact in ("Trạm y tế xã", "2", "Bằng trung cấp điều dưỡng.", "Nộp hồ sơ tại trạm."):
        assert fact in html.text


@pytest.mark.parametrize(("closes_on", "is_open"), [(TODAY - DAY, False), (TODAY, True), (TODAY + DAY, True)])
def test_the_closing_date_itself_counts(commune: Tenant, visit: Visit, closes_on: datetime.date, is_open: bool):
    with in_site(commune):
        path = add(closes_on=closes_on).get_url()
    browser = visit(commune)
    assert bool(page(browser, path).select(".mark--open")) is is_open
    assert bool(page(browser, LIST).select(".mark--open")) is is_open
    assert bool(listed(browser, han="dang-nhan")) is is_open
    assert bool(listed(browser, han="da-het-han")) is not is_open


def test_what_closes_soonest_stands_first_and_what_is_closed_last(commune: Tenant, visit: Visit):
    with in_site(commune):
        for title, days in (("Hết lâu", -20), ("Sau", 9), ("Mới hết", -1), ("Gấp", 1)):
            add(title, closes_on=TODAY + days * DAY)
    assert listed(visit(commune)) == ["Gấp", "Sau", "Mới hết", "Hết lâu"]


def test_the_list_is_narrowed_to_words(commune: Tenant, visit: Visit):
    with in_site(commune):
        add()
        add("Tuyển giáo viên")
    assert listed(visit(commune), tim="dieu duong") == ["Tuyển điều dưỡng"]


def test_a_notice_does_not_close_before_it_is_published(commune: Tenant):
    with in_site(commune), pytest.raises(ValidationError) as refused:
        add(closes_on=datetime.date(2023, 9, 30))
    assert "closes_on" in refused.value.message_dict


@pytest.mark.parametrize("number", [1, 3])
def test_more_notices_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        for count in range(number):
            add(f"Tuyển {count}", slug=f"tuyen-{count}")
    browser = visit(commune)
    assert {path: queries(browser, path) for path in PINNED} == PINNED


PINNED = {LIST: 9, f"{LIST}tuyen-0/": 8}


def test_notices_count_in_a_category_of_the_yearly_report(commune: Tenant):
    assert Category.objects.filter(key=VacancyPage.CATEGORY).exists()


def test_nothing_of_another_site_is_listed(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        add("Chỉ của thị trấn")
    with in_site(commune):
        add("Chỉ của xã")
    assert listed(visit(commune)) == ["Chỉ của xã"]
