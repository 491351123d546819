"""What the processes of the portal keep in memory. Linux only: elsewhere nothing is measured."""

import os
import time
from contextlib import suppress
from pathlib import Path

from tests.bench.installation import Portal
from tests.bench.processes import managing
from tests.bench.records import Memory
from tests.bench.traffic import Traffic

KIB_PER_MIB = 1024
BYTES_PER_GIB = 1024**3
REQUESTS_BEFORE = 300
WORKER_BUSY_FOR_AT_MOST = 30.0


def weigh(portal: Portal, servers: Traffic, hosts: list[str], log: Path) -> list[Memory]:
    """The deployed web server after requests to every host, the background worker after it has emptied the queue."""
    servers.visit_everything(hosts, requests=REQUESTS_BEFORE)
    weighed = _of("gunicorn's first process", servers.deployed.process.pid)
    for name, server in (
        ("gunicorn worker as deployed", servers.deployed),
        ("gunicorn worker of one thread", servers.portal),
        ("the same, single site", servers.single),
    ):
        weighed += [memory for pid in server.workers for memory in _of(name, pid)]
    weighed += [memory for pid in portal.database_processes() for memory in _of("PostgreSQL process, portal", pid)]
    with managing("worker", environment=portal.environment, log=log) as worker:
        until = time.monotonic() + WORKER_BUSY_FOR_AT_MOST
        while portal.waiting_tasks() and time.monotonic() < until:
            time.sleep(0.2)
        return [*weighed, *_of("background worker", worker.pid)]


def memory_in_all() -> float:
    """Of the machine, in GiB."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / BYTES_PER_GIB


def _of(process: str, pid: int) -> list[Memory]:
    """One record, or none where the machine does not tell."""
    with suppress(OSError):
        kib = _rollup(pid)
        own = kib["Private_Clean"] + kib["Private_Dirty"]
        return [Memory(process, *(round(size / KIB_PER_MIB, 1) for size in (kib["Rss"], kib["Pss"], own)))]
    return []


def _rollup(pid: int) -> dict[str, int]:
    """In KiB, by the kernel's names."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    return {name: int(value.split()[0]) for name, _, value in (line.partition(":") for line in lines)}
