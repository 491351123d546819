"""The web server of a run: gunicorn as `deploy/gunicorn.conf.py` has it, on a free port of this machine."""

import http.client
import os
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.installation import BASE_DOMAIN
from tests.bench.processes import Process, children_of, processor_seconds, started

LOOPBACK = "127.0.0.1"
PORTAL = "config.wsgi:application"
CONSTANT = "tests.bench.constant:application"
PATIENCE = 60.0
TIMEOUT = 30.0


@dataclass(frozen=True)
class Cores:
    """Who runs where while requests are counted: the web server alone, the load generator beside it. The database
    goes where the kernel sends it."""

    server: set[int] | None
    generator: set[int] | None

    @classmethod
    def of_this_machine(cls) -> "Cores":
        cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
        return cls({cores[-1]}, set(cores[:-1])) if len(cores) > 1 else cls(None, None)


@dataclass(frozen=True)
class Server:
    port: int
    process: Process

    @property
    def workers(self) -> list[int]:
        return children_of(self.process.pid)

    def processor_seconds(self) -> float:
        return sum(processor_seconds(pid) for pid in self.workers)


@contextmanager
def serving(
    application: str,
    *,
    environment: Mapping[str, str],
    log: Path,
    cores: set[int] | None = None,
    workers: int | None = None,
    threads: int | None = None,
) -> Iterator[Server]:
    """Answers when the block begins. As many workers and threads as it is deployed with, where no number is given;
    they are never replaced, for a new one would be cold in the middle of a run."""
    port = _free_port()
    command = [Path(sys.executable).with_name("gunicorn"), "-c", "deploy/gunicorn.conf.py"]
    command += ["--bind", f"{LOOPBACK}:{port}", "--max-requests", "0"]
    command += [f"--{name}={number}" for name, number in (("workers", workers), ("threads", threads)) if number]
    with (
        log.open("w") as lines,
        started(*command, application, environment=environment, cores=cores, stdout=lines, stderr=lines) as process,
    ):
        _wait_until_it_answers(process, port, log)
        yield Server(port, process)


def fetch(port: int, host: str, path: str = "/") -> tuple[int, bytes]:
    """Status and body of one page."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=TIMEOUT)
    try:
        connection.request("GET", path, headers={"Host": host})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def _wait_until_it_answers(process: Process, port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            fetch(port, f"nowhere.{BASE_DOMAIN}")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"gunicorn does not answer. The end of what it said:\n{log.read_text()[-3000:]}")


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind((LOOPBACK, 0))
        return int(attempt.getsockname()[1])
