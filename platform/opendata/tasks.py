"""Files of open data, written by the worker. It may run twice."""

from django_tasks import task

from opendata.actions import refresh_dumps


@task(queue_name="worker")
def write_dumps() -> None:
    refresh_dumps()
