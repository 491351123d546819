import pytest

from consultations.numbers import as_text, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1", [1]), ("1, 4–6", [1, 4, 5, 6]), ("6-4", None), ("4 - 6;1,", [1, 4, 5, 6]), ("2,2", [2]), ("", []),
        ("0", None), ("a", None), ("1 2", None), ("-3", None), ("1-999999", None), ("1234567", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_a_clerk_writes_them(text: str, numbers: list[int] | None):
    if numbers is None:
        with pytest.raises(ValueError, match=text.strip()):
            numbers_in(text)
    else:
        assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([3, 1], "1, 3"), ([1, 2], "1, 2"), ([6, 4, 5, 1, 5], "1, 4–6")]
)
def test_and_written_as_short(numbers: list[int], text: str):
    assert as_text(numbers) == text
