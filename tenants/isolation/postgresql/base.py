"""django-tenants' database backend, less two habits that cost a query or more in every request."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django_tenants.postgresql_backend import base
from psycopg2.errors import InFailedSqlTransaction
from psycopg2.extensions import TRANSACTION_STATUS_INERROR

if TYPE_CHECKING:
    from tenants.registry.models import Tenant


class DatabaseWrapper(base.DatabaseWrapper):
    # The site whose request this thread is answering, None between requests.
    request_tenant: "Tenant | None" = None
    # On a connection that a site's own login has opened: database and role, and the platform's connection of the thread
    # that uses it.
    opened_for: tuple[str, str] | None = None
    stands_for: "DatabaseWrapper | None" = None
    # The site's role where it acts inside the transaction that Django wraps a test in: see `isolation/logins.py`.
    role: str | None = None
    search_path_set_schemas: list[str] | None
    _role_taken: str | None = None

    def set_tenant(self, tenant: Any, include_public: bool = True) -> None:
        """Choose the schema for what follows. Content types are kept per schema (`isolation/content_types.py`),
        so they need not be forgotten here; nor is a search path that the server already has set again."""
        self.tenant = tenant
        self.schema_name = tenant.schema_name
        self.include_public_schema = include_public
        self.set_settings_schema(self.schema_name)

    def _handle_search_path(self, cursor: Any = None) -> None:
        is_forgotten = self.search_path_set_schemas != self._get_cursor_search_paths()
        if is_forgotten:
            self.search_path_set_schemas = None
            super()._handle_search_path(cursor)
        if self.role != self._role_taken or (is_forgotten and self.role):
            self._take_role()

    def _take_role(self) -> None:
        with suppress(InFailedSqlTransaction), self.connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {self.ops.quote_name(self.role) if self.role else 'NONE'}")
            self._role_taken = self.role

    def _commit(self) -> None:
        """Where a failed statement was caught without a savepoint, the server answers COMMIT with a rollback, and
        the search path is that of the site before."""
        if self.connection is not None and self.connection.info.transaction_status == TRANSACTION_STATUS_INERROR:
            self.search_path_set_schemas = None
        super()._commit()
