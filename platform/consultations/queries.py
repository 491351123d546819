"""Which consultations a visitor finds and in what order, and which of what was sent."""

import datetime
import uuid
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from consultations.states import Phase, Standing
from pages.queries import ItemQuerySet

NEVER = datetime.date.max


class ConsultationQuerySet(ItemQuerySet):
    """A consultation in several languages is one: its dates are those of the page it was first written on."""

    def originals(self) -> Self:
        """Of each consultation the page that it was first written on."""
        return self.filter(pk=self._of_original("pk"))

    def with_period(self) -> Self:
        """Each knows `begins`, `announced`, `ends` and `answered_on`: see ConsultationPage.phase."""
        return self.annotate(
            begins=self._of_original("opens_on"),
            announced=self._of_original("closes_on"),
            ends=self._of_original(Coalesce("extensions__closes_on", "closes_on")),
            answered_on=self._of_original("accounted_on"),
        )

    def in_phase(self, phase: str, on: datetime.date) -> Self:
        pages = self.with_period()
        if phase == Phase.UPCOMING:
            return pages.filter(begins__gt=on)
        if phase == Phase.OPEN:
            return pages.filter(begins__lte=on, ends__gte=on)
        answered = Q(answered_on__lte=on)
        return pages.filter(answered if phase == Phase.ANSWERED else ~answered | Q(answered_on=None), ends__lt=on)

    def open_first(self, on: datetime.date) -> Self:
        """What closes soonest above, then what opens next, then what is closed, the latest above.

        Few conditions: each of them is a question for each row, and PostgreSQL compiles many of those first (JIT).
        """
        upcoming, still_open = Q(begins__gt=on), Q(ends__gte=on)
        order = Case(When(upcoming, then=1), When(still_open, then=0), default=2)
        until = Case(
            When(upcoming, then=F("begins")),
            When(still_open, then=F("ends")),
            default=Value(NEVER),
            output_field=models.DateField(),
        )
        return self.with_period().order_by(order, until, "-ends", "-pk")

    def with_waiting(self) -> Self:
        """Each knows how many comments `wait` to be read, and how many `came` at all."""
        comments = apps.get_model("consultations", "Comment").objects.order_by()
        comments = comments.filter(page__translation_key=OuterRef("translation_key"))
        return self.annotate(came=_number_of(comments), wait=_number_of(comments.waiting()))

    def kept(self) -> Self:
        """What is never deleted: somebody commented, or was given more time."""
        return self.filter(Q(comments__isnull=False) | Q(extensions__isnull=False))

    def for_lists(self) -> Self:
        return self.defer("body", "account", "send_to")

    def _of_original(self, wanted: str | Coalesce) -> Subquery:
        """Its longest extension comes first."""
        rows = self.model._base_manager.filter(translation_key=OuterRef("translation_key"))
        if isinstance(wanted, str):
            return Subquery(rows.order_by("pk").values(wanted)[:1])
        longest = F("extensions__closes_on").desc(nulls_last=True)
        return Subquery(rows.order_by("pk", longest).values(wanted=wanted)[:1])


class CommentQuerySet(models.QuerySet):
    def on(self, key: uuid.UUID) -> Self:
        """On the consultation with that translation key, in whatever language."""
        return self.filter(page__translation_key=key)

    def published(self) -> Self:
        return self.filter(standing=Standing.PUBLISHED)

    def hidden(self) -> Self:
        return self.filter(standing=Standing.HIDDEN)

    def waiting(self) -> Self:
        return self.filter(standing=Standing.WAITING)

    def in_order(self) -> Self:
        return self.order_by("number")

    def counts(self) -> dict[str, int]:
        """How many stand how, and how many were hidden for which reason, in one query: `{"published": 3, …}`."""
        rows = self.order_by().values_list("standing", "reason").annotate(number=Count("pk"))
        found: dict[str, int] = {}
        for standing, reason, number in rows:
            for name in {standing, f"{standing} {reason}"}:
                found[name] = found.get(name, 0) + number
        return found

    def ended_before(self, day: datetime.date) -> Self:
        """On consultations that closed before that day."""
        pages = apps.get_model("consultations", "ConsultationPage").objects.with_period().filter(ends__lt=day)
        return self.filter(page__in=pages.order_by().values("pk"))

    def with_something_to_forget(self) -> Self:
        return self.filter(~Q(contact="") | (Q(standing=Standing.HIDDEN) & ~(Q(body="") & Q(name=""))))


def _number_of(comments: models.QuerySet) -> Coalesce:
    return Coalesce(Subquery(comments.values("page__translation_key").annotate(n=Count("pk")).values("n")), 0)
