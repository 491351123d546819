"""The board keeps what the clock counts by; no commune does, and no rule that was in force disappears."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from accounts.roles import Role
from catalogue.models import Deadline, OfficeDay
from citizens.actions import ask
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests.platform.citizens.cases import moment

Visit = Callable[..., Client]
DEADLINES, DAYS = "/admin/board_deadlines/", "/admin/board_office_days/"
NEW = {"kind": "question", "working_days": 10, "valid_from": "01/01/2027", "valid_to": "", "basis": "Quyết định 1"}


@pytest.fixture
def board(district: Tenant, visit: Visit) -> Client:
    return visit(district, Role.ADMINISTRATOR)


def due(tenant: Tenant, at: str) -> str:
    with in_site(tenant):
        words = {"subject": "a", "body": "b", "name": "c", "fingerprint": at, "language": "vi"}
        return ask(**words, received_at=moment(at)).due_on.isoformat()


def test_a_new_deadline_holds_on_all_sites_from_its_day(commune: Tenant, board: Client):
    old = Deadline.objects.get(kind="question")
    closing = {**NEW, "working_days": 15, "valid_from": f"{old.valid_from:%d/%m/%Y}", "basis": old.basis}
    board.post(f"{DEADLINES}edit/{old.pk}/", {**closing, "valid_to": "31/12/2026"})
    assert board.post(f"{DEADLINES}new/", NEW).status_code == 302
    assert due(commune, "2026-12-31 10:00") == "2027-01-22"
    assert due(commune, "2027-01-04 10:00") == "2027-01-18"


def test_two_deadlines_at_once_are_refused(board: Client):
    answer = board.post(f"{DEADLINES}new/", NEW)
    assert answer.context["form"].errors["valid_from"]
    assert Deadline.objects.filter(kind="question").count() == 1


@pytest.mark.parametrize("days", [0, 251])
def test_a_deadline_of_no_day_or_of_years_is_refused(board: Client, days: int):
    early = {**NEW, "working_days": days, "valid_from": "01/01/2001", "valid_to": "31/12/2001"}
    assert board.post(f"{DEADLINES}new/", early).context["form"].errors["working_days"]


def test_a_compensatory_saturday_counts_on_all_sites(commune: Tenant, board: Client):
    before = due(commune, "2026-12-31 10:00")
    board.post(f"{DAYS}new/", {"day": "09/01/2027", "is_open": "on", "basis": "Thông báo 1"})
    assert OfficeDay.objects.get().day == datetime.date(2027, 1, 9)
    assert due(commune, "2026-12-31 11:00") < before


@pytest.mark.parametrize("working_days", [0, 251])
def test_a_deadline_has_a_sensible_length(board: Client, working_days: int):
    answer = board.post(f"{DEADLINES}new/", {**NEW, "working_days": working_days})
    assert answer.context["form"].errors["working_days"]


def test_the_screen_says_what_to_tick_and_writes_days_as_readers_do(board: Client):
    assert "ngày nghỉ thì để trống" in board.get(f"{DAYS}new/").content.decode()
    answer = board.post(f"{DAYS}new/", {"day": "09/01/2027", "is_open": "on", "basis": "Thông báo 1"}, follow=True)
    assert "“09/01/2027”" in str(next(iter(answer.context["messages"])))


def test_no_deadline_is_deleted(board: Client):
    old = Deadline.objects.get(kind="question")
    board.post(f"{DEADLINES}delete/{old.pk}/")
    assert Deadline.objects.filter(pk=old.pk).exists()


@pytest.mark.parametrize("path", [DEADLINES, DAYS, f"{DEADLINES}new/", f"{DAYS}new/"])
def test_it_is_the_boards_alone(commune: Tenant, district: Tenant, visit: Visit, path: str):
    assert visit(district, Role.ADMINISTRATOR).get(path).status_code == 200
    assert visit(district, Role.EDITOR).get(path).status_code == 302
    assert visit(commune, Role.ADMINISTRATOR).get(path).status_code == 302
