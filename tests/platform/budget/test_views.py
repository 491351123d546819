"""Budget disclosures in the administration: the workbook that is handed in, and what becomes of it."""

import csv
import io
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from accounts.roles import Role
from budget.models import DisclosurePage
from library.models import SiteDocument
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import files
from tests.platform.budget.sheets import workbook
from tests.platform.budget.test_models import FACTS, add, disclosures, document
from tests.platform.items import NO_COMMENTS, queries

Visit = Callable[..., Client]
LIST, WRITE = "/admin/budget/", "/admin/budget/choose_parent/"
FORM = {
    **{name: str(value) for name, value in FACTS.items()},
    "title": "Thu chi 6 tháng",
    "slug": "",
    "decided_on": "5/7/2023",
    "published_on": "7/7/2023",
    "body-count": "0",
    **NO_COMMENTS,
}
# The deadlines come with the list; the menu that Wagtail draws beside each row asks twice whether it has descendants.
QUERIES, QUERIES_OF_A_MENU = 30, 2
PUBLISH = {"action-publish": "1"}


def write(browser: Client, **fields: object) -> HttpResponse:
    return browser.post(browser.get(WRITE).headers["Location"], {**FORM, **fields})


def errors(answer: HttpResponse) -> str:
    """What is said beside the field of the workbook."""
    field = BeautifulSoup(answer.content, "html.parser").select_one("[name=sheet]").find_parent(class_="w-field")
    return field.select_one(".error-message").text.strip()


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
        assert DisclosurePage.objects.get(title="Thu chi 6 tháng").live is is_live


def test_the_workbook_is_read_when_the_page_is_saved(commune: Tenant, visit: Visit):
    with in_site(commune):
        sheet = document(workbook())
    write(visit(commune, Role.APPROVER), sheet=sheet.pk, **PUBLISH)
    with in_site(commune):
        disclosure = DisclosurePage.objects.get(title="Thu chi 6 tháng")
        assert disclosure.table["headings"][1:3] == ["Nội dung", "Dự toán năm"]
        path = disclosure.get_url()
    assert "1.250,5" in visit(commune).get(path).content.decode()


def test_a_draft_keeps_its_table_to_itself(commune: Tenant, visit: Visit):
    with in_site(commune):
        disclosure, sheet = add(), document(workbook())
    browser = visit(commune, Role.EDITOR)
    browser.post(f"/admin/pages/{disclosure.pk}/edit/", {**FORM, "slug": "x", "sheet": sheet.pk})
    with in_site(commune):
        disclosure.refresh_from_db()
        assert disclosure.table == {}
        assert disclosure.get_latest_revision_as_object().table["rows"]


def test_without_its_workbook_the_table_goes(commune: Tenant, visit: Visit):
    with in_site(commune):
        disclosure = add(sheet=True)
    browser = visit(commune, Role.APPROVER)
    browser.post(f"/admin/pages/{disclosure.pk}/edit/", {**FORM, "slug": "x", "sheet": "", **PUBLISH})
    with in_site(commune):
        disclosure.refresh_from_db()
        assert (disclosure.sheet, disclosure.table) == (None, {})


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (files.PDF, "bieu.pdf"),
        (workbook([["Một cột"]], percent="A"), "bieu.xlsx"),
        (workbook([["Mục", "Số"]], percent="B"), "bieu.xlsx"),
        (workbook([["x"] * 3] * 501, percent="C"), "bieu.xlsx"),
        (files.ooxml("xlsx"), "bieu.xlsx"),
    ],
)
def test_a_file_without_a_table_is_told_and_nothing_is_lost(commune: Tenant, visit: Visit, content: bytes, name: str):
    with in_site(commune):
        sheet = document(content, name)
    answer = write(visit(commune, Role.APPROVER), sheet=sheet.pk, **PUBLISH)
    assert errors(answer)
    assert "45/QĐ-UBND" in answer.content.decode()
    with in_site(commune):
        assert not DisclosurePage.objects.exists()


def test_a_file_that_is_gone_is_told(commune: Tenant, visit: Visit):
    with in_site(commune):
        sheet = document(workbook())
        sheet.file.storage.delete(sheet.file.name)
    assert errors(write(visit(commune, Role.APPROVER), sheet=sheet.pk, **PUBLISH))


def test_the_preview_shows_the_table(commune: Tenant, visit: Visit):
    with in_site(commune):
        sheet, parent = document(workbook()), disclosures().pk
    browser = visit(commune, Role.EDITOR)
    address = f"/admin/pages/add/budget/disclosurepage/{parent}/preview/"
    browser.post(address, {**FORM, "sheet": sheet.pk})
    assert "1.250,5" in browser.get(address).content.decode()


def test_the_list_that_is_taken_away_holds_no_formula(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("=1+1", decided_by="@x")
    answer = visit(commune, Role.EDITOR).get(LIST, {"export": "csv", "year": "2023"})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode())))
    assert rows[1][0] == "'=1+1"
    assert "2023-07-12" in rows[1]
    assert "'@x" in rows[1]


@pytest.mark.parametrize("number", [1, 3])
def test_more_disclosures_cost_the_list_their_menus_only(commune: Tenant, visit: Visit, number: int):
    with in_site(commune):
        for count in range(number):
            add(f"Biểu {count}")
    browser = visit(commune, Role.EDITOR)
    assert "12/07/2023" in browser.get(LIST).content.decode()
    assert queries(browser, LIST) == QUERIES + number * QUERIES_OF_A_MENU


def test_the_file_of_another_site_is_no_choice(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        for _ in range(3):
            others = document(workbook())
    write(visit(commune, Role.APPROVER), sheet=others.pk, **PUBLISH)
    with in_site(commune):
        assert not SiteDocument.objects.exists()
        assert not DisclosurePage.objects.exists()
