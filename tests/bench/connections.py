"""How many database connections the web server holds open while its visitors go from site to site."""

import time
from pathlib import Path

from tests.bench.database import Watch
from tests.bench.installation import Portal
from tests.bench.load import Volley, fire
from tests.bench.progress import tell
from tests.bench.records import Crowd
from tests.bench.servers import PORTAL, serving

WORKERS, THREADS = 4, 4
SITE_CONNECTIONS = 16
MOST = WORKERS * (THREADS + SITE_CONNECTIONS)
# By this name the server knows these connections from those of the other web servers.
NAME = "cong-lang-bench-connections"
OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = %s"
# Counted by PostgreSQL since its statistics began, those of everybody else included: nobody else is busy meanwhile.
EVER_OPENED = "SELECT sessions FROM pg_stat_database WHERE datname = current_database()"
UNTIL_COUNTED = 1.5


def crowd(portal: Portal, hosts: list[str], scratch: Path, *, rounds: int, seconds: float) -> list[Crowd]:
    """Home pages of all hosts in rotation, as many at a time as the web server has threads."""
    own = portal.having(PGAPPNAME=NAME, SITE_CONNECTIONS=str(SITE_CONNECTIONS))
    log = scratch / "connections.log"
    pages = [(host, "/") for host in hosts]
    with (
        serving(PORTAL, environment=own.environment, log=log, workers=WORKERS, threads=THREADS) as server,
        Watch(portal.database_url) as watch,
    ):
        seen: list[int] = []

        def look() -> None:
            seen.append(watch.number(OPEN, NAME))

        def ask(volley: Volley) -> Crowd:
            seen.clear()
            before = watch.number(EVER_OPENED)
            run = fire(volley, server, cores=None, meanwhile=look)
            look()
            time.sleep(UNTIL_COUNTED)
            return Crowd(len(hosts), max(seen), MOST, watch.number(EVER_OPENED) - before, run)

        ask(Volley(server.port, pages, connections=WORKERS * THREADS))
        measured = []
        for number in range(1, rounds + 1):
            measured.append(ask(Volley(server.port, pages, seconds, connections=WORKERS * THREADS)))
            last = measured[-1]
            tell(
                f"{len(hosts)} sites, {WORKERS} workers, round {number} of {rounds}: {last.most_open} connections open,"
                f" {last.opened} opened for {last.run.requests} requests, {last.run.rate:.0f} requests/s"
            )
        return measured
