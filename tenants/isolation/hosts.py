"""Which site a host name leads to. Remembered per process for a few seconds; an unknown name is never remembered,
so a new site answers at once."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from django.conf import settings

from tenants.crossing import in_public
from tenants.registry.models import Domain, Tenant

MOST_REMEMBERED = 2_000


@dataclass(frozen=True)
class Address:
    tenant: Tenant
    is_alias: bool


_remembered: dict[str, tuple[float, Address]] = {}
_only_here: dict[str, Address] = {}
_lock = Lock()


def find_address(host: str) -> Address | None:
    """The site that answers on a host name without port, or None."""
    if host in _only_here:
        return _only_here[host]
    known = _remembered.get(host)
    if known and known[0] > time.monotonic():
        return known[1]
    address = _look_up(host)
    with _lock:
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        if address:
            _remembered[host] = (time.monotonic() + settings.HOST_CACHE_SECONDS, address)
        else:
            _remembered.pop(host, None)
    return address


@contextmanager
def answering_only_here(*tenants: Tenant) -> Iterator[None]:
    """This process serves these sites as they are given, whatever the registry tells all others of them."""
    addresses = {tenant.primary_host: Address(tenant, is_alias=False) for tenant in tenants}
    _only_here.update(addresses)
    try:
        yield
    finally:
        for host in addresses:
            _only_here.pop(host, None)


def forget_addresses() -> None:
    """Look every host up again, in this process."""
    with _lock:
        _remembered.clear()


def _look_up(host: str) -> Address | None:
    with in_public():
        domains = Domain.objects.select_related("tenant__login").prefetch_related("tenant__domains")
        domain = domains.filter(host=host).first()
    return Address(tenant=domain.tenant, is_alias=not domain.is_primary) if domain else None
