"""Which steps hold on a day, and which reminders somebody looks for."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from tenants.registry.models import Tenant
from tenants.registry.queries import TenantQuerySet


class StepQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date) -> Self:
        """From the first to the last."""
        still = Q(valid_to=None) | Q(valid_to__gte=on)
        return self.filter(still, valid_from__lte=on).order_by("after_days", "pk")


class PeriodQuerySet(models.QuerySet):
    def running(self) -> Self:
        return self.filter(ended_on=None)


class ReminderQuerySet(models.QuerySet):
    def of_ladder(self) -> Self:
        """Without those that somebody sent by hand."""
        return self.filter(words_key="")

    def by_hand(self) -> Self:
        return self.exclude(words_key="")

    def about_sites_of(self, board: Tenant) -> Self:
        return self.filter(tenant__in=Tenant.objects.run_by(board).order_by())

    def newest_first(self) -> Self:
        return self.order_by("-on", "-pk")


def reminded_sites() -> TenantQuerySet:
    """Of all boards."""
    return Tenant.objects.at_work().in_reading_order().with_addresses()
