"""Vietnamese text: one Unicode form, plain-letter slugs, and keys that sort and compare as a Vietnamese reader does."""

import re
import unicodedata

from django.utils.text import slugify

# The order of the Vietnamese alphabet; tones follow in the order of school books.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
VOWELS = frozenset("aăâeêioôơuưy")
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
ZERO_WIDTH = re.compile("[\u200b-\u200d\ufeff]")


def to_nfc(text: str) -> str:
    """The composed Unicode form that TCVN 6909:2001 asks for."""
    return unicodedata.normalize("NFC", text)


def without_marks(text: str) -> str:
    """`Đại An` → `Dai An`."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f"))


def marked_letters() -> dict[str, str]:
    """Every letter with Vietnamese marks, small and capital, by the plain letter it becomes: `{"d": "đĐ", …}`."""
    grouped: dict[str, str] = {}
    for letter in ALPHABET:
        for tone in ("", *TONES):
            marked = unicodedata.normalize("NFC", letter + tone)
            plain = without_marks(marked)
            if len(marked) == 1 and marked != plain:
                grouped[plain] = grouped.get(plain, "") + marked + marked.upper()
    return grouped


def slug(text: str, *, allow_unicode: bool = False) -> str:
    """`Thị trấn Định An` → `thi-tran-dinh-an`. Khmer letters survive only with `allow_unicode`."""
    return slugify(ZERO_WIDTH.sub("", without_marks(text)), allow_unicode=allow_unicode)


def sort_key(text: str) -> str:
    """A text whose plain byte order is the dictionary order of Vietnamese: di, dơ, đi, ôn, ơn.

    Stored beside the name, because PostgreSQL's C order puts đ, ô and ơ behind z.
    """
    letters: list[str] = []
    tones: list[str] = []
    for character in to_nfc(text).lower():
        letter, tone = _letter_and_tone(character)
        letters.append(_letter_key(letter))
        tones.append(str(tone))
    # A tab stands before the space between words, so that a name comes before the longer ones that begin with it.
    return "".join(letters) + "\t" + "".join(tones)


def spelling_key(text: str) -> str:
    """The same for two spellings of one name: `Hòa` and `Hoà`, `Mỹ` and `Mĩ`; another for `Đinh An` and `Định An`."""
    return " ".join(_word_key(word) for word in to_nfc(text).lower().split())


def _word_key(word: str) -> str:
    """The letters without their tone, i for a final y that is the only vowel, and the tone at the end."""
    split = [_letter_and_tone(character) for character in word]
    letters = "".join(letter for letter, _ in split)
    if letters.endswith("y") and not VOWELS & set(letters[:-1]):
        letters = f"{letters[:-1]}i"
    return letters + "".join(sorted(str(tone) for _, tone in split if tone))


def _letter_and_tone(character: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", character)
    tone = next((TONES.index(mark) + 1 for mark in decomposed if mark in TONES), 0)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
    return letter, tone


def _letter_key(letter: str) -> str:
    position = ALPHABET.find(letter)
    return chr(ord("A") + position) if position >= 0 else letter if letter < "A" else f"~{letter}"
