"""The order of things in a run: a portal of 18 sites is filled and measured, grows to 100, and is measured again.

With 300 sites in the end it is asked for nothing but how many connections it holds, and whether it mixes sites up.
"""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

from tests.bench.connections import crowd
from tests.bench.database import Databases
from tests.bench.installation import PUBLIC_PORT, Installation, Portal, copy_as_single_site, fill
from tests.bench.memory import memory_in_all, weigh
from tests.bench.processes import call
from tests.bench.progress import minutes_so_far, tell
from tests.bench.records import (
    Asked,
    Checked,
    Copied,
    Creation,
    Crowd,
    ImportedProcedures,
    Importing,
    Indexed,
    Machine,
    Measured,
    Migration,
    Relevance,
    Results,
    Saving,
    Searched,
    SearchOfSite,
    Statements,
)
from tests.bench.servers import PORTAL, serving
from tests.bench.traffic import Traffic, traffic
from tests.bench.visits import measure_visits

FEW, MANY = 18, 100
# What is kept for seconds, when statements are counted: where a host leads to, and what surrounds its pages.
KEPT = {"HOST_CACHE_SECONDS": "1", "FRAME_CACHE_SECONDS": "1"}
PAUSE = 1.5
MIGRATING_SECONDS = 40.0
IMPORTED_ROWS = 5000
COPIED_DOCUMENTS = 1000
REGISTERED = 1000
MAKING_SECONDS = 90.0
SITES_OF_BOARD = [18, 300, 1000]


@dataclass(frozen=True)
class Effort:
    """How often each thing is measured, how many seconds one run of requests lasts, how far the portal grows."""

    pairs: int = 8
    seconds: float = 2.0
    rotations: int = 3
    rounds: int = 5
    migrations: int = 2
    imports: int = 2
    crowds: int = 3
    mixups: float = 60.0
    most: int = 300
    documents: int = 50_000
    procedures: int = 6300


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
        crowds = [crowd_of(portal, FEW, effort, scratch)]
        created_at_few = create_sites(portal, servers, FEW + 1, FEW + effort.rounds)
        migrations = migrate_schemas(portal, effort.migrations)
        imports = import_documents(portal, effort.imports)
        growth = create_sites(portal, servers, FEW + effort.rounds + 1, MANY)
        many = look(portal, servers, MANY, effort, scratch)
        crowds += [crowd_of(portal, MANY, effort, scratch)]
        created_at_many = create_sites(portal, servers, MANY + 1, MANY + effort.rounds)
        create_sites(portal, servers, MANY + effort.rounds + 1, effort.most)
    crowds += [crowd_of(portal, effort.most, effort, scratch)]
    checked = look_for_mixups(portal, effort.mixups, scratch)
    relevance = find_what_is_wanted(portal)
    searched = search_register(portal, effort.documents)
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
        imports=imports,
        crowds=crowds,
        checked=checked,
        searched=searched,
        search=search_site(portal, relevance),
        listed=list_procedures(portal, effort.procedures),
        procedures=search_procedures(portal, effort.procedures),
        imported_procedures=import_procedures(portal, effort.procedures),
        visits=measure_visits(portal, scratch, rounds=effort.pairs, seconds=2 * effort.seconds),
        sites_with_login=portal.sites_with_login(),
    )


def look(portal: Portal, servers: Traffic, sites: int, effort: Effort, scratch: Path) -> Measured:
    """All but provisioning, at that number of sites."""
    hosts = portal.hosts(sites)
    tell(f"{sites} sites: SQL statements")
    statements = count_statements(portal, hosts[:2])
    single, no_logins = servers.home_page(hosts[0], rounds=effort.pairs, seconds=effort.seconds)
    rotating = servers.rotating(hosts, rounds=effort.rotations, seconds=effort.seconds)
    tell(f"{sites} sites: memory")
    memory = weigh(portal, servers, hosts, scratch / "worker.log")
    return Measured(sites, statements, single, no_logins, rotating, memory)


def crowd_of(portal: Portal, sites: int, effort: Effort, scratch: Path) -> list[Crowd]:
    tell(f"{sites} sites: connections")
    return crowd(portal, portal.hosts(sites), scratch, rounds=effort.crowds, seconds=2 * effort.seconds)


def look_for_mixups(portal: Portal, seconds: float, scratch: Path) -> Checked:
    """In the answers of a web server whose two threads take turns in one process."""
    tell(f"answers of two threads, for {seconds:.0f} s")
    environment = {**portal.environment, **KEPT}
    with serving(PORTAL, environment=environment, log=scratch / "mixups.log", workers=1, threads=2) as server:
        arguments = {"port": server.port, "public_port": PUBLIC_PORT, "seconds": seconds}
        return call("mixups.look_for_mixups", Checked, environment=environment, **arguments)[0]


def search_procedures(portal: Portal, procedures: int) -> list[Searched]:
    """As readers of the first site do."""
    tell(f"the list of {procedures:,} procedures")
    arguments = {"host": portal.hosts(1)[0], "procedures": procedures}
    return call("procedure_list.measure_procedures", Searched, environment=portal.environment, **arguments)


def look_at_board(portal: Portal, sites: list[int]) -> list[Asked]:
    """On databases of its own: whoever measures more after it finds a thousand sites that are none."""
    tell(f"the board with up to {max(sites):,} sites")
    arguments = {"host": portal.hosts(1)[0], "sites": sites}
    return call("board.measure_board", Asked, environment=portal.environment, **arguments)


def search_register(portal: Portal, documents: int) -> list[Searched]:
    """At the end: the first site holds far more documents from then on."""
    tell(f"the register of {documents:,} documents")
    arguments = {"host": portal.hosts(1)[0], "documents": documents}
    return call("register.measure_register", Searched, environment=portal.environment, **arguments)


def measure_search_alone(databases: Databases, scratch: Path, effort: Effort) -> SearchOfSite:
    """On a portal that is filled for it; a part of `measure`."""
    portal = fill(databases, scratch)
    relevance = find_what_is_wanted(portal)
    tell(f"filling the register with {effort.documents:,} documents")
    call("register.fill_register", Searched, environment=portal.environment, documents=effort.documents)
    return search_site(portal, relevance)


def find_what_is_wanted(portal: Portal) -> list[Relevance]:
    """In the demonstration as it is, before the first site holds far more."""
    tell("what citizens type, and what they find")
    environment, host = portal.environment, portal.hosts(1)[0]
    own = call("searching.measure_relevance", Relevance, environment=environment)
    return own + call("searching.measure_relevance_of_all_sites", Relevance, environment=environment, host=host)


def search_site(portal: Portal, relevance: list[Relevance]) -> SearchOfSite:
    environment, host = portal.environment, portal.hosts(1)[0]
    tell("indexing all of it for the search")
    indexed = call("searching.measure_indexing", Indexed, environment=environment)
    tell("searching it")
    asked = call("searching.measure_search", Searched, environment=environment, host=host)
    offered = call("searching.measure_offers", Searched, environment=environment, host=host)
    tell(f"copying what all sites have published, {COPIED_DOCUMENTS:,} documents more on each of the others")
    copied = call("searching.measure_copying", Copied, environment=environment, documents=COPIED_DOCUMENTS)
    tell("searching all sites")
    asked_of_all = call("searching.measure_board", Searched, environment=environment, host=host)
    return SearchOfSite(relevance, indexed, asked, offered, copied, asked_of_all)


def list_procedures(portal: Portal, procedures: int) -> list[Searched]:
    """At the end as well, on the board's site, with all sites there are."""
    tell(f"the catalogue of {procedures:,} procedures")
    arguments = {"host": portal.hosts(1)[0], "procedures": procedures}
    return call("procedures.measure_catalogue", Searched, environment=portal.environment, **arguments)


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


def import_documents(portal: Portal, rounds: int) -> list[Importing]:
    tell(f"importing {IMPORTED_ROWS} documents")
    environment = portal.environment
    return call("importing.import_documents", Importing, environment=environment, rows=IMPORTED_ROWS, rounds=rounds)


def save_procedures(portal: Portal, most: int = REGISTERED, seconds: float = MAKING_SECONDS) -> list[Saving]:
    """Leaves sites without schemas in the registry: the last thing that is done with a portal."""
    tell(f"changing the catalogue of procedures, with {most:,} sites in the end")
    arguments = {"most": most, "seconds": seconds}
    return call("spread.measure_spread", Saving, environment=portal.environment, **arguments)


def import_procedures(portal: Portal, files: int) -> list[ImportedProcedures]:
    """In a process of its own: how much memory it takes is measured as well."""
    tell(f"importing {files:,} procedures")
    environment = portal.environment
    return call("procedure_imports.import_procedures", ImportedProcedures, environment=environment, files=files)


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
