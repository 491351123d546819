"""What people type, read as they mean it."""

import datetime
from decimal import Decimal

import pytest

from importing.cells import Wrong, as_day, as_number, as_text, clean, plain
from importing.readers import Choice, Day, Files, NamedFile, Number, Text, YesNo

DAY = datetime.date(2023, 3, 5)


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime.datetime(2023, 3, 5, 14, 30),
        45_000 - 10,
        44_990.75,
        "44990",
        "05/03/2023",
        "5/3/23",
        "5-3-2023",
        "05.03.2023",
        " 5 / 3 / 2023 ",
        "2023-03-05",
        "2023-03-05 00:00:00",
        "ngày 5 tháng 3 năm 2023",
        "Trà Cú, ngày 05 tháng 03 năm 2023",
        "Nga\u0300y 5 tha\u0301ng 3 na\u0306m 2023",
        "05/03/2023\u00a0",
    ],
)
def test_a_day_in_every_form_in_which_offices_write_it(cell: object):
    assert as_day(cell) == DAY


@pytest.mark.parametrize("cell", ["31/02/2023", "mai", "tháng 3/2023", "5/3", 12, 99_999_999, "0/0/0000", True])
def test_what_is_no_day_is_refused_with_a_reason(cell: object):
    with pytest.raises(Wrong) as refused:
        as_day(cell)
    assert refused.value.reason


def test_an_american_day_is_refused_with_the_day_that_it_may_be():
    with pytest.raises(Wrong) as refused:
        as_day("03/25/2023")
    assert refused.value.suggestion == "25/03/2023"


@pytest.mark.parametrize(("year", "whole"), [("99", 1999), ("23", 2023), ("00", 2000)])
def test_a_year_in_two_figures_is_of_the_nearest_century(year: str, whole: int):
    assert as_day(f"1/1/{year}") == datetime.date(whole, 1, 1)


@pytest.mark.parametrize("text", ["1/1/1900", "1/1/2101"])
def test_a_day_outside_the_registers_time_is_refused(text: str):
    with pytest.raises(Wrong):
        Day().read(text)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234.567,5", "1234567.5"),
        ("1 234 567", "1234567"),
        ("1.234", "1234"),
        ("0,5", "0.5"),
        ("-3", "-3"),
        ("50.000 đồng", "50000"),
        ("50.000đ", "50000"),
        (1234.5, "1234.5"),
        (7, "7"),
        ("1\u00a0234", "1234"),
    ],
)
def test_numbers_as_they_are_written_here(cell: object, number: str):
    assert as_number(cell) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "suggestion"), [("1,234,567.5", "1.234.567,5"), ("1.5", "1,5"), ("1,234,567", "1.234.567")]
)
def test_numbers_as_they_are_written_elsewhere_are_refused(text: str, suggestion: str):
    with pytest.raises(Wrong) as refused:
        as_number(text)
    assert refused.value.suggestion == suggestion


@pytest.mark.parametrize("text", ["mười", "1.23.4", "1,2,3", "NaN", "Infinity", "1e5", "12a"])
def test_what_is_no_number_is_refused(text: str):
    with pytest.raises(Wrong):
        as_number(text)


@pytest.mark.parametrize(("cell", "is_it"), [("1,5", False), ("2", True), (2.0, True), (-1, False), (11, False)])
def test_a_number_keeps_to_its_limits(cell: object, is_it: bool):
    reader = Number(least=0, most=10)
    if is_it:
        assert reader.read(cell) == 2
    else:
        with pytest.raises(Wrong):
            reader.read(cell)


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("Có", True), ("có ", True), ("X", True), (True, True), (1, True), ("Không", False), ("KHONG", False), (0, False)],
)
def test_yes_and_no(cell: object, answer: bool):
    assert YesNo().read(cell) is answer


def test_neither_yes_nor_no_is_refused():
    with pytest.raises(Wrong):
        YesNo().read("có lẽ")


@pytest.mark.parametrize(
    "text", ["Quyết định", "QUYẾT ĐỊNH", "quyet dinh", "Quyê\u0301t đi\u0323nh", "Quyết\u00a0định."]
)
def test_a_choice_is_known_however_it_is_spelled(text: str):
    assert Choice(lambda: {"Quyết định": "decision"}).read(text) == "decision"


def test_a_choice_that_is_not_there_comes_with_the_nearest():
    with pytest.raises(Wrong) as refused:
        Choice(lambda: {"Quyết định": "decision", "Kế hoạch": "plan"}).read("Quyết đinhh")
    assert "Quyết định" in refused.value.suggestion


def test_a_fresh_choice_asks_for_its_options_anew():
    options = {"Một": 1}
    choice = Choice(lambda: options)
    assert choice.read("Một") == 1
    options["Hai"] = 2
    assert choice.fresh().read("Hai") == 2


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  ủy\u00a0ban  ", "ủy ban"),
        ("u\u0309y ban", "ủy ban"),
        ("ủy\u200b\u00ad ban\ufeff", "ủy ban"),
        ("một\r\nhai", "một hai"),
        ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"),
    ],
)
def test_texts_are_cleaned_of_what_nobody_sees(text: str, cleaned: str):
    assert clean(text) == cleaned


def test_lines_are_kept_where_they_mean_something():
    assert clean("một \r\n\u2028hai", has_lines=True) == "một\n\nhai"


@pytest.mark.parametrize("cell", [datetime.datetime(2023, 5, 1), datetime.time(1, 2)])
def test_a_number_that_excel_has_made_a_date_of_is_refused(cell: object):
    with pytest.raises(Wrong):
        as_text(cell)


@pytest.mark.parametrize(("cell", "text"), [(15.0, "15"), (15, "15"), (1.5, "1.5"), (None, "")])
def test_numbers_in_columns_of_text(cell: object, text: str):
    assert as_text(cell) == text


def test_a_text_that_is_too_long_or_of_another_form_is_refused():
    for reader, text in ((Text(longest=3), "bốn!"), (Text(pattern=r"\d+", likeness="12"), "a")):
        with pytest.raises(Wrong):
            reader.read(text)


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (Day(), DAY),
        (Number(decimals=2), Decimal("1.50")),
        (YesNo(), False),
        (Text(), "a"),
        (Files(), (NamedFile("a.pdf", "0" * 40, 3),)),
        (Day(), None),
        (Files(), None),
    ],
)
def test_what_is_kept_comes_back_as_it_was(reader: object, value: object):
    assert reader.from_json(reader.as_json(value)) == value


def test_names_of_files_are_divided():
    assert Files().read("a.pdf; b.pdf\nc.pdf;;a.pdf") == ("a.pdf", "b.pdf", "c.pdf")


def test_plain_texts_compare():
    assert plain(" Ngày\u00a0Ban Hành: ") == "ngay ban hanh"


def test_a_sum_has_as_many_figures_as_a_spreadsheet_program_shows():
    assert as_number(0.1 + 0.2) == Decimal("0.3")
    assert as_number(1234567.25) == Decimal("1234567.25")
    assert as_number(12345678901234567) == Decimal("12345678901234567")
