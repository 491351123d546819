"""What whoever oversees sites reads of this room."""

import datetime
from dataclasses import dataclass

from pages.search import open_lists
from procedure_catalogue.models import ProcedureVersion
from procedures.overlays import Defaults, Overlay
from procedures.page import ProceduresPage
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
    """Of a version: whether this site's level deals with it, the site withholds it, and has a page open to all where
    it would stand."""

    is_own_level: bool
    is_withheld: bool
    has_page: bool


def shown(version: ProcedureVersion) -> Shown:
    """What becomes of it here, in a fixed number of queries."""
    withheld = Overlay.objects.withheld().filter(procedure=version.procedure_id)
    return Shown(
        is_own_level=bool(set(Defaults.current().levels) & set(version.levels)),
        is_withheld=withheld.exists(),
        has_page=bool(open_lists(ProceduresPage)),
    )


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
