"""The gate: the only code that goes from one site to another.

Nothing in `platform/` imports this file. Evaluate querysets inside the context and hand out values: a lazy queryset
would run in whatever schema is current when somebody looks at it.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from django_tenants.postgresql_backend.base import FakeTenant
from django_tenants.utils import get_public_schema_name

from tenants.connection import connection, current_connection, use
from tenants.registry.models import Tenant

Result = TypeVar("Result")


class HasSchema(Protocol):
    schema_name: str


class SwitchInsideTransaction(RuntimeError):
    """What is written before the switch would be committed, or its commit hooks run, in the wrong site."""


@contextmanager
def in_site(site: HasSchema) -> Iterator[None]:
    """Everything inside reads and writes that site, with the rights of the platform, which owns every schema.

    Raises SwitchInsideTransaction where a transaction is open in another schema or by a site's own login: open it
    inside instead.
    """
    before = current_connection()
    platform = before.stands_for or before
    if platform is not before or before.role or site.schema_name != before.schema_name:
        refuse_inside_transaction(site)
    use(platform)
    tenant, role = platform.tenant, platform.role
    platform.set_tenant(site)
    platform.role = None
    try:
        yield
    finally:
        platform.set_tenant(tenant)
        platform.role = role
        use(before)


def in_public() -> AbstractContextManager[None]:
    """Everything inside sees the shared tables only; a page looked up here fails with "relation does not exist"."""
    return in_site(FakeTenant(get_public_schema_name()))


@dataclass(frozen=True)
class SiteFailure:
    tenant: Tenant
    error: Exception


def in_each_site(
    work: Callable[[Tenant], Result],
    *,
    tenants: list[Tenant] | None = None,
    enter: Callable[[Tenant], AbstractContextManager[None]] = in_site,
) -> tuple[list[tuple[Tenant, Result]], list[SiteFailure]]:
    """Do the same work in each site, one after the other; a site that fails does not stop the rest.

    Returns the results and the failures, each with its site. Without `tenants`, every site of every lifecycle. What a
    site does on its own behalf it does with its own login: `enter=as_site`.
    """
    results: list[tuple[Tenant, Result]] = []
    failures: list[SiteFailure] = []
    for tenant in tenants if tenants is not None else all_tenants():
        try:
            with enter(tenant):
                results.append((tenant, work(tenant)))
        except Exception as error:  # noqa: BLE001 - one bad site among hundreds must not stop the others
            failures.append(SiteFailure(tenant, error))
    return results, failures


def all_tenants() -> list[Tenant]:
    with in_public():
        return list(Tenant.objects.in_reading_order().with_addresses())


def refuse_inside_transaction(site: HasSchema) -> None:
    """The transaction in which Django wraps a whole test is left aside."""
    if any(not getattr(block, "_from_testcase", False) for block in connection.atomic_blocks):
        raise SwitchInsideTransaction(
            f"A transaction is open in {connection.schema_name!r}: leave it before going to {site.schema_name!r}."
        )
