"""What a web server makes sure of before it answers anybody."""

from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections

from tenants.isolation.checks import shares_connections


def refuse_unsafe_start() -> None:
    """Raises ImproperlyConfigured where a pooler would hand one site's connection to another."""
    if shares_connections(DEFAULT_DB_ALIAS):
        raise ImproperlyConfigured(
            "DATABASE_URL leads to a pooler in transaction mode, which mixes sites: use session mode or no pooler."
        )
    connections.close_all()
