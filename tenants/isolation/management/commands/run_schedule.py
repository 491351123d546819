"""`manage.py run-schedule`: does what is due by the clock, once, for cron or a timer of systemd."""

import sys
import uuid
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tenants.isolation.actions import forget_jobs
from tenants.isolation.jobs import in_a_line, run_if_claimed
from tenants.isolation.schedule import timers
from tenants.isolation.startup import refuse_unsafe_start


class Command(BaseCommand):
    help = (
        "Runs the timed work that is due and ends. Safe beside the worker and beside itself. Ends with 1 where "
        "something failed, and names it."
    )

    def handle(self, **options: Any) -> None:
        if settings.PRODUCTION:
            refuse_unsafe_start()
        process = uuid.uuid4().hex
        forget_jobs(names=[timer.name for timer in timers()])
        troubles = []
        for timer in timers():
            try:
                rounds = run_if_claimed(timer, process=process)
            except Exception as error:  # noqa: BLE001 - one piece of work keeps no other from being done
                troubles.append(f"{timer.name}: {in_a_line(error)}")
                continue
            failures = rounds.failures if rounds else []
            troubles += [f"{timer.name}, {failure.tenant}: {in_a_line(failure.error)}" for failure in failures]
        for trouble in troubles:
            self.stderr.write(trouble)
        if troubles:
            sys.exit(1)
