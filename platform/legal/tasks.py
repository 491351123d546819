"""Background work on documents. It may run twice."""

from django_tasks import task

from legal.actions import note_references, read_file


@task(queue_name="worker")
def read_file_for_search(number: int) -> None:
    read_file(number=number)


@task(queue_name="worker")
def note_references_of(numbers: list[int]) -> None:
    note_references(numbers=numbers)
