"""What a reader asks the list of procedures for: read from an address, turned into rows."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.db.models import Count
from django.db.models.functions import Left
from django.http import QueryDict

from lib.vietnamese import ALPHABET, sort_key
from procedure_catalogue.models import LifeEvent, ProcedureField
from procedure_catalogue.queries import VersionQuerySet
from procedure_catalogue.states import Level, Online
from procedures.queries import life_events_of, stamp

LONGEST_QUESTION = 200
# To choose from; an address may name another one.
MOST_AGENCIES = 100
KEPT_SECONDS = 600
# How the first letter of a name stands in its sort key.
INITIALS = {sort_key(letter)[0]: letter.upper() for letter in ALPHABET}


@dataclass(frozen=True)
class FieldOffer:
    field: ProcedureField
    number: int


@dataclass(frozen=True)
class Offers:
    """All that a reader can choose from, of what the site offers."""

    fields: list[FieldOffer]
    life_events: list[LifeEvent]
    agencies: list[str]
    letters: list[str]
    has_more_agencies: bool = False

    levels: tuple[Any, ...] = tuple(Level.choices)
    online: tuple[Any, ...] = tuple(Online.choices)


@dataclass(frozen=True)
class Search:
    """What is not offered is not asked for: an address from elsewhere finds more, never an error."""

    text: str = ""
    field: ProcedureField | None = None
    life_event: LifeEvent | None = None
    level: str = ""
    online: str = ""
    agency: str = ""
    letter: str = ""

    @classmethod
    def of(cls, wanted: QueryDict, offers: Offers) -> "Search":
        fields = [offer.field for offer in offers.fields]
        return cls(
            text=wanted.get("q", "").replace("\0", "").strip()[:LONGEST_QUESTION],
            field=_by_key(fields, wanted.get("linh-vuc")),
            life_event=_by_key(offers.life_events, wanted.get("su-kien")),
            level=_one_of(Level.values, wanted.get("cap")),
            online=_one_of(Online.values, wanted.get("truc-tuyen")),
            agency=_agency(wanted.get("co-quan", "").replace("\0", ""), offers),
            letter=_one_of(offers.letters, wanted.get("chu", "").upper()),
        )

    @property
    def is_narrowed_by_choice(self) -> bool:
        return any((self.field, self.life_event, self.level, self.online, self.agency))

    @property
    def narrows(self) -> bool:
        return bool(self.text or self.letter) or self.is_narrowed_by_choice

    def versions(self, offered: VersionQuerySet) -> VersionQuerySet:
        found = offered
        if self.text:
            found = found.matching(self.text)
        if self.field:
            found = found.filter(field=self.field)
        if self.life_event:
            found = found.of_life_event(self.life_event.key)
        if self.level:
            found = found.at_levels(self.level)
        if self.online:
            found = found.online(self.online)
        if self.agency:
            found = found.of_agency(self.agency)
        if self.letter:
            found = found.filter(sort_key__startswith=sort_key(self.letter)[0])
        return found.in_reading_order()

    @property
    def address(self) -> str:
        """The question part of an address, without page and letter."""
        words = {
            "q": self.text,
            "linh-vuc": self.field.key if self.field else "",
            "su-kien": self.life_event.key if self.life_event else "",
            "cap": self.level,
            "truc-tuyen": self.online,
            "co-quan": self.agency,
        }
        return urlencode({name: value for name, value in words.items() if value})


@dataclass(frozen=True)
class _Counted:
    """What takes a look at every procedure: kept as long as nothing changes. Names are read anew each time."""

    by_field: dict[int, int]
    life_events: set[int]
    agencies: list[str]
    letters: list[str]


def offers(offered: VersionQuerySet, levels: Iterable[str], on: datetime.date) -> Offers:
    """`offered` is what a site of these levels offers on that day. Four questions, and four more after a change."""
    counted = _counted(offered, levels, on)
    fields = ProcedureField.objects.filter(pk__in=counted.by_field)
    return Offers(
        fields=[FieldOffer(field, counted.by_field[field.pk]) for field in fields],
        life_events=list(LifeEvent.objects.in_use(on).filter(pk__in=counted.life_events)),
        agencies=sorted(counted.agencies[:MOST_AGENCIES], key=sort_key),
        letters=counted.letters,
        has_more_agencies=len(counted.agencies) > MOST_AGENCIES,
    )


def _counted(offered: VersionQuerySet, levels: Iterable[str], on: datetime.date) -> _Counted:
    key = f"procedures-{on}-{'-'.join(levels)}-{stamp()}"
    kept: _Counted | None = cache.get(key)
    if kept is None:
        plain = offered.order_by()
        kept = _Counted(
            by_field=dict(plain.values_list("field").annotate(Count("pk"))),
            life_events=set(life_events_of(plain, on).values_list("pk", flat=True)),
            agencies=plain.agency_names(MOST_AGENCIES + 1),
            letters=_letters(plain),
        )
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _letters(plain: VersionQuerySet) -> list[str]:
    """In the order of the alphabet."""
    firsts = set(plain.annotate(first=Left("sort_key", 1)).values_list("first", flat=True).distinct())
    return [letter for key, letter in INITIALS.items() if key in firsts]


def _by_key(entries: Iterable[Any], key: str | None) -> Any:
    return next((entry for entry in entries if entry.key == key), None) if key else None


def _agency(wanted: str, offers: Offers) -> str:
    return wanted[:LONGEST_QUESTION] if offers.has_more_agencies else _one_of(offers.agencies, wanted)


def _one_of(values: Iterable[str], wanted: str | None) -> str:
    return wanted if wanted and wanted in values else ""
