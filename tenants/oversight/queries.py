"""Which duties hold on a day, and what was last read of which site by then."""

import datetime
from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from tenants.registry.models import Tenant
from tenants.registry.queries import TenantQuerySet


class DutyQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Without those that others were put in the place of before they ever held."""
        return self.filter(replaced_at=None)

    def in_force(self, on: datetime.date) -> Self:
        still = Q(valid_to=None) | Q(valid_to__gte=on)
        return self.standing().filter(still, valid_from__lte=on)

    def overlapping(self, first: datetime.date, last: datetime.date | None) -> Self:
        found = self.standing().filter(Q(valid_to=None) | Q(valid_to__gte=first))
        return found.filter(valid_from__lte=last) if last else found


class SnapshotQuerySet(models.QuerySet):
    def latest_of(self, tenants: TenantQuerySet, on: datetime.date) -> Self:
        """Of each of these sites the last that was taken by that day; one query, however long the history."""
        earlier = self.model._default_manager.filter(tenant=OuterRef("pk"), on__lte=on).order_by("-on")
        numbers = tenants.order_by().values(newest=Subquery(earlier.values("pk")[:1]))
        return self.filter(pk__in=numbers)

    def between(self, first: datetime.date, last: datetime.date) -> Self:
        """Both days included."""
        return self.filter(on__gte=first, on__lte=last)


def sites_of(board: Tenant) -> TenantQuerySet:
    """Those that the board looks at: at work, its own unit first."""
    return Tenant.objects.run_by(board).at_work().in_reading_order()
