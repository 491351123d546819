"""Places in the administration."""

import csv
import io
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.roles import Role
from places.models import PlacePage
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.items import NO_COMMENTS
from tests.platform.places.test_models import FACTS, add, image

Visit = Callable[..., Client]
LIST, WRITE = "/admin/places/", "/admin/places/choose_parent/"
FORM = {
    **{name: str(value) for name, value in FACTS.items()},
    "title": "Chùa Hang",
    "slug": "",
    "published_on": "1/10/2023",
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
        assert PlacePage.objects.get(title="Chùa Hang").live is is_live


@pytest.mark.parametrize("field", ["image", "map_picture"])
def test_a_picture_without_words_is_not_published(commune: Tenant, visit: Visit, field: str):
    with in_site(commune):
        picture = image().pk
    answer = write(visit(commune, Role.APPROVER), **{field: picture}, **PUBLISH)
    assert answer.status_code == 200
    with in_site(commune):
        assert not PlacePage.objects.exists()


@pytest.mark.parametrize(("field", "wrong"), [("latitude", ""), ("longitude", "900"), ("latitude", "9°41'")])
def test_wrong_entries_are_told_and_nothing_is_lost(commune: Tenant, visit: Visit, field: str, wrong: str):
    answer = write(visit(commune, Role.APPROVER), **{field: wrong}, **PUBLISH)
    assert answer.status_code == 200
    assert "Ngày lễ: cả đêm" in answer.content.decode()


def test_the_list_is_narrowed_and_taken_away_without_formulas(commune: Tenant, visit: Visit):
    with in_site(commune):
        add("-1+1")
        add("Làng chiếu", kind="craft")
    answer = visit(commune, Role.EDITOR).get(LIST, {"export": "csv", "kind": "temple"})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode())))
    assert [row[0] for row in rows[1:]] == ["'-1+1"]
