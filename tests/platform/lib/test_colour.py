import pytest

from lib.colour import HEX, READABLE, contrast, darkened_until_readable

# Fifty colours from all over the cube.
COLOURS = [f"#{number:06x}" for number in range(0, 256**3, 335_557)]


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#000000", 21.0),
        ("#ffffff", 1.0),
        ("#767676", 4.54),
        ("#777777", 4.48),
        ("#ff0000", 4.0),
        ("#0000ff", 8.59),
        ("#008000", 5.14),
    ],
)
def test_contrast_with_white_is_what_wcag_says(colour: str, ratio: float):
    assert contrast(colour, "#ffffff") == pytest.approx(ratio, abs=0.005)


def test_contrast_is_the_same_both_ways():
    assert contrast("#a01818", "#ffffff") == contrast("#ffffff", "#a01818")


def test_capital_digits_are_the_same_colour():
    assert contrast("#A0B1C2", "#ffffff") == contrast("#a0b1c2", "#ffffff")


def test_a_readable_colour_stays_as_it_is():
    assert darkened_until_readable("#a01818") == "#a01818"


@pytest.mark.parametrize("colour", COLOURS)
def test_a_darkened_colour_can_be_read_on_white(colour: str):
    assert contrast(darkened_until_readable(colour), "#ffffff") >= READABLE


def test_a_darkened_colour_is_no_darker_than_it_must_be():
    assert contrast(darkened_until_readable("#ff8c00"), "#ffffff") < READABLE + 0.2


def test_a_darkened_colour_keeps_its_hue():
    red, green, blue = (int(darkened_until_readable("#ff8000")[i : i + 2], 16) for i in (1, 3, 5))
    assert blue == 0
    assert red == pytest.approx(2 * green, abs=2)


def test_grey_is_darkened_by_a_hair():
    assert darkened_until_readable("#777777") == "#757575"


@pytest.mark.parametrize("text", ["", "red", "#fff", "#12345g", "a01818", "#a018180", "#a01818\n", "#a01818;}"])
def test_what_is_no_colour_is_not_taken_for_one(text: str):
    assert not HEX.match(text)
