"""How words are compared: what is typed and what is written become the same."""

import unicodedata

import pytest

from search.words import days_in_words, folded, phrases_in, plain_words, sign_identity, sign_key, vector, words_in


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ngan sach", "Ngân sách"),
        ("dai an", "Đại An"),
        ("hòa", "hoà"),
        ("hoa", "Hòa"),
        (unicodedata.normalize("NFD", "Đại An"), unicodedata.normalize("NFC", "Đại An")),
        ("ky thuat", "kĩ thuật"),
        ("02/2023", "2/2023"),
        ("so\u200bc", "sóc"),
        ("QĐ-UBND", "qd ubnd"),
    ],
)
def test_two_spellings_are_the_same_words(typed: str, written: str):
    assert plain_words(typed) == plain_words(written)


@pytest.mark.parametrize("text", ["\u0301", "a \u0301 b", "\u0323\u0301"])
def test_a_mark_that_stands_on_no_letter_is_no_word(text: str):
    assert plain_words(text) == [letter for letter in text if letter.isascii() and letter.isalpha()]
    assert all(phrase.plain for phrase in phrases_in(text))


def test_marks_tell_words_apart_and_the_place_of_a_tone_does_not():
    assert words_in("hòa")[0].marked == words_in("hoà")[0].marked
    assert words_in("hòa")[0].marked != words_in("hóa")[0].marked


def test_what_is_typed_in_one_piece_stays_together():
    assert [phrase.plain for phrase in phrases_in("quyết định số 015/2023/QĐ-UBND")] == [
        ("quyet",),
        ("dinh",),
        ("15", "2023", "qd", "ubnd"),
    ]


def test_quotation_marks_keep_words_side_by_side():
    assert [phrase.plain for phrase in phrases_in('xã "ngân sách" nay')] == [("xa",), ("ngan", "sach"), ("nay",)]


def test_a_day_in_words_is_a_day_in_figures():
    assert [phrase.plain for phrase in phrases_in("ngày 05 tháng 3 năm 2023")] == [("5", "3", "2023")]
    assert days_in_words("Họp ngày 5 tháng 3 năm 2023 tại xã") == "5/3/2023"


def test_a_number_is_the_same_however_it_is_written():
    assert sign_key("Số: 02/2023/QĐ-UBND") == sign_key("2 2023 qd ubnd") == "22023qdubnd"
    assert sign_identity("1/12/QĐ") != sign_identity("11/2/QĐ")


def test_khmer_signs_stay_in_their_words():
    assert plain_words("ភាសា\u200bខ្មែរ") == ["ភាសាខ្មែរ"]


def test_plain_letters_stand_where_the_written_ones_stand():
    written = "Số 15/QĐ: ĐẠI AN, huyện Trà Cú"
    assert folded(written) == "so 15/qd: dai an, huyen tra cu"
    assert len(folded(written)) == len(written)


def test_a_vector_knows_place_and_weight_and_parts_texts():
    assert vector([(["a", "b"], "A"), (["a"], "D")]) == "'a':1A,8D 'b':2A"


def test_a_word_of_which_a_file_is_full_keeps_a_few_places():
    assert vector([(["a"] * 1000, "D")]) == "'a':1D,2D,3D,4D"
