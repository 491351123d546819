"""The order of things in a run: a portal of 18 sites is filled and measured, grows to 100, and is measured again."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

from tests.bench.database import Databases
from tests.bench.installation import PUBLIC_PORT, Installation, Portal, copy_as_single_site, fill
from tests.bench.memory import memory_in_all, weigh
from tests.bench.processes import call
from tests.bench.progress import minutes_so_far, tell
from tests.bench.records import Creation, Machine, Measured, Migration, Results, Statements
from tests.bench.traffic import Traffic, traffic

FEW, MANY = 18, 100
# What is kept for seconds, when statements are counted: where a host leads to, and what surrounds its pages.
KEPT = {"HOST_CACHE_SECONDS": "1", "FRAME_CACHE_SECONDS": "1"}
PAUSE = 1.5
MIGRATING_SECONDS = 40.0


@dataclass(frozen=True)
class Effort:
    """How often each thing is measured, and how many seconds one run of requests lasts."""

    pairs: int = 8
    seconds: float = 2.5
    rotations: int = 4
    rounds: int = 8
    migrations: int = 3


def measure(databases: Databases, scratch: Path, effort: Effort) -> Results:
    machine = describe_machine(databases)
    portal = fill(databases, scratch)
    single = copy_as_single_site(databases, portal, scratch)
    tell("single site: SQL statements")
    single_site_statements = count_statements(single, portal.hosts(1))
    with traffic(portal, single, scratch) as servers:
        length = servers.check_pages(portal.hosts(1)[0])
        ceiling = servers.ceiling(length)
        few = look(portal, servers, FEW, effort, scratch)
        created_at_few = create_sites(portal, servers, FEW + 1, FEW + effort.rounds)
        migrations = migrate_schemas(portal, effort.migrations)
        growth = create_sites(portal, servers, FEW + effort.rounds + 1, MANY)
        many = look(portal, servers, MANY, effort, scratch)
        created_at_many = create_sites(portal, servers, MANY + 1, MANY + effort.rounds)
    return Results(
        machine=machine,
        minutes=minutes_so_far(),
        is_pinned=bool(servers.cores.server),
        home_page_bytes=length,
        ceiling=ceiling,
        few=few,
        many=many,
        single_site_statements=single_site_statements,
        created_at_few=created_at_few,
        growth=growth,
        created_at_many=created_at_many,
        migrations=migrations,
    )


def look(portal: Portal, servers: Traffic, sites: int, effort: Effort, scratch: Path) -> Measured:
    """All but provisioning, at that number of sites."""
    hosts = portal.hosts(sites)
    tell(f"{sites} sites: SQL statements")
    statements = count_statements(portal, hosts[:2])
    beside = servers.beside_single_site(hosts[0], pairs=effort.pairs, seconds=effort.seconds)
    rotating = servers.rotating(hosts, pairs=effort.rotations, seconds=effort.seconds)
    tell(f"{sites} sites: memory")
    return Measured(sites, statements, beside, rotating, weigh(portal, servers, hosts, scratch / "worker.log"))


def count_statements(installation: Installation, hosts: list[str]) -> list[Statements]:
    environment = {**installation.environment, **KEPT}
    return call("pages.count_statements", Statements, environment=environment, hosts=hosts, pause=PAUSE)


def create_sites(portal: Portal, servers: Traffic, first: int, last: int) -> list[Creation]:
    tell(f"creating sites {first} to {last}")
    return call(
        "provisioning.create_sites",
        Creation,
        environment=portal.environment,
        first=first,
        last=last,
        parent=portal.district,
        port=servers.deployed.port,
        public_port=PUBLIC_PORT,
    )


def migrate_schemas(portal: Portal, rounds: int) -> list[Migration]:
    tell("creating schemas by migrations")
    return call(
        "provisioning.migrate_schemas",
        Migration,
        environment=portal.environment,
        rounds=rounds,
        seconds=MIGRATING_SECONDS,
    )


def describe_machine(databases: Databases) -> Machine:
    return Machine(
        cores=os.cpu_count() or 1,
        load=os.getloadavg(),
        memory_gib=memory_in_all(),
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        postgresql=databases.setting("server_version"),
        fsync=databases.setting("fsync"),
    )
