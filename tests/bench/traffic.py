"""The web servers of a run, and the requests that they are asked to answer."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.installation import Installation
from tests.bench.load import Page, Volley, alternate, fire, in_rotation_and_in_turn
from tests.bench.progress import tell
from tests.bench.records import Pair, Run
from tests.bench.servers import CONSTANT, PORTAL, Cores, Server, fetch, serving

NEWS = "/tin-tuc/"
WARMING_REQUESTS = 30
CEILING_SECONDS = 2.0
VISITORS_AT_ONCE = 8
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')


class PagesDiffer(RuntimeError):
    """The portal and the single site show different pages: comparing them would say nothing."""


@dataclass(frozen=True)
class Traffic:
    """Four servers that are compared, each with one worker of one thread, and the portal as it is deployed."""

    cores: Cores
    portal: Server
    without_logins: Server
    single: Server
    constant: Server
    deployed: Server

    def check_pages(self, host: str) -> int:
        """The length of the home page, which is to be the same on both. Raises PagesDiffer."""
        (status, page), (other_status, other_page) = (fetch(s.port, host) for s in (self.portal, self.single))
        if (status, other_status) != (200, 200):
            raise PagesDiffer(f"The portal answered {status}, the single site {other_status}.")
        if TOKEN.sub(rb"\1", page) != TOKEN.sub(rb"\1", other_page):
            raise PagesDiffer(f"The portal's home page has {len(page)} bytes, the single site's {len(other_page)}.")
        return len(page)

    def ceiling(self, length: int) -> Run:
        """Of the load generator and gunicorn, with an application that answers so many bytes and does nothing else."""
        tell("requests to an application that does nothing")
        return self._fire(self.constant, [("localhost", f"/{length}")], CEILING_SECONDS)

    def home_page(self, host: str, *, rounds: int, seconds: float) -> tuple[list[Pair], list[Pair]]:
        """The home page of one host as the portal answers, beside the single site's answers and beside those of the
        portal where all sites act with one login. In each round the portal's turn is next to both others'."""
        page = [(host, "/")]
        servers = (self.single, self.portal, self.without_logins)
        for server in servers:
            self._fire(server, page * WARMING_REQUESTS)
        asks = (partial(self._fire, server, page, seconds) for server in servers)
        runs = _told("home page: single site, portal, portal without logins", rounds, alternate(*asks, rounds=rounds))
        beside_single_site = [Pair(portal, single) for single, portal, _ in runs]
        return beside_single_site, [Pair(portal, without) for _, portal, without in runs]

    def rotating(self, hosts: list[str], *, rounds: int, seconds: float) -> list[Pair]:
        """Home pages of all these hosts: each request another one's, then the same requests host by host."""
        home_pages = [(host, "/") for host in hosts]
        warm = [self._fire(self.portal, home_pages) for _ in range(2)]
        orders = in_rotation_and_in_turn(home_pages, requests=int(warm[-1].rate * seconds))
        asks = (partial(self._fire, self.portal, pages) for pages in orders)
        runs = _told(f"{len(hosts)} hosts in rotation, then in turn", rounds, alternate(*asks, rounds=rounds))
        return [Pair(rotation, turn) for rotation, turn in runs]

    def visit_everything(self, hosts: list[str], *, requests: int) -> None:
        """Use the deployed server as visitors would: every host's home page and list of news."""
        pages = [(host, path) for host in hosts for path in ("/", NEWS)]
        times = max(requests // len(pages), 1)
        fire(Volley(self.deployed.port, pages * times, connections=VISITORS_AT_ONCE), self.deployed, cores=None)

    def _fire(self, server: Server, pages: list[Page], seconds: float = 0.0) -> Run:
        return fire(Volley(server.port, pages, seconds), server, cores=self.cores.generator)


@contextmanager
def traffic(portal: Installation, single: Installation, scratch: Path) -> Iterator[Traffic]:
    """The servers run while the block does."""
    tell("starting the web servers")
    cores = Cores.of_this_machine()
    alone = {"cores": cores.server, "workers": 1, "threads": 1}
    with ExitStack() as stack:

        def start(application: str, installation: Installation, name: str, **options: object) -> Server:
            log = scratch / f"{name}.log"
            return stack.enter_context(serving(application, environment=installation.environment, log=log, **options))

        yield Traffic(
            cores,
            portal=start(PORTAL, portal, "portal", **alone),
            without_logins=start(PORTAL, portal.without_logins(), "without_logins", **alone),
            single=start(PORTAL, single, "single", **alone),
            constant=start(CONSTANT, portal, "constant", **alone),
            deployed=start(PORTAL, portal, "deployed"),
        )


def _told(what: str, rounds: int, measured: Iterator[list[Run]]) -> list[list[Run]]:
    result = []
    for number, runs in enumerate(measured, start=1):
        rates = ", ".join(f"{run.rate:.0f}" for run in runs)
        tell(f"{what}, round {number} of {rounds}: {rates} requests/s")
        result.append(runs)
    return result
