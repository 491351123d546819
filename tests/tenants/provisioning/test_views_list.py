"""The district's list of sites."""

import csv
import datetime
from collections.abc import Callable
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.translation import gettext

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.isolation.actions import note_refused_work
from tenants.isolation.models import Heartbeat
from tenants.isolation.schedule import forget_dead_workers
from tenants.provisioning.models import Outcome, SiteCreation
from tenants.provisioning.orders import Order
from tenants.registry.models import Domain, Tenant
from tenants.registry.states import Lifecycle
from tests import cast

LIST = "/admin/units/"
QUERIES = 19


@pytest.fixture
def client(district: Tenant, visit: Callable[..., Client]) -> Client:
    """The browser of the district's administrator."""
    return visit(district, Role.ADMINISTRATOR)


def slugs(client: Client, query: str = "") -> list[str]:
    return [tenant.slug for tenant in client.get(f"{LIST}{query}").context["object_list"]]


# --- Who sees it ------------------------------------------------------------------------------------------------------


def test_a_visitor_is_asked_to_sign_in(district: Tenant, visit: Callable[..., Client]):
    answer = visit(district).get(LIST)
    assert (answer.status_code, answer.url) == (302, "/admin/login/?next=/admin/units/")


@pytest.mark.parametrize("path", ["", "new/", "xa-dinh-an/"])
@pytest.mark.parametrize("role", [Role.APPROVER, Role.EDITOR, Role.CONTRIBUTOR])
def test_no_other_role_of_the_district_comes_in(district: Tenant, visit: Callable[..., Client], role: Role, path: str):
    browser = visit(district, role)
    assert browser.get(f"{LIST}{path}").url == "/admin/"
    assert browser.get(f"{LIST}{path}", headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403


@pytest.mark.parametrize("path", ["", "new/", "xa-dinh-an/", "xa-dinh-an/suspend/"])
def test_on_a_communes_site_there_is_no_such_page(commune: Tenant, visit: Callable[..., Client], path: str):
    with in_site(commune):
        administrator = User.objects.get(email=cast.address_of(Role.ADMINISTRATOR))
        administrator.user_permissions.add(Permission.objects.get(codename="provision_site"))
    assert visit(commune, Role.ADMINISTRATOR).get(f"{LIST}{path}").status_code == 404


@pytest.mark.parametrize(
    ("slug", "role", "is_shown"),
    [
        (cast.DISTRICT, Role.ADMINISTRATOR, True),
        (cast.DISTRICT, Role.APPROVER, False),
        (cast.COMMUNE, Role.ADMINISTRATOR, False),
    ],
)
def test_the_menu_leads_there_only_who_may_go(
    db: None, visit: Callable[..., Client], find: Callable[[str], Tenant], slug: str, role: Role, is_shown: bool
):
    home = visit(find(slug), role).get("/admin/").content.decode()
    assert ('"url": "/admin/units/"' in home) == is_shown


# --- What it shows ----------------------------------------------------------------------------------------------------


def test_the_district_stands_first_then_the_units_by_name(client: Client):
    assert slugs(client) == [cast.DISTRICT, cast.COMMUNE, cast.TOWN]


def test_each_row_has_name_code_state_and_address(client: Client):
    html = client.get(LIST).content.decode()
    for text in ("Xã Định An", "29494", "xa-dinh-an.tracu.localhost", 'href="/admin/units/xa-dinh-an/"'):
        assert text in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=Định An", [cast.COMMUNE, cast.TOWN]),
        ("?q=dinh an", [cast.COMMUNE, cast.TOWN]),
        ("?q=Đi%CC%A3nh", [cast.COMMUNE, cast.TOWN]),
        ("?q=29462", [cast.TOWN]),
        ("?q=2946", []),
        ("?q=xa-dinh-an.tracu", [cast.COMMUNE]),
        ("?kind=town", [cast.TOWN]),
        ("?kind=town&kind=district", [cast.DISTRICT, cast.TOWN]),
        ("?lifecycle=active&kind=commune", [cast.COMMUNE]),
        ("?lifecycle=archived", []),
    ],
)
def test_filters_and_search_narrow_the_list(client: Client, query: str, expected: list[str]):
    assert slugs(client, query) == expected


def test_a_site_with_several_addresses_is_found_once(client: Client, commune: Tenant):
    Domain.objects.create(tenant=commune, host="dinh-an.tracu.localhost")
    assert slugs(client, "?q=tracu.localhost") == [cast.DISTRICT, cast.COMMUNE, cast.TOWN]


def test_where_nothing_matches_the_list_says_so(client: Client):
    with translation.override("vi"):
        message = gettext("No site matches these filters.")
    html = client.get(f"{LIST}results/?q=khongco").content.decode()
    assert f"<p>{message}</p>" in html
    assert "<table" not in html


def test_the_list_comes_in_pages_of_fifty(client: Client, district: Tenant):
    Tenant.objects.bulk_create(
        Tenant(
            schema_name=f"s{number}",
            slug=f"s{number}",
            name=f"Ấp {number}",
            sort_key=f"~{number:03}",
            kind="commune",
            code=f"{90000 + number}",
            code_valid_from=cast.CODES_SINCE,
            parent=district,
        )
        for number in range(50)
    )
    Domain.objects.bulk_create(
        Domain(tenant=tenant, host=f"{tenant.slug}.tracu.localhost", is_primary=True)
        for tenant in Tenant.objects.filter(domains=None)
    )
    assert len(slugs(client)) == 50
    assert slugs(client, "?p=2") == ["s47", "s48", "s49"]


def queries_for(client: Client, query: str = "") -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"{LIST}{query}").status_code == 200
    return sum(query["sql"].startswith("SELECT") for query in captured)


@pytest.mark.parametrize("query", ["", "?q=tracu.localhost", "?kind=commune&kind=district&lifecycle=active"])
def test_the_list_costs_as_many_queries_for_three_sites_as_for_one(client: Client, query: str):
    client.get(LIST)
    three = queries_for(client, query)
    Tenant.objects.exclude(slug=cast.DISTRICT).delete()
    assert (three, queries_for(client, query)) == (QUERIES, QUERIES)


# --- Export -----------------------------------------------------------------------------------------------------------


def test_the_list_as_csv(client: Client):
    answer = client.get(f"{LIST}?export=csv")
    rows = list(csv.reader(StringIO(b"".join(answer.streaming_content).decode())))
    assert "trang-thanh-phan.csv" in answer["Content-Disposition"]
    assert [row[0] for row in rows[1:]] == ["Huyện Trà Cú", "Xã Định An", "Thị trấn Định An"]
    assert rows[2][2:4] == ["29494", cast.CODES_SINCE.isoformat()]
    assert rows[2][5] == "xa-dinh-an.tracu.localhost"


def test_the_list_as_a_workbook(client: Client):
    answer = client.get(f"{LIST}?export=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.values)
    assert [row[0] for row in rows[1:]] == ["Huyện Trà Cú", "Xã Định An", "Thị trấn Định An"]
    assert rows[2][2] == "29494"


def test_an_export_has_the_words_of_the_screen_not_those_of_the_database(client: Client):
    answer = client.get(f"{LIST}?export=csv&q=29494")
    [_, row] = csv.reader(StringIO(b"".join(answer.streaming_content).decode()))
    assert (row[1], row[4]) == (str(Tenant(kind="commune").get_kind_display()), str(Lifecycle.ACTIVE.label))


def test_an_export_obeys_the_filters(client: Client):
    answer = client.get(f"{LIST}?export=csv&kind=town")
    assert len(list(csv.reader(StringIO(b"".join(answer.streaming_content).decode())))) == 2


# --- Notices ----------------------------------------------------------------------------------------------------------


def test_work_that_nobody_asked_for_is_an_alarm_for_a_week(client: Client):
    assert "help-critical" not in client.get(LIST).content.decode()
    beat = Heartbeat.objects.create(worker_id="one", beat_at=timezone.now() - datetime.timedelta(days=6))
    note_refused_work()
    forget_dead_workers()
    assert "help-critical" in client.get(LIST).content.decode()
    Heartbeat.objects.filter(pk=beat.pk).update(refused_at=timezone.now() - datetime.timedelta(days=8))
    assert "help-critical" not in client.get(LIST).content.decode()
    forget_dead_workers()
    assert not Heartbeat.objects.exists()


@pytest.mark.parametrize("path", ["", "new/"])
def test_without_a_worker_the_screens_say_so(client: Client, path: str):
    assert client.get(f"{LIST}{path}").context["worker_is_alive"] is False
    assert "help-warning" in client.get(f"{LIST}{path}").content.decode()


@pytest.mark.parametrize("path", ["", "new/"])
def test_with_a_worker_the_screens_are_quiet(client: Client, path: str):
    Heartbeat.objects.create(worker_id="one", beat_at=timezone.now())
    assert "help-warning" not in client.get(f"{LIST}{path}").content.decode()


def test_a_creation_that_failed_is_linked_from_the_list(client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests", outcome=Outcome.FAILED)
    assert f"/admin/units/creations/{creation.pk}/" in client.get(LIST).content.decode()


def test_a_creation_that_succeeded_is_not(client: Client, order: Callable[..., Order]):
    creation = SiteCreation.objects.create(order=order().as_json(), asked_by="tests", outcome=Outcome.SUCCEEDED)
    assert f"/admin/units/creations/{creation.pk}/" not in client.get(LIST).content.decode()


def test_once_the_unit_has_its_site_its_failed_attempts_are_forgotten(client: Client, order: Callable[..., Order]):
    failed = order(name="Định An", code="1")
    creation = SiteCreation.objects.create(order=failed.as_json(), asked_by="tests", outcome=Outcome.FAILED)
    assert f"/admin/units/creations/{creation.pk}/" not in client.get(LIST).content.decode()
