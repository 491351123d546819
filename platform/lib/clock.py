"""The one place that says what day it is, so that a demonstration can live in the report's year."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import DateTimeField, F, Func, Value
from django.utils import timezone
from django.utils.translation import gettext as _

# What lies beyond is a slip of the pen, and at the calendar's ends a day has no neighbour and no other time zone.
YEARS = (1900, 2200)


def today() -> datetime.date:
    """Today's date in the installation's time zone, or the fixed date of the setting FIXED_TODAY."""
    return settings.FIXED_TODAY or timezone.localdate()


def now() -> datetime.datetime:
    """This moment, on a fixed date that date's: what is counted from it is counted in the same year."""
    moment = timezone.localtime()
    fixed = settings.FIXED_TODAY
    return moment.replace(year=fixed.year, month=fixed.month, day=fixed.day) if fixed else moment


def real_today() -> datetime.date:
    """The calendar's date whatever the setting says, for machines outside the demonstration."""
    return timezone.localdate()


def refuse_far_day(day: datetime.date) -> None:
    """For a form's field, a day or a moment. Raises ValidationError."""
    first, last = YEARS
    if not first <= day.year <= last:
        raise ValidationError(
            _("Choose a day between the years %(first)d and %(last)d.") % {"first": first, "last": last}
        )


def is_fixed() -> bool:
    """Whether the installation runs on a fixed date; every page then says so."""
    return settings.FIXED_TODAY is not None


def day_of(moment: datetime.datetime | None) -> datetime.date | None:
    """On which day that was in the installation's time zone."""
    return timezone.localdate(moment) if moment else None


def beginning_of(column: str) -> Func:
    """The moment at which the day in that column begins here. The database, left alone, would begin it in London."""
    return Func(
        F(column),
        Value(settings.TIME_ZONE),
        template="(%(expressions)s)",
        arg_joiner="::timestamp AT TIME ZONE ",
        output_field=DateTimeField(),
    )
