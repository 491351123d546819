"""Which duties hold on a day, and what was last read of which site by then."""

import datetime
from typing import Self

from django.apps import apps
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
    def between(self, first: datetime.date, last: datetime.date) -> Self:
        """Both days included."""
        return self.filter(on__gte=first, on__lte=last)


def sites_of(board: Tenant) -> TenantQuerySet:
    """Those that the board looks at: at work, its own unit first."""
    return Tenant.objects.run_by(board).at_work().in_reading_order()


def with_newest(tenants: TenantQuerySet, on: datetime.date) -> TenantQuerySet:
    """With `newest`, the number of the last snapshot by that day: a look-up in an index for each. Joined to the
    snapshots themselves, PostgreSQL would read a year of them all."""
    snapshots = apps.get_model("oversight", "Snapshot").objects
    earlier = snapshots.filter(tenant=OuterRef("pk"), on__lte=on).order_by("-on")
    return tenants.annotate(newest=Subquery(earlier.values("pk")[:1]))
