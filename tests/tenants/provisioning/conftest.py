"""What the tests of provisioning share: an order nobody objects to, a worker, processes that can be killed."""

import dataclasses
import itertools
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from pytest_django.plugin import DjangoDbBlocker

from tenants.connection import connection
from tenants.crossing import all_tenants, in_public
from tenants.provisioning.orders import Order
from tenants.registry.models import Domain, Tenant
from tenants.registry.states import Kind
from tests import cast, databases

MANAGE = Path(__file__).resolve().parents[3] / "manage.py"
PATIENCE = 20

DAI_AN = Order(
    name="Đại An",
    kind=Kind.COMMUNE.value,
    code="29491",
    code_valid_from=cast.CODES_SINCE,
    parent_slug=cast.DISTRICT,
    admin_email="an@demo.example",
    admin_name="Trần Thị An",
)


NUMBERS = itertools.count(1)


@pytest.fixture(scope="module")
def shared_database(django_db_setup: None, template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database for the tests of one file together, for what is really committed and disturbs no other test.

    With `db` on top, a test looks at what the file has committed and leaves it as it was.
    """
    with django_db_blocker.unblock(), databases.copied_database(template_database) as name:
        yield name


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: object, tmp_path: Path) -> None:
    """What one test leaves in media and archive, the next one does not find."""
    settings.MEDIA_ROOT, settings.ARCHIVE_ROOT = tmp_path / "media", tmp_path / "archive"


@pytest.fixture
def order() -> Callable[..., Order]:
    """`order()` asks for the site of xã Đại An; `order(code="1")` asks for the same with another code."""
    return lambda **changes: dataclasses.replace(DAI_AN, **changes)


@pytest.fixture
def another(order: Callable[..., Order]) -> Callable[..., Order]:
    """`another()` asks for the site of a unit that no test has asked for before."""

    def ask(**changes: object) -> Order:
        number = next(NUMBERS)
        return order(**{"name": f"Ấp {number}", "code": f"{90000 + number}", **changes})

    return ask


@pytest.fixture
def find() -> Callable[[str], Tenant]:
    """`find("xa-dai-an")`, on whatever database is current."""
    return lambda slug: next(tenant for tenant in all_tenants() if tenant.slug == slug)


@pytest.fixture
def work() -> Callable[[], None]:
    """Has a worker do what is queued. Mail that it sends lies in `mailoutbox`."""
    return do_what_is_queued


@pytest.fixture
def traces() -> Callable[[], dict[str, object]]:
    """Everything that a site leaves in an installation, to be compared before and after."""
    return look_around


@pytest.fixture
def manage() -> Callable[..., subprocess.CompletedProcess]:
    """`manage("site", "list")` in another process, on the database that is current."""
    return lambda *arguments, stdin=None, **more: subprocess.run(
        [sys.executable, MANAGE, *arguments],
        stdin=stdin,
        env={**environment(), **more},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen]]:
    """`start("worker")` in another process, that the test kills; where it does not, it is killed all the same."""
    started: list[subprocess.Popen] = []

    def start_one(*arguments: str, **more: str) -> subprocess.Popen:
        started.append(
            subprocess.Popen(
                [sys.executable, MANAGE, *arguments],
                env={**environment(), **more},
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )
        return started[-1]

    yield start_one
    for process in started:
        kill(process)


@pytest.fixture
def kill_minus_nine() -> Callable[[subprocess.Popen], None]:
    return kill


@pytest.fixture
def wait_until() -> Callable[[Callable[[], object]], None]:
    def wait(is_so: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < deadline, "waited in vain"
            time.sleep(0.02)

    return wait


def do_what_is_queued() -> None:
    """As `manage.py worker --once` does it, without the thread that shows signs of life: it would outlive the test."""
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="queue",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
        excluded_queue_names=[],
    ).run()


def environment() -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": databases.url_of(connection.settings_dict["NAME"]),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "ARCHIVE_ROOT": str(settings.ARCHIVE_ROOT),
    }


def kill(process: subprocess.Popen) -> None:
    """The process and what it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def look_around() -> dict[str, object]:
    with in_public(), connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE NOT starts_with(nspname, 'pg_') ORDER BY nspname")
        schemas = [name for (name,) in cursor.fetchall()]
        return {
            "schemas": schemas,
            "sites": sorted(Tenant.objects.values_list("schema_name", flat=True)),
            "hosts": sorted(Domain.objects.values_list("host", flat=True)),
            "queue": DBTaskResult.objects.count(),
            "media": sorted(path.name for path in Path(settings.MEDIA_ROOT).glob("*")),
        }
