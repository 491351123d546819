"""Which procedures this site offers, and of which it has to look once more at what it says."""

import datetime
from collections.abc import Iterable
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum

from procedure_catalogue.models import LifeEvent, Procedure, ProcedureVersion
from procedure_catalogue.queries import VersionQuerySet


class OverlayQuerySet(models.QuerySet):
    def withheld(self) -> Self:
        """Of what is not offered here."""
        return self.filter(is_offered=False)

    def speaking(self) -> Self:
        """Which say something else than the defaults do."""
        return self.exclude(is_offered=True, desk="", hours="", officer="", phone="", note="", form_file=None)

    def with_version_in_force(self, on: datetime.date, levels: Iterable[str]) -> Self:
        """Each knows `in_force_pk` and `in_force_since`, None where no version is in force for a site of these levels
        on that day."""
        versions = at_this_site(on, levels).filter(procedure=OuterRef("procedure"))
        return self.annotate(
            in_force_pk=Subquery(versions.values("pk")[:1]), in_force_since=Subquery(versions.values("valid_from")[:1])
        )

    def to_confirm(self, on: datetime.date, levels: Iterable[str]) -> Self:
        """Whose procedure says on that day something else than when they were confirmed. What another level deals with
        by now waits for nobody here."""
        looked_at = self.speaking().with_version_in_force(on, levels).filter(in_force_pk__isnull=False)
        return looked_at.filter(Q(confirmed=None) | ~Q(confirmed=F("in_force_pk")))

    def days_of_change(self, on: datetime.date, levels: Iterable[str]) -> list[datetime.date]:
        """Of what is to be confirmed: since when the catalogue says something else."""
        return list(self.to_confirm(on, levels).values_list("in_force_since", flat=True))


def stamp() -> str:
    """Another one after every change of what readers see of the catalogue, or of what this site offers of it: both
    count their changes. Drafts are none."""
    here = apps.get_model("procedures", "Overlay").objects.aggregate(Count("pk"), Sum("revision"))
    everywhere = Procedure.objects.aggregate(Count("pk"), Sum("edition"))
    return "-".join(str(number or 0) for number in (*everywhere.values(), *here.values()))


def at_this_site(on: datetime.date, levels: Iterable[str]) -> VersionQuerySet:
    """All that a site of these levels may offer, whether it does or not."""
    found: VersionQuerySet = ProcedureVersion.objects.in_force(on).at_levels(*levels)
    return found


def dealt_with_elsewhere(on: datetime.date, levels: Iterable[str]) -> VersionQuerySet:
    """In force, and at none of these levels."""
    found: VersionQuerySet = ProcedureVersion.objects.in_force(on).exclude(levels__overlap=list(levels))
    return found


def rows_of(numbers: Iterable[int]) -> list[ProcedureVersion]:
    """In reading order, with all that a line of a list shows."""
    return list(ProcedureVersion.objects.filter(pk__in=numbers).for_rows().in_reading_order())


def offered(on: datetime.date, levels: Iterable[str]) -> VersionQuerySet:
    withheld = apps.get_model("procedures", "Overlay").objects.withheld()
    return at_this_site(on, levels).exclude(procedure__in=withheld.values("procedure"))


def life_events_of(versions: VersionQuerySet, on: datetime.date) -> models.QuerySet[LifeEvent]:
    """Those that lead to one of the procedures at least, in their order."""
    links = LifeEvent.procedures.through.objects.filter(procedure__in=versions.order_by().values("procedure"))
    return LifeEvent.objects.in_use(on).filter(pk__in=links.values("lifeevent"))
