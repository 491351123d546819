import datetime

import pytest

from lib.workdays import after, is_working_day

D = datetime.date


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (D(2023, 10, 30), True),
        (D(2023, 10, 28), False),
        (D(2023, 10, 29), False),
        (D(2023, 1, 23), False),
        (D(2023, 4, 29), False),
        (D(2023, 9, 4), False),
        (D(2023, 9, 5), True),
        (D(2024, 4, 29), False),
        (D(2024, 5, 4), True),
    ],
    ids=[
        "Monday",
        "Saturday",
        "Sunday",
        "Tet",
        "Hung kings",
        "National Day's Monday",
        "the day after",
        "a day given for a Saturday",
        "the Saturday",
    ],
)
def test_working_days_are_those_on_which_an_office_is_open(day: D, working: bool):
    assert is_working_day(day) is working


@pytest.mark.parametrize(
    ("day", "number", "last"),
    [
        (D(2023, 10, 30), 0, D(2023, 10, 30)),
        (D(2023, 10, 30), 1, D(2023, 10, 31)),
        (D(2023, 10, 27), 1, D(2023, 10, 30)),
        (D(2023, 7, 5), 5, D(2023, 7, 12)),
        (D(2023, 8, 31), 5, D(2023, 9, 11)),
    ],
)
def test_counting_begins_on_the_day_after_and_leaves_holidays_out(day: D, number: int, last: D):
    assert after(day, working_days=number) == last
