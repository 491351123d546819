import pytest

from lib.spreadsheets import harmless


@pytest.mark.parametrize("text", ["=1+1@demo.example", "+84", "-1", "@SUM(A1)", "\t=1"])
def test_what_a_program_would_run_becomes_a_text(text: str):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["editor@demo.example", "", "a=1"])
def test_a_text_stays_as_it_is(text: str):
    assert harmless(text) == text
