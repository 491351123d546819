"""Projects as a visitor finds, narrows and reads them."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import Settings
from wagtail.models import Locale, PageViewRestriction

from catalogue.models import Category
from home.actions import translate_page
from pages.models import SectionPage
from planning.models import ProgressNote, ProjectIndexPage, ProjectPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import queries

Visit = Callable[..., Client]
LIST = "/cong-khai/du-an/"
DAY = datetime.date(2023, 10, 30)
FACTS = {
    "aim": "Nông dân chở lúa ra quốc lộ quanh năm.",
    "status": "running",
    "field": "transport",
    "kind": "construction",
    "first_year": 2022,
    "last_year": 2024,
    "cost": 14_900_000_000,
    "funding": "state",
    "funder": "Ngân sách tỉnh",
    "published_on": DAY,
}


def projects(language: str = "vi") -> ProjectIndexPage:
    return ProjectIndexPage.objects.get(locale__language_code=language)


def add(title: str = "Đường đal Giồng Lớn", **facts: object) -> ProjectPage:
    return projects().add_child(instance=ProjectPage(title=title, **{**FACTS, **facts}))


def page(browser: Client, path: str, **query: object) -> BeautifulSoup:
    return BeautifulSoup(browser.get(path, query).content, "html.parser").main


def listed(browser: Client, path: str = LIST, **query: object) -> list[str]:
    return [link.text for link in page(browser, path, **query).select(".list .card__link")]


def facts(html: BeautifulSoup) -> dict[str, str]:
    return {row.dt.text: " ".join(row.dd.text.split()) for row in html.select(".record > div")}


def test_the_list_stands_below_its_section(commune: Tenant, visit: Visit):
    links = page(visit(commune), "/cong-khai/").select(".cards a")
    assert LIST in [link["href"] for link in links]


def test_an_empty_list_says_so_and_offers_nothing_to_narrow(commune: Tenant, visit: Visit):
    html = page(visit(commune), LIST)
    assert html.select_one(".empty")
    assert not html.select("form")


def test_a_project_shows_what_the_law_asked_for(commune: Tenant, visit: Visit):
    with in_site(commune):
        path = add().get_url()
    html = page(visit(commune), path)
    shown = facts(html)
    assert html.h1.text == "Đường đal Giồng Lớn"
    assert FACTS["aim"] in html.text
    assert "2022–2024" in shown.values()
    assert "Ngân sách tỉnh" in shown.values()
    assert any("14.900.000.000" in value for value in shown.values())
    assert len(shown) == 7


def test_what_is_not_known_is_left_out(commune: Tenant, visit: Visit):
    with in_site(commune):
        path = add(cost=None, funder="").get_url()
    assert len(facts(page(visit(commune), path))) == 5


def test_progress_is_told_from_the_latest_day_on(commune: Tenant, visit: Visit):
    with in_site(commune):
        project = add()
        for month, percent in ((3, 20), (9, 85), (6, None)):
            project.notes.add(
                ProgressNote(noted_on=datetime.date(2023, month, 1), percent=percent, text=f"Tháng {month}")
            )
        project.save()
        path = project.get_url()
    html = page(visit(commune), path)
    assert [note.find_all("p")[-1].text for note in html.select(".progress__notes li")] == [
        "Tháng 9",
        "Tháng 6",
        "Tháng 3",
    ]
    assert [bar["value"] for bar in html.select("progress")] == ["85", "20"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"tim": "duong giong"}, ["Đường đal Giồng Lớn"]),
        ({"tim": "trường MẪU"}, ["Trường Mẫu giáo"]),
        ({"tinh_trang": "finished"}, ["Trường Mẫu giáo"]),
        ({"linh_vuc": "transport"}, ["Đường đal Giồng Lớn"]),
        ({"nam": "2023"}, ["Đường đal Giồng Lớn"]),
        ({"nam": "2020"}, ["Trường Mẫu giáo"]),
        ({"nam": "2019", "linh_vuc": "transport"}, []),
        ({}, ["Đường đal Giồng Lớn", "Trường Mẫu giáo"]),
    ],
)
def test_the_list_is_narrowed(commune: Tenant, visit: Visit, query: dict, expected: list[str]):
    with in_site(commune):
        add()
        add("Trường Mẫu giáo", status="finished", field="education", first_year=2019, last_year=2020)
    assert listed(visit(commune), **query) == expected


def test_a_list_that_is_narrowed_to_nothing_offers_all(commune: Tenant, visit: Visit):
    with in_site(commune):
        add()
    html = page(visit(commune), LIST, tim="bến phà")
    assert html.select_one(".empty")
    assert html.select_one(f"form a[href='{LIST}']")
    assert html.select_one("input[name=tim]")["value"] == "bến phà"


@pytest.mark.parametrize(
    "query", [{"nam": "năm nay"}, {"nam": "99999"}, {"linh_vuc": "x"}, {"tim": "a" * 101}, {"tim": "\0"}]
)
def test_what_can_not_be_read_is_told_and_narrows_nothing(commune: Tenant, visit: Visit, query: dict):
    with in_site(commune):
        add()
    html = page(visit(commune), LIST, **query)
    assert html.select(".errorlist")
    assert len(html.select(".list > li")) == 1


def test_drafts_closed_pages_and_those_of_tomorrow_are_not_listed(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Nháp", live=False)
        add("Ngày mai", published_on=datetime.date(2023, 11, 1))
        closed = add("Nội bộ")
        PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
        add("Công khai")
    assert listed(visit(commune)) == ["Công khai"]


def test_the_list_is_paginated_and_keeps_what_narrows_it(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in range(21):
            add(f"Cầu số {number}")
    browser = visit(commune)
    assert len(listed(browser, tim="cau", trang=2)) == 1
    assert "tim=cau" in page(browser, LIST, tim="cau").select_one("a[rel=next]")["href"]


@pytest.mark.parametrize("number", [1, 3])
def test_more_projects_cost_no_more_queries(commune: Tenant, visit: Visit, settings: Settings, number: int):
    settings.HOST_CACHE_SECONDS = settings.FRAME_CACHE_SECONDS = 60
    with in_site(commune):
        for count in range(number):
            project = add(f"Cầu số {count}", slug=f"cau-{count}")
            for _ in range(number):
                project.notes.add(ProgressNote(text="Xong móng"))
            project.save()
    browser = visit(commune)
    assert {path: queries(browser, path) for path in PINNED} == PINNED


PINNED = {LIST: 9, f"{LIST}cau-0/": 9}


def test_a_project_does_not_end_before_it_begins(commune: Tenant):
    with in_site(commune), pytest.raises(ValidationError) as refused:
        add(first_year=2024, last_year=2023)
    assert "last_year" in refused.value.message_dict


def test_a_project_is_translated_with_its_facts_and_progress(commune: Tenant):
    with in_site(commune):
        project, khmer = add(), Locale.objects.get(language_code="km")
        project.notes.add(ProgressNote(text="Xong móng", percent=20))
        project.save()
        translate_page(page=project, locale=khmer, texts={"title": "ផ្លូវ", "aim": "គោលបំណង"})
        translated = project.get_translation(khmer)
        assert (translated.title, translated.cost, translated.status) == ("ផ្លូវ", FACTS["cost"], "running")
        assert [note.percent for note in translated.notes.all()] == [20]
        assert translated.get_parent().specific == projects("km")


def test_each_language_lists_its_own(commune: Tenant, visit: Visit):
    with in_site(commune):
        add()
    assert listed(visit(commune), f"/en{LIST}") == []


def test_a_project_may_stand_in_a_list_of_projects_only(commune: Tenant):
    with in_site(commune):
        assert ProjectPage.can_create_at(projects())
        assert not ProjectPage.can_create_at(SectionPage.objects.first())


def test_projects_count_in_a_category_of_the_yearly_report(commune: Tenant):
    assert Category.objects.filter(key=ProjectPage.CATEGORY).exists()


def test_nothing_of_another_site_is_listed(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        add("Chỉ của thị trấn")
    with in_site(commune):
        path = add("Chỉ của xã").get_url()
    assert listed(visit(commune)) == ["Chỉ của xã"]
    assert listed(visit(town)) == ["Chỉ của thị trấn"]
    assert visit(town).get(path).status_code == 404
