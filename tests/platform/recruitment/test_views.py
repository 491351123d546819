"""Recruitment notices in the administration."""

import csv
import datetime
import io
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.roles import Role
from recruitment.models import VacancyPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import NO_COMMENTS
from tests.platform.recruitment.test_models import FACTS, add

Visit = Callable[..., Client]
LIST, WRITE = "/admin/recruitment/", "/admin/recruitment/choose_parent/"
FORM = {
    **{name: str(value) for name, value in FACTS.items()},
    "title": "Tuyển giáo viên",
    "slug": "",
    "published_on": "1/10/2023",
    "closes_on": "15/11/2023",
    "body-count": "0",
    **NO_COMMENTS,
}
PUBLISH = {"action-publish": "1"}


def write(browser: Client, **fields: object) -> HttpResponse:
    return browser.post(browser.get(WRITE).headers["Location"], {**FORM, **fields})


@pytest.mark.parametrize("role", Role)
def test_everybody_finds_the_list_in_the_menu(commune: Tenant, visit: Visit, role: Role):
    assert LIST in visit(commune, role).get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("role", "is_live"),
    [(Role.CONTRIBUTOR, False), (Role.EDITOR, False), (Role.APPROVER, True), (Role.ADMINISTRATOR, True)],
)
def test_everybody_writes_and_those_who_may_publish(commune: Tenant, visit: Visit, role: Role, is_live: bool):
    write(visit(commune, role), **PUBLISH)
    with in_site(commune):
        vacancy = VacancyPage.objects.get(title="Tuyển giáo viên")
        assert vacancy.live is is_live
        assert vacancy.get_latest_revision_as_object().closes_on == datetime.date(2023, 11, 15)


@pytest.mark.parametrize(
    ("field", "wrong"), [("closes_on", "30/09/2023"), ("closes_on", "31/11/2023"), ("positions", "0")]
)
def test_wrong_entries_are_told_and_nothing_is_lost(commune: Tenant, visit: Visit, field: str, wrong: str):
    answer = write(visit(commune, Role.APPROVER), **{field: wrong}, **PUBLISH)
    assert answer.status_code == 200
    assert f'value="{wrong}"' in answer.content.decode()
    assert "Nộp hồ sơ tại trạm." in answer.content.decode()


def test_even_a_draft_is_asked_for_its_closing_date(commune: Tenant, visit: Visit):
    assert "Nộp hồ sơ tại trạm." in write(visit(commune, Role.EDITOR), closes_on="").content.decode()
    with in_site(commune):
        assert not VacancyPage.objects.exists()


def test_the_list_is_narrowed_and_taken_away_without_formulas(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("=1+1", closes_on=datetime.date(2023, 11, 20))
        add("Sớm hơn")
    days = {"closes_on_from": "2023-11-15", "closes_on_to": "2023-11-30"}
    answer = visit(commune, Role.EDITOR).get(LIST, {"export": "csv", **days})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode())))
    assert [row[0] for row in rows[1:]] == ["'=1+1"]
