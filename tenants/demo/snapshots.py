"""What the board would have read of each site at the end of each month of the demo year, out of what stands there now:
items count from the day on which readers had them."""

import datetime
from collections.abc import Callable

from lib.clock import today
from tenants.crossing import all_tenants, in_public
from tenants.oversight.actions import take_snapshots
from tenants.oversight.models import Snapshot
from tenants.oversight.trends import month_ends

FIRST = datetime.date(2023, 1, 31)


def write_snapshots(report: Callable[[str], None]) -> None:
    """Of days of which there are none yet. Outside any site and transaction."""
    tenants, on = all_tenants(), today()
    for day in [*(day for day in month_ends(on) if day >= FIRST), on]:
        with in_public():
            there = set(Snapshot.objects.filter(on=day).values_list("tenant_id", flat=True))
        missing = [tenant for tenant in tenants if tenant.pk not in there]
        if missing:
            take_snapshots(missing, on=day)
            report(f"what the board reads of {len(missing)} sites on {day:%Y-%m-%d}")
