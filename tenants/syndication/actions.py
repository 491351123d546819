"""What writes the shared index. It is kept in step by comparing: each of these may run twice, in two processes at once,
and be killed half way."""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db import connection, transaction
from django.db.models import BigIntegerField, Value

from lib.clock import today
from search.actions import learn
from search.entries import Entry, IndexedThing
from search.queries import SearchEntryQuerySet
from search.sources import keys_of_shared_sources
from tenants.crossing import in_public, in_site
from tenants.isolation.jobs import Rounds, site_by_site
from tenants.registry.models import Tenant
from tenants.syndication.models import SharedEntry, SharedWord

logger = logging.getLogger(__name__)

PORTION = 500
COPIED = [field.name for field in IndexedThing._meta.fields]
# Of two processes at once each takes the rows in the same order, so that none waits for the other for ever.
IN_ORDER = ("source", "number")
COPY = """
    INSERT INTO {table} ({columns}, tenant_id) {rows}
    ON CONFLICT (tenant_id, source, number) DO UPDATE SET {values}
"""


def renew_all_sites() -> Rounds:
    """By the clock. A site that can't be read keeps no other from it, and is named."""
    return site_by_site("What %s has published was not copied", lambda tenant: renew_site(tenant=tenant))


def learn_shared_words() -> None:
    """Once a day, of what may be found on any board's site."""
    with in_public():
        learn(SharedWord, SharedEntry.objects.filter(tenant__in=Tenant.objects.open_to_visitors()))


def renew_site(*, tenant: Tenant) -> int:
    """Bring the shared index in step with what every reader may see on that site today, and return how many entries
    that took: none at all of a site that visitors may not enter."""
    with in_site(tenant):
        copied = SharedEntry.objects.filter(tenant=tenant)
        if not Tenant.objects.open_to_visitors().filter(pk=tenant.pk).exists():
            return copied.delete()[0]
        shown = Entry.objects.on_show(today()).filter(source__in=keys_of_shared_sources()).order_by()
        differing, stale = _differing(shown, copied), _differing(copied, shown)
        gone = {source: numbers - differing.get(source, set()) for source, numbers in stale.items()}
        for source, numbers in _portions(gone):
            copied.filter(source=source, number__in=numbers).delete()
        for source, numbers in _portions(differing):
            _copy(shown.filter(source=source, number__in=numbers), tenant)
        return sum(map(len, (*differing.values(), *gone.values())))


def _differing(some: SearchEntryQuerySet, others: SearchEntryQuerySet) -> dict[str, set[int]]:
    """Numbers by source of those that are not among the others just so."""
    found: dict[str, set[int]] = defaultdict(set)
    stamped = (*IN_ORDER, "stamp")
    for source, number, _ in some.order_by().values_list(*stamped).difference(others.order_by().values_list(*stamped)):
        found[source].add(number)
    return found


def _portions(numbers: dict[str, set[int]]) -> Iterator[tuple[str, Collection[int]]]:
    for source, some in numbers.items():
        in_order = sorted(some)
        for first in range(0, len(in_order), PORTION):
            yield source, in_order[first : first + PORTION]


@transaction.atomic
def _copy(shown: SearchEntryQuerySet, tenant: Tenant) -> None:
    """In one statement: what stopped being public before it began is not copied, whatever was read earlier."""
    owner = Value(tenant.pk, output_field=BigIntegerField())
    rows, values = shown.order_by(*IN_ORDER).values_list(*COPIED, owner).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            COPY.format(
                table=SharedEntry._meta.db_table,
                columns=", ".join(COPIED),
                rows=rows,
                values=", ".join(f"{column} = EXCLUDED.{column}" for column in COPIED),
            ),
            values,
        )
