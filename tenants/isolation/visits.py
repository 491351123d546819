"""Visits of all sites on their way into the database.

A browser that shows a page tells so (`traffic`). That is answered before Django is asked, on no connection to the
database, and written down within a second, all of a site at once and with its own login. A process that is killed loses
what it was told in that second; one that is told to stop writes it down first.
"""

import atexit
import base64
import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.db import close_old_connections, connections
from django.db.utils import OperationalError

from tenants.isolation.logins import as_site
from tenants.isolation.middleware import address_of
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from traffic.actions import add_hits
from traffic.buffer import Buffer
from traffic.hits import ADDRESS, hit_of

logger = logging.getLogger(__name__)

EVERY = 0.5
"""Seconds between two looks at what was told: with the time that writing takes, below one."""
NOTHING = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""A picture of one transparent point."""
HEADERS = [
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
]

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Visits:
    """What this process was told, each site's apart."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._buffers: dict[str, tuple[Tenant, Buffer]] = {}

    def of(self, tenant: Tenant) -> Buffer:
        """Schemas bear numbers that are never given out again: what was told of a deleted site meets no later one."""
        with self._lock:
            _, buffer = self._buffers.get(tenant.schema_name, (tenant, None))
            # The tenant as it was last looked up: its login may have been renewed.
            self._buffers[tenant.schema_name] = (tenant, buffer := buffer or Buffer())
        return buffer

    def write_down(self) -> None:
        """Site by site; one that fails keeps no other from it. What could not be written for want of a connection
        waits, everything else that fails is left out: it would fail again."""
        with self._lock:
            waiting = list(self._buffers.values())
        for tenant, buffer in waiting:
            hits = buffer.take()
            if not hits:
                continue
            try:
                with as_site(tenant):
                    add_hits(hits)
            except OperationalError:
                buffer.put_back(hits)
                logger.exception("Visits of %s wait: %d pages shown", tenant, len(hits))
            except Exception:
                logger.exception("Visits of %s could not be written down: %d pages shown", tenant, len(hits))


class Writer:
    """A thread for as long as the process lives. The first that is told begins it: processes of a web server are
    forked before."""

    def __init__(self, visits: Visits) -> None:
        self._visits = visits
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        if self._thread is not None:
            return
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._write, name="visits", daemon=True)
                self._thread.start()
                atexit.register(self._end)

    def _write(self) -> None:
        while not self._ended.wait(EVERY):
            close_old_connections()
            self._visits.write_down()
        connections.close_all()

    def _end(self) -> None:
        """The server stops: what was told since the last look is written down now."""
        self._ended.set()
        if self._thread:
            self._thread.join()
        self._visits.write_down()


visits = Visits()


class Counting:
    """Stands before Django and takes what browsers tell of pages that they show. Everything else goes on to Django."""

    def __init__(self, application: Application, told: Visits | None = None) -> None:
        self.application = application
        self.visits = told or visits
        self.writer = None if told else Writer(self.visits)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if environ.get("PATH_INFO") != ADDRESS or method not in ("GET", "POST"):
            return self.application(environ, start_response)
        request = WSGIRequest(environ)
        tenant = _site_of(request)
        if tenant is None:
            return self.application(environ, start_response)
        hit = hit_of(request) if tenant.lifecycle == Lifecycle.ACTIVE else None
        if hit:
            self.visits.of(tenant).add(hit)
            if self.writer:
                self.writer.begin()
        if method == "POST":
            start_response("204 No Content", HEADERS)
            return []
        start_response("200 OK", [*HEADERS, ("Content-Type", "image/gif"), ("Content-Length", str(len(NOTHING)))])
        return [NOTHING]


def _site_of(request: WSGIRequest) -> Tenant | None:
    """None where Django answers: a host that leads nowhere, or to another name of a site."""
    try:
        address = address_of(request)
    except OperationalError:
        close_old_connections()
        raise
    if address is None or address.is_alias or address.tenant.lifecycle == Lifecycle.PREPARING:
        return None
    return address.tenant
