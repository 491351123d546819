"""Mail of reminders. A task may run twice."""

from django_tasks import task

from tenants.reminders.actions_send import send_digest


@task(queue_name="worker")
def send(number: int) -> None:
    """In `public`, with the rights of the platform."""
    send_digest(number=number)
