"""The board's editor of duties."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from accounts.roles import Role
from tenants.oversight.models import Duty
from tenants.registry.models import Tenant

Visit = Callable[..., Client]
PATH = "/admin/oversight/duties/"
VALUES = {
    "title_vi": "Tin tức",
    "title_km": "",
    "title_en": "",
    "kinds": ["commune", "town"],
    "evidence": "category",
    "reference": "news",
    "at_least": "1",
    "within": "14",
    "count": "calendar",
    "soon": "3",
    "weight": "3",
    "basis": "Quy chế của Ban biên tập",
    "basis_source": "board",
    "days_basis": "",
    "days_source": "board",
    "valid_from": "01/01/2024",
    "valid_to": "",
}


@pytest.fixture
def board(district: Tenant, visit: Visit) -> Client:
    return visit(district, Role.ADMINISTRATOR)


def news(on: datetime.date) -> Duty:
    return Duty.objects.filter(key="news").in_force(on).get()


def test_the_list_names_source_and_days_of_each(board: Client):
    shown = board.get(f"{PATH}?on=2023-10-31")
    text = shown.content.decode()
    assert len(shown.context["duties"]) == 26
    for words in ("luật, đã đọc", "quy định riêng của Ban biên tập", "quy định đã hết hiệu lực"):
        assert words in text
    assert not any("224/2026" in duty.basis for duty in shown.context["duties"])


def test_a_change_holds_from_its_day(board: Client):
    before = news(datetime.date(2023, 12, 31))
    assert board.post(f"{PATH}{before.pk}/", VALUES).status_code == 302
    assert news(datetime.date(2023, 12, 31)) == before
    assert news(datetime.date(2024, 1, 1)).within == 14
    history = board.get(f"{PATH}{before.pk}/").context["versions"]
    assert [one.within for one in history] == [14, 30]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reference": "nothing"}, "reference"),
        ({"evidence": "any"}, "reference"),
        ({"evidence": "page", "reference": ""}, "reference"),
        ({"valid_to": "31/12/2023"}, "valid_to"),
        ({"weight": "0"}, "weight"),
        ({"kinds": []}, "kinds"),
        ({"basis": ""}, "basis"),
        ({"valid_from": "01/01/9999"}, "valid_from"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(board: Client, values: dict, field: str):
    number = news(datetime.date(2024, 1, 1)).pk
    answer = board.post(f"{PATH}{number}/", {**VALUES, **values})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert Duty.objects.filter(key="news").count() == 1


def test_a_new_one(board: Client):
    assert board.post(f"{PATH}new/", {**VALUES, "key": "more-news"}).status_code == 302
    assert Duty.objects.get(key="more-news").kinds == ["commune", "town"]


def test_a_key_that_is_taken_is_refused(board: Client):
    answer = board.post(f"{PATH}new/", {**VALUES, "key": "news"})
    assert answer.context["form"].errors["valid_from"]


def test_it_ends(board: Client):
    number = news(datetime.date(2024, 1, 1)).pk
    assert board.post(f"{PATH}{number}/end/", {"last_day": "31/12/2024"}).status_code == 302
    assert not Duty.objects.filter(key="news").in_force(datetime.date(2025, 1, 1)).exists()


def test_what_was_replaced_is_edited_no_more(board: Client):
    number = news(datetime.date(2024, 1, 1)).pk
    first = {**VALUES, "valid_from": "15/08/2022"}
    assert board.post(f"{PATH}{number}/", first).status_code == 302
    assert board.get(f"{PATH}{number}/").status_code == 404
