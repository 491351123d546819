"""Which questions wait, and which are late."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Case, When

from citizens.states import OPEN


class QuestionQuerySet(models.QuerySet):
    def open_first(self) -> Self:
        """What is due soonest first."""
        return self.order_by(Case(When(state__in=OPEN, then=0), default=1), "due_on", "pk")

    def waiting(self) -> Self:
        return self.filter(state__in=OPEN)

    def overdue(self, on: datetime.date) -> Self:
        """Still waiting after the last day on which it would have been in time."""
        return self.waiting().filter(due_on__lt=on)

    def answered_before(self, day: datetime.date) -> Self:
        return self.filter(answered_on__lt=day)

    def of_sender(self, email: str) -> Self:
        """All that came with that e-mail address."""
        return self.filter(email__iexact=email) if email else self.none()

    def with_something_to_forget(self) -> Self:
        """How to reach who asked, words that nobody else reads, or a name beside them that was not to be shown."""
        hidden = models.Q(published_on=None) & (~models.Q(body="") | ~models.Q(name=""))
        unnamed = models.Q(hides_name=True) & ~models.Q(name="")
        return self.filter(~models.Q(email="") | ~models.Q(phone="") | hidden | unnamed)

    def published(self) -> Self:
        return self.filter(published_on__isnull=False)
