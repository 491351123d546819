"""Values on their way into a table that an office opens with Excel."""

import datetime

from django.utils import timezone

# Without it Excel reads a CSV file as if it were not UTF-8.
BYTE_ORDER_MARK = "\ufeff"

# What makes a spreadsheet program run a cell instead of showing it.
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: object) -> str:
    """A text as a text: what a stranger typed into a form is never a formula."""
    written = str(text)
    return f"'{written}" if written.startswith(BEGINS_A_FORMULA) else written


def moment(at: datetime.datetime) -> str:
    """By the clock on the wall, in the one spelling that every program sorts and reads as a time."""
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M:%S")
