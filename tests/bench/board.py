"""How fast the board of a district answers, with up to a thousand sites and a year of snapshots, and what it costs to
see that nothing has changed on any of them. Runs inside Django.

The sites beyond those that are there are rows of the registry and bare schemas with the tables of a site: what reads
snapshots never opens a site.
"""

import datetime
import random
import statistics
import time

from django.db import close_old_connections, connection, transaction
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from lib.clock import today
from tenants.crossing import all_tenants, in_public, in_site
from tenants.oversight.actions import keep_watch, take_snapshots
from tenants.oversight.models import Reading, Snapshot
from tenants.oversight.stamps import stamps, watched_tables
from tenants.registry.models import Tenant
from tenants.registry.states import Kind, Lifecycle
from tests.bench.pages import ALIVE, SEARCH_PATH, TRANSACTION, sent, write_down_what_is_sent
from tests.bench.records import Asked

ROUNDS = 20
DAYS = 365
SINCE = datetime.date(2004, 7, 8)
PORTION = 50
SCREENS = {
    "ranking": "/admin/oversight/board/",
    "ranking, filtered": "/admin/oversight/board/?standing=overdue&duty=news",
    "matrix": "/admin/oversight/board/matrix/",
    "ranking, half a year ago": "/admin/oversight/board/?on={past}",
    "one site": "/admin/oversight/board/sites/{slug}/",
}
# Every site gets what was read of one, with other days.
COPY = """
    INSERT INTO oversight_snapshot (tenant_id, "on", taken_at, schema, traces, document, score, missing, overdue, soon,
        fresh, items, visits)
    SELECT site.id, day::date, now(), 1, replace(one.traces::text, '2023-', (2023 - site.id %% 2)::text || '-')::jsonb,
        one.document, (site.id * 7 + extract(doy FROM day)::int) %% 100, 5, 5, 5, 10, one.items, one.visits
    FROM oversight_snapshot one, registry_tenant site, generate_series(%s::date - %s, %s::date, '1 day') day
    WHERE one.id = %s AND site.lifecycle = 'active'
    ON CONFLICT DO NOTHING
"""


def measure_board(*, host: str, sites: list[int]) -> list[Asked]:
    district = all_tenants()[0]
    take_snapshots([district], on=today())
    first = Snapshot.objects.get(tenant=district, on=today())
    write_down_what_is_sent()
    found: list[Asked] = []
    for number in sites:
        _grow(district, number)
        with in_public(), connection.cursor() as cursor:
            cursor.execute(COPY, [today(), DAYS - 1, today(), first.pk])
            # As where a day is added to a year that stands.
            cursor.execute("VACUUM (ANALYZE) oversight_snapshot, registry_tenant")
        found += [_ask(host, district, what, path, number) for what, path in SCREENS.items()]
        found.append(_watch(number))
    return found


def _grow(district: Tenant, number: int) -> None:
    chance = random.Random(number)  # noqa: S311 - the same sites each time
    tables = watched_tables()
    with in_public():
        before = Tenant.objects.at_work().count()
        for first in range(before, number, PORTION):
            with transaction.atomic(), connection.cursor() as cursor:
                for count in range(first, min(first + PORTION, number)):
                    name = f"Xã đo {count}"
                    tenant = Tenant(name=name, kind=Kind.COMMUNE, code=f"9{count:05}", code_valid_from=SINCE)
                    tenant.slug, tenant.schema_name = f"do-{count}", f"measured_{count}"
                    tenant.parent, tenant.lifecycle = district, Lifecycle.ACTIVE
                    tenant.save()
                    tenant.domains.create(host=f"do-{count}.{chance.random()}.example", is_primary=True)
                    cursor.execute(f"CREATE SCHEMA {tenant.schema_name}")
                    for table in tables:
                        cursor.execute(f"CREATE TABLE {tenant.schema_name}.{table} ()")


def _ask(host: str, district: Tenant, what: str, path: str, sites: int) -> Asked:
    name, _, port = host.partition(":")
    browser = Client(SERVER_NAME=name, SERVER_PORT=port)
    with in_site(district):
        browser.force_login(User.objects.filter(groups__name=Role.ADMINISTRATOR.value).order_by("pk")[0])
        slug = Tenant.objects.filter(parent=district).order_by("-pk")[0].slug
    past = today() - datetime.timedelta(days=DAYS // 2)
    address = path.format(slug=slug, past=f"{past:%d/%m/%Y}")
    times = []
    for _ in range(ROUNDS):
        close_old_connections()
        start = time.perf_counter()
        answer = browser.get(address)
        times.append((time.perf_counter() - start) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}.")
    return Asked(what, sites, _statements(browser, address), *_middle_and_most(times))


def _statements(browser: Client, address: str) -> int:
    """Over all connections, as the driver sees them, less what every request begins and ends with."""
    sent.clear()
    browser.get(address)
    return len([sql for sql in sent if not sql.startswith((*TRANSACTION, SEARCH_PATH, ALIVE))])


def _watch(sites: int) -> Asked:
    """A round of timed work in which nothing has changed anywhere."""
    with in_public():
        found = stamps(Tenant.objects.at_work().values_list("schema_name", flat=True))
        for tenant in Tenant.objects.at_work():
            Reading.objects.update_or_create(tenant=tenant, defaults={"stamp": found[tenant.schema_name]})
    times = []
    for _ in range(ROUNDS // 4):
        start = time.perf_counter()
        keep_watch()
        times.append((time.perf_counter() - start) * 1000)
    return Asked("nothing has changed", sites, None, *_middle_and_most(times))


def _middle_and_most(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]
