"""Background work that knows its site.

Wagtail's own tasks carry ids and paths and no site: run elsewhere they would act on another site's rows and files.
"""

import json
import logging
from collections import Counter
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus, task
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task
from django_tasks.utils import normalize_json
from django_tenants.utils import get_public_schema_name

from tenants.connection import connection
from tenants.crossing import in_public
from tenants.isolation.actions import note_refused_work
from tenants.isolation.logins import as_site
from tenants.registry.models import Tenant

logger = logging.getLogger(__name__)
_signer = Signer(salt=__name__)

# How often this process met work that nobody here had asked for, by the site where it stood.
refused: Counter[str] = Counter()
MOST_OF_A_NAME = 63

# The queue of tasks that are left to the worker from the start.
WORKER_QUEUE = "worker"


class SiteTaskBackend(ImmediateBackend):
    """Runs a task at once, in the site that asked for it, unless it is one for the worker. A task that fails is
    logged and handed to the queue, where the worker tries it again in the same site and a second failure stays on
    record; what the person was doing goes on.
    """

    def enqueue(self, task: Task, args: Any, kwargs: Any) -> TaskResult:
        if task.queue_name == WORKER_QUEUE:
            return queue_in_site(task.module_path, *args, **kwargs)
        result: TaskResult = super().enqueue(task, args, kwargs)
        if result.status == TaskResultStatus.FAILED:
            logger.error("Task %s failed and is queued again:\n%s", task.module_path, result.errors[0].traceback)
            queue_in_site(task.module_path, *args, **kwargs)
        return result

    def _execute_task(self, task_result: TaskResult) -> None:
        """In a savepoint, so that a failed task leaves the caller's transaction usable, and none of its own hooks."""
        if not connection.in_atomic_block:
            super()._execute_task(task_result)
            return
        with transaction.atomic():
            super()._execute_task(task_result)
            if task_result.status == TaskResultStatus.FAILED:
                transaction.set_rollback(True)


def queue_in_site(task_path: str, *args: Any, **kwargs: Any) -> TaskResult:
    """Have the worker run a task in the current site, once the current transaction is committed.

    The task is named by its path, so that an action can ask for a task of the layer above it.
    """
    arguments = normalize_json({"args": args, "kwargs": kwargs})
    return run_in_site.enqueue(*signed(connection.schema_name, task_path, arguments["args"], arguments["kwargs"]))


def signed(schema_name: str, task_path: str, args: list[Any], kwargs: dict[str, Any]) -> tuple[Any, ...]:
    """The arguments with which `run_in_site` does that work."""
    work = (schema_name, task_path, args, kwargs)
    return *work, _signer.signature(_as_text(*work))


@task(backend="queue")
def run_in_site(*work: Any) -> None:
    """Call a task in the site of that schema, with its own login, or in `public` with the platform's. The site may be
    gone by then: its work is gone with it.

    Takes what `signed` returns. Raises django.core.signing.BadSignature for anything else, whatever it looks like: SQL
    that gets into a site's request can write into the queue, and the worker reaches every file.
    """
    schema_name, task_path, args, kwargs = _asked_for_here(work)
    asked_for = import_string(task_path)
    if schema_name == get_public_schema_name():
        with in_public():
            asked_for.call(*args, **kwargs)
        return
    tenant = Tenant.objects.select_related("login").with_addresses().filter(schema_name=schema_name).first()
    if tenant is None:
        logger.warning("Task %s dropped: the site %s is gone.", task_path, schema_name)
        return
    with as_site(tenant):
        asked_for.call(*args, **kwargs)


def _asked_for_here(work: tuple[Any, ...]) -> tuple[Any, ...]:
    try:
        *asked_for, signature = work
        _signer.unsign(f"{_as_text(*asked_for)}:{signature}")
    except (ValueError, BadSignature):
        _raise_alarm(work)
        raise BadSignature("Nobody here asked for that work.") from None
    return tuple(asked_for)


def _raise_alarm(work: tuple[Any, ...]) -> None:
    """What it was to do, somebody else wrote: the log names where it stood and leaves out the rest. The first, the
    tenth, the hundredth … on a site have a line."""
    schema_name, task_path, *_ = (*work, None, None)
    refused.update([str(schema_name)[:MOST_OF_A_NAME]])
    number = refused[str(schema_name)[:MOST_OF_A_NAME]]
    if str(number).strip("0") == "1":
        logger.error(
            "ALARM: work that nobody here asked for stood in the queue and is refused: site %.80r, task %.120r, "
            "number %d since this worker began. Somebody may write SQL on that site.",
            schema_name,
            task_path,
            number,
        )
    note_refused_work()


def _as_text(*work: Any) -> str:
    """The same before and after the database has kept it."""
    return json.dumps(work, sort_keys=True)
