"""Text as it is compared in a search: small plain letters and digits, whatever marks, slashes and zeros were typed."""

import re
import unicodedata

from lib.vietnamese import ZERO_WIDTH, without_marks

LEADING_ZEROS = re.compile(r"\b0+(?=\d)")
# A space that does not stand between two figures.
BETWEEN_FIGURES = re.compile(r"(?<!\d) | (?!\d)")
# Punctuation, symbols, spaces and control characters part words. Marks do not: Khmer is written with them.
PARTING = frozenset("PSZC")
# Before a document's number: `Số: 15/2023/QĐ-UBND`.
WORD_FOR_NUMBER = re.compile(r"\b(?:số|so)\s*[:.]?\s*(?=\d)", re.IGNORECASE)
KHMER = re.compile("[\u1780-\u17ff]")


def plain(text: str) -> str:
    """`Số 02/2023/QĐ-UBND` → `so 2 2023 qd ubnd`."""
    bare = without_marks(ZERO_WIDTH.sub("", text)).lower()
    parted = "".join(" " if unicodedata.category(letter)[0] in PARTING else letter for letter in bare)
    return LEADING_ZEROS.sub("", " ".join(parted.split()))


def compact(text: str) -> str:
    """`02/2023/QĐ-UBND` → `22023qdubnd`: the same for every way to write one number."""
    return plain(text).replace(" ", "")


def identity(text: str) -> str:
    """As `compact`, while figures stay apart: `1/12/QĐ` is another document than `11/2/QĐ`, and both than `112/QĐ`."""
    return BETWEEN_FIGURES.sub("", plain(text))


def phrases(text: str) -> list[list[str]]:
    """What was typed, word by word: `15/QĐ ngân` → `[["15", "qd"], ["ngan"]]`. A number stays in one piece."""
    return [split for word in text.split() if (split := plain(word).split())]


def has_khmer(text: str) -> bool:
    """Khmer has no spaces between words: what is searched may stand in the middle of what a database calls one."""
    return bool(KHMER.search(text))
