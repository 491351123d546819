"""Locks on what belongs to no site: held to the end of a transaction, and waited for so long and no longer."""

import logging

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.utils import OperationalError
from django.utils.translation import gettext as _
from psycopg2.errors import LockNotAvailable

logger = logging.getLogger(__name__)

# What a creation takes on a slow machine, and then some.
LONGEST_WAIT = "30s"
HOLD = "SET LOCAL lock_timeout = %s; SELECT pg_advisory_xact_lock(%s); SET LOCAL lock_timeout = DEFAULT"


class LockHeld(ValidationError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Another change to sites has not come to its end. Try again in a few minutes; "
                "if it stays like that, tell the technical unit."
            ),
            code="lock_held",
        )


def hold(number: int) -> None:
    """Until the current transaction ends. Raises LockHeld, after which the transaction is lost: SQL that gets into any
    site could take this lock and keep it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(HOLD, [LONGEST_WAIT, number])
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        logger.error("The advisory lock %d is held for more than %s; pg_locks tells by whom", number, LONGEST_WAIT)
        raise LockHeld from error
