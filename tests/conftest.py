import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from pytest_django.plugin import DjangoDbBlocker

from accounts.models import User
from accounts.roles import Role
from opendata.dumps import FOLDER
from tenants.crossing import all_tenants, in_site
from tenants.isolation.hosts import forget_addresses
from tenants.registry.models import Tenant
from tests import cast, databases


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    meaningless = [item for item in items if any(not mark.args[0] for mark in item.iter_markers("only_where"))]
    items[:] = [item for item in items if item not in meaningless]
    config.hook.pytest_deselected(items=meaningless)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it again and again for garbage takes an eighth of the whole run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def template_database(django_db_blocker: DjangoDbBlocker) -> str:
    with django_db_blocker.unblock():
        return databases.template_database()


@pytest.fixture(scope="session")
def django_db_setup(template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's own: a copy of the filled database for this worker."""
    with ExitStack() as copy:
        with django_db_blocker.unblock():
            copy.enter_context(databases.copied_database(template_database))
        # Blocked from here on: a test that names no database would leave its rows to all that come after it.
        yield
        with django_db_blocker.unblock():
            copy.close()
            databases.drop_copies()


@pytest.fixture
def own_database(django_db_setup: None, template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database for this test alone, for what must really be committed. Never together with `db`."""
    with django_db_blocker.unblock(), databases.copied_database(template_database) as name:
        yield name


@pytest.fixture(autouse=True)
def _no_leftovers(settings: object) -> Iterator[None]:
    """Static files without the manifest, which only a collected installation has; caches as empty as the database."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
    forget_addresses()
    # Rows go with the transaction of a test, files written from them do not.
    for folder in Path(settings.MEDIA_ROOT).glob(f"*/{FOLDER}"):
        shutil.rmtree(folder)
    # The language of the last page that the test opened.
    translation.deactivate()


@pytest.fixture
def district(db: None) -> Tenant:
    return find_tenant(cast.DISTRICT)


@pytest.fixture
def commune(db: None) -> Tenant:
    return find_tenant(cast.COMMUNE)


@pytest.fixture
def town(db: None) -> Tenant:
    return find_tenant(cast.TOWN)


def find_tenant(slug: str) -> Tenant:
    return next(tenant for tenant in all_tenants() if tenant.slug == slug)


@pytest.fixture
def work(db: None) -> Callable[[], None]:
    """Does what this test has left to the worker, in the sites it was asked for in, and in the order of asking."""
    from_before = set(DBTaskResult.objects.values_list("pk", flat=True))

    def carry_out() -> None:
        for result in DBTaskResult.objects.ready().exclude(pk__in=from_before).order_by("enqueued_at"):
            result.task.call(*result.args_kwargs["args"], **result.args_kwargs["kwargs"])
            DBTaskResult.objects.filter(pk=result.pk).delete()

    return carry_out


@pytest.fixture
def visit() -> Callable[..., Client]:
    """`visit(commune)` is a browser that looks at that site; `visit(commune, Role.EDITOR)` is signed in there."""

    def open_browser(tenant: Tenant, role: Role | None = None) -> Client:
        client = Client(SERVER_NAME=tenant.primary_host, SERVER_PORT="8000")
        if role:
            with in_site(tenant):
                client.force_login(User.objects.get(email=cast.address_of(role)))
        return client

    return open_browser
