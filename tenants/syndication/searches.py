"""The search of a board's site over all sites of the board: what a reader asks for, and what each site says to it."""

import datetime
import logging
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Self

from django.db.models import Q
from django.http import QueryDict

from search.entries import Entry
from search.queries import Combination, SearchEntryQuerySet
from search.questions import Question
from search.rows import Row, rows_by_number
from search.searches import LONGEST_KEY, Choice, Findings, Index, Search
from search.sight import Named, Sight
from tenants.crossing import in_each_site
from tenants.isolation.addresses import site_url
from tenants.registry.models import Tenant
from tenants.registry.names import unit_names
from tenants.syndication.models import SharedEntry, SharedWord

logger = logging.getLogger(__name__)

Hits = dict[Named, int]
"""By what they are on the site: primary keys in the shared index."""


class CopiedOnShow(Sight):
    """All of the copy: the registry is asked with it, and the sites for each hit that is to be shown."""

    @property
    def of_all(self) -> Q:
        return Q()

    @property
    def of_each(self) -> list[Q]:
        return [self.of_all]

    def among(self, things: Collection[Named]) -> set[Named]:
        return set(things)


@dataclass(frozen=True)
class BoardSearch(Search):
    site: str = ""
    """The name in the address of one of the sites."""

    @classmethod
    def of(cls, wanted: QueryDict, language: str) -> Self:
        site = wanted.get("don-vi", "").replace("\0", "")[:LONGEST_KEY]
        return replace(super().of(wanted, language), site=site)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.site) or super().is_narrowed

    @property
    def without_choices(self) -> str:
        return replace(self, site="", kind="", category="", year=None).address

    def fits(self, one: Combination, *, but: str = "") -> bool:
        return (but == "site" or self.site in ("", one.owner)) and super().fits(one, but=but)

    def narrow(self, entries: SearchEntryQuerySet) -> SearchEntryQuerySet:
        return super().narrow(entries.filter(tenant__slug=self.site) if self.site else entries)

    def in_address(self) -> dict[str, str]:
        return {**super().in_address(), "don-vi": self.site}


@dataclass
class Sites:
    """The board's sites that visitors may enter, and what was found gone on them since it was copied."""

    tenants: list[Tenant]
    on: datetime.date
    gone: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, board: Tenant, on: datetime.date) -> Self:
        tenants = Tenant.objects.run_by(board).open_to_visitors().in_reading_order().with_addresses()
        return cls(list(tenants), on)

    def index(self, board: Tenant) -> Index:
        entries = SharedEntry.objects.of_board(board).exclude(pk__in=self.gone)
        return Index(entries, CopiedOnShow(self.on), SharedWord.objects.all(), self.rows, board.slug)

    def rows(self, numbers: list[int], question: Question, language: str) -> list[Row]:
        """What the sites themselves show of these at this moment; the rest is noted as gone."""
        rows: dict[int, Row] = {}
        hits = _by_site(numbers)
        asked = [tenant for tenant in self.tenants if tenant.pk in hits]
        answers, failures = in_each_site(
            lambda tenant: _rows_here(tenant, hits[tenant.pk], question, self.on, language), tenants=asked
        )
        for _, found in answers:
            rows |= found
        for failure in failures:
            logger.error("What was found on %s is left out", failure.tenant, exc_info=failure.error)
        self.gone |= set(numbers) - rows.keys()
        return [rows[number] for number in numbers if number in rows]

    def choices(self, findings: Findings, language: str) -> list[Choice]:
        names = {tenant.slug: _name_of(tenant, language) for tenant in self.tenants}
        counts: Counter[str] = Counter()
        for one in findings.fitting(but="site"):
            counts[one.owner] += one.times
        return findings.choices("site", names, counts)


def _by_site(numbers: Collection[int]) -> dict[int, Hits]:
    hits: dict[int, Hits] = defaultdict(dict)
    for pk, tenant, source, number in SharedEntry.objects.filter(pk__in=numbers).values_list(
        "pk", "tenant", "source", "number"
    ):
        hits[tenant][source, number] = pk
    return hits


def _rows_here(tenant: Tenant, hits: Hits, question: Question, on: datetime.date, language: str) -> dict[int, Row]:
    """In the words that the site's own index has by now."""
    sight = Sight(on)
    seen = sight.among(list(hits))
    numbers = Entry.objects.filter(source__in={source for source, _ in seen}, number__in={number for _, number in seen})
    named = {(source, number): pk for pk, source, number in numbers.values_list("pk", "source", "number")}
    own = {pk: hits[one] for one, pk in named.items() if one in seen}
    name = _name_of(tenant, language)
    return {
        own[pk]: replace(row, address=_absolute(tenant, row.address), owner=name)
        for pk, row in rows_by_number(list(own), question, language, sight=sight).items()
    }


def _absolute(tenant: Tenant, address: str) -> str:
    return site_url(tenant, address) if address.startswith("/") else address


def _name_of(tenant: Tenant, language: str) -> str:
    names = unit_names(tenant.kind, tenant.name)
    return names.get(language, names["vi"])
