"""What people type into the cells of a sheet, read as they mean it: texts, days, numbers.

A cell is one of Python's own types, as `importing.tables` has read it. What can't be read raises Wrong, with a reason
and, where there is one, a suggestion.
"""

import datetime
import re
from decimal import Decimal

from django.utils.translation import gettext as _

from lib.vietnamese import ZERO_WIDTH, to_nfc, without_marks

KHMER = re.compile("[\u1780-\u17ff]")
# Spaces that do not break, soft hyphens: what comes along when a text is copied out of a web page or a PDF.
SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
INVISIBLE = re.compile("[\u00ad\u2060\u200e\u200f\u202a-\u202e]")
LINES = re.compile("\r\n?|\n|\u2028|\u2029|\x0b|\x0c")


class Wrong(Exception):
    def __init__(self, reason: str, suggestion: str = "") -> None:
        super().__init__(reason)
        self.reason, self.suggestion = reason, suggestion


def clean(text: str, *, has_lines: bool = False) -> str:
    """One Unicode form, plain spaces, nothing invisible. Khmer keeps the invisible marks between its words."""
    text = INVISIBLE.sub("", to_nfc(text))
    if not KHMER.search(text):
        text = ZERO_WIDTH.sub("", text)
    lines = [SPACES.sub(" ", line).strip() for line in LINES.split(text.replace("\ufeff", ""))]
    return ("\n" if has_lines else " ").join(lines if has_lines else filter(None, lines)).strip()


def plain(text: str) -> str:
    """For comparing: small letters without marks and punctuation at the ends."""
    return SPACES.sub(" ", without_marks(clean(text)).lower()).strip(" .:;*")


def as_text(cell: object, *, has_lines: bool = False) -> str:
    """Raises Wrong for what a spreadsheet program has made a date of."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.date | datetime.time | datetime.timedelta):
        raise Wrong(
            _("The spreadsheet program has turned this text into a date or time."),
            _("Format the column as text, then type it again."),
        )
    if isinstance(cell, bool):
        return "Có" if cell else "Không"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(str(cell), has_lines=has_lines)


# --- Days -------------------------------------------------------------------------------------------------------------

FIGURES = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
WORDS = re.compile(r"(?:.*\b)?ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})")
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
# The days of 1945 and 2100, as a spreadsheet program counts them from the last of 1899.
FIRST_SERIAL, LAST_SERIAL = 16438, 73415
BEGIN_OF_SERIALS = datetime.date(1899, 12, 30)
# Of a year in two figures, those up to so many after this one belong to this century.
YEARS_AHEAD = 10


def as_day(cell: object) -> datetime.date | None:
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _from_serial(float(cell))
    text = as_text(cell)
    if not text:
        return None
    if SERIAL.fullmatch(text):
        return _from_serial(float(text.replace(",", ".")))
    if found := ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := FIGURES.fullmatch(text) or WORDS.fullmatch(plain(text)):
        day, month, year = map(int, found.groups())
        if len(found[3]) == 2:
            year = _whole_year(year)
    else:
        raise Wrong(_("“%(text)s” is no date.") % {"text": text[:60]}, _("Write day/month/year: 05/03/2023"))
    return _date(year, month, day, text)


def _date(year: int, month: int, day: int, text: str) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        swapped = month > 12 >= day and month <= 31
        suggestion = f"{month:02}/{day:02}/{year}" if swapped else _("Write day/month/year: 05/03/2023")
        raise Wrong(_("There is no such day: %(text)s.") % {"text": text[:60]}, suggestion) from None


def _from_serial(number: float) -> datetime.date:
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        return BEGIN_OF_SERIALS + datetime.timedelta(days=int(number))
    raise Wrong(
        _("The number %(number)s is no date.") % {"number": f"{number:g}"}, _("Write day/month/year: 05/03/2023")
    )


def _whole_year(figures: int) -> int:
    year = 2000 + figures
    return year if year <= datetime.datetime.now(tz=datetime.UTC).year + YEARS_AHEAD else year - 100


def shown_day(day: datetime.date) -> str:
    return f"{day:%d/%m/%Y}"


# --- Numbers ----------------------------------------------------------------------------------------------------------

VIETNAMESE = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?")
ENGLISH = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)")
UNITS = re.compile(r"\s*(?:đồng|đ|vnđ|vnd|₫)$", re.IGNORECASE)


def as_number(cell: object) -> Decimal | None:
    """`1.234.567,5` as here; what is surely written as in English is refused, because the next one may look the same
    and mean something else."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        # As many figures as a spreadsheet program shows and keeps: 0.1 + 0.2 is 0.3 there.
        return Decimal(f"{cell:.15g}") if isinstance(cell, float) else Decimal(cell)
    text = UNITS.sub("", as_text(cell))
    if not text:
        return None
    if VIETNAMESE.fullmatch(text):
        return Decimal(text.replace(".", "").replace(" ", "").replace(",", "."))
    if ENGLISH.fullmatch(text):
        here = text.translate(str.maketrans(",.", ".,"))
        raise Wrong(_("“%(text)s” is written as in English.") % {"text": text}, here)
    raise Wrong(_("“%(text)s” is no number.") % {"text": text[:60]}, _("Write it as 1.234.567,5"))
