import datetime

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

NAME = "CONG_LANG_TEST_VALUE"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv(NAME, raising=False)
    return monkeypatch


def test_a_text_loses_the_spaces_around_it(given: pytest.MonkeyPatch):
    given.setenv(NAME, "  tracu.example \n")
    assert env.text(NAME) == "tracu.example"


def test_a_missing_text_is_its_default(given: pytest.MonkeyPatch):
    assert env.text(NAME, "tracu.localhost") == "tracu.localhost"


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_a_flag_is_up(given: pytest.MonkeyPatch, value: str):
    given.setenv(NAME, value)
    assert env.flag(NAME) is True


@pytest.mark.parametrize("value", ["0", "False", "no", "off", ""])
def test_a_flag_is_down(given: pytest.MonkeyPatch, value: str):
    given.setenv(NAME, value)
    assert env.flag(NAME, default=True) is False


def test_a_missing_flag_is_its_default(given: pytest.MonkeyPatch):
    assert env.flag(NAME, default=True) is True


def test_a_flag_that_is_neither_is_named(given: pytest.MonkeyPatch):
    given.setenv(NAME, "maybe")
    with pytest.raises(ImproperlyConfigured, match=f"^{NAME}='maybe': write 1 or 0.$"):
        env.flag(NAME)


def test_a_number_that_is_too_small_is_named(given: pytest.MonkeyPatch):
    given.setenv(NAME, "4")
    assert env.number(NAME, 120, least=4) == 4
    with pytest.raises(ImproperlyConfigured, match=f"^{NAME}='4': write a whole number of at least 5.$"):
        env.number(NAME, 120, least=5)


def test_a_number_is_read(given: pytest.MonkeyPatch):
    given.setenv(NAME, " 8080 ")
    assert env.number(NAME, 8000) == 8080


def test_a_missing_number_is_its_default(given: pytest.MonkeyPatch):
    assert env.number(NAME, 8000) == 8000


@pytest.mark.parametrize("value", ["eighty", "80.5", ""])
def test_a_number_that_is_none_is_named(given: pytest.MonkeyPatch, value: str):
    given.setenv(NAME, value)
    with pytest.raises(ImproperlyConfigured, match=f"^{NAME}='{value}': write a whole number.$"):
        env.number(NAME, 8000)


def test_names_are_split_at_commas(given: pytest.MonkeyPatch):
    given.setenv(NAME, "tracu.example, .tracu.example,,")
    assert env.names(NAME) == ["tracu.example", ".tracu.example"]


def test_missing_names_are_none(given: pytest.MonkeyPatch):
    assert env.names(NAME) == []


def test_a_date_is_read(given: pytest.MonkeyPatch):
    given.setenv(NAME, "2023-10-31")
    assert env.date(NAME) == datetime.date(2023, 10, 31)


def test_an_empty_date_is_none(given: pytest.MonkeyPatch):
    given.setenv(NAME, " ")
    assert env.date(NAME) is None


@pytest.mark.parametrize("value", ["31/10/2023", "2023-02-30", "today"])
def test_a_date_that_is_none_is_named(given: pytest.MonkeyPatch, value: str):
    given.setenv(NAME, value)
    with pytest.raises(ImproperlyConfigured, match=f"^{NAME}='{value}': write a date as YYYY-MM-DD.$"):
        env.date(NAME)
