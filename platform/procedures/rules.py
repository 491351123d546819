"""Who says how procedures of the catalogue are dealt with here: what is written is public at once."""

from typing import TYPE_CHECKING

from accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

CHANGE = "procedures.change_overlay"


def may_change(user: "User | AnonymousUser") -> bool:
    """The desk and its hours, whether a procedure is offered, and that what is said here still holds."""
    return user.is_active and user.has_perm(CHANGE)
