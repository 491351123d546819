"""`manage.py worker`: does what is queued and what is due, and shows a sign of life."""

import threading
import uuid
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections, connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from tenants.crossing import in_public
from tenants.isolation.actions import forget_jobs
from tenants.isolation.jobs import Timer, shared
from tenants.isolation.models import Heartbeat
from tenants.isolation.schedule import timers
from tenants.isolation.startup import refuse_unsafe_start

# Seconds that the worker waits at its end for work by the clock. What is cut short then is done again by the next one.
LAST_TICK = 30


class Command(BaseCommand):
    help = "Runs queued tasks and scheduled work until it is told to stop. Any number may run side by side."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--interval", type=float, default=0.3, help="Seconds between two looks at an empty queue.")
        parser.add_argument("--once", action="store_true", help="Do what is queued now, then stop.")

    def handle(self, *, interval: float, once: bool, **options: Any) -> None:
        worker_id = uuid.uuid4().hex
        worker = Worker(
            queue_names=["*"],
            interval=interval,
            batch=once,
            backend_name="queue",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
            excluded_queue_names=[],
        )
        if settings.PRODUCTION:
            refuse_unsafe_start()
        show_life(worker_id)
        if not once:
            forget_jobs(names=[timer.name for timer in timers()])
            worker.configure_signals()
        ended = threading.Event()
        clocks = start_clocks(sign_of_life(worker_id), [] if once else [shared(timer) for timer in timers()], ended)
        try:
            worker.run()
        finally:
            ended.set()
            for clock in clocks:
                clock.join(LAST_TICK)


def show_life(worker_id: str) -> None:
    with in_public():
        Heartbeat.objects.update_or_create(worker_id=worker_id, defaults={"beat_at": timezone.now()})


def sign_of_life(worker_id: str) -> Timer:
    return Timer("sign of life", 5, partial(show_life, worker_id))


def start_clocks(beat: Timer, work: list[Timer], ended: threading.Event) -> list[threading.Thread]:
    """The sign of life has a thread to itself: a long round of work must not make a worker look dead that lives. Work
    that is known to be long has another one: what is to be published at noon does not wait for it."""
    lines = ([beat], [one for one in work if not one.apart], [one for one in work if one.apart])
    clocks = [threading.Thread(target=keep_time, args=[due, ended], daemon=True) for due in lines if due]
    for clock in clocks:
        clock.start()
    return clocks


def keep_time(due: list[Timer], ended: threading.Event) -> None:
    """Runs beside the tasks, on a connection of its own, so that a long task delays nothing that is due."""
    while not ended.wait(1):
        close_old_connections()
        for timer in due:
            timer.run_if_due()
    connections.close_all()
