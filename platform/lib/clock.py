"""The one place that says what day it is, so that a demonstration can live in the report's year."""

import datetime

from django.conf import settings
from django.utils import timezone


def today() -> datetime.date:
    """Today's date in the installation's time zone, or the fixed date of the setting FIXED_TODAY."""
    return settings.FIXED_TODAY or timezone.localdate()


def real_today() -> datetime.date:
    """The calendar's date whatever the setting says, for machines outside the demonstration."""
    return timezone.localdate()


def is_fixed() -> bool:
    """Whether the installation runs on a fixed date; every page then says so."""
    return settings.FIXED_TODAY is not None
