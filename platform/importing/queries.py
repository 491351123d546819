import datetime
from collections.abc import Iterable
from typing import Self

from django.db import models

from importing.states import UNFINISHED, State, Verdict


class ImportQuerySet(models.QuerySet):
    def into(self, registers: Iterable[str]) -> Self:
        return self.filter(register__in=list(registers))

    def in_force(self) -> Self:
        """Imported and not taken back, the last one first."""
        return self.filter(state__in=(State.APPLIED, State.UNDOING)).order_by("-applied_at", "-pk")

    def handed_in_before(self, at: datetime.datetime) -> Self:
        return self.filter(asked_at__lt=at)

    def unfinished(self) -> Self:
        return self.filter(state__in=UNFINISHED)

    def with_files(self) -> Self:
        return self.exclude(sheet_file="", archive_file="")


class ImportRowQuerySet(models.QuerySet):
    def that_did_something(self) -> Self:
        return self.filter(verdict__in=(Verdict.NEW, Verdict.CHANGED, Verdict.GONE))

    def in_the_way(self) -> Self:
        return self.exclude(obstacle="")
