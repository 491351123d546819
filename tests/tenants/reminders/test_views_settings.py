"""The board changes the ladder by date, words the mails, and enters the leaders."""

import datetime

import pytest
from django.test import Client

from tenants.registry.models import Tenant
from tenants.reminders.models import Contact, OwnText, Step
from tenants.reminders.states import Addressee
from tests import cast

PATH = "/admin/reminders/"
ON = datetime.date(2023, 10, 31)
GOOD = {"subject": "{don_vi} chậm", "body": "{nguoi_nhan}:\n{danh_sach}", "site": cast.COMMUNE}


def test_the_defaults_are_a_ladder_of_four(behind: Tenant, board: Client):
    steps = board.get(f"{PATH}ladder/").context["steps"]
    assert [(one.addressee, one.after_days) for one in steps] == list(
        zip(Addressee.values, (1, 8, 15, 30), strict=True)
    )


def test_a_changed_step_holds_from_its_day(behind: Tenant, board: Client):
    step = Step.objects.get(addressee=Addressee.LEADER)
    values = {"addressee": "leader", "after_days": "10", "valid_from": "01/12/2023", "valid_to": ""}
    assert board.post(f"{PATH}ladder/{step.pk}/", values).status_code == 302
    days = [
        Step.objects.in_force(day).get(addressee="leader").after_days
        for day in (datetime.date(2023, 11, 30), datetime.date(2023, 12, 1))
    ]
    assert days == [15, 10]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"after_days": "15"}, "after_days"),
        ({"after_days": "-1"}, "after_days"),
        ({"addressee": "mayor"}, "addressee"),
        ({"valid_to": "01/01/2023"}, "valid_to"),
        ({"valid_from": "01/01/9999"}, "valid_from"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(behind: Tenant, board: Client, values: dict, field: str):
    known = {"addressee": "leader", "after_days": "20", "valid_from": "01/12/2023", "valid_to": ""}
    answer = board.post(f"{PATH}ladder/new/", {**known, **values})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert Step.objects.count() == 4


def test_a_step_ends(behind: Tenant, board: Client):
    step = Step.objects.get(addressee=Addressee.BOARD)
    board.post(f"{PATH}ladder/{step.pk}/end/", {"last_day": "31/10/2023"})
    assert not Step.objects.in_force(ON + datetime.timedelta(days=1)).filter(addressee="board").exists()


def test_a_wording_is_kept_and_the_default_comes_back(behind: Tenant, board: Client):
    path = f"{PATH}wording/editor/"
    assert board.post(path, GOOD).status_code == 302
    assert OwnText.objects.get().subject == "{don_vi} chậm"
    assert "{don_vi} chậm" in board.get(path).content.decode()
    board.post(path, {"restore": "1"})
    assert not OwnText.objects.exists()


def test_a_wrong_placeholder_is_named_at_its_field(behind: Tenant, board: Client):
    answer = board.post(f"{PATH}wording/editor/", {**GOOD, "body": "{danh_sach} {tên}"})
    assert answer.status_code == 422
    assert "{tên}" in str(answer.context["form"].errors["body"])
    assert not OwnText.objects.exists()


@pytest.mark.parametrize("wording", ["editor", "administrator", "leader", "board", "by_hand"])
def test_a_wording_is_looked_at_with_a_real_site(behind: Tenant, board: Client, wording: str):
    body = "{danh_sach}\n{loi_nhan}" if wording == "by_hand" else "{danh_sach}"
    shown = board.post(f"{PATH}wording/{wording}/", {**GOOD, "body": body, "preview": "1"}).context["shown"]
    assert shown.subject == "Xã Định An chậm"
    assert "Có tin, bài, văn bản mới: mới nhất ngày 30/10/2023" in shown.body
    assert not OwnText.objects.exists()


def test_there_is_no_other_wording(behind: Tenant, board: Client):
    assert board.get(f"{PATH}wording/mayor/").status_code == 404


def test_the_board_enters_the_leader_of_a_commune(behind: Tenant, board: Client):
    board.post(f"{PATH}leaders/{cast.COMMUNE}/", {"name": "Chủ tịch", "email": "a@demo.example"})
    assert Contact.objects.get().tenant == behind
    assert "a@demo.example" in board.get(f"{PATH}leaders/").content.decode()
    assert board.get(f"{PATH}leaders/xa-khac/").status_code == 404


@pytest.mark.parametrize(
    ("wording", "greeted"),
    [("editor", "biên tập viên Xã Định An"), ("leader", "lãnh đạo Xã Định An"), ("board", "Ban biên tập Huyện Trà Cú")],
)
def test_each_addressee_is_greeted_by_the_office_they_belong_to(
    behind: Tenant, board: Client, wording: str, greeted: str
):
    shown = board.post(f"{PATH}wording/{wording}/", {**GOOD, "preview": "1"}).context["shown"]
    assert shown.body.startswith(f"{greeted}:")
