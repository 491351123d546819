"""How a column is read, kept and shown: what a register puts beside each of its columns."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from importing.cells import Wrong, as_day, as_number, as_text, clean, plain, shown_day

SHOWN = 120


@dataclass(frozen=True)
class Reader:
    """How the cells of one column are read, kept and shown."""

    def read(self, cell: object) -> Any:
        """The value; None for an empty cell. Raises Wrong."""
        raise NotImplementedError

    def as_json(self, value: Any) -> Any:
        return value

    def from_json(self, kept: Any) -> Any:
        return kept

    def shown(self, value: Any) -> str:
        return "" if value is None else str(value)

    def announced(self, value: Any) -> str:
        """As `shown`, with what else comes of it: something that is made along with the item."""
        return self.shown(value)

    def differing(self, before: Any, after: Any) -> tuple[str, str]:
        """What a person sees of a change."""
        return self.shown(before)[:SHOWN], self.announced(after)[:SHOWN]

    def allowed(self) -> list[str]:
        """What a spreadsheet program may offer in a list; nothing where anything may be typed."""
        return []

    def fresh(self) -> "Reader":
        """One that remembers nothing of an earlier use, in another language or of another time."""
        return replace(self)


@dataclass(frozen=True)
class Text(Reader):
    longest: int = 0
    """In characters; 0 for any length."""
    has_lines: bool = False
    pattern: str = ""
    """A regular expression for the whole text; `likeness` shows in a suggestion what fits it."""
    likeness: str = ""
    normal: Callable[[str], str] | None = None
    """Makes one spelling of several, before the pattern is asked."""

    def read(self, cell: object) -> str | None:
        text = as_text(cell, has_lines=self.has_lines)
        if not text:
            return None
        text = self.normal(text) if self.normal else text
        if self.longest and len(text) > self.longest:
            raise Wrong(
                _("This has %(count)d characters; there is room for %(most)d.")
                % {"count": len(text), "most": self.longest},
                _("Shorten it."),
            )
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise Wrong(_("This is not written as the register has it."), self._as(self.likeness))
        return text

    def _as(self, example: str) -> str:
        return _("Write it as in: %(example)s") % {"example": example} if example else ""


@dataclass(frozen=True)
class Day(Reader):
    earliest: datetime.date = datetime.date(1945, 9, 2)
    latest: datetime.date = datetime.date(2100, 12, 31)

    def read(self, cell: object) -> datetime.date | None:
        day = as_day(cell)
        if day is not None and not self.earliest <= day <= self.latest:
            raise Wrong(
                _("%(day)s is not between %(first)s and %(last)s.")
                % {"day": shown_day(day), "first": shown_day(self.earliest), "last": shown_day(self.latest)},
                _("See whether the year is right."),
            )
        return day

    def as_json(self, value: datetime.date | None) -> str | None:
        return value.isoformat() if value else None

    def from_json(self, kept: str | None) -> datetime.date | None:
        return datetime.date.fromisoformat(kept) if kept else None

    def shown(self, value: datetime.date | None) -> str:
        return shown_day(value) if value else ""


@dataclass(frozen=True)
class Number(Reader):
    decimals: int = 0
    least: Decimal | int | None = None
    most: Decimal | int | None = None
    grouped: bool = True
    """Whether thousands are set apart: not in a year."""

    def read(self, cell: object) -> Decimal | None:
        number = as_number(cell)
        if number is None:
            return None
        if number != round(number, self.decimals):
            raise Wrong(
                _("This has more than %(count)d digits behind the decimal comma.") % {"count": self.decimals}
                if self.decimals
                else _("This has to be a whole number."),
                self.shown(round(number, self.decimals)),
            )
        if (self.least is not None and number < self.least) or (self.most is not None and number > self.most):
            raise Wrong(_("This number is too small or too large."))
        return round(number, self.decimals)

    def as_json(self, value: Decimal | None) -> str | None:
        return None if value is None else str(value)

    def from_json(self, kept: str | None) -> Decimal | None:
        return None if kept is None else Decimal(kept)

    def shown(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        return f"{value:{',' if self.grouped else ''}.{self.decimals}f}".translate(str.maketrans(",.", ".,"))


@dataclass(frozen=True)
class YesNo(Reader):
    YES = ("co", "x", "dung", "yes", "true", "1", "y", "✓", "✔", "v")
    NO = ("khong", "sai", "no", "false", "0", "n", "-")

    def read(self, cell: object) -> bool | None:
        if isinstance(cell, bool):
            return cell
        text = plain(as_text(cell))
        if not text:
            return None
        if text in self.YES:
            return True
        if text in self.NO:
            return False
        raise Wrong(_("This is neither yes nor no."), _("Write Có or Không."))

    def shown(self, value: bool | None) -> str:
        return "" if value is None else "Có" if value else "Không"

    def allowed(self) -> list[str]:
        return ["Có", "Không"]


@dataclass(frozen=True)
class Choice(Reader):
    """One of a list, found by its label whatever its accents, capitals and spaces. `options` is asked once."""

    options: Callable[[], Mapping[str, Any]]
    """Label → value; several labels may lead to one value, which is shown by the first. Values go into JSON as they
    are."""

    @cached_property
    def _by_label(self) -> dict[str, Any]:
        return {plain(label): value for label, value in self.options().items()}

    @cached_property
    def _labels(self) -> dict[Any, str]:
        return {value: label for label, value in reversed(list(self.options().items()))}

    def read(self, cell: object) -> Any:
        text = as_text(cell)
        if not text:
            return None
        if plain(text) in self._by_label:
            return self._by_label[plain(text)]
        near = get_close_matches(plain(text), self._by_label, n=1, cutoff=0.6)
        suggestion = _("Do you mean: %(label)s?") % {"label": self._labels[self._by_label[near[0]]]} if near else ""
        raise Wrong(_("“%(text)s” is not in the list.") % {"text": text[:60]}, suggestion)

    def shown(self, value: Any) -> str:
        return "" if value is None else str(self._labels.get(value, value))

    def allowed(self) -> list[str]:
        return list(dict.fromkeys(self._labels.values()))[::-1]


@dataclass(frozen=True)
class Choices(Choice):
    """Several of a list, divided by semicolons or lines. The value is a tuple, in the order of the list."""

    def read(self, cell: object) -> tuple[Any, ...] | None:
        chosen = {super(Choices, self).read(name) for name in parts(cell)}
        return tuple(value for value in dict.fromkeys(self._by_label.values()) if value in chosen) or None

    def as_json(self, value: tuple[Any, ...] | None) -> list[Any] | None:
        return list(value) if value else None

    def from_json(self, kept: list[Any] | None) -> tuple[Any, ...] | None:
        return tuple(kept) if kept else None

    def shown(self, value: tuple[Any, ...] | None) -> str:
        return "; ".join(super(Choices, self).shown(one) for one in value or ())


@dataclass(frozen=True)
class NamedFile:
    """A file that an item has, or is to get. Two are the same that have the same name and content.

    `document` is its number in the library, where it has one already; `read` gives the content of one that comes in.
    """

    name: str
    sha1: str
    document: int | None = field(default=None, compare=False)
    read: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Files(Reader):
    """Names of files in the archive that comes with the sheet, several of them divided by semicolons or lines.

    The value is a tuple of NamedFile; `importing.attachments` finds them.
    """

    def read(self, cell: object) -> tuple[str, ...] | None:
        return tuple(dict.fromkeys(parts(cell))) or None

    def as_json(self, value: tuple[NamedFile, ...] | None) -> list[list[Any]] | None:
        return [[file.name, file.sha1, file.document] for file in value] if value else None

    def from_json(self, kept: list[list[Any]] | None) -> tuple[NamedFile, ...] | None:
        return tuple(NamedFile(*file) for file in kept) if kept else None

    def shown(self, value: tuple[NamedFile, ...] | None) -> str:
        return "; ".join(file.name for file in value or ())


def parts(cell: object) -> list[str]:
    """Of a cell that holds several: divided by semicolons or lines, none of them empty."""
    names = (clean(name) for name in re.split("[;\n]", as_text(cell, has_lines=True)))
    return list(filter(None, names))
