"""Seconds to create a site. Runs inside Django."""

import datetime
import sys
import time
from itertools import takewhile

from django.core.management import call_command
from django.db import connection
from django_tenants.postgresql_backend.base import FakeTenant

from home.actions import lay_out_site
from tenants.crossing import in_public, in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.orders import Order
from tenants.registry.states import Kind
from tests.bench.records import Creation, Migration
from tests.bench.servers import fetch

SINCE = datetime.date(2004, 7, 8)
BETWEEN_ATTEMPTS = 0.005
PATIENCE = 30.0
TELL_EVERY = 10
FIRST_FREE_CODE = 90_000


def create_sites(*, first: int, last: int, parent: str, port: int, public_port: int) -> list[Creation]:
    """Sites number `first` to `last`, one after the other, each visited through the web server on `port`."""
    return [_create(number, last, parent, port, public_port) for number in range(first, last + 1)]


def migrate_schemas(*, rounds: int, seconds: float) -> list[Migration]:
    """The same without a template: a fresh schema, every migration, the layout of a new site. Removed again.

    No round begins after so many seconds, for on a slow machine one takes a minute.
    """
    until = time.perf_counter() + seconds
    numbers = takewhile(lambda number: number == 1 or time.perf_counter() < until, range(1, rounds + 1))
    return [_migrate(f"bench_{number}", number, rounds) for number in numbers]


def _create(number: int, last: int, parent: str, port: int, public_port: int) -> Creation:
    if number % TELL_EVERY == 0 or number == last:
        _tell(f"site {number} of {last}")
    order = Order(
        name=f"Đo {number}",
        kind=Kind.COMMUNE.value,
        code=str(FIRST_FREE_CODE + number),
        code_valid_from=SINCE,
        parent_slug=parent,
        admin_email="quan-tri@bench.example",
    )
    begun = time.perf_counter()
    tenant = create_site(order=order, by="tests.bench")
    created = time.perf_counter() - begun
    _wait_for_page(port, f"{tenant.primary_host}:{public_port}")
    return Creation(number, created, time.perf_counter() - begun)


def _wait_for_page(port: int, host: str) -> None:
    until = time.perf_counter() + PATIENCE
    while fetch(port, host)[0] != 200:
        if time.perf_counter() > until:
            raise RuntimeError(f"{host} was created and does not answer.")
        time.sleep(BETWEEN_ATTEMPTS)


def _migrate(schema: str, number: int, rounds: int) -> Migration:
    _tell(f"schema {number} of {rounds} by migrations")
    begun = time.perf_counter()
    _execute(f"CREATE SCHEMA {schema}")
    try:
        call_command("migrate_schemas", schema_name=schema, tenant=True, interactive=False, verbosity=0)
        migrated = time.perf_counter() - begun
        with in_site(FakeTenant(schema)):
            lay_out_site(name="Đo", host="bench.invalid")
        return Migration(migrated, time.perf_counter() - begun - migrated)
    finally:
        _execute(f"DROP SCHEMA {schema} CASCADE")


def _execute(sql: str) -> None:
    with in_public(), connection.cursor() as cursor:
        cursor.execute(sql)


def _tell(line: str) -> None:
    """Below the line with the time, which the process says that called this one."""
    print(f"          {line}", file=sys.stderr, flush=True)
