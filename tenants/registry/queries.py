from typing import Self

from django.db import models

from tenants.registry.states import BOARD_KINDS, Lifecycle


class TenantQuerySet(models.QuerySet):
    def in_force(self) -> Self:
        """Whose official code still holds."""
        return self.filter(code_valid_to=None)

    def open_to_visitors(self) -> Self:
        return self.filter(lifecycle__in=(Lifecycle.ACTIVE, Lifecycle.ARCHIVED))

    def at_work(self) -> Self:
        return self.filter(lifecycle=Lifecycle.ACTIVE)

    def boards(self) -> Self:
        """Units that run the board of others."""
        return self.filter(kind__in=BOARD_KINDS)

    def run_by(self, board: models.Model) -> Self:
        """The unit that runs the board and those whose board it runs."""
        return self.filter(models.Q(pk=board.pk) | models.Q(parent_id=board.pk))

    def with_addresses(self) -> Self:
        return self.prefetch_related("domains")

    def in_reading_order(self) -> Self:
        """The unit that runs the board first, then by name as Vietnamese sorts."""
        return self.order_by(models.F("parent_id").asc(nulls_first=True), "sort_key", "kind", "pk")
