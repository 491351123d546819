"""How far a task is. Kept beside the database, whose transaction shows nothing before its end."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache

KEEP_SECONDS = 3600
# A task says something at every portion of rows; after so many seconds of silence somebody may ask for it again.
SILENCE = 90


@dataclass(frozen=True)
class Progress:
    done: int
    total: int
    at: float

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.total) if self.total else 0

    @property
    def is_silent(self) -> bool:
        return time.time() - self.at > SILENCE


def progress_of(import_id: int) -> Progress | None:
    kept = cache.get(_key(import_id))
    return Progress(*kept) if kept else None


def show(import_id: int, done: int, total: int) -> None:
    cache.set(_key(import_id), (done, total, time.time()), KEEP_SECONDS)


def reporter(import_id: int, total: int, *, already: int = 0) -> Callable[[int], None]:
    return lambda done: show(import_id, already + done, total)


def _key(import_id: int) -> str:
    return f"importing.{import_id}"
