"""How Vietnamese is spelt in the corpus: slugs, capitals, dates as offices write them."""

import re
import unicodedata
from datetime import date

LONGEST_SLUG = 90
QUARTERS = ("I", "II", "III", "IV")


def slug_of(title: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word so that it stays readable in an address."""
    plain = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    return _cut("-".join(words))


def unique_slug(wanted: str, taken: set[str]) -> str:
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    taken.add(slug)
    return slug


def capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def short_date(day: date) -> str:
    """05/02, 14/3: a zero before days below ten and before January and February, as Decree 30/2020 asks."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}"


def full_date(day: date) -> str:
    return f"{short_date(day)}/{day.year}"


def quarter(day: date) -> str:
    return f"quý {QUARTERS[(day.month - 1) // 3]}"


def _cut(slug: str) -> str:
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rsplit("-", 1)[0]
