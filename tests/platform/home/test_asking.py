"""The home page says on which drafts readers may comment today, and until when."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from accounts.roles import Role
from consultations.actions import extend
from newsroom.models import ArticlePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.consultations import drafts
from tests.platform.consultations.drafts import DAY, TODAY

Visit = Callable[..., Client]


def said(browser: Client, path: str = "/") -> list[str]:
    html = BeautifulSoup(browser.get(path).content, "html.parser")
    return [" ".join(item.text.split()) for item in html.select(".asking__item")]


def test_what_closes_soonest_stands_first_and_three_are_enough(commune: Tenant, visit: Visit):
    with in_site(commune):
        for number in (4, 2, 1, 3):
            drafts.add(f"Dự thảo {number}", closes_on=TODAY + number * DAY)
    assert said(visit(commune)) == [
        "Dự thảo 1 Đến hết ngày: 01/11/2023",
        "Dự thảo 2 Đến hết ngày: 02/11/2023",
        "Dự thảo 3 Đến hết ngày: 03/11/2023",
    ]


def test_more_time_shows_and_the_heading_leads_to_the_list(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = drafts.add()
        extend(page=page, closes_on=TODAY + 9 * DAY, reason="Chậm niêm yết.", by=drafts.person(Role.ADMINISTRATOR))
    html = BeautifulSoup(visit(commune).get("/").content, "html.parser")
    assert "09/11/2023" in html.select_one(".asking__until").text
    assert html.select_one(".asking__title a")["href"] == drafts.LIST
    assert html.select_one(".asking__link")["href"] == f"{drafts.LIST}du-thao-phi-cho/"


@pytest.mark.parametrize(
    "facts",
    [
        {"closes_on": TODAY - DAY},
        {"opens_on": TODAY + DAY},
        {"live": False},
        {"published_on": TODAY + DAY, "opens_on": TODAY + DAY},
    ],
)
def test_what_is_not_open_is_not_announced(commune: Tenant, visit: Visit, facts: dict[str, object]):
    with in_site(commune):
        drafts.add(**facts)
    assert said(visit(commune)) == []


def test_what_is_private_is_not_announced(commune: Tenant, visit: Visit):
    with in_site(commune):
        PageViewRestriction.objects.create(page=drafts.add(), restriction_type=PageViewRestriction.LOGIN)
    assert said(visit(commune)) == []


def test_it_is_announced_where_nothing_else_has_been_published(commune: Tenant, visit: Visit):
    with in_site(commune):
        ArticlePage.objects.all().delete()
        drafts.add()
    assert said(visit(commune)) == ["Dự thảo phí chợ Đến hết ngày: 05/11/2023"]


def test_it_is_announced_in_the_language_that_it_has(commune: Tenant, visit: Visit):
    with in_site(commune):
        drafts.add()
    assert said(visit(commune), "/km/") == []


def test_nothing_of_another_site_is_announced_here(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        drafts.add()
    assert said(visit(commune)) == []
