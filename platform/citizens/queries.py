"""Which questions wait, and which are late."""

import datetime
from typing import Self

from django.db import models

from citizens.states import OPEN


class QuestionQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(state__in=OPEN)

    def overdue(self, on: datetime.date) -> Self:
        """Still waiting after the last day on which it would have been in time."""
        return self.waiting().filter(due_on__lt=on)

    def published(self) -> Self:
        return self.filter(published_on__isnull=False)
