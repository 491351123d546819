"""Timed work that several processes share: the worker, a second worker, `manage.py run-schedule` out of cron.

Each piece is a row that whoever begins it claims by a conditional update; the others leave it alone until it is due
again. A piece whose process was killed is taken up by the next one that looks, a minute after its last sign of life.
"""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connections

from tenants.crossing import SiteFailure, in_each_site
from tenants.isolation.actions import claim_job, end_job, keep_job
from tenants.registry.models import Tenant

logger = logging.getLogger(__name__)

LOOK_EVERY = 30
"""Seconds after which a process looks at the latest whether a piece is due that another one had."""
BEAT_EVERY = 10


@dataclass(frozen=True)
class Rounds:
    """What came of work that goes from site to site."""

    done: list[Tenant]
    failures: list[SiteFailure]


def site_by_site(trouble: str, work: Callable[[Tenant], Any], **options: Any) -> Rounds:
    """The log names each site that failed; none keeps the work from the others."""
    results, failures = in_each_site(work, **options)
    for failure in failures:
        logger.error(trouble, failure.tenant, exc_info=failure.error)
    return Rounds([tenant for tenant, _ in results], failures)


Work = Callable[[], Rounds | None]


@dataclass
class Timer:
    """Work that is due every so many seconds. It may run twice, and in two processes at once."""

    name: str
    seconds: int
    work: Work
    # Long work has a clock to itself, where it keeps nothing else waiting.
    apart: bool = False
    next_at: float = field(default=0.0)

    def run_if_due(self) -> None:
        if time.monotonic() < self.next_at:
            return
        self.next_at = time.monotonic() + self.seconds
        try:
            self.work()
        except Exception:
            logger.exception("The scheduled work %r failed and is tried again in %d s", self.name, self.seconds)


def shared(timer: Timer) -> Timer:
    """The same for a process among others: it looks often, and runs what nobody else has."""
    process = uuid.uuid4().hex
    return replace(timer, seconds=min(timer.seconds, LOOK_EVERY), work=lambda: run_if_claimed(timer, process=process))


def run_if_claimed(timer: Timer, *, process: str) -> Rounds | None:
    """Run it where it is due and nobody else is at it. Raises what the work raises, which stays on record."""
    if not claim_job(name=timer.name, seconds=timer.seconds, process=process):
        return None
    try:
        with _showing_life(timer.name, process):
            rounds = timer.work()
    except Exception as error:
        end_job(name=timer.name, process=process, error=in_a_line(error))
        raise
    failures = {failure.tenant.pk: in_a_line(failure.error) for failure in rounds.failures} if rounds else {}
    done = [tenant.pk for tenant in rounds.done] if rounds else []
    end_job(name=timer.name, process=process, done=done, failures=failures)
    return rounds


def in_a_line(error: Exception) -> str:
    """The first line only: what a database adds below may hold what stood in a row."""
    words = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {words}"[:300] if words else type(error).__name__


@contextmanager
def _showing_life(name: str, process: str) -> Iterator[None]:
    """From a thread of its own: a long piece of work is not taken for dead."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(BEAT_EVERY):
            keep_job(name=name, process=process)
        connections.close_all()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
