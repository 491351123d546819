"""Of several who would write the same files at once, one at a time does."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from psycopg2.errors import LockNotAvailable

LONGEST_WAIT = "30s"
HOLD = """
    SET LOCAL lock_timeout = %s;
    SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' open data ' || %s, 0));
    SET LOCAL lock_timeout = DEFAULT
"""


@contextmanager
def in_turn(key: str) -> Iterator[None]:
    """Everything inside is done by nobody else on this site meanwhile.

    Who has waited too long goes on all the same: SQL that gets into any site of the server could keep the lock, and
    two who write do no harm, they only do it twice.
    """
    with transaction.atomic():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(HOLD, [LONGEST_WAIT, key])
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable):
                raise
        yield
