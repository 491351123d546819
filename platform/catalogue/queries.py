import datetime
from typing import Self

from django.db import models


class EntryQuerySet(models.QuerySet):
    def in_use(self, on: datetime.date) -> Self:
        """Not retired on that day."""
        return self.filter(models.Q(retired_on=None) | models.Q(retired_on__gt=on))


class DeadlineQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date) -> Self:
        """Those of that day, the latest first."""
        still = models.Q(valid_to=None) | models.Q(valid_to__gte=on)
        return self.filter(still, valid_from__lte=on).order_by("-valid_from")
