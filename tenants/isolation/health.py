"""How the installation is: database, migrations, worker, timed work. For monitoring, and for the board's screen.

`/healthz` answers on every host, known or not: whoever watches a server asks it by its address. It names no site.
"""

import datetime
import hmac
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from threading import Lock

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from lib.vietnamese import sort_key
from tenants.crossing import all_tenants, in_public
from tenants.isolation.models import Heartbeat, Job

PATH, DETAILS = "/healthz", "/healthz/details"
# Whoever asks again and again costs nothing more.
KEPT_SECONDS = 5.0
# A piece of work is late when it has missed its turn by so much, and once more as long as it may wait.
LATE = datetime.timedelta(minutes=5)


@dataclass(frozen=True)
class FailingSite:
    site: str
    since: datetime.datetime
    done_at: datetime.datetime | None
    error: str


@dataclass(frozen=True)
class JobHealth:
    name: str
    seconds: int
    started_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    done_at: datetime.datetime | None
    failing_since: datetime.datetime | None
    error: str
    is_late: bool
    sites: int
    """On how many it went well the last time; 0 where it does not go from site to site."""
    failing_sites: tuple[FailingSite, ...]

    @property
    def is_well(self) -> bool:
        return not (self.is_late or self.failing_since or self.failing_sites)


@dataclass(frozen=True)
class Health:
    at: datetime.datetime
    behind: tuple[str, ...]
    """What lacks migrations that the code has: the shared tables, or sites by name."""
    worker_beat_at: datetime.datetime | None
    worker_is_alive: bool
    jobs: tuple[JobHealth, ...]

    @property
    def is_well(self) -> bool:
        """What monitoring is told: a single site's trouble is a matter for the board's screen."""
        return not self.behind and self.worker_is_alive


def health() -> Health:
    """As many queries whatever the number of sites. Raises DatabaseError where there is no database."""
    with in_public():
        beat = Heartbeat.objects.first()
        jobs = tuple(_job(job) for job in Job.objects.prefetch_related("sites__tenant"))
    return Health(timezone.now(), behind(), beat.beat_at if beat else None, bool(beat and beat.is_alive), jobs)


def behind() -> tuple[str, ...]:
    """One query over the records of migrations of all schemas."""
    names = {"public": "public", **{tenant.schema_name: tenant.full_name for tenant in all_tenants()}}
    wanted = _migrations()
    count = "SELECT %s::text, count(*) FROM {}.django_migrations WHERE app || '.' || name = ANY(%s)"
    parts = [count.format(connection.ops.quote_name(schema)) for schema in names]
    with in_public(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for schema in names for value in (schema, wanted)])
        return tuple(names[schema] for schema, number in cursor.fetchall() if number < len(wanted))


class HealthMiddleware:
    """Stands before the site is looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == PATH:
            return _brief()
        if request.path_info == DETAILS:
            return _details(request)
        return self.get_response(request)


def as_json(found: Health) -> HttpResponse:
    """All there is to know, site by site; for those who may."""
    return _json({"status": "ok" if found.is_well else "failing", **asdict(found)}, found.is_well)


def _brief() -> HttpResponse:
    try:
        found = _kept()
    except DatabaseError:
        return _json({"status": "failing", "database": "unreachable"}, False)
    told = {
        "status": "ok" if found.is_well else "failing",
        "database": "ok",
        "migrations": "behind" if found.behind else "ok",
        "worker": "ok" if found.worker_is_alive else "silent",
    }
    return _json(told, found.is_well)


def _details(request: HttpRequest) -> HttpResponse:
    """There is no such address without the right token, and on an installation that has none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    known = settings.HEALTH_TOKEN.encode()
    if not known or scheme.lower() != "bearer" or not hmac.compare_digest(token.strip().encode(), known):
        return JsonResponse({"status": "not found"}, status=404)
    try:
        return as_json(health())
    except DatabaseError:
        return _json({"status": "failing", "database": "unreachable"}, False)


def _json(told: Mapping[str, object], is_well: bool) -> HttpResponse:
    response = JsonResponse(dict(told), status=200 if is_well else 503)
    response["Cache-Control"] = "no-store"
    return response


_lock = Lock()
_last: list[tuple[float, Health]] = []


def _kept() -> Health:
    """One asks, the others are told the same: nobody wears the database out by asking."""
    with _lock:
        if _last and _last[0][0] > time.monotonic():
            return _last[0][1]
        found = health()
        _last[:] = [(time.monotonic() + KEPT_SECONDS, found)]
        return found


def forget_health() -> None:
    _last.clear()


def _job(job: Job) -> JobHealth:
    sites = list(job.sites.all())
    failing = [
        FailingSite(one.tenant.full_name, one.failing_since, one.done_at, one.error)
        for one in sites
        if one.failing_since
    ]
    return JobHealth(
        name=job.name,
        seconds=job.seconds,
        started_at=job.started_at,
        ended_at=job.ended_at,
        done_at=job.done_at,
        failing_since=job.failing_since,
        error=job.error,
        is_late=_is_late(job),
        sites=len(sites) - len(failing),
        failing_sites=tuple(sorted(failing, key=lambda one: (one.since, sort_key(one.site)))),
    )


def _is_late(job: Job) -> bool:
    if job.started_at is None:
        return False
    return timezone.now() - job.started_at > 2 * datetime.timedelta(seconds=job.seconds) + LATE


@cache
def _migrations() -> list[str]:
    return [f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations]
