"""What is typed and what is written as one sequence of words, plain whatever marks, spelling and signs it has."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from lib.search_words import BETWEEN_FIGURES, WORD_FOR_NUMBER, has_khmer
from lib.vietnamese import ZERO_WIDTH, marked_letters, spelling_key, to_nfc, without_marks

# Letters and figures with the signs that stand on them: Khmer vowels are no letters to Unicode.
WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f\u17b4-\u17d3\u17dd])+")
LONGEST_WORD = 60
# `kỹ` and `kĩ` are one word, `quy` and `qui` are too seldom mixed up to make one of them.
FINAL_Y = re.compile(r"^([bcdghklmnprstvx]+)y$")
ZEROS = re.compile(r"^0+(?=\d)")
DAY_IN_WORDS = re.compile(
    r"(?:ngày|ngay)?\s*(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})\s+(?:năm|nam)\s+(\d{4})", re.IGNORECASE
)
BEFORE_A_DAY = re.compile(r"\b(?:ngày|ngay)\s+(?=\d{1,2}[/.-]\d)", re.IGNORECASE)
# Quarters and terms: `quý III` is `quý 3`. In small letters only what is no word, such as `vi` and `xi`.
ROMAN = {"I": "1", "V": "5", "VI": "6", "IX": "9", "X": "10", "XI": "11", "XII": "12"}
ROMAN |= {
    form: figure
    for small, figure in (("ii", "2"), ("iii", "3"), ("iv", "4"), ("vii", "7"), ("viii", "8"))
    for form in (small, small.upper())
}
QUOTED = re.compile('["“”]([^"“”]+)["“”]')
# PostgreSQL keeps no more places of one word, and no place beyond this one.
LAST_PLACE = 16_383
MOST_PLACES = {"A": 16, "B": 16, "C": 12, "D": 4}
# Between two texts, so that no phrase reaches from one into the other.
GAP = 5
# Each letter becomes one letter: what is found in the plain text stands at the same place in the written one.
PLAIN_LETTERS = str.maketrans(
    {letter: plain.lower() for plain, letters in marked_letters().items() for letter in letters}
    | {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
)


class Word(NamedTuple):
    """`plain` is what is found by, `marked` the same with its tone and letters in one spelling: `hoa` and `hoa1`."""

    plain: str
    marked: str


class Phrase(NamedTuple):
    """Words that stand side by side: what was typed in one piece, such as a number, or in quotation marks."""

    words: tuple[Word, ...]
    written: str

    @property
    def plain(self) -> tuple[str, ...]:
        return tuple(word.plain for word in self.words)


def folded(text: str) -> str:
    """Plain small letters, each at the place where it is written."""
    return text.translate(PLAIN_LETTERS)


def words_in(text: str) -> list[Word]:
    found = map(word_of, WORD.findall(to_nfc(ZERO_WIDTH.sub("", text))))
    return [word for word in found if word.plain]


def plain_words(text: str) -> list[str]:
    return [word.plain for word in words_in(text)]


@lru_cache(maxsize=50_000)
def word_of(written: str) -> Word:
    small = ROMAN.get(written) or written.lower()[:LONGEST_WORD]
    plain = FINAL_Y.sub(r"\1i", ZEROS.sub("", without_marks(small)))
    return Word(plain, spelling_key(ZEROS.sub("", small)))


def phrases_in(text: str) -> list[Phrase]:
    """What a reader typed, piece by piece. A day in words is the day in figures."""
    text = to_nfc(ZERO_WIDTH.sub("", text))
    text = DAY_IN_WORDS.sub(r" \1/\2/\3 ", WORD_FOR_NUMBER.sub("", text))
    text = BEFORE_A_DAY.sub("", text)
    pieces: list[str] = []
    position = 0
    for found in QUOTED.finditer(text):
        pieces += [*text[position : found.start()].split(), found[1]]
        position = found.end()
    pieces += text[position:].split()
    split = (Phrase(tuple(words_in(piece)), piece) for piece in pieces)
    return [phrase for phrase in split if phrase.words]


def sign_key(sign: str) -> str:
    """The same for every way to write one number."""
    return "".join(plain_words(WORD_FOR_NUMBER.sub("", sign)))


def sign_identity(sign: str) -> str:
    """As `sign_key`, while figures stay apart: `1/12/QĐ` is another document than `11/2/QĐ`."""
    return BETWEEN_FIGURES.sub("", " ".join(plain_words(WORD_FOR_NUMBER.sub("", sign))))


def days_in_words(text: str) -> str:
    """The days that a text tells in words, in figures: `ngày 5 tháng 3 năm 2023` → `5/3/2023`."""
    return " ".join("/".join(found.groups()) for found in DAY_IN_WORDS.finditer(text))


def khmer_in(text: str) -> str:
    """What is looked through letter by letter: a text in which Khmer stands, else nothing."""
    return " ".join(plain_words(text)) if has_khmer(text) else ""


def vector(texts: Iterable[tuple[Sequence[str], str]]) -> str:
    """Words and where they stand, as PostgreSQL reads a `tsvector`; each text with its weight, `A` to `D`.

    Made here and not by PostgreSQL, whose parser takes `1e5` for a number and `a.vn` for a host.
    """
    places: dict[str, list[str]] = {}
    place = 0
    for words, weight in texts:
        for word in words:
            place += 1
            found = places.setdefault(word, [])
            if place <= LAST_PLACE and len(found) < MOST_PLACES[weight]:
                found.append(f"{place}{weight}")
        place += GAP
    return " ".join(f"'{word}':{','.join(found)}" if found else f"'{word}'" for word, found in places.items())
