"""Issuing bodies and other documents as sheets name them: in capitals, shortened, with the tone on another letter."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from importing.cells import Wrong, as_day, shown_day
from importing.readers import Reader, Text, parts
from legal.models import Issuer, LegalDocument
from lib.search_words import WORD_FOR_NUMBER, identity
from lib.vietnamese import spelling_key, without_marks

ABBREVIATED = (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("hdnd", "hội đồng nhân dân"))
LEAST_LIKENESS = 0.85
# 15/QĐ-UBND ngày 05/03/2023 của Ủy ban nhân dân huyện
WITH_DAY_AND_ISSUER = re.compile(
    r"(?P<number>.+?)(?:\s+ngày\s+(?P<day>\S+))?(?:\s+của\s+(?P<issuer>.+))?", re.IGNORECASE
)


@dataclass(frozen=True)
class IssuerName(Text):
    """The body's name as the register has it, however it is spelled in the sheet; else a new one."""

    longest: int = 255

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Spelling → names in use; a new one is spelled as where it came first."""
        found: dict[str, list[str]] = {}
        for name in Issuer.objects.values_list("name", flat=True):
            found.setdefault(spelling(name), []).append(name)
        return found

    @cached_property
    def _known(self) -> set[str]:
        return {name for names in self._names.values() for name in names}

    @cached_property
    def _without_marks(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._known:
            found.setdefault(without_marks(in_full(name)), []).append(name)
        return found

    def read(self, cell: object) -> str | None:
        name = super().read(cell)
        if name is None or name in self._known:
            return name
        typed = spelling(name)
        same = self._names.get(typed, [])
        if not same and without_marks(name) == name:
            same = self._without_marks.get(without_marks(in_full(name)), [])
        if len(same) > 1:
            raise Wrong(_("Several issuing bodies are called so."), "; ".join(sorted(same)))
        return self._names.setdefault(typed, same or [name])[0]

    def announced(self, value: str | None) -> str:
        if value is None or value in self._known:
            return self.shown(value)
        if near := get_close_matches(spelling(value), map(spelling, self._known), n=1, cutoff=LEAST_LIKENESS):
            alike = self._names[near[0]][0]
            return _("%(name)s (a new issuing body; did you mean %(other)s?)") % {"name": value, "other": alike}
        return _("%(name)s (a new issuing body)") % {"name": value}


@dataclass(frozen=True)
class NamedDocument:
    """A published document that another one names."""

    pk: int
    number: str = field(compare=False)
    issued_on: datetime.date | None = field(default=None, compare=False)
    issuer: str = field(default="", compare=False)

    def __str__(self) -> str:
        """So that it can be told from others of its number, as a sheet may say it."""
        day = f" ngày {shown_day(self.issued_on)}" if self.issued_on else ""
        return f"{self.number}{day} của {self.issuer}"


@dataclass(frozen=True)
class DocumentNumbers(Reader):
    """Numbers of documents in the register, divided by semicolons or lines, with day and issuer where there are several
    of one number. The value is a tuple of NamedDocument, in the order of their entry."""

    @cached_property
    def _known(self) -> dict[str, list[NamedDocument]]:
        found: dict[str, list[NamedDocument]] = {}
        documents = LegalDocument.objects.published().order_by("pk")
        for key, *named in documents.values_list("number_identity", "pk", "number", "issued_on", "issuer__name"):
            found.setdefault(key, []).append(NamedDocument(*named))
        return found

    def read(self, cell: object) -> tuple[NamedDocument, ...] | None:
        found = {self._named(name) for name in parts(cell)}
        return tuple(sorted(found, key=lambda one: one.pk)) or None

    def as_json(self, value: tuple[NamedDocument, ...] | None) -> list[Any] | None:
        return [[one.pk, one.number] for one in value] if value else None

    def from_json(self, kept: list[Any] | None) -> tuple[NamedDocument, ...] | None:
        return tuple(NamedDocument(*one) for one in kept) if kept else None

    def shown(self, value: tuple[NamedDocument, ...] | None) -> str:
        return "; ".join(one.number for one in value or ())

    def _named(self, name: str) -> NamedDocument:
        number = without_word(name)
        candidates = self._known.get(identity(number), [])
        if not candidates and (said := WITH_DAY_AND_ISSUER.fullmatch(number)):
            candidates = list(self._fitting(said))
        if not candidates:
            raise Wrong(
                _("The register has no published document “%(number)s”.") % {"number": name},
                _("Import that document first; then import this sheet."),
            )
        if len(candidates) > 1:
            raise Wrong(
                _("Several documents have the number “%(number)s”.") % {"number": name}, "; ".join(map(str, candidates))
            )
        return candidates[0]

    def _fitting(self, said: re.Match[str]) -> Iterator[NamedDocument]:
        day = as_day(said["day"]) if said["day"] else None
        issuer = spelling(said["issuer"]) if said["issuer"] else None
        for one in self._known.get(identity(said["number"]), []):
            if day in (None, one.issued_on) and issuer in (None, spelling(one.issuer)):
                yield one


def without_word(number: str) -> str:
    return WORD_FOR_NUMBER.sub("", number)


def spelling(name: str) -> str:
    return spelling_key(in_full(name))


def in_full(name: str) -> str:
    name = " ".join(name.lower().split())
    for short, whole in ABBREVIATED:
        name = re.sub(rf"\b{short}\b", whole, name)
    return name
