import datetime
from typing import Self

from django.db import models


class EntryQuerySet(models.QuerySet):
    def in_use(self, on: datetime.date) -> Self:
        """Not retired on that day."""
        return self.filter(models.Q(retired_on=None) | models.Q(retired_on__gt=on))
