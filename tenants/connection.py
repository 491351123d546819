"""Django's database connection as `tenants/isolation/postgresql` makes it, for those who use what that adds."""

from typing import TYPE_CHECKING, cast

from django.db import connection as django_connection

if TYPE_CHECKING:
    from tenants.isolation.postgresql.base import DatabaseWrapper

connection = cast("DatabaseWrapper", django_connection)
