"""The board sees which sites have procedures to confirm, and nobody else does."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test import Client

from accounts.roles import Role
from procedures.figures import Standing
from tenants.crossing import in_site
from tenants.oversight.procedure_places import Answer
from tenants.oversight.procedure_standings import standings
from tenants.registry.models import Tenant
from tests.platform.procedures.cases import BIRTH, COPIES, SINCE, TODAY, announce, change, say

Visit = Callable[..., Client]
PATH = "/admin/oversight/procedure-standings/"


@pytest.fixture(autouse=True)
def a_commune_that_waits(commune: Tenant, town: Tenant, district: Tenant) -> None:
    for code in (BIRTH, COPIES):
        announce(code)
    with in_site(commune):
        say(BIRTH)
        say(COPIES)
    change(BIRTH)


def test_each_site_stands_there_with_what_waits(visit: Visit, commune: Tenant, town: Tenant, district: Tenant):
    shown = visit(district, Role.ADMINISTRATOR).get(PATH).context["standings"]
    assert {one.tenant.slug: one.standing for one in shown} == {
        district.slug: Standing(offered=0, own=0, waiting=0, since=None),
        commune.slug: Standing(offered=2, own=2, waiting=1, since=SINCE),
        town.slug: Standing(offered=2, own=0, waiting=0, since=None),
    }


def test_a_site_that_can_not_be_read_stops_no_other(commune: Tenant, town: Tenant):
    with in_site(town), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE procedures_overlay RENAME TO procedures_gone")
    found = {one.tenant.slug: one.standing for one in standings([town, commune], TODAY)}
    assert found[town.slug] is None
    assert found[commune.slug] == Standing(offered=2, own=2, waiting=1, since=SINCE)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.EDITOR])
def test_at_the_board_for_administrators_only(visit: Visit, district: Tenant, role: Role):
    assert visit(district, role).get(PATH).status_code == 302


def test_not_at_a_commune(visit: Visit, commune: Tenant):
    browser = visit(commune, Role.ADMINISTRATOR)
    assert browser.get(PATH).status_code in (302, 403, 404)
    assert PATH not in browser.get("/admin/").content.decode()


def test_where_it_is_shown_says_who_does_not_offer_it(visit: Visit, commune: Tenant, town: Tenant, district: Tenant):
    with in_site(town):
        say(BIRTH, is_offered=False)
    places = visit(district, Role.ADMINISTRATOR).get(f"/admin/oversight/procedures/{BIRTH}/places/").context["places"]
    assert {place.name: place.answer for place in places} == {
        district.full_name: Answer.OTHER_LEVEL,
        commune.full_name: Answer.SHOWN,
        town.full_name: Answer.WITHHELD,
    }
