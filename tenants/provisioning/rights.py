"""Takes back what was given by hand: whatever differs from the table of rights once all logins have theirs."""

from collections.abc import Callable

from django.db import connection, transaction
from django.db.utils import DatabaseError

from tenants.crossing import in_public
from tenants.isolation.faults import Fault, find_faults
from tenants.isolation.grants import groups
from tenants.provisioning.locks import hold
from tenants.provisioning.logins import GRANTS_LOCK, are_wanted, is_of_this_database

# One fault may hide behind another: whose table is taken back has no right on it any more.
ROUNDS = 3


def mend_rights(report: Callable[[str], None]) -> None:
    """As far as the user of DATABASE_URL may; what is left is reported, with the words for somebody who may.

    Raises LockHeld where somebody else is at the logins for too long.
    """
    if not are_wanted():
        return
    with in_public(), transaction.atomic():
        hold(GRANTS_LOCK)
        left = find_faults()
        for _ in range(ROUNDS):
            before = left
            for fault in before:
                if fault.cure and _is_ours(fault):
                    _mend(fault)
            left = find_faults()
            if left in ([], before):
                break
    for fault in left:
        report(f"NOT MENDED: {fault.sentence}{fault.cure and f' Whoever may runs: {fault.cure};'}")


def _is_ours(fault: Fault) -> bool:
    """In a copy of a database, a site whose upgrade failed still has a role that serves the first one."""
    ours = groups()
    return fault.role in ("", "PUBLIC", ours.sites, ours.boards) or is_of_this_database(fault.role)


def _mend(fault: Fault) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(fault.cure)
    except DatabaseError:
        # Found again by whoever looks next, who says so.
        return
