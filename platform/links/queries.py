import datetime
from collections import Counter
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from links.states import Kind, State

if TYPE_CHECKING:
    from links.models import Place


class LinkQuerySet(models.QuerySet):
    def in_use(self) -> Self:
        """Standing somewhere in what is published."""
        return self.filter(Exists(_places()))

    def watched(self) -> Self:
        """In use, and not left alone."""
        return self.in_use().filter(ignored_at=None)

    def unused(self) -> Self:
        return self.filter(~Exists(_places()))

    def internal(self) -> Self:
        return self.exclude(kind=Kind.OUTSIDE)

    def due(self, at: datetime.datetime) -> Self:
        return self.watched().filter(kind=Kind.OUTSIDE, next_check_at__lte=at)

    def in_turns(self, number: int) -> Self:
        """Of each host so many, the longest waiting first: a host with thousands keeps none from its turn."""
        turn = Window(RowNumber(), partition_by="host", order_by=("next_check_at", "pk"))
        return self.annotate(turn=turn).filter(turn__lte=number).order_by("next_check_at", "pk")

    def with_place(self) -> Self:
        """With `title`, `edit_address` and `words` of the first place, and `stands_on`: how many places there are."""
        first = _places().order_by("title", "pk")
        number = _places().order_by().values("link").annotate(number=Count("pk")).values("number")
        return self.annotate(
            title=Subquery(first.values("title")[:1]),
            edit_address=Subquery(first.values("edit_address")[:1]),
            words=Subquery(first.values("words")[:1]),
            stands_on=Coalesce(Subquery(number), Value(0)),
        )

    def worst_first(self) -> Self:
        ranks = Case(*(When(state=state, then=Value(rank)) for rank, state in enumerate(State)), default=Value(99))
        return self.alias(rank=ranks).order_by("rank", "-changed_at", "pk")

    def containing(self, words: str) -> Self:
        """In the address, or in the title of a place where it stands."""
        titles = _places().filter(title__unaccent__icontains=words)
        return self.filter(Q(address__icontains=words) | Exists(titles))

    def by_state(self) -> Counter[str]:
        rows = self.order_by().values_list("state").annotate(number=Count("pk"))
        return Counter(dict(rows))


def _places() -> models.QuerySet["Place"]:
    model: Any = apps.get_model("links", "Place")
    found: models.QuerySet[Place] = model.objects.filter(link=OuterRef("pk"))
    return found
