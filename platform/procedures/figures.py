"""What whoever oversees sites reads of this room."""

import datetime
from dataclasses import dataclass

from procedure_catalogue.models import ProcedureVersion
from procedures.overlays import Defaults, Overlay
from procedures.queries import offered


@dataclass(frozen=True)
class Standing:
    """`waiting` are procedures whose local details are to be confirmed, `since` the day from which the first of them
    has said something else."""

    offered: int
    own: int
    waiting: int
    since: datetime.date | None


@dataclass(frozen=True)
class Shown:
    is_own_level: bool
    is_withheld: bool


def shown(version: ProcedureVersion) -> Shown:
    """What becomes of it here. Two queries."""
    withheld = Overlay.objects.withheld().filter(procedure=version.procedure_id)
    return Shown(bool(set(Defaults.current().levels) & set(version.levels)), withheld.exists())


def standing(on: datetime.date) -> Standing:
    """Four queries."""
    levels = Defaults.current().levels
    waiting = Overlay.objects.days_of_change(on, levels)
    return Standing(
        offered=offered(on, levels).count(),
        own=Overlay.objects.speaking().count(),
        waiting=len(waiting),
        since=min(waiting, default=None),
    )
