"""What the tests of rooms with items share: how often a page asks the database, and what a form of the admin sends."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

NO_COMMENTS = {
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
    "comments-MIN_NUM_FORMS": "0",
    "comments-MAX_NUM_FORMS": "",
}


def queries(browser: Client, path: str) -> int:
    """Once the caches are warm, less the savepoints in which a test wraps what is a transaction in service."""
    for _ in range(2):
        assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        browser.get(path)
    return len([query for query in captured if "SAVEPOINT" not in query["sql"]])
