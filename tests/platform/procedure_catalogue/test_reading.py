"""What an office types or another system exports, on its way to a clean content."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from procedure_catalogue.contents import stored_content
from procedure_catalogue.reading import clean_code, line, paragraphs, read_content
from tests.platform.procedure_catalogue.cases import WORDS, content


def test_what_is_stored_reads_back_the_same():
    once = content()
    assert stored_content(once.data()) == once


def test_one_form_for_all_spellings():
    typed = content(name=" Thủ\u00a0tục đăng ký  khai sinh\ufeff", conditions="Một\r\n\r\n\r\n\r\nHai ")
    assert typed.name == "Thủ tục đăng ký khai sinh"
    assert typed.conditions == "Một\n\nHai"


def test_khmer_keeps_its_word_breaks():
    assert line("ការ\u200bចុះ") == "ការ\u200bចុះ"


def test_empty_rows_are_passed_over():
    assert len(content(dossier=[{"name": "Tờ khai"}, {"name": " ", "originals": ""}]).dossier) == 1


def test_days_are_read_in_vietnamese_spelling():
    assert content().legal_basis[0].issued_on == "2014-11-20"


@pytest.mark.parametrize(
    ("part", "value", "told"),
    [
        ("name", "", "empty"),
        ("levels", [], "level"),
        ("levels", ["village"], "village"),
        ("online", "4", "4"),
        ("portal_url", "javascript:alert(1)", "https"),
        ("related", ["khai sinh"], "khai sinh"),
        ("sets", "hai", "hai"),
        ("dossier", [{"name": "a"}, {"originals": "1"}], "Row 2"),
        ("dossier", [{"name": "a", "form_url": "file:///etc/passwd"}], "Row 1"),
        ("ways", [{"channel": "fax"}], "Row 1"),
        ("legal_basis", [{"number": "1", "issued_on": "31/02/2014"}], "31/02/2014"),
        ("name", "a" * 1001, "1000"),
    ],
)
def test_a_mistake_is_told_at_its_part(part: str, value: object, told: str):
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        read_content({**WORDS, part: value})
    assert list(refused.value.message_dict) == [part]
    assert told in refused.value.message_dict[part][0]


@pytest.mark.parametrize("text", [" 1.001193 ", "1. 001193", "1.001193\u00a0"])
def test_a_code_is_read_whatever_stands_around_it(text: str):
    assert clean_code(text) == "1.001193"


@pytest.mark.parametrize("text", ["1001193", "1.00119", "1.0011933", "", "x.001193", "१.००११९३"])
def test_what_is_no_code_is_refused(text: str):
    with pytest.raises(ValidationError):
        clean_code(text)


def test_control_characters_are_taken_out():
    assert paragraphs("a\x00b\x0bc\tg") == "ab\nc g"
