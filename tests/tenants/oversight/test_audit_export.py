"""The district takes the audit logs of its sites home."""

import csv
import datetime
from collections.abc import Callable
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from audit.actions import record
from audit.models import AuditEntry
from audit.states import Event
from tenants.crossing import in_site
from tenants.oversight import audit_logs, forms, views
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
EXPORT = "/admin/oversight/audit/"
DAY = datetime.date(2030, 5, 2)


@pytest.fixture
def browser(district: Tenant, visit: Visit) -> Client:
    return visit(district, Role.ADMINISTRATOR)


@pytest.fixture
def sites(district: Tenant, commune: Tenant, town: Tenant) -> list[Tenant]:
    """Each with one entry of that day under the same account, and one of the day after."""
    for tenant in (district, commune, town):
        write(tenant, DAY, detail=cast.SECRETS[tenant.slug])
        write(tenant, DAY + datetime.timedelta(days=1))
    return [district, commune, town]


def write(tenant: Tenant, day: datetime.date, number: int = 1, **fields: object) -> None:
    noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    words = {"event": Event.SIGN_IN_FAILED, "subject": "editor@demo.example", "at": noon, **fields}
    with in_site(tenant):
        AuditEntry.objects.bulk_create(AuditEntry(**words) for _ in range(number))


def export(browser: Client, tenants: list[Tenant], file_format: str = "csv", **changes: str) -> HttpResponse:
    day = f"{DAY:%d/%m/%Y}"
    words = {"first": day, "last": day, "sites": [tenant.pk for tenant in tenants], "file_format": file_format}
    return browser.post(EXPORT, {**words, **changes})


def csv_rows(answer: HttpResponse) -> list[list[str]]:
    return list(csv.reader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))[1:]


def test_all_sites_of_the_board_in_one_file(browser: Client, sites: list[Tenant]):
    rows = csv_rows(export(browser, sites))
    assert [(row[0], row[1], row[4], row[6]) for row in rows] == [
        (tenant.full_name, "2030-05-02 12:00:00", "editor@demo.example", cast.SECRETS[tenant.slug]) for tenant in sites
    ]


def test_chosen_sites_only(browser: Client, sites: list[Tenant]):
    assert [row[0] for row in csv_rows(export(browser, sites[1:2]))] == ["Xã Định An"]


def test_as_a_workbook(browser: Client, sites: list[Tenant]):
    write(sites[1], DAY, subject="=1+1@demo.example")
    answer = export(browser, sites, "xlsx")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.values)[1:]
    assert [row[0] for row in rows] == ["Huyện Trà Cú", "Xã Định An", "Xã Định An", "Thị trấn Định An"]
    assert rows[2][4] == "'=1+1@demo.example"


def test_a_log_longer_than_a_batch_arrives_whole(browser: Client, commune: Tenant, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(audit_logs, "BATCH", 7)
    write(commune, DAY, number=24)
    assert len(csv_rows(export(browser, [commune]))) == 24


def test_a_broken_site_does_not_stop_the_others(browser: Client, sites: list[Tenant]):
    with in_site(sites[1]), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry RENAME TO lost")
    rows = csv_rows(export(browser, sites))
    assert [(row[0], len(row)) for row in rows] == [
        ("Huyện Trà Cú", 9),
        ("Xã Định An", 2),
        ("Thị trấn Định An", 9),
    ]


def test_the_export_is_itself_in_the_districts_log_and_in_no_other(browser: Client, sites: list[Tenant]):
    export(browser, sites[1:])
    found = {}
    for tenant in sites:
        with in_site(tenant):
            entries = AuditEntry.objects.filter(event=Event.LOG_EXPORTED)
            found[tenant.slug] = [(entry.actor, entry.detail) for entry in entries]
    detail = "2030-05-02 – 2030-05-02, csv, 2: xa-dinh-an, thi-tran-dinh-an"
    assert found == {
        cast.DISTRICT: [(cast.address_of(Role.ADMINISTRATOR), detail)],
        cast.COMMUNE: [],
        cast.TOWN: [],
    }


def test_what_is_too_long_for_a_workbook_is_said_before_it_is_made(
    browser: Client, sites: list[Tenant], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(views, "MOST_ROWS_IN_WORKBOOK", 2)
    answer = export(browser, sites, "xlsx")
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file_format"])
    assert len(csv_rows(export(browser, sites))) == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"last": "01/05/2030"}, "last"),
        ({"last": "01/05/2035"}, "last"),
        ({"first": "31/02/2030"}, "first"),
        ({"first": "01/01/0001"}, "first"),
        ({"sites": ""}, "sites"),
        ({"file_format": "pdf"}, "file_format"),
    ],
)
def test_a_wrong_order_is_explained_at_its_field(
    browser: Client, sites: list[Tenant], changes: dict[str, str], field: str
):
    answer = export(browser, sites, **changes)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


@pytest.mark.parametrize("day", ["31/12/9999", "01/01/0001"])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_day_at_the_end_of_the_calendar_is_explained_at_its_field(
    browser: Client, sites: list[Tenant], day: str, file_format: str
):
    answer = export(browser, sites, file_format, first=day, last=day)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["first", "last"])


def test_a_site_of_another_board_is_not_to_be_had(browser: Client, sites: list[Tenant]):
    Tenant.objects.filter(pk=sites[2].pk).update(parent=None)
    assert list(export(browser, sites).context["form"].errors) == ["sites"]


def test_on_a_communes_site_there_is_no_such_page(commune: Tenant, visit: Visit):
    with in_site(commune):
        administrator = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
        administrator.user_permissions.add(Permission.objects.get(codename="provision_site"))
    assert visit(commune, Role.ADMINISTRATOR).get(EXPORT).status_code == 404


@pytest.mark.parametrize("role", [Role.APPROVER, Role.EDITOR, Role.CONTRIBUTOR])
def test_no_other_role_of_the_district_comes_in(district: Tenant, visit: Visit, role: Role):
    assert visit(district, role).get(EXPORT).url == "/admin/"


def test_the_page_offers_every_site_of_the_board(browser: Client, sites: list[Tenant]):
    form = browser.get(EXPORT).context["form"]
    assert sorted(form.initial["sites"]) == sorted(tenant.pk for tenant in sites)
    assert isinstance(form, forms.AuditExportForm)


def test_reading_a_log_leaves_the_reader_where_it_was(own_database: str):
    """For real, outside any transaction, and left half way through."""
    from tests.conftest import find_tenant  # noqa: PLC0415

    district, commune = find_tenant(cast.DISTRICT), find_tenant(cast.COMMUNE)
    with in_site(commune):
        record(event=Event.SIGNED_IN, account="one@demo.example")
    with in_site(district):
        day = timezone.localtime().date()
        reader = audit_logs.rows([commune], audit_logs.Period(day, day))
        next(reader)
        assert connection.schema_name == district.schema_name
        reader.close()
        assert connection.schema_name == district.schema_name
