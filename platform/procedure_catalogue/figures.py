"""How many procedures the catalogue holds on a day."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from procedure_catalogue.models import ProcedureVersion
from procedure_catalogue.states import Level

# The report of the district's board counts what the district and its communes deal with.
LOCAL = (Level.DISTRICT, Level.COMMUNE)


@dataclass(frozen=True)
class Stock:
    """Distinct procedures. One that is dealt with at two levels counts once in `procedures`, and at both levels."""

    procedures: int
    by_level: Mapping[str, int]
    by_online: Mapping[str, int]


def procedures_in_force(on: datetime.date, *, levels: tuple[str, ...] = LOCAL) -> Stock:
    """Of those that are dealt with at one of the levels at least. One query."""
    found = ProcedureVersion.objects.in_force(on).at_levels(*levels).order_by().values_list("levels", "online")
    rows = list(found)
    by_level = Counter(level for its_levels, __ in rows for level in its_levels if level in levels)
    return Stock(len(rows), dict(by_level), dict(Counter(online for __, online in rows)))
