"""Django's database connection as `tenants/isolation/postgresql` makes it, for those who use what that adds."""

from typing import TYPE_CHECKING, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db import connection as django_connection

if TYPE_CHECKING:
    from tenants.isolation.postgresql.base import DatabaseWrapper

# Stands for whatever connection this thread uses at the moment.
connection = cast("DatabaseWrapper", django_connection)


def current_connection() -> "DatabaseWrapper":
    """The connection itself: the platform's, or one that a site's own login has opened."""
    return cast("DatabaseWrapper", connections[DEFAULT_DB_ALIAS])


def use(other: "DatabaseWrapper") -> None:
    """Have all that this thread asks go over another connection. For `crossing.py` and `isolation/logins.py` only."""
    connections[DEFAULT_DB_ALIAS] = other
