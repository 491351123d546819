"""What turns programs away and never a person for good."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django import forms
from django.template.loader import render_to_string

from intake.forms import PublicForm

NOW = datetime.datetime(2026, 3, 2, 8, 0, tzinfo=datetime.UTC)


class Question(PublicForm):
    text = forms.CharField()


def opened() -> dict[str, str]:
    """What a browser sends back untouched."""
    form = Question()
    return {"website": "", "began": str(form["began"].value()), "text": "Khi nào?"}


def sent(data: dict[str, str], *, after: float) -> Question:
    with time_machine.travel(NOW + datetime.timedelta(seconds=after), tick=False):
        form = Question(data)
        form.is_valid()
        return form


@pytest.fixture
def data() -> dict[str, str]:
    with time_machine.travel(NOW, tick=False):
        return opened()


def test_a_person_gets_through_and_the_guard_is_no_part_of_what_was_said(data: dict[str, str]):
    assert sent(data, after=20).cleaned_data == {"text": "Khi nào?"}


@pytest.mark.parametrize(("after", "valid"), [(0, False), (2, False), (4, True), (86_399, True), (86_401, False)])
def test_a_form_takes_some_seconds_and_holds_for_a_day(data: dict[str, str], after: float, valid: bool):
    assert sent(data, after=after).is_valid() is valid


@pytest.mark.parametrize("change", [{"website": "http://spam.example"}, {"began": ""}, {"began": "2026:forged"}])
def test_a_program_is_turned_away(data: dict[str, str], change: dict[str, str]):
    assert not sent({**data, **change}, after=20).is_valid()


@pytest.mark.parametrize("field", ["website", "began"])
def test_so_is_who_leaves_the_guard_out_only_where_it_says_when_it_began(data: dict[str, str], field: str):
    del data[field]
    assert sent(data, after=20).is_valid() is (field == "website")


@pytest.mark.parametrize("change", [{"website": "Công ty"}, {"began": "forged"}])
def test_who_was_turned_away_keeps_the_text_and_may_send_it_again(data: dict[str, str], change: dict[str, str]):
    refused = sent({**data, **change}, after=20)
    again = {name: str(refused[name].value()) for name in refused.fields}
    assert again["text"] == "Khi nào?"
    assert sent(again, after=40).is_valid()


def test_who_was_too_quick_waits_no_longer_than_at_first(data: dict[str, str]):
    refused = sent(data, after=1)
    assert sent({**data, "began": str(refused["began"].value())}, after=4).is_valid()


def test_a_mistake_of_another_kind_costs_no_more_than_itself(data: dict[str, str]):
    refused = sent({**data, "text": ""}, after=20)
    assert list(refused.errors) == ["text"]


def test_people_neither_see_nor_reach_the_trap():
    html = BeautifulSoup(render_to_string("components/form_guard.html", {"form": Question()}), "html.parser")
    trap = html.select_one("p.form-guard input[name=website]")
    assert trap["autocomplete"] == "off"
    assert trap["tabindex"] == "-1"
    assert html.select_one("input[name=began]")["type"] == "hidden"
    assert not html.select("[style]")
