"""What a page asks of the database. Runs inside Django, with either set of settings.

Counted below Django, where the driver sends it: a request may change from the platform's connection to its site's own,
and Django looks on one of them only, and never at its own question whether a connection still stands.
"""

import re
import time
from typing import Any

import psycopg2.extensions
from django.db import close_old_connections, connection
from django.test import Client

from tests.bench.records import Statements

NEWS = "/tin-tuc/"
ARTICLE = re.compile(rf'href="({NEWS}[^/"?]+/)"')
TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
SEARCH_PATH = "SET search_path"
ALIVE = "SELECT 1"
VISITS = 6

sent: list[str] = []


class Connection(psycopg2.extensions.connection):
    """Writes down the transactions, which no cursor sends."""

    def commit(self) -> None:
        self._end("COMMIT", super().commit)

    def rollback(self) -> None:
        self._end("ROLLBACK", super().rollback)

    def _end(self, verb: str, end: Any) -> None:
        if self.info.transaction_status != psycopg2.extensions.TRANSACTION_STATUS_IDLE:
            sent.extend(["BEGIN", verb])
        end()


class Cursor(psycopg2.extensions.cursor):
    """Writes down what it sends."""

    def execute(self, sql: Any, values: Any = None) -> None:
        sent.append(str(sql).lstrip())
        super().execute(sql, values)

    def executemany(self, sql: Any, rows: Any) -> None:
        rows = list(rows)
        sent.extend([str(sql).lstrip()] * len(rows))
        super().executemany(sql, rows)


def count_statements(*, hosts: list[str], pause: float) -> list[Statements]:
    """Of the three kinds of page of the first host, and of its home page after a pause of so many seconds; with a
    second host, also of the home page right after a visit to that one.
    """
    write_down_what_is_sent()
    visitor, *strangers = [_visitor(host) for host in hosts]
    article = _first_article(visitor)
    counted = [
        _warm(visitor, page, path)
        for page, path in (("home page", "/"), ("article page", article), ("news list", NEWS))
    ]
    counted += [_warm(visitor, "home page after another site's", "/", before=stranger) for stranger in strangers]
    time.sleep(pause)
    return [*counted, _count(visitor, "home page after a pause", "/")]


def write_down_what_is_sent() -> None:
    """On connections that are opened from now on; a site's own has the settings of the platform's."""
    connection.close()
    connection.settings_dict["OPTIONS"] |= {"connection_factory": Connection, "cursor_factory": Cursor}


def _visitor(address: str) -> Client:
    host, _, port = address.partition(":")
    return Client(SERVER_NAME=host, SERVER_PORT=port)


def _first_article(visitor: Client) -> str:
    found = ARTICLE.search(_visit(visitor, "/").decode())
    if found is None:
        raise RuntimeError("The home page leads to no article: there is no content to measure with.")
    return found[1]


def _warm(visitor: Client, page: str, path: str, *, before: Client | None = None) -> Statements:
    """The least of several visits: in one or the other of them something that is kept for seconds has expired."""
    counted = []
    for _ in range(VISITS):
        if before:
            _visit(before, path)
        counted.append(_count(visitor, page, path))
    return min(counted, key=lambda one: one.queries + one.search_path)


def _count(visitor: Client, page: str, path: str) -> Statements:
    sent.clear()
    body = _visit(visitor, path)
    transaction = sum(sql.startswith(TRANSACTION) for sql in sent)
    search_path = sum(sql.startswith(SEARCH_PATH) for sql in sent)
    alive = sent.count(ALIVE)
    queries = len(sent) - transaction - search_path - alive
    return Statements(page, path, queries, transaction, search_path, alive, len(body))


def _visit(visitor: Client, path: str) -> bytes:
    # The web server does so before each request; the test client leaves it out.
    close_old_connections()
    response = visitor.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}.")
    return response.content
