"""Requests per second, and how long one takes.

The requests come from a process of its own over connections that stay open: `python -m tests.bench.load` takes a
Volley as JSON and answers with the Run.
"""

import http.client
import itertools
import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tests.bench.processes import Process, plain, started
from tests.bench.records import Run
from tests.bench.servers import LOOPBACK, TIMEOUT, Server

# Two at a time keep a single thread of the web server busy: one is served, the other waits at its door.
CONNECTIONS = 2
LOOK_EVERY = 0.1

Page = tuple[str, str]


@dataclass(frozen=True)
class Volley:
    """Pages to ask for, each a host and a path: over and over for so many seconds, or once each where that is 0."""

    port: int
    pages: list[Page]
    seconds: float = 0.0
    connections: int = CONNECTIONS


def fire(volley: Volley, server: Server, *, cores: set[int] | None, meanwhile: Callable[[], None] | None = None) -> Run:
    """Ask that server for those pages, from a process on those cores; `meanwhile` is called again and again."""
    command = (sys.executable, "-m", "tests.bench.load")
    before = server.processor_seconds()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with started(*command, environment={}, cores=cores, **pipes) as process:
        answer = _answer_of(process, json.dumps(plain(volley)), meanwhile)
        if process.returncode:
            raise RuntimeError("The load generator failed: see above.")
    return replace(Run(**json.loads(answer)), worker_seconds=server.processor_seconds() - before)


def alternate(*asks: Callable[[], Run], rounds: int) -> Iterator[list[Run]]:
    """A B A B …, so that whatever else happens on the machine meets all alike."""
    for _ in range(rounds):
        yield [ask() for ask in asks]


def in_rotation_and_in_turn(pages: list[Page], *, requests: int) -> tuple[list[Page], list[Page]]:
    """About so many requests in two orders: each for another page than the one before, and page by page."""
    times = max(requests // len(pages), 2)
    return pages * times, [page for page in pages for _ in range(times)]


def _answer_of(process: Process, question: str, meanwhile: Callable[[], None] | None) -> str:
    still_to_say: str | None = question
    while True:
        try:
            return process.communicate(still_to_say, timeout=LOOK_EVERY if meanwhile else None)[0]
        except subprocess.TimeoutExpired:
            still_to_say = None
            if meanwhile:
                meanwhile()


@dataclass
class Generator:
    """Shares the pages of a volley among its connections, one thread each."""

    volley: Volley
    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def run(self) -> Run:
        pages = itertools.cycle(self.volley.pages) if self.volley.seconds else iter(self.volley.pages)
        begun = time.perf_counter()
        until = begun + self.volley.seconds if self.volley.seconds else float("inf")
        threads = [threading.Thread(target=self._ask, args=[pages, until]) for _ in range(self.volley.connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.failures:
            raise RuntimeError(self.failures[0])
        seconds = time.perf_counter() - begun
        cuts = statistics.quantiles(self.times, n=20, method="inclusive")
        return Run(len(self.times), seconds, p50_ms=1000 * cuts[9], p95_ms=1000 * cuts[18])

    def _ask(self, pages: Iterator[Page], until: float) -> None:
        connection = http.client.HTTPConnection(LOOPBACK, self.volley.port, timeout=TIMEOUT)
        try:
            for host, path in pages:
                begun = time.perf_counter()
                connection.request("GET", path, headers={"Host": host})
                response = connection.getresponse()
                response.read()
                ended = time.perf_counter()
                if response.status != http.client.OK:
                    self.failures.append(f"{host}{path} answered {response.status}")
                    return
                self.times.append(ended - begun)
                if ended > until:
                    return
        except (OSError, http.client.HTTPException) as error:
            self.failures.append(f"{type(error).__name__}: {error}")
        finally:
            connection.close()


def main() -> None:
    fields = json.load(sys.stdin)
    pages = [(host, path) for host, path in fields.pop("pages")]
    json.dump(plain(Generator(Volley(pages=pages, **fields)).run()), sys.stdout)


if __name__ == "__main__":
    main()
