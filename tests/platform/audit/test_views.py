"""The audit log as a site's administrator reads it."""

import codecs
import csv
import datetime
from collections.abc import Callable
from io import BytesIO, StringIO
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.translation import gettext

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from tenants.crossing import in_site
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
LOG = "/admin/audit/"
QUERIES = 17
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def browser(commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.ADMINISTRATOR)


def write(tenant: Tenant, number: int, **fields: object) -> None:
    """The first number rows count backwards from now, one a minute."""
    with in_site(tenant):
        AuditEntry.objects.bulk_create(
            AuditEntry(
                **{
                    "event": Event.SIGN_IN_FAILED,
                    "at": timezone.now() - datetime.timedelta(minutes=count),
                    "subject": f"nguoi-{count}@demo.example",
                    **fields,
                }
            )
            for count in range(number)
        )


@pytest.mark.parametrize("days", [("0001-01-01", "9999-12-31"), ("9999-12-31", ""), ("", "0001-01-01")])
def test_the_ends_of_the_calendar_break_nothing(browser: Client, days: tuple[str, str]):
    assert browser.get(f"{LOG}?at_from={days[0]}&at_to={days[1]}").status_code == 200


def subjects(browser: Client, query: str = "") -> list[str]:
    return [entry.subject for entry in browser.get(f"{LOG}{query}").context["object_list"]]


@pytest.mark.parametrize("role", [Role.APPROVER, Role.EDITOR, Role.CONTRIBUTOR])
def test_nobody_but_the_administrator_reads_it(commune: Tenant, visit: Visit, role: Role):
    write(commune, 1)
    browser = visit(commune, role)
    assert browser.get(LOG).url == "/admin/"
    assert browser.get(f"{LOG}?export=csv").url == "/admin/"
    assert LOG not in browser.get("/admin/").content.decode()


def test_a_visitor_is_asked_to_sign_in(commune: Tenant, visit: Visit):
    assert visit(commune).get(LOG).url == f"/admin/login/?next={LOG}"


def test_the_menu_leads_the_administrator_there(browser: Client):
    assert f'"url": "{LOG}"' in browser.get("/admin/").content.decode()


def test_rows_of_another_site_are_not_shown(commune: Tenant, town: Tenant, visit: Visit):
    write(commune, 1, subject="xa@demo.example")
    write(town, 1, subject="thi-tran@demo.example")
    assert "thi-tran@demo.example" not in visit(commune, Role.ADMINISTRATOR).get(LOG).content.decode()
    assert "thi-tran@demo.example" in visit(town, Role.ADMINISTRATOR).get(LOG).content.decode()


def test_the_newest_stands_first_fifty_to_a_page(commune: Tenant, browser: Client):
    write(commune, 60)
    first, second = subjects(browser), subjects(browser, "?p=2")
    assert len(first) == 50
    assert [subject for subject in first + second if subject.startswith("nguoi-")] == [
        f"nguoi-{count}@demo.example" for count in range(60)
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?person=BINH", ["binh@demo.example"]),
        ("?event=role-given&address=198.51.", ["binh@demo.example"]),
        ("?address=198.51.", ["binh@demo.example"]),
        ("?at_from=2020-01-01&at_to=2020-01-01", ["binh@demo.example"]),
        ("?at_from=2019-01-01&at_to=2019-12-31", []),
        ("?event=role-given&person=an@", []),
    ],
)
def test_filters_narrow_the_log(commune: Tenant, browser: Client, query: str, found: list[str]):
    write(commune, 3)
    write(commune, 1, subject="binh@demo.example", event=Event.ROLE_GIVEN, address="198.51.100.7", at=LONG_AGO)
    assert subjects(browser, query) == found


def test_where_nothing_matches_the_log_says_so(browser: Client):
    with translation.override("vi"):
        message = gettext("No entry matches these filters.")
    assert f"<p>{message}</p>" in browser.get(f"{LOG}results/?person=khongco").content.decode()


def queries_for(browser: Client, query: str = "") -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(f"{LOG}{query}").status_code == 200
    return sum("SAVEPOINT" not in query["sql"] for query in captured)


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_the_log_costs_as_many_queries_however_long_it_is(commune: Tenant, browser: Client, number: int):
    write(commune, number)
    browser.get(LOG)
    assert queries_for(browser) == QUERIES


def times_on_the_wall(tenant: Tenant) -> set[str]:
    with in_site(tenant):
        entries = AuditEntry.objects.filter(event=Event.SIGN_IN_FAILED)
        return {f"{entry.at.astimezone(VIETNAM):%Y-%m-%d %H:%M:%S}" for entry in entries}


def test_the_log_as_csv_has_every_row_and_runs_nothing(commune: Tenant, browser: Client):
    write(commune, 120)
    write(commune, 1, subject='=cmd|"/c calc"!A1@demo.example')
    answer = browser.get(f"{LOG}?export=csv&event=sign-in-failed")
    written = b"".join(answer.streaming_content)
    rows = list(csv.reader(StringIO(written.decode("utf-8-sig"))))
    assert "nhat-ky-bao-mat.csv" in answer["Content-Disposition"]
    assert len(rows) == 1 + 121
    assert written.startswith(codecs.BOM_UTF8)
    assert {row[0] for row in rows[1:]} == times_on_the_wall(commune)
    assert [row[3] for row in rows if "cmd" in row[3]] == ['\'=cmd|"/c calc"!A1@demo.example']


def test_the_log_as_a_workbook_holds_texts_only(commune: Tenant, browser: Client):
    write(commune, 1, subject="=1+1@demo.example")
    answer = browser.get(f"{LOG}?export=xlsx&event=sign-in-failed")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert {sheet.cell(row=2, column=1).value} == times_on_the_wall(commune)
    cell = sheet.cell(row=2, column=4)
    assert (cell.value, cell.data_type) == ("'=1+1@demo.example", "s")


def test_who_takes_the_log_away_is_in_it(commune: Tenant, browser: Client):
    browser.get(f"{LOG}?export=csv")
    with in_site(commune):
        me = User.objects.get(email="administrator@demo.example")
        assert AuditEntry.objects.get(event=Event.LOG_EXPORTED).actor_id == me.pk


@pytest.mark.parametrize("path", ["edit/1/", "delete/1/", "1/"])
def test_the_log_has_no_screen_that_changes_it(browser: Client, path: str):
    assert browser.get(f"{LOG}{path}").status_code == 404
