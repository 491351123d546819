"""What a reader asks the site for: read from an address, written into one, turned into rows with numbers beside the
choices."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, Self
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lib.search_words import has_khmer
from lib.vietnamese import to_nfc
from search.entries import Entry
from search.excerpts import Piece
from search.pins import Pin
from search.queries import Combination, SearchEntryQuerySet
from search.questions import LONGEST_QUESTION, Question
from search.ranking import newest, ranked
from search.rows import Row, rows_of
from search.sight import Sight
from search.sources import names_of_kinds, source_named
from search.spelling import corrected
from search.vocabulary import Synonyms, Word
from search.words import folded, plain_words

BY_DAY = "moi-nhat"
ORDERS = (("", _("Best match first")), (BY_DAY, _("Newest first")))
LONGEST_KEY = 50
# With fewer results, other spellings are looked for.
FEW = 4
ROWS_PER_PAGE = 20
FIRST_PAGE = slice(0, ROWS_PER_PAGE)


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
    own: str = ""
    """Of several owners, the one on whose page it is looked through."""

    def has(self, words: str) -> bool:
        """Whether they stand anywhere, be it where nobody may see it."""
        return self.entries.matching(Question.of(words)).exists()


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
    _read: dict[tuple[int, int], list[Row]] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(one.times for one in self.fitting())

    def __getitem__(self, wanted: slice) -> list[Row]:
        start, stop = wanted.start or 0, min(wanted.stop, len(self))
        if (start, stop) not in self._read:
            rows = self.index.rows(self._numbers(start, stop), self.question, self.search.language)
            self._read[start, stop] = rows
        return self._read[start, stop]

    @property
    def address_of_suggestion(self) -> str:
        return replace(self.search, text=self.suggestion).address

    @property
    def is_empty(self) -> bool:
        """Whatever is chosen."""
        return not self.combinations

    @property
    def kinds(self) -> list[Choice]:
        """The chosen one first: on a phone the row of them is longer than the screen."""
        counts: Counter[str] = Counter()
        for one in self.fitting(but="kind"):
            counts[one.kind] += one.times
        return sorted(self.choices("kind", names_of_kinds(), counts), key=lambda one: not one.is_chosen)

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
    def _entries(self) -> SearchEntryQuerySet:
        """Among which it is looked for."""
        return self.search.narrow(self.index.entries.in_languages(self.search.languages))

    def _numbers(self, start: int, stop: int) -> list[int]:
        """Of the nearest first the ranked ones; all others follow, the newest first."""
        if start >= stop:
            return []
        index, language, found = self.index, self.search.language, self._entries.matching(self.question)
        if self.search.order == BY_DAY:
            return newest(found, start=start, stop=stop, sight=index.sight)
        first = ranked(self._entries, self.question, of=len(self), sight=index.sight, language=language, own=index.own)
        if stop <= len(first):
            return first[start:stop]
        rest = {"start": max(0, start - len(first)), "stop": stop - len(first)}
        return first[start:stop] + newest(found, **rest, sight=index.sight, but=first)


def find(search: Search, on: datetime.date) -> Findings:
    """On this site."""
    sight = Sight(on)
    return find_in(Index(Entry.objects.all(), sight, Word.objects.all(), partial(rows_of, sight=sight)), search)


def find_in(index: Index, search: Search) -> Findings:
    """What has all the words; where nothing has, what was meant by a likely slip, then what has most of them."""
    question = Question.of(search.text, Synonyms.objects.meanings(index.sight.on))
    for one in (question, *question.wider()):
        findings = _ask(search, one, index)
        if findings.combinations:
            return _with_suggestion(findings) if len(findings) < FEW and not search.is_narrowed else findings
    if instead := corrected(question, index.words, occurs=index.has):
        findings = _ask(search, Question.of(instead, question.synonyms), index)
        if findings.combinations and (findings[FIRST_PAGE] or search.is_narrowed):
            findings.corrected = spelled_as_read(instead, search.text, findings[FIRST_PAGE])
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
    """Words that would find more; only what readers may see at this moment is suggested by them."""
    index, search = findings.index, findings.search
    if instead := corrected(findings.question, index.words, occurs=index.has):
        others = _ask(search, Question.of(instead, findings.question.synonyms), index)
        if len(others) > len(findings) and others[FIRST_PAGE]:
            findings.suggestion = spelled_as_read(instead, search.text, others[FIRST_PAGE])
    return findings


def spelled_as_read(words: str, typed: str, rows: Iterable[Row]) -> str:
    """Those that nobody typed with the marks that these rows show, else in plain letters: a spelling is learnt once a
    day, and may be of something that is gone."""
    pieces = [piece.text for row in rows for piece in (*row.title, *row.excerpt) if piece.is_marked]
    known = {word for text in (typed, *pieces) for word in to_nfc(text).lower().split()}
    return " ".join(word if word.lower() in known else folded(word) for word in words.split())


def pinned(search: Search, on: datetime.date) -> list[Row]:
    """What editors put above everything for these very words; a page only while readers may see it."""
    words = tuple(plain_words(search.text))
    pins = [pin for pin in Pin.objects.in_period(on).order_by("pk") if words in pin.groups] if words else []
    pages = source_named("pages")
    wanted = [pin.page_id for pin in pins if pin.page_id]
    seen = set(pages.on_show(on).filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    addresses = pages.addresses(seen, "") if seen else {}
    titles = dict(Entry.objects.filter(source="pages", number__in=seen).values_list("number", "title")) if seen else {}
    rows = []
    for pin in pins:
        title = pin.title or titles.get(pin.page_id or 0, "")
        address = pin.address or addresses.get(pin.page_id or 0, "")
        if title and address:
            rows.append(Row([Piece(title, is_marked=False)], [], address, "", None, ""))
    return rows
