"""Where else of the same board a reader may want to go: names and addresses, which are public everywhere.

Asks the registry for what every site may read, and nothing of any other site's own data.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from tenants.isolation.addresses import host_url
from tenants.registry.models import Domain, Tenant
from tenants.registry.names import unit_names
from tenants.registry.states import Lifecycle

# More than these a reader opens in the footer; fewer stand there open.
MOST_IN_SIGHT = 30


@dataclass(frozen=True)
class Neighbour:
    name: str
    address: str
    is_paused: bool
    is_archived: bool


@dataclass(frozen=True)
class Neighbours:
    """The site of the unit that runs this site's board, if there is one, and those whose board this site runs."""

    board: Neighbour | None
    units: list[Neighbour]

    @property
    def are_many(self) -> bool:
        return len(self.units) > MOST_IN_SIGHT


@dataclass(frozen=True)
class Entry:
    """As kept in the site's cache, for readers of every language."""

    pk: int
    kind: str
    name: str
    lifecycle: str
    host: str


def neighbours(request: HttpRequest) -> dict[str, object]:
    """`neighbours` for templates; costs nothing where a template does not use it, and one query at most."""
    return {"neighbours": SimpleLazyObject(lambda: neighbours_of(request.tenant))}  # type: ignore[attr-defined]


def neighbours_of(tenant: Tenant) -> Neighbours:
    language = get_language() or settings.LANGUAGE_CODE
    entries = _entries(tenant)
    board = next((entry for entry in entries if entry.pk == tenant.parent_id), None)
    return Neighbours(
        board=_in_language(board, language) if board else None,
        units=[_in_language(entry, language) for entry in entries if entry != board],
    )


def _entries(tenant: Tenant) -> list[Entry]:
    kept: list[Entry] | None = cache.get("neighbours")
    if kept is None:
        kept = _look_up(tenant)
        cache.set("neighbours", kept, settings.FRAME_CACHE_SECONDS)
    return kept


def _look_up(tenant: Tenant) -> list[Entry]:
    """Sites in preparation have no address yet that anybody may know."""
    wanted = Q(tenant_id=tenant.parent_id) if tenant.parent_id else Q(pk=None)
    if tenant.runs_board:
        wanted |= Q(tenant__parent_id=tenant.pk)
    domains = Domain.objects.filter(wanted, is_primary=True).exclude(tenant__lifecycle=Lifecycle.PREPARING)
    in_order = domains.select_related("tenant").order_by("tenant__sort_key", "tenant__kind", "tenant_id")
    return [
        Entry(other.pk, other.kind, other.name, other.lifecycle, domain.host)
        for domain in in_order
        if (other := domain.tenant)
    ]


def _in_language(entry: Entry, language: str) -> Neighbour:
    names = unit_names(entry.kind, entry.name)
    return Neighbour(
        name=names.get(language, names["vi"]),
        address=host_url(entry.host),
        is_paused=entry.lifecycle == Lifecycle.SUSPENDED,
        is_archived=entry.lifecycle == Lifecycle.ARCHIVED,
    )
