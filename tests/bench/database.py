"""The databases of a run and their logins, on the server that DATABASE_URL names. Gone when the run ends."""

from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import psycopg2
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT, parse_dsn

from tests.bench.progress import tell

MAINTENANCE = "postgres"
ONE_RUN_AT_A_TIME = 0x436F6E67_62656E63
# The logins of sites belong to the server; the comment on each says which database it was made for.
DATABASES = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
ROLES = "SELECT rolname FROM pg_roles WHERE starts_with(shobj_description(oid, 'pg_authid'), %s)"
MARK = "Cổng Làng, database "


class Busy(RuntimeError):
    """Another run measures on this server."""


class Databases:
    """Creates databases with names of their own. Entering removes what a killed run has left, leaving what is ours."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._prefix = f"{parse_dsn(url)['dbname']}_bench_"
        self._server = _connect(url, MAINTENANCE)

    def __enter__(self) -> Self:
        if not self._ask("SELECT pg_try_advisory_lock(%s)", ONE_RUN_AT_A_TIME)[0][0]:
            raise Busy("Another benchmark runs on this database server: wait until it has ended.")
        tell("removing what a killed run may have left")
        self._drop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drop_all()
        self._server.close()

    def create(self, name: str) -> str:
        """Returns the address of the new, empty database."""
        self._ask(f'CREATE DATABASE "{self._prefix}{name}"')
        return self._url_of(name)

    def copy(self, source: str, name: str, *, search_path: str) -> str:
        """Returns the address of a copy whose connections start on that search path. Nobody may be using the source."""
        self._ask(f'CREATE DATABASE "{self._prefix}{name}" TEMPLATE "{self._prefix}{source}"')
        self._ask(f'ALTER DATABASE "{self._prefix}{name}" SET search_path = {search_path}')
        return self._url_of(name)

    def setting(self, name: str) -> str:
        return str(self._ask("SELECT current_setting(%s)", name)[0][0])

    def _url_of(self, name: str) -> str:
        return urlsplit(self._url)._replace(path=f"/{self._prefix}{name}").geturl()

    def _drop_all(self) -> None:
        for (name,) in self._ask(DATABASES, self._prefix):
            self._ask(f'DROP DATABASE "{name}" WITH (FORCE)')
        for (name,) in self._ask(ROLES, f"{MARK}{self._prefix}"):
            self._ask(f'DROP ROLE "{name}"')

    def _ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return _ask(self._server, sql, *values)


class Watch:
    """Asks the same database now and then, over one connection."""

    def __init__(self, url: str) -> None:
        self._connection = _connect(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def number(self, sql: str, *values: object) -> int:
        return int(_ask(self._connection, sql, *values)[0][0])


def ask(url: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """One statement on a connection of its own."""
    connection = _connect(url)
    try:
        return _ask(connection, sql, *values)
    finally:
        connection.close()


def _connect(url: str, name: str | None = None) -> Any:
    connection = psycopg2.connect(url, **({"dbname": name} if name else {}))
    connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
    return connection


def _ask(connection: Any, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []
