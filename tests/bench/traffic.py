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
WARMING_REQUESTS = 60
CEILING_SECONDS = 2.0
VISITORS_AT_ONCE = 8
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')


class PagesDiffer(RuntimeError):
    """The portal and the single site show different pages: comparing them would say nothing."""


@dataclass(frozen=True)
class Traffic:
    """Three servers that are compared, each with one worker of one thread, and the portal as it is deployed."""

    cores: Cores
    portal: Server
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

    def beside_single_site(self, host: str, *, pairs: int, seconds: float) -> list[Pair]:
        """The home page of one host: the portal's answers, then the single site's, and again."""
        page = [(host, "/")]
        for server in (self.portal, self.single):
            self._fire(server, page * WARMING_REQUESTS)
        ask = (partial(self._fire, server, page, seconds) for server in (self.portal, self.single))
        return _told("home page, portal beside single site", pairs, alternate(*ask, pairs=pairs))

    def rotating(self, hosts: list[str], *, pairs: int, seconds: float) -> list[Pair]:
        """Home pages of all these hosts: each request another one's, then the same requests host by host."""
        home_pages = [(host, "/") for host in hosts]
        warm = [self._fire(self.portal, home_pages * 2) for _ in range(2)]
        orders = in_rotation_and_in_turn(home_pages, requests=int(warm[-1].rate * seconds))
        ask = (partial(self._fire, self.portal, pages) for pages in orders)
        return _told(f"{len(hosts)} hosts in rotation", pairs, alternate(*ask, pairs=pairs))

    def visit_everything(self, hosts: list[str], *, requests: int) -> None:
        """Use the deployed server as visitors would: every host's home page and list of news, twice at least."""
        pages = [(host, path) for host in hosts for path in ("/", NEWS)]
        times = max(requests // len(pages), 2)
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
            single=start(PORTAL, single, "single", **alone),
            constant=start(CONSTANT, portal, "constant", **alone),
            deployed=start(PORTAL, portal, "deployed"),
        )


def _told(what: str, pairs: int, measured: Iterator[Pair]) -> list[Pair]:
    result = []
    for number, pair in enumerate(measured, start=1):
        tell(f"{what}, pair {number} of {pairs}: {pair.first.rate:.0f} and {pair.second.rate:.0f} requests/s")
        result.append(pair)
    return result
