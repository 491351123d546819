"""Who may keep the catalogue: the board of the district. The database asks as well: the logins of communes may read."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

KEEP = "procedure_catalogue.keep_procedure"


def may_keep(person: "User | AnonymousUser") -> bool:
    """Write drafts, publish, correct, repeal, and sort into life events."""
    return person.is_active and person.has_perm(KEEP)
