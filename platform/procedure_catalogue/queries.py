"""Which versions of procedures are in force on a day, and which of them a reader or an officer looks for."""

import datetime
import re
from typing import Any, Self

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import Case, CharField, Count, Exists, F, Func, OuterRef, Q, Value, When

from lib.search_words import has_khmer, phrases, plain
from lib.vietnamese import to_nfc
from procedure_catalogue.states import Standing, State

# Of the words that are kept and of those that are looked for.
CONFIG = "simple"
# A whole code or a part of one, and nothing else.
CODE_ONLY = re.compile(r"[\d.\s]*\d[\d.\s]*", re.ASCII)
# Read with one procedure at a time.
LONG = ("details", "search_text", "words")


def words_of(*names: str) -> SearchVector:
    return SearchVector(*names, config=CONFIG)


def search_text_of(code: str, *names: str) -> str:
    """The figures of the code, then code and names as they are compared in a search."""
    return " ".join((code.replace(".", ""), plain(code), *(plain(name) for name in names if name)))


class ProcedureQuerySet(models.QuerySet):
    def with_codes(self, codes: Any) -> Self:
        return self.filter(code__in=codes)


class VersionQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Of any day: past ones, the one in force, and those to come."""
        return self.filter(state=State.PUBLISHED)

    def drafts(self) -> Self:
        return self.filter(state=State.DRAFT)

    def in_force(self, on: datetime.date) -> Self:
        """At most one of each procedure."""
        return self.published().filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)

    def coming(self, on: datetime.date) -> Self:
        return self.published().filter(valid_from__gt=on)

    def ended(self, on: datetime.date) -> Self:
        """The last version of each procedure that is no longer in force and has no other to come."""
        later = self.model._base_manager.filter(
            state=State.PUBLISHED, procedure=OuterRef("procedure"), valid_from__gt=OuterRef("valid_from")
        )
        return self.published().filter(~Exists(later), valid_to__lt=on)

    def one_each(self, on: datetime.date) -> Self:
        """One version of each procedure: the one in force, else the next, else the last, else the draft."""
        rank = Case(
            When(state=State.DRAFT, then=3), When(valid_to__lt=on, then=2), When(valid_from__gt=on, then=1), default=0
        )
        near = Case(When(valid_from__gt=on, then=F("valid_from") - Value(on)), default=Value(on) - F("valid_from"))
        ranked = self.model._base_manager.exclude(state=State.WITHDRAWN).order_by("procedure_id", rank, near)
        return self.filter(pk__in=ranked.distinct("procedure_id").values("pk"))

    def standing(self, standing: str, on: datetime.date) -> Self:
        """One of `Standing`; of all, one each, where it is empty."""
        ways = {
            Standing.DRAFT: self.drafts,
            Standing.COMING: lambda: self.coming(on),
            Standing.IN_FORCE: lambda: self.in_force(on),
            Standing.ENDED: lambda: self.ended(on),
            Standing.WITHDRAWN: lambda: self.filter(state=State.WITHDRAWN),
        }
        return ways[Standing(standing)]() if standing else self.one_each(on)

    def with_standing(self, on: datetime.date) -> Self:
        return self.annotate(
            standing_on_day=Case(
                When(state=State.DRAFT, then=Value(Standing.DRAFT)),
                When(state=State.WITHDRAWN, then=Value(Standing.WITHDRAWN)),
                When(valid_from__gt=on, then=Value(Standing.COMING)),
                When(valid_to__lt=on, then=Value(Standing.ENDED)),
                default=Value(Standing.IN_FORCE),
                output_field=CharField(),
            )
        )

    def at_levels(self, *levels: str) -> Self:
        """Dealt with at one of them at least."""
        return self.filter(levels__overlap=list(levels))

    def in_field(self, key: str) -> Self:
        return self.filter(field__key=key)

    def online(self, *degrees: str) -> Self:
        return self.filter(online__in=degrees)

    def of_agency(self, name: str) -> Self:
        """Which decides or performs."""
        return self.filter(agencies__contains=[name])

    def of_life_event(self, key: str) -> Self:
        """A procedure stands there once, however many events it belongs to."""
        links = apps.get_model("procedure_catalogue", "Procedure").life_events.through
        return self.filter(procedure__in=links.objects.filter(lifeevent__key=key).values("procedure"))

    def matching(self, text: str) -> Self:
        """Every word in the code or in one of the names, without accents, the last one begun at least; or the
        beginning or the figures of the code."""
        text = to_nfc(text).strip()
        if CODE_ONLY.fullmatch(text):
            return self.filter(_of_code(re.sub(r"\s", "", text)))
        words = phrases(text)
        if not words:
            return self.none()
        if has_khmer(text):
            found = self
            for word in words:
                found = found.filter(search_text__contains=" ".join(word))
            return found
        return self.filter(words=_query(words))

    def in_reading_order(self) -> Self:
        """As a Vietnamese dictionary has their names."""
        return self.order_by("sort_key", "pk")

    def by_code(self) -> Self:
        return self.order_by("procedure__code", "number", "pk")

    def for_rows(self) -> Self:
        """With all that a line of a list shows, in one query."""
        return self.select_related("procedure", "field", "decision").defer(*LONG)

    def for_detail(self) -> Self:
        return self.select_related("procedure", "field", "decision").prefetch_related("procedure__life_events")

    def count_by_field(self) -> dict[str, int]:
        """By the key of the field."""
        return dict(self.order_by().values_list("field__key").annotate(Count("pk")))

    def agency_names(self, most: int) -> list[str]:
        """Each once, who decides and who performs, those with the most procedures first."""
        rows = self.order_by().values(agency=Func(F("agencies"), function="unnest")).annotate(number=Count("pk"))
        return list(rows.order_by("-number", "agency").values_list("agency", flat=True)[:most])


def _of_code(figures: str) -> Q:
    if "." in figures:
        return Q(procedure__code__startswith=figures)
    return Q(procedure__code__contains=figures) | Q(search_text__startswith=figures)


def _query(words: list[list[str]]) -> SearchQuery:
    """The last word may be the beginning of one: `khai si` finds `khai sinh`."""
    quoted = [" <-> ".join(f"'{part}'" for part in word) for word in words]
    last = words[-1][-1]
    ends_open = ":*" if len(last) > 1 and not last.isdigit() else ""
    return SearchQuery(" & ".join(quoted) + ends_open, config=CONFIG, search_type="raw")
