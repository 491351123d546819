import datetime

import time_machine
from pytest_django import Settings

from lib.clock import is_fixed, today

NEW_YEAR = datetime.date(2024, 1, 1)


def test_the_setting_says_what_day_it_is(settings: Settings):
    settings.FIXED_TODAY = datetime.date(2023, 10, 31)
    with time_machine.travel("2024-05-01"):
        assert today() == datetime.date(2023, 10, 31)
        assert is_fixed()


def test_without_the_setting_the_calendar_does(settings: Settings):
    settings.FIXED_TODAY = None
    with time_machine.travel("2024-05-01T12:00:00+07:00"):
        assert today() == datetime.date(2024, 5, 1)
        assert not is_fixed()


def test_the_day_begins_at_midnight_in_vietnam(settings: Settings):
    settings.FIXED_TODAY = None
    with time_machine.travel("2023-12-31T17:00:00+00:00"):
        assert today() == NEW_YEAR
    with time_machine.travel("2023-12-31T16:59:59+00:00"):
        assert today() == NEW_YEAR - datetime.timedelta(days=1)
