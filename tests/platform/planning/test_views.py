"""Projects in the administration: who writes, who publishes, what is exported."""

import csv
import io
from collections.abc import Callable

import openpyxl
import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from planning.models import ProjectPage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.items import NO_COMMENTS
from tests.platform.planning.test_models import FACTS, add, projects

Visit = Callable[..., Client]
LIST, WRITE = "/admin/projects/", "/admin/projects/choose_parent/"
FORM = {
    **{name: str(value) for name, value in FACTS.items()},
    "title": "Cầu Trà Kha",
    "slug": "",
    "body-count": "0",
    "published_on": "30/10/2023",
    "notes-TOTAL_FORMS": "1",
    "notes-INITIAL_FORMS": "0",
    "notes-MIN_NUM_FORMS": "0",
    "notes-MAX_NUM_FORMS": "1000",
    "notes-0-noted_on": "1/10/2023",
    "notes-0-percent": "40",
    "notes-0-text": "Xong hai mố cầu.",
    **NO_COMMENTS,
}


def write(browser: Client, **fields: str) -> HttpResponse:
    return browser.post(browser.get(WRITE).headers["Location"], {**FORM, **fields})


def listed(browser: Client, **query: object) -> list[str]:
    return [page.title for page in browser.get(LIST, query).context["object_list"]]


@pytest.mark.parametrize("role", Role)
def test_everybody_finds_the_list_in_the_menu(commune: Tenant, visit: Visit, role: Role):
    assert LIST in visit(commune, role).get("/admin/").content.decode()


@pytest.mark.parametrize("role", Role)
def test_a_draft_is_written_by_every_role(commune: Tenant, visit: Visit, role: Role):
    write(visit(commune, role))
    with in_site(commune):
        project = ProjectPage.objects.get(title="Cầu Trà Kha")
        assert (project.slug, project.live) == ("cau-tra-kha", False)
        assert [note.percent for note in project.get_latest_revision_as_object().notes.all()] == [40]


@pytest.mark.parametrize(
    ("role", "is_live"),
    [(Role.CONTRIBUTOR, False), (Role.EDITOR, False), (Role.APPROVER, True), (Role.ADMINISTRATOR, True)],
)
def test_only_those_who_may_publish_publish(commune: Tenant, visit: Visit, role: Role, is_live: bool):
    write(visit(commune, role), **{"action-publish": "1"})
    with in_site(commune):
        assert ProjectPage.objects.get(title="Cầu Trà Kha").live is is_live


def test_a_contributor_hands_in_and_an_approver_publishes(commune: Tenant, visit: Visit):
    write(visit(commune, Role.CONTRIBUTOR), **{"action-submit": "1"})
    with in_site(commune):
        project = ProjectPage.objects.get(title="Cầu Trà Kha")
        task = project.current_workflow_task_state
    visit(commune, Role.APPROVER).post(f"/admin/pages/workflow/action/{project.pk}/approve/{task.pk}/", {"comment": ""})
    with in_site(commune):
        assert ProjectPage.objects.get(pk=project.pk).live


def test_a_contributor_leaves_the_projects_of_others_alone(commune: Tenant, visit: Visit):
    with in_site(commune):
        others = add()
    assert visit(commune, Role.CONTRIBUTOR).get(f"/admin/pages/{others.pk}/edit/").headers["Location"] == "/admin/"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("last_year", "2021"),
        ("first_year", "1800"),
        ("cost", "-1"),
        ("cost", "nhiều"),
        ("notes-0-percent", "101"),
        ("published_on", "31/31/2023"),
    ],
)
def test_wrong_entries_are_told_and_nothing_is_lost(commune: Tenant, visit: Visit, field: str, wrong: str):
    answer = write(visit(commune, Role.APPROVER), **{field: wrong, "action-publish": "1"})
    assert answer.status_code == 200
    html = answer.content.decode()
    assert FACTS["aim"] in html
    assert f'value="{wrong}"' in html
    with in_site(commune):
        assert not ProjectPage.objects.exists()


def test_the_list_is_narrowed(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Đang làm")
        add("Đã xong", status="finished", funding="people")
    browser = visit(commune, Role.EDITOR)
    assert listed(browser, status="finished") == ["Đã xong"]
    assert listed(browser, funding="state") == ["Đang làm"]


def test_the_table_that_is_taken_away_holds_no_formula(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("=HYPERLINK(1)", funder="+cmd")
    browser = visit(commune, Role.EDITOR)
    rows = list(csv.reader(io.StringIO(b"".join(browser.get(LIST, {"export": "csv"})).decode())))
    assert rows[1][0] == "'=HYPERLINK(1)"
    assert "'+cmd" in rows[1]
    book = openpyxl.load_workbook(io.BytesIO(b"".join(browser.get(LIST, {"export": "xlsx"}))))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} & {"f"} == set()
    assert 14_900_000_000 in [cell.value for cell in cells]


def test_what_is_taken_away_is_what_the_filters_show(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("Đang làm")
        add("Đã xong", status="finished")
    answer = visit(commune, Role.EDITOR).get(LIST, {"export": "csv", "status": "finished"})
    text = b"".join(answer).decode()
    assert "Đã xong" in text
    assert "Đang làm" not in text


def test_where_there_is_no_list_nobody_writes(commune: Tenant, visit: Visit):
    with in_site(commune):
        for language in ("km", "en", "vi"):
            projects(language).delete()
    assert visit(commune, Role.EDITOR).get(WRITE, follow=True).status_code == 200
    assert visit(commune, Role.EDITOR).get(WRITE).headers["Location"] == "/admin/"


def test_the_writer_owns_what_was_written(commune: Tenant, visit: Visit):
    write(visit(commune, Role.EDITOR))
    with in_site(commune):
        owner = User.objects.get(email=cast.address_of(Role.EDITOR))
        assert ProjectPage.objects.get().owner == owner
