"""Databases for tests, copied from one that is migrated and filled once.

The first run builds `<name>_test_template_<fingerprint>`; each worker process, and each test that has to commit for
real, gets a copy of it, which takes a fraction of a second where migrating takes most of a minute.
"""

import fcntl
import hashlib
import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from psycopg2.errors import DependentObjectsStillExist

from tenants.isolation import grants, tasks
from tenants.isolation.hosts import forget_addresses
from tenants.isolation.logins import close_kept_connections
from tenants.provisioning import logins
from tenants.provisioning.template import fingerprint
from tests import cast

PREFIX = f"{settings.DATABASES['default']['NAME']}_test"
MAINTENANCE = "postgres"
# Copies that are done with wait to be dropped together: on ext4 without a journal a new file passes by all that were
# deleted in the last minutes, which makes a copy right after a drop ten times as slow. Each takes 50 MB meanwhile.
DROPPED_TOGETHER = 10
ROLES_OF = "SELECT rolname FROM pg_roles WHERE shobj_description(oid, 'pg_authid') = %s"

_done_with: list[str] = []


def template_database() -> str:
    """The name of the filled database, built where it is missing. Workers wait for the one that builds."""
    sources = b"".join(Path(module.__file__).read_bytes() for module in (cast, grants, logins, tasks))
    name = f"{PREFIX}_template_{hashlib.sha256(fingerprint().encode() + sources).hexdigest()[:12]}"
    with _lock_between_processes():
        if not _exists(name):
            _drop_leftovers()
            _build(name)
    return name


@contextmanager
def unattached_copy(template: str) -> Iterator[str]:
    """A fresh copy of the template for other processes, dropped some time afterwards."""
    name = f"{PREFIX}_{os.getpid()}_{uuid.uuid4().hex[:12]}"
    with _lock_between_processes():
        _execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield name
    finally:
        _done_with.append(name)
        if len(_done_with) >= DROPPED_TOGETHER:
            drop_copies()


def drop_copies() -> None:
    """All that this process has done with."""
    while _done_with:
        _drop(_done_with.pop())


@contextmanager
def copied_database(template: str) -> Iterator[str]:
    """Everything inside works on a fresh copy of the template, which is done with afterwards."""
    before = connection.settings_dict["NAME"]
    with unattached_copy(template) as name:
        _point_at(name)
        try:
            yield name
        finally:
            _point_at(before)


def url_of(name: str) -> str:
    """An address of that database for another process."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _build(name: str) -> None:
    before = connection.settings_dict["NAME"]
    unfinished = f"{name}_unfinished"
    _drop(unfinished)
    _execute(f'CREATE DATABASE "{unfinished}"')
    _point_at(unfinished)
    try:
        call_command("upgrade", verbosity=0, stdout=open("/dev/null", "w"))  # noqa: SIM115, PTH123
        cast.assemble()
    finally:
        _point_at(before)
    _execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
    for (role,) in _execute(ROLES_OF, logins.mark(unfinished)):
        _execute(f'COMMENT ON ROLE "{role}" IS %s', logins.mark(name))


def _point_at(name: str) -> None:
    close_kept_connections()
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    for cache in caches.all():
        cache.clear()
    forget_addresses()


@contextmanager
def _lock_between_processes() -> Iterator[None]:
    server = hashlib.sha256(os.environ["DATABASE_URL"].encode()).hexdigest()[:12]
    with (Path(tempfile.gettempdir()) / f"{PREFIX}-{os.getuid()}-{server}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _exists(name: str) -> bool:
    return bool(_execute("SELECT 1 FROM pg_database WHERE datname = %s", name))


def _drop_leftovers() -> None:
    """Templates of other code, and the copies of runs that were killed."""
    for (name,) in _execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", f"{PREFIX}_"):
        if not _is_in_use(name):
            _drop(name)


def _is_in_use(name: str) -> bool:
    """Whether it is a copy, `<prefix>_<process>_<random>`, of a process that still runs."""
    process = name.removeprefix(f"{PREFIX}_").partition("_")[0]
    return process.isdigit() and Path(f"/proc/{process}").exists()


def _drop(name: str) -> None:
    """With the logins of the sites that were created in it, but for those a copy that is in use still needs."""
    _execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    for (role,) in _execute(ROLES_OF, logins.mark(name)):
        with suppress(DependentObjectsStillExist):
            _execute(f'DROP ROLE "{role}"')


def _execute(sql: str, *values: str) -> list[tuple]:
    parameters = {**connection.get_connection_params(), "dbname": MAINTENANCE}
    parameters.pop("cursor_factory", None)
    other = psycopg2.connect(**parameters)
    other.autocommit = True
    try:
        with other.cursor() as cursor:
            cursor.execute(sql, values or None)
            return cursor.fetchall() if cursor.description else []
    finally:
        other.close()
