"""Answers that belong to another site than the one that was asked: none is expected. Runs inside Django.

Every site gets two secrets, one in its page, which the database is asked for each time, and one in the frame around
it, which is kept for seconds. Visitors then go from site to site at random, side by side.
"""

import http.client
import random
import re
import secrets
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings

from home.models import HomePage
from pages.models import SiteSettings
from tenants.crossing import all_tenants, in_site
from tests.bench.records import Checked
from tests.bench.servers import LOOPBACK, TIMEOUT

SECRET = re.compile(rb"(?:page|frame)-[0-9a-f]{24}")
# Both threads of the web server have one to serve and one at the door.
VISITORS = 4
# The other web servers of the run keep frames for so long in the same cache.
FORGOTTEN_AFTER = 6.0
# What is kept is gone after this many times the seconds it is kept for, and there before this part of them.
COLD, WARM = 1.5, 0.5


def look_for_mixups(*, port: int, public_port: int, seconds: float) -> list[Checked]:
    """For so many seconds, every other answer one that nothing was kept for."""
    search = Search(port, {f"{host}:{public_port}": own for host, own in hide_secrets().items()})
    time.sleep(FORGOTTEN_AFTER)
    return [search.run(seconds)]


def hide_secrets() -> dict[str, set[bytes]]:
    """In the home pages of every site; by host."""
    hidden = {}
    for tenant in all_tenants():
        page, frame = (f"{place}-{secrets.token_hex(12)}" for place in ("page", "frame"))
        with in_site(tenant):
            HomePage.objects.update(introduction=page)
            SiteSettings.objects.update(superior_vi=frame)
        hidden[tenant.primary_host] = {page.encode(), frame.encode()}
    return hidden


@dataclass
class Search:
    port: int
    hidden: dict[str, set[bytes]]
    dice: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 - the same way every time
    lock: threading.Lock = field(default_factory=threading.Lock)
    last_asked: dict[str, float] = field(default_factory=dict)
    answers: int = 0
    cold: int = 0
    wrong: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def run(self, seconds: float) -> Checked:
        begun = time.monotonic()
        visitors = [threading.Thread(target=self._visit, args=[begun + seconds]) for _ in range(VISITORS)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        for line in (*self.wrong[:10], *self.failed[:10]):
            print(f"          {line}", file=sys.stderr, flush=True)
        took = time.monotonic() - begun
        return Checked(len(self.hidden), self.answers, self.cold, len(self.wrong), len(self.failed), took)

    def _visit(self, until: float) -> None:
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=TIMEOUT)
        for host, is_cold in self._choices(until):
            try:
                connection.request("GET", "/", headers={"Host": host})
                response = connection.getresponse()
                status, body = response.status, response.read()
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                status, body = 0, repr(error).encode()
            self._check(host, is_cold, status, body)
        connection.close()

    def _choices(self, until: float) -> Iterator[tuple[str, bool]]:
        while time.monotonic() < until:
            with self.lock:
                host, is_cold = self._choose(time.monotonic())
                self.last_asked[host] = time.monotonic()
            yield host, is_cold

    def _choose(self, now: float) -> tuple[str, bool]:
        """A host at random, by turns among those that nothing is kept of and those that were asked right before."""
        ages = {host: now - self.last_asked.get(host, float("-inf")) for host in self.hidden}
        cold = [host for host, age in ages.items() if age > COLD * settings.FRAME_CACHE_SECONDS]
        warm = [host for host, age in ages.items() if age < WARM * settings.FRAME_CACHE_SECONDS]
        if cold and (not warm or self.dice.random() < 0.5):
            return self.dice.choice(cold), True
        return self.dice.choice(warm or list(self.hidden)), False

    def _check(self, host: str, is_cold: bool, status: int, body: bytes) -> None:
        with self.lock:
            self.last_asked[host] = time.monotonic()
            if status != http.client.OK:
                self.failed.append(f"{host} answered {status}: {body[:200]!r}")
                return
            self.answers += 1
            self.cold += is_cold
            if (found := set(SECRET.findall(body))) != self.hidden[host]:
                self.wrong.append(f"{host} showed {sorted(found)}, its own are {sorted(self.hidden[host])}")
