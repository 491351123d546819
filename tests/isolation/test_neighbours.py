"""From a site to the others of its board and back: what is public of them, and nothing else."""

from collections.abc import Callable

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tenants.crossing import in_public
from tenants.provisioning.actions import add_domain, rename_site
from tenants.provisioning.lifecycle import archive_site, suspend_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle

Visit = Callable[..., Client]
COMMUNE, TOWN = "http://xa-dinh-an.tracu.localhost:8000/", "http://thi-tran-dinh-an.tracu.localhost:8000/"


def html(browser: Client, path: str = "/") -> BeautifulSoup:
    return BeautifulSoup(browser.get(path).content, "html.parser")


def units(browser: Client, path: str = "/") -> dict[str, str]:
    return {link.text: link["href"] for link in html(browser, path).select(".footer__units a")}


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/", ["Xã Định An", "Thị trấn Định An"]),
        ("/km/", ["ឃុំ Định An", "ទីប្រជុំជន Định An"]),
        ("/en/tin-tuc/", ["Định An Commune", "Định An Town"]),
        ("/khong-co/", ["Xã Định An", "Thị trấn Định An"]),
    ],
)
def test_the_districts_reader_finds_every_unit_in_their_language(
    district: Tenant, visit: Visit, path: str, names: list[str]
):
    assert units(visit(district), path) == dict(zip(names, (COMMUNE, TOWN), strict=True))


def test_a_commune_leads_back_to_the_district(commune: Tenant, visit: Visit):
    superior = html(visit(commune)).select_one("a.header__superior")
    assert (superior.text, superior["href"]) == ("Ủy ban nhân dân huyện Trà Cú", "http://tracu.localhost:8000/")


def test_a_commune_lists_no_other_sites(commune: Tenant, visit: Visit):
    assert units(visit(commune)) == {}


def test_a_district_without_units_shows_no_empty_list(district: Tenant, visit: Visit):
    Tenant.objects.exclude(pk=district.pk).update(parent=None)
    assert not html(visit(district)).select(".footer__units")


def test_units_of_another_board_are_not_listed(district: Tenant, town: Tenant, visit: Visit):
    town.parent = None
    town.save()
    assert list(units(visit(district))) == ["Xã Định An"]


def test_a_unit_in_preparation_is_not_given_away(district: Tenant, town: Tenant, visit: Visit):
    Tenant.objects.filter(pk=town.pk).update(lifecycle=Lifecycle.PREPARING)
    answer = visit(district).get("/")
    assert TOWN not in answer.content.decode()


def test_a_paused_and_an_archived_site_say_so(district: Tenant, commune: Tenant, town: Tenant, visit: Visit):
    suspend_site(tenant=commune, by="tests", reason="Bí mật lý do")
    archive_site(tenant=town, by="tests")
    assert list(units(visit(district), "/en/")) == ["Định An Commune (paused)", "Định An Town (archived)"]
    assert "Bí mật lý do" not in visit(district).get("/").content.decode()


def test_links_lead_to_the_primary_host(district: Tenant, commune: Tenant, visit: Visit):
    add_domain(tenant=commune, host="dinhan.tracu.localhost", primary=True)
    assert units(visit(district))["Xã Định An"] == "http://dinhan.tracu.localhost:8000/"


def test_a_change_shows_once_the_kept_list_is_too_old(
    district: Tenant, commune: Tenant, visit: Visit, settings: Settings
):
    settings.FRAME_CACHE_SECONDS = 60
    with time_machine.travel("2023-10-31 08:00+07:00", tick=False) as clock:
        before = units(visit(district))
        rename_site(tenant=commune, name="Đại Phước")
        assert units(visit(district)) == before
        clock.shift(61)
        assert "Xã Đại Phước" in units(visit(district))


def test_what_one_site_keeps_is_not_shown_on_another(
    district: Tenant, commune: Tenant, visit: Visit, settings: Settings
):
    settings.FRAME_CACHE_SECONDS = 60
    assert units(visit(district))
    assert units(visit(commune)) == {}
    assert not html(visit(district)).select("a.header__superior")


def test_only_the_registry_is_asked_and_once(district: Tenant, visit: Visit):
    browser = visit(district)
    browser.get("/")
    with CaptureQueriesContext(connection) as captured:
        browser.get("/")
    asked = [query["sql"] for query in captured if '"tenant_id"' in query["sql"] and "ORDER BY" in query["sql"]]
    assert len([sql for sql in asked if "sort_key" in sql.split("ORDER BY")[1]]) == 1


@pytest.mark.parametrize(("number", "is_open"), [(28, True), (29, False)])
def test_a_long_list_is_folded(district: Tenant, visit: Visit, number: int, is_open: bool):
    with in_public():
        for count in range(number):
            tenant = Tenant.objects.create(
                name=f"Ấp {count}",
                kind="commune",
                code=f"{90000 + count}",
                code_valid_from=district.code_valid_from,
                slug=f"ap-{count}",
                schema_name=f"ap_{count}",
                parent=district,
                lifecycle=Lifecycle.ACTIVE,
            )
            tenant.domains.create(host=f"ap-{count}.tracu.localhost", is_primary=True)
    assert html(visit(district)).select_one(".footer__units details").has_attr("open") == is_open
