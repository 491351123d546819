"""Visits of two sites that meet in one process: equal page numbers, the same reader, one buffer each."""

import datetime
import logging
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from wagtail.models import Page, Site

from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests.readers import Readers
from traffic.models import CounterSettings, DayCount, PageCount, Salt, SourceCount, Visitor
from traffic.states import Device

Visit = Callable[..., Client]


@pytest.fixture
def readers() -> Readers:
    return Readers()


def home_of(tenant: Tenant) -> int:
    with in_site(tenant):
        return Page.objects.get(depth=2, locale__language_code="vi").pk


def test_each_site_has_its_own_counts(commune: Tenant, town: Tenant, readers: Readers):
    assert home_of(commune) == home_of(town)
    readers.show(commune, home_of(commune), source="only-commune.example")
    for _ in range(2):
        readers.show(town, home_of(town), source="only-town.example")
    readers.written_down()
    for tenant, views, source in ((commune, 1, "only-commune.example"), (town, 2, "only-town.example")):
        with in_site(tenant):
            assert PageCount.objects.get().views == views
            assert SourceCount.objects.get().source == source


def test_the_same_reader_is_another_one_on_another_site(commune: Tenant, town: Tenant, readers: Readers):
    for tenant in (commune, town):
        readers.show(tenant, home_of(tenant))
    readers.written_down()
    found = []
    for tenant in (commune, town):
        with in_site(tenant):
            found.append((Visitor.objects.get().key, bytes(Salt.objects.get().value)))
    assert found[0][0] != found[1][0]
    assert found[0][1] != found[1][1]


def test_a_site_writes_its_visits_with_its_own_login(
    commune: Tenant, readers: Readers, monkeypatch: pytest.MonkeyPatch
):
    roles = []
    from tenants.isolation import visits  # noqa: PLC0415 - what is looked at

    add = visits.add_hits
    monkeypatch.setattr(visits, "add_hits", lambda hits: (roles.append(current_user()), add(hits)))
    readers.show(commune, home_of(commune))
    readers.written_down()
    assert roles == [commune.login.role]


def current_user() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])


def test_a_broken_site_keeps_no_others_visits_from_the_database(
    commune: Tenant, town: Tenant, readers: Readers, caplog: pytest.LogCaptureFixture
):
    with in_site(commune), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE traffic_daycount RENAME TO traffic_gone")
    for tenant in (commune, town):
        readers.show(tenant, home_of(tenant))
    with caplog.at_level(logging.ERROR):
        readers.written_down()
    assert str(commune) in caplog.text
    with in_site(town):
        assert DayCount.objects.get().visits == 1
    assert readers.visits.of(commune).take() == []


@pytest.mark.parametrize("lifecycle", [Lifecycle.SUSPENDED, Lifecycle.ARCHIVED])
def test_a_site_that_is_not_in_service_counts_nothing(commune: Tenant, readers: Readers, lifecycle: Lifecycle):
    Tenant.objects.filter(pk=commune.pk).update(lifecycle=lifecycle)
    assert readers.show(commune, home_of(commune)) == 204
    assert readers.visits.of(commune).take() == []


@pytest.mark.parametrize("host", ["elsewhere.tracu.localhost", "unknown.example"])
def test_an_unknown_host_is_left_to_django(commune: Tenant, readers: Readers, host: str):
    assert readers.show(commune, home_of(commune), host=host) == 404
    assert readers.passed_on == ["/dem-luot/"]


def test_the_counter_of_one_site_is_never_another_ones(commune: Tenant, town: Tenant, visit: Visit):
    yesterday = datetime.date(2023, 10, 30)
    for tenant, number in ((commune, 4321), (town, 8765)):
        with in_site(tenant):
            CounterSettings.objects.create(site=Site.objects.get(), is_shown=True)
            DayCount.objects.create(on=yesterday, device=Device.PHONE, visits=number, views=number)
    pages = [visit(tenant).get("/").content.decode() for tenant in (commune, town, commune)]
    assert ["4.321" in page for page in pages] == [True, False, True]
    assert ["8.765" in page for page in pages] == [False, True, False]
