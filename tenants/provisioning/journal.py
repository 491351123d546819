"""The record of a creation, kept on a connection of its own: what it says survives the transaction it tells of."""

import uuid
from typing import Any

from django.db import connections
from django.utils import timezone

from tenants.provisioning.locks import LONGEST_WAIT
from tenants.provisioning.models import Outcome, SiteCreation, Step

CLAIM = """
    UPDATE provisioning_sitecreation SET step = %s, started_at = %s
    WHERE id = %s AND outcome = %s AND step = %s RETURNING id
"""
ADVANCE = "UPDATE provisioning_sitecreation SET step = %s WHERE id = %s"
END = "UPDATE provisioning_sitecreation SET outcome = %s, error = %s, ended_at = %s WHERE id = %s"
# Shared, because two connections of the same process hold it: this record's and the transaction's. While one of them
# is alive, the creation is under way.
# Nobody takes it from them but SQL that got into a board's site: then the creation fails instead of waiting for ever.
HOLD = "SET lock_timeout = %s; SELECT pg_advisory_lock_shared(%s)"
HOLD_IN_TRANSACTION = """
    SET LOCAL lock_timeout = %s; SELECT pg_advisory_xact_lock_shared(%s); SET LOCAL lock_timeout = DEFAULT
"""
IS_RUNNING = """
    SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (classid::bigint << 32 | objid::bigint) = %s AND objsubid = 1
    )
"""


class Journal:
    """Writes one SiteCreation row, each line at once. Use as a context manager; it closes its connection.

    From the claim on it holds the creation's lock, which goes with the connection, however the process ends.
    """

    def __init__(self, creation_id: uuid.UUID) -> None:
        self.creation_id = creation_id
        self._connection = connections.create_connection("default")

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *exception: object) -> None:
        self._connection.close()

    def claim(self) -> bool:
        """Take a waiting creation, for this process alone. False where another one has it or it is over."""
        self._execute(HOLD, [LONGEST_WAIT, lock_number(self.creation_id)])
        return bool(self._execute(CLAIM, [Step.REGISTER, timezone.now(), self.creation_id, Outcome.OPEN, Step.QUEUED]))

    def reach(self, step: Step) -> None:
        self._execute(ADVANCE, [step, self.creation_id])

    def end(self, outcome: Outcome, error: str = "") -> None:
        self._execute(END, [outcome, error, timezone.now(), self.creation_id])

    def _execute(self, sql: str, values: list[Any]) -> int:
        with self._connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.rowcount


def hold_in_transaction(creation_id: uuid.UUID) -> None:
    """The creation is under way until the current transaction is committed or rolled back, to its very end."""
    with connections["default"].cursor() as cursor:
        cursor.execute(HOLD_IN_TRANSACTION, [LONGEST_WAIT, lock_number(creation_id)])


def lock_number(creation_id: uuid.UUID) -> int:
    """The advisory lock that a creation holds while it runs: 63 bits of its id."""
    return creation_id.int >> 65


def is_interrupted(creation: SiteCreation) -> bool:
    """Begun, not ended, and no process is at it any more: it was killed, and left nothing behind.

    The record is read after the lock: whoever works on a creation writes how it ended before letting go.
    """
    if _is_running(creation):
        return False
    return SiteCreation.objects.filter(pk=creation.pk, outcome=Outcome.OPEN).exclude(step=Step.QUEUED).exists()


def _is_running(creation: SiteCreation) -> bool:
    with connections["default"].cursor() as cursor:
        cursor.execute(IS_RUNNING, [lock_number(creation.pk)])
        return bool(cursor.fetchone()[0])
