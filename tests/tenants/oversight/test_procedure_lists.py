"""The board names what procedures are sorted by; a key stays, and nothing is deleted."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.roles import Role
from procedure_catalogue.models import LifeEvent, ProcedureField
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
FIELDS, EVENTS = "/admin/board_procedure_fields/", "/admin/board_life_events/"


@pytest.fixture
def board(district: Tenant, visit: Visit) -> Client:
    return visit(district, Role.ADMINISTRATOR)


def test_a_new_field_stands_at_its_place_in_the_alphabet(board: Client):
    board.post(f"{FIELDS}new/", {"key": "do-dac", "name_vi": "Đo đạc  bản đồ", "name_km": "", "name_en": ""})
    names = list(ProcedureField.objects.values_list("name_vi", flat=True))
    assert names.index("Đất đai") < names.index("Đo đạc bản đồ") < names.index("Đường bộ")


def test_a_key_is_not_changed(board: Client):
    event = LifeEvent.objects.get(key="birth")
    board.post(f"{EVENTS}edit/{event.pk}/", {"key": "x", "name_vi": "Sinh con", "position": 1})
    event.refresh_from_db()
    assert (event.key, event.name_vi) == ("birth", "Sinh con")


def test_two_of_one_name_are_refused(board: Client):
    answer = board.post(f"{FIELDS}new/", {"key": "moi", "name_vi": "Hộ tịch"})
    assert answer.context["form"].errors["name_vi"]


def test_nothing_is_deleted(board: Client):
    event = LifeEvent.objects.get(key="birth")
    board.post(f"{EVENTS}delete/{event.pk}/")
    assert LifeEvent.objects.filter(pk=event.pk).exists()


@pytest.mark.parametrize("path", [FIELDS, EVENTS])
def test_they_are_the_boards_alone(commune: Tenant, district: Tenant, visit: Visit, path: str):
    assert visit(district, Role.ADMINISTRATOR).get(path).status_code == 200
    assert visit(district, Role.EDITOR).get(path).status_code == 302
    assert visit(commune, Role.ADMINISTRATOR).get(path).status_code == 302
