"""Requests and tasks of several sites run side by side in one process."""

import random
import threading
from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.test import Client

from newsroom.models import ArticlePage
from tenants.connection import connection
from tenants.crossing import all_tenants, in_site
from tenants.registry.models import Tenant
from tests import cast

THREADS = 4
SWITCHES = 60


def test_threads_that_change_sites_at_random_each_see_the_site_they_went_to(committed: None):
    tenants = all_tenants()

    def wander(seed: int) -> list[str]:
        dice = random.Random(seed)  # noqa: S311 - the same wandering every time
        return [wrong for _ in range(SWITCHES) for wrong in look_around(dice.choice(tenants), dice)]

    def look_around(tenant: Tenant, dice: random.Random) -> list[str]:
        with in_site(tenant):
            wrong = what_is_wrong(tenant)
            if dice.random() < 0.5:
                wrong += look_around(dice.choice(tenants), dice)
            return wrong + what_is_wrong(tenant)

    assert run_side_by_side(wander) == [[]] * THREADS


def test_visitors_of_several_sites_at_once_each_get_the_site_they_asked_for(
    committed: None, visit: Callable[..., Client]
):
    tenants = all_tenants()

    def browse(seed: int) -> list[str]:
        dice = random.Random(seed)  # noqa: S311 - the same wandering every time
        visited = [dice.choice(tenants) for _ in range(8)]
        pages = [visit(tenant).get("/tin-tuc/bi-mat/").content.decode() for tenant in visited]
        return [
            tenant.slug
            for tenant, page in zip(visited, pages, strict=True)
            if {slug for slug, secret in cast.SECRETS.items() if secret in page} != {tenant.slug}
        ]

    assert run_side_by_side(browse) == [[]] * THREADS


def test_a_tenant_is_no_context_of_its_own(db: None):
    """django-tenants' `with tenant:` keeps what it came from in one list for all threads."""
    assert not hasattr(Tenant, "__enter__")
    assert not hasattr(Tenant, "activate")


def what_is_wrong(tenant: Tenant) -> list[str]:
    """Looks at rows, cache, files and content types of the site at hand."""
    cache.set("here", tenant.slug)
    facts = {
        "schema": connection.schema_name == tenant.schema_name,
        "rows": ArticlePage.objects.get().title == cast.SECRETS[tenant.slug],
        "cache": cache.get("here") == tenant.slug,
        "files": default_storage.path("x").endswith(f"/{tenant.schema_name}/x"),
        "content types": ContentType.objects.get_for_model(ArticlePage).model == "articlepage",
    }
    return [f"{tenant.slug}: {name}" for name, is_right in facts.items() if not is_right]


def run_side_by_side(work: Callable[[int], list[str]]) -> list[list[str]]:
    """What each of several threads, all started at once, has to say."""
    results: dict[int, list[str]] = {}
    start = threading.Barrier(THREADS)

    def run(number: int) -> None:
        start.wait()
        try:
            results[number] = work(number)
        except Exception as error:  # noqa: BLE001 - a thread's failure belongs into the test's result
            results[number] = [repr(error)]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[number] for number in range(THREADS)]
