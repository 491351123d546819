"""What a reader asks the site for: read from an address, written into one, turned into rows with numbers beside the
choices."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lib.search_words import has_khmer
from search.entries import Entry
from search.excerpts import Piece
from search.pins import Pin
from search.queries import Combination, SearchEntryQuerySet
from search.questions import LONGEST_QUESTION, Question
from search.ranking import ranked
from search.rows import Row, rows_of
from search.sight import Sight
from search.sources import names_of_kinds, source_named
from search.spelling import corrected
from search.vocabulary import Synonyms, Word
from search.words import plain_words

BY_DAY = "moi-nhat"
ORDERS = (("", _("Best match first")), (BY_DAY, _("Newest first")))
LONGEST_KEY = 50
# With fewer results, other spellings are looked for.
FEW = 4


@dataclass(frozen=True)
class Search:
    """What was typed and chosen, and the language it is read in."""

    text: str
    language: str
    kind: str = ""
    category: str = ""
    year: int | None = None
    order: str = ""

    @classmethod
    def of(cls, wanted: QueryDict, language: str) -> Self:
        """What can't be is left out: an address from elsewhere finds more, never an error."""
        year = wanted.get("nam", "")
        return cls(
            text=" ".join(wanted.get("q", "").replace("\0", "").split())[:LONGEST_QUESTION],
            language=language,
            kind=wanted.get("loai", "").replace("\0", "")[:LONGEST_KEY],
            category=wanted.get("chuyen-muc", "").replace("\0", "")[:LONGEST_KEY],
            year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
            order=BY_DAY if wanted.get("sap-xep") == BY_DAY else "",
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.category or self.year)

    def narrow(self, entries: SearchEntryQuerySet) -> SearchEntryQuerySet:
        return entries.narrowed(kind=self.kind, category=self.category, year=self.year)

    def fits(self, one: Combination, *, but: str = "") -> bool:
        """Whether it is among what was chosen, one of the choices left aside."""
        return (
            (but == "kind" or self.kind in ("", one.kind))
            and (but == "year" or self.year in (None, one.year))
            and (but == "category" or not self.category or self.category in one.categories)
        )

    @property
    def languages(self) -> set[str]:
        """The reader's, the main one, in which most stands, and that of the letters that were typed."""
        return {self.language, settings.LANGUAGE_CODE, *(["km"] if has_khmer(self.text) else [])}

    @property
    def orders(self) -> "list[Choice]":
        return [Choice(key, str(name), 0, key == self.order, replace(self, order=key).address) for key, name in ORDERS]

    def with_choice(self, field: str, key: str, chosen: str) -> "Search":
        value: Any = "" if key == chosen else key
        if field == "year":
            value = int(value) if value else None
        return replace(self, **{field: value})

    @property
    def without_choices(self) -> str:
        return replace(self, kind="", category="", year=None).address

    @property
    def address(self) -> str:
        """The question part of an address."""
        return urlencode({name: value for name, value in self.in_address().items() if value})

    def in_address(self) -> dict[str, str]:
        return {
            "q": self.text,
            "loai": self.kind,
            "chuyen-muc": self.category,
            "nam": str(self.year or ""),
            "sap-xep": self.order,
        }


@dataclass(frozen=True)
class Choice:
    key: str
    name: str
    count: int
    is_chosen: bool
    address: str


@dataclass(frozen=True)
class Index:
    """What is looked through, and what of it readers may see."""

    entries: SearchEntryQuerySet
    sight: Sight
    words: QuerySet[Any]
    """What spellings are compared with."""
    rows: Callable[[list[int], Question, str], list[Row]]
    """Of primary keys, in that order, for readers of a language."""


@dataclass
class Findings:
    """What there is to a question. It has a length and slices, for a paginator; a slice is a list of rows."""

    search: Search
    question: Question
    index: Index
    combinations: list[Combination]
    corrected: str = ""
    """What was looked for instead of what was typed, of which there was nothing."""
    suggestion: str = ""
    """What may have been meant, where there was little."""

    def __len__(self) -> int:
        return sum(one.times for one in self.fitting())

    def __getitem__(self, wanted: slice) -> list[Row]:
        start, stop = wanted.start or 0, min(wanted.stop, len(self))
        return self.index.rows(self._numbers(start, stop), self.question, self.search.language)

    @property
    def address_of_suggestion(self) -> str:
        return replace(self.search, text=self.suggestion).address

    @property
    def is_empty(self) -> bool:
        """Whatever is chosen."""
        return not self.combinations

    @property
    def kinds(self) -> list[Choice]:
        counts: Counter[str] = Counter()
        for one in self.fitting(but="kind"):
            counts[one.kind] += one.times
        return self.choices("kind", names_of_kinds(), counts)

    @property
    def years(self) -> list[Choice]:
        counts: Counter[str] = Counter()
        for one in self.fitting(but="year"):
            counts[str(one.year or "")] += one.times
        return self.choices("year", {year: year for year in sorted(filter(None, counts), reverse=True)}, counts)

    def categories(self, names: Mapping[str, str]) -> list[Choice]:
        counts: Counter[str] = Counter()
        for one in self.fitting(but="category"):
            for key in one.categories:
                counts[key] += one.times
        return self.choices("category", names, counts)

    def choices(self, field: str, names: Mapping[str, str], counts: Mapping[str, int]) -> list[Choice]:
        """Those with something in them, and the chosen one, which leads back to all."""
        chosen = str(getattr(self.search, field) or "")
        return [
            Choice(key, name, counts.get(key, 0), key == chosen, self.search.with_choice(field, key, chosen).address)
            for key, name in names.items()
            if counts.get(key) or key == chosen
        ]

    def fitting(self, *, but: str = "") -> Iterable[Combination]:
        """Counts beside a choice are of what the others leave."""
        return (one for one in self.combinations if self.search.fits(one, but=but))

    @cached_property
    def _found(self) -> SearchEntryQuerySet:
        found = self.index.entries.matching(self.question).in_languages(self.search.languages)
        return self.search.narrow(found)

    def _numbers(self, start: int, stop: int) -> list[int]:
        """Of the nearest first the ranked ones; all others follow, the newest first."""
        if start >= stop:
            return []
        sight = self.index.sight
        if self.search.order == BY_DAY:
            return list(self._found.filter(sight.of_all).newest_first().values_list("pk", flat=True)[start:stop])
        first = ranked(self._found, self.question, of=len(self), sight=sight, language=self.search.language)
        if stop <= len(first):
            return first[start:stop]
        others = self._found.filter(sight.of_all).exclude(pk__in=first).newest_first().values_list("pk", flat=True)
        beyond = list(others[max(0, start - len(first)) : stop - len(first)])
        return first[start:stop] + beyond


def find(search: Search, on: datetime.date) -> Findings:
    """On this site."""
    return find_in(Index(Entry.objects.all(), Sight(on), Word.objects.all(), rows_of), search)


def find_in(index: Index, search: Search) -> Findings:
    """What has all the words; where nothing has, what was meant by a likely slip, then what has most of them."""
    question = Question.of(search.text, Synonyms.objects.meanings(index.sight.on))
    for one in (question, *question.wider()):
        findings = _ask(search, one, index)
        if findings.combinations:
            return _with_suggestion(findings) if len(findings) < FEW and not search.is_narrowed else findings
    if instead := corrected(question, index.words):
        findings = _ask(search, Question.of(instead, question.synonyms), index)
        findings.corrected = instead
        if findings.combinations:
            return findings
    for one in question.with_fewer():
        findings = _ask(search, one, index)
        if findings.combinations:
            return findings
    return Findings(search, question, index, [])


def _ask(search: Search, question: Question, index: Index) -> Findings:
    found = index.entries.matching(question).in_languages(search.languages)
    return Findings(search, question, index, found.combinations(index.sight))


def _with_suggestion(findings: Findings) -> Findings:
    """Words that would find more; only what readers may see is suggested by them."""
    instead = corrected(findings.question, findings.index.words)
    if instead:
        meant = Question.of(instead, findings.question.synonyms)
        others = _ask(findings.search, meant, findings.index)
        findings.suggestion = instead if len(others) > len(findings) else ""
    return findings


def pinned(search: Search, on: datetime.date) -> list[Row]:
    """What editors put above everything for these very words; a page only while readers may see it."""
    words = tuple(plain_words(search.text))
    pins = [pin for pin in Pin.objects.in_period(on).order_by("pk") if words in pin.groups] if words else []
    pages = source_named("pages")
    wanted = [pin.page_id for pin in pins if pin.page_id]
    seen = set(pages.on_show(on).filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    addresses = pages.addresses(seen, search.language) if seen else {}
    titles = dict(Entry.objects.filter(source="pages", number__in=seen).values_list("number", "title")) if seen else {}
    rows = []
    for pin in pins:
        title = pin.title or titles.get(pin.page_id or 0, "")
        address = pin.address or addresses.get(pin.page_id or 0, "")
        if title and address:
            rows.append(Row([Piece(title, is_marked=False)], [], address, "", None, ""))
    return rows
