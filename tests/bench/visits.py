"""What counting visits costs the pages: `python -m tests.bench.visits` measures that alone.

The home page is asked for one request at a time, in turn alone and beside what browsers tell the counter: as often as
pages are shown, and a thousand times a second.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.database import Databases, ask
from tests.bench.hits import Stream
from tests.bench.installation import Portal, database_url, fill
from tests.bench.load import Volley, fire
from tests.bench.processes import plain, started
from tests.bench.progress import tell
from tests.bench.records import Burdened, Told
from tests.bench.report import table_of_visits, text_of
from tests.bench.servers import PORTAL, serving

MANY = 1000.0
WARMING = 30
PAGES = "SELECT id FROM {}.wagtailcore_page WHERE live AND depth > 1 ORDER BY id LIMIT 200"
COUNTED = "SELECT coalesce(sum(views), 0) FROM {}.traffic_daycount"


def measure_visits(portal: Portal, scratch: Path, *, rounds: int, seconds: float) -> list[Burdened]:
    """With the web server as it is deployed."""
    host = portal.hosts(1)[0]
    pages = [number for (number,) in ask(portal.database_url, PAGES.format(portal.schema))]
    with serving(PORTAL, environment=portal.environment, log=scratch / "visits.log") as server:
        one_at_a_time = Volley(server.port, [(host, "/")], seconds, connections=1)
        fire(Volley(server.port, [(host, "/")] * WARMING), server, cores=None)
        measured = []
        for number in range(rounds):
            for what in ("a hit for each page", "a thousand hits a second"):
                alone = fire(one_at_a_time, server, cores=None)
                rate = MANY if what.startswith("a thousand") else alone.rate
                stream = Stream(server.port, host, pages, rate, seconds)
                with _telling(stream) as process:
                    beside = fire(one_at_a_time, server, cores=None)
                    told = Told(**json.loads(process.communicate()[0]))
                measured.append(Burdened(what, alone, beside, told))
                tell(f"visits, round {number + 1} of {rounds}, {what}: {told.rate:.0f}/s, {told.refused} refused")
        return measured


def counted(portal: Portal) -> int:
    return int(ask(portal.database_url, COUNTED.format(portal.schema))[0][0])


@contextmanager
def _telling(stream: Stream) -> Iterator[subprocess.Popen[str]]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with started(sys.executable, "-m", "tests.bench.hits", environment={}, **pipes) as process:
        if process.stdin:
            process.stdin.write(json.dumps(plain(stream)))
            process.stdin.close()
            process.stdin = None
        yield process


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.visits", description=__doc__)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=4.0, help="that one run lasts")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="cong-lang-bench-") as scratch, Databases(database_url()) as databases:
        portal = fill(databases, Path(scratch))
        before = counted(portal)
        measured = measure_visits(portal, Path(scratch), rounds=options.rounds, seconds=options.seconds)
        told = sum(one.told.answered - one.told.refused for one in measured)
        # The server was killed at the end: what it was told in its last moment may be missing.
        print(f"Told {told}, counted {counted(portal) - before}.")
    print(text_of(table_of_visits(measured)))


if __name__ == "__main__":
    main()
