"""Background work of imports. A task may run twice: what is done already is left alone."""

from django_tasks import task

from importing import work


@task(queue_name="worker")
def check(import_id: int) -> None:
    work.check(import_id)


@task(queue_name="worker")
def apply(import_id: int) -> None:
    work.apply(import_id)


@task(queue_name="worker")
def undo(import_id: int) -> None:
    work.undo(import_id)
