"""What was told and is not yet in the database."""

from collections.abc import Iterable
from threading import Lock

from traffic.hits import Hit

# Of one site and process; a database that is away for long, or whoever floods the counter, takes no more memory.
MOST = 50_000


class Buffer:
    """Of one site. Any thread may add."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._hits: list[Hit] = []

    def add(self, *hits: Hit) -> None:
        with self._lock:
            self._hits.extend(hits[: MOST - len(self._hits)])

    def take(self) -> list[Hit]:
        """All of them: each is handed out once."""
        if not self._hits:
            return []
        with self._lock:
            hits, self._hits = self._hits, []
        return hits

    def put_back(self, hits: Iterable[Hit]) -> None:
        self.add(*hits)
