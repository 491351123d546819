"""Typed or imported data on its way to a `Content`: one Unicode form, no invisible characters, nothing that can't be.

Every mistake is told with its part, and with its row where the part has rows.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from unicodedata import is_normalized
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lib.vietnamese import to_nfc
from procedure_catalogue.contents import PARTS, Basis, Component, Content, Step, Way
from procedure_catalogue.form_files import ADDRESS
from procedure_catalogue.states import Channel, Level, Online

CODE = re.compile(r"\d\.\d{6}", re.ASCII)
# Zero-width spaces stay: Khmer parts its words with them.
INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200e\u200f\u2060\ufeff]")
SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
# What a line may hold that has to be looked at closer.
UNCLEAN = re.compile("[\u0000-\u001f\u007f\u00a0\u00ad\u2000-\u200a\u200e\u200f\u202f\u2060\u3000\ufeff]|  ")
LONGEST_NAME, LONGEST_LINE, LONGEST_TEXT = 1000, 2000, 20_000
MOST_ROWS, MOST_PAPERS = 200, 99


def read_content(data: Mapping[str, Any]) -> Content:
    """Raises ValidationError with a dictionary: what is wrong, by part."""
    reader = _Reader(data)
    content = reader.content()
    if reader.errors:
        raise ValidationError(reader.errors)
    return content


def read_part(part: str, value: Any) -> Any:
    """One part of a Content by itself. Raises ValidationError with what is wrong."""
    reader = _Reader({part: value})
    found = reader.part(part)
    if reader.errors:
        raise ValidationError([told for errors in reader.errors.values() for told in errors])
    return found


def clean_code(text: str) -> str:
    """`1.001193`, whatever stood around it. Raises ValidationError."""
    code = line(text).replace(" ", "")
    if not CODE.fullmatch(code):
        raise ValidationError(_("A code looks like 1.001193: one figure, a point and six figures."))
    return code


def line(text: object) -> str:
    """One line without what can't be seen."""
    return " ".join(paragraphs(text).split("\n")).strip()


def paragraphs(text: object) -> str:
    """Lines of text: each trimmed, never two empty ones in a row."""
    if isinstance(text, str) and not UNCLEAN.search(text) and is_normalized("NFC", text):
        return text.strip()
    bare = INVISIBLE.sub("", to_nfc(str(text or "")).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"))
    lines = "\n".join(SPACES.sub(" ", one).strip() for one in bare.split("\n"))
    return re.sub("\n{3,}", "\n\n", lines).strip()


class _Reader:
    """Goes through all parts and remembers what is wrong with each."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.errors: dict[str, list[str]] = {}

    def content(self) -> Content:
        return Content(**{name: self.part(name) for name in PARTS})

    def part(self, name: str) -> Any:
        return _READ[name](self)

    def _wrong(self, part: str, told: str, row: int | None = None) -> None:
        placed = _("Row %(row)d: %(told)s") % {"row": row, "told": told} if row else told
        self.errors.setdefault(part, []).append(placed)

    def _short(self, part: str, text: str, longest: int, row: int | None = None) -> str:
        if len(text) > longest:
            self._wrong(part, _("At most %(most)d characters.") % {"most": longest}, row)
        return text

    def _line(self, part: str, longest: int = LONGEST_LINE, *, is_needed: bool = False) -> str:
        text = line(self.data.get(part))
        if is_needed and not text:
            self._wrong(part, _("This must not be empty."))
        return self._short(part, text, longest)

    def _text(self, part: str) -> str:
        return self._short(part, paragraphs(self.data.get(part)), LONGEST_TEXT)

    def _lines(self, part: str) -> tuple[str, ...]:
        """Each once, in their order. A single text is read line by line."""
        given = self.data.get(part) or ()
        split = paragraphs(given).split("\n") if isinstance(given, str) else given
        texts = dict.fromkeys(text for one in split if (text := line(one)))
        if len(texts) > MOST_ROWS:
            self._wrong(part, _("At most %(most)d rows.") % {"most": MOST_ROWS})
        return tuple(self._short(part, text, LONGEST_LINE) for text in texts)

    def _codes(self, part: str) -> tuple[str, ...]:
        codes = []
        for text in self._lines(part):
            try:
                codes.append(clean_code(text))
            except ValidationError as error:
                self._wrong(part, f"{text}: {error.messages[0]}")
        return tuple(dict.fromkeys(codes))

    def _levels(self) -> tuple[str, ...]:
        chosen = {self._choice("levels", one, Level) for one in self.data.get("levels") or ()}
        if not chosen:
            self._wrong("levels", _("Choose at least one level."))
        return tuple(level.value for level in Level if level.value in chosen)

    def _choice(self, part: str, value: object, choices: type[Level | Online | Channel], row: int | None = None) -> str:
        text = str(value)
        if text not in choices.values:
            self._wrong(part, _("“%(value)s” is not one of the choices.") % {"value": text}, row)
        return text

    def _number(self, part: str, value: object, row: int | None = None) -> int | None:
        text = line("" if value is None else value)
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or int(text) > MOST_PAPERS:
            self._wrong(
                part, _("“%(value)s” is not a number up to %(most)d.") % {"value": text, "most": MOST_PAPERS}, row
            )
            return None
        return int(text)

    def _url(self, part: str, value: object, row: int | None = None) -> str:
        text = self._short(part, line(value), LONGEST_LINE, row)
        if text and not _is_web_address(text):
            self._wrong(part, _("“%(value)s” is not an address that begins with https://.") % {"value": text}, row)
        return text

    def _form(self, value: object, row: int) -> str:
        """An address elsewhere, or that of a file which the catalogue keeps."""
        text = line(value)
        return text if ADDRESS.match(text) else self._url("dossier", value, row)

    def _rows(self, part: str) -> list[tuple[Mapping[str, Any], int]]:
        """Those in which anything stands, with their number."""
        given = list(self.data.get(part) or ())
        if len(given) > MOST_ROWS:
            self._wrong(part, _("At most %(most)d rows.") % {"most": MOST_ROWS})
            given = given[:MOST_ROWS]
        return [(row, number) for number, row in enumerate(given, start=1) if any(line(one) for one in row.values())]

    def _cell(self, part: str, row: Mapping[str, Any], name: str, number: int) -> str:
        return self._short(part, paragraphs(row.get(name)), LONGEST_TEXT, number)

    def _needed(self, part: str, row: Mapping[str, Any], name: str, number: int) -> str:
        text = self._cell(part, row, name, number)
        if not text:
            self._wrong(part, _("This must not be empty."), number)
        return text

    def _way(self, row: Mapping[str, Any], number: int) -> Way:
        channel = self._choice("ways", row.get("channel") or Channel.COUNTER, Channel, number)
        texts = {name: self._cell("ways", row, name, number) for name in ("time_limit", "fee", "note")}
        return Way(channel=channel, **texts)

    def _step(self, row: Mapping[str, Any], number: int) -> Step:
        translations = {name: self._cell("steps", row, name, number) for name in ("text_km", "text_en")}
        return Step(text=self._needed("steps", row, "text", number), **translations)

    def _component(self, row: Mapping[str, Any], number: int) -> Component:
        texts = {name: self._cell("dossier", row, name, number) for name in ("case", "form_name")}
        return Component(
            name=self._needed("dossier", row, "name", number),
            originals=self._number("dossier", row.get("originals"), number) or 0,
            copies=self._number("dossier", row.get("copies"), number) or 0,
            form_url=self._form(row.get("form_url"), number),
            **texts,
        )

    def _basis(self, row: Mapping[str, Any], number: int) -> Basis:
        texts = {name: line(row.get(name)) for name in ("number", "title", "issuer")}
        if not texts["number"] and not texts["title"]:
            self._wrong("legal_basis", _("This must not be empty."), number)
        return Basis(issued_on=self._day(row.get("issued_on"), number), **texts)

    def _day(self, value: object, number: int) -> str:
        """An ISO day. Vietnamese spelling, 20/11/2014, is read as well."""
        text = value.isoformat() if isinstance(value, datetime.date) else line(value)
        if found := _iso_day(text):
            return found
        if text:
            self._wrong("legal_basis", _("“%(value)s” is not a day such as 20/11/2014.") % {"value": text}, number)
        return ""


# Each part by the way it is read.
_READ: dict[str, Callable[[_Reader], Any]] = {
    "name": lambda read: read._line("name", LONGEST_NAME, is_needed=True),
    "name_km": lambda read: read._line("name_km", LONGEST_NAME),
    "name_en": lambda read: read._line("name_en", LONGEST_NAME),
    "field": lambda read: read._line("field", is_needed=True),
    "levels": lambda read: read._levels(),
    "deciding_agency": lambda read: read._line("deciding_agency"),
    "performing_agencies": lambda read: read._lines("performing_agencies"),
    "coordinating_agencies": lambda read: read._lines("coordinating_agencies"),
    "applicants": lambda read: read._lines("applicants"),
    "ways": lambda read: tuple(read._way(row, number) for row, number in read._rows("ways")),
    "steps": lambda read: tuple(read._step(row, number) for row, number in read._rows("steps")),
    "dossier": lambda read: tuple(read._component(row, number) for row, number in read._rows("dossier")),
    "sets": lambda read: read._number("sets", read.data.get("sets")),
    "result": lambda read: read._text("result"),
    "conditions": lambda read: read._text("conditions"),
    "legal_basis": lambda read: tuple(read._basis(row, number) for row, number in read._rows("legal_basis")),
    "related": lambda read: read._codes("related"),
    "online": lambda read: read._choice("online", read.data.get("online") or Online.INFORMATION, Online),
    "portal_url": lambda read: read._url("portal_url", read.data.get("portal_url")),
}


@lru_cache(maxsize=4096)
def _iso_day(text: str) -> str:
    """Empty for what is no day. An import asks for the same days thousands of times."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"):
        try:
            return datetime.datetime.strptime(text, pattern).date().isoformat()
        except ValueError:
            continue
    return ""


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
