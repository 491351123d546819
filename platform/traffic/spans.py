"""From a day to a day, as people read it."""

import datetime

from django.utils.formats import date_format


def span(first: datetime.date, last: datetime.date) -> str:
    """`01/01/2022 – 31/12/2022`"""
    return f"{date_format(first, 'SHORT_DATE_FORMAT')} – {date_format(last, 'SHORT_DATE_FORMAT')}"
