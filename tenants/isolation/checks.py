"""System checks that keep the installation's promises: one kind of schema per app, every cache knows its site."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.models import ForeignKey, Model

from tenants.isolation.faults import find_faults

CACHE_KEY = "tenants.isolation.cache.make_key"
ROUNDS = 3
MOST_FAULTS = 20


@register(Tags.compatibility)
def check_every_app_in_one_kind_of_schema(**kwargs: Any) -> list[CheckMessage]:
    """The search path falls through to `public`: a table in both kinds would be read from the wrong one."""
    both = set(settings.SHARED_APPS) & set(settings.TENANT_APPS)
    return [
        Error(f"{name} is listed as shared and as a site's own.", hint="Keep it in one list.", id="isolation.E001")
        for name in sorted(both)
    ]


@register(Tags.caches)
def check_every_cache_knows_its_site(**kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"The cache {alias!r} has no key that names the site.",
            hint=f'Set KEY_FUNCTION to "{CACHE_KEY}".',
            id="isolation.E002",
        )
        for alias, cache in settings.CACHES.items()
        if cache.get("KEY_FUNCTION") != CACHE_KEY
    ]


@register(Tags.models)
def check_no_key_leads_out_of_public(**kwargs: Any) -> list[CheckMessage]:
    """A shared table has one row for all sites; what it would point at exists once per site."""
    return [
        Error(f"{field} points from a shared table to a site's own.", id="isolation.E003")
        for model in apps.get_models(include_auto_created=True)
        if is_shared(model)
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and not is_shared(field.related_model)
    ]


@register(Tags.database)
def check_no_pooler_mixes_sites(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A pooler in transaction mode gives the connection that one site has set up to another site."""
    return [
        Error(
            f"The database {alias!r} is reached through a pooler that shares connections between transactions.",
            hint="Use session mode, or connect to PostgreSQL directly.",
            id="isolation.E004",
        )
        for alias in databases or []
        if shares_connections(alias)
    ]


@register(Tags.database, deploy=True)
def check_logins_have_their_rights_and_no_more(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    if not databases or settings.SITE_LOGINS == "off":
        return []
    return [
        Error(
            fault.sentence,
            hint=f"Run `manage.py upgrade`.{fault.cure and f' Where its user may not: {fault.cure};'}",
            id="isolation.E005",
        )
        for fault in find_faults()[:MOST_FAULTS]
    ]


def shares_connections(alias: str) -> bool:
    """Whether a connection meets another PostgreSQL process from one statement to the next, or one that serves
    another connection as well. Asked several times: a busy pooler, or one that deals in turn, may hide it once."""
    one, other = connections.create_connection(alias), connections.create_connection(alias)
    mine: set[int] = set()
    theirs: set[int] = set()
    try:
        for _ in range(ROUNDS):
            mine |= {_served_by(one), _served_by(one)}
            theirs |= {_served_by(other), _served_by(other)}
        return len(mine) > 1 or len(theirs) > 1 or mine == theirs
    finally:
        one.close()
        other.close()


def _served_by(connection: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def is_shared(model: type[Model]) -> bool:
    config = model._meta.app_config
    names = {config.name, f"{config.__module__}.{type(config).__name__}"}
    return bool(names & set(settings.SHARED_APPS))
