"""What a page asks of the database. Runs inside Django, with either set of settings."""

import re
import time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.records import Statements

NEWS = "/tin-tuc/"
ARTICLE = re.compile(rf'href="({NEWS}[^/"?]+/)"')
TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
SEARCH_PATH = "SET search_path"
VISITS = 6


def count_statements(*, hosts: list[str], pause: float) -> list[Statements]:
    """Of the three kinds of page of the first host, and of its home page after a pause of so many seconds; with a
    second host, also of the home page right after a visit to that one.
    """
    visitor, *strangers = [_visitor(host) for host in hosts]
    article = _first_article(visitor)
    counted = [
        _warm(visitor, page, path)
        for page, path in (("home page", "/"), ("article page", article), ("news list", NEWS))
    ]
    counted += [_warm(visitor, "home page after another site's", "/", before=stranger) for stranger in strangers]
    time.sleep(pause)
    return [*counted, _count(visitor, "home page after a pause", "/")]


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
    with CaptureQueriesContext(connection) as captured:
        body = _visit(visitor, path)
    statements = [query["sql"].lstrip() for query in captured.captured_queries]
    transaction = sum(sql.startswith(TRANSACTION) for sql in statements)
    search_path = sum(sql.startswith(SEARCH_PATH) for sql in statements)
    return Statements(page, path, len(statements) - transaction - search_path, transaction, search_path, len(body))


def _visit(visitor: Client, path: str) -> bytes:
    response = visitor.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}.")
    return response.content
