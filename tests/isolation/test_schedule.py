"""What the worker does by the clock, beside publishing: it finds what was lost and forgets what is over."""

import datetime
import logging
import threading

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tenants.crossing import in_site
from tenants.isolation.jobs import Timer
from tenants.isolation.management.commands.worker import sign_of_life, start_clocks
from tenants.isolation.models import SILENCE, Heartbeat
from tenants.isolation.schedule import (
    KEEP_TASKS_DAYS,
    MOST_ATTEMPTS,
    ROUND,
    forget_dead_workers,
    forget_ended_sessions,
    forget_finished_tasks,
    let_sites_take_turns,
    requeue_lost_tasks,
    timers,
)
from tenants.isolation.tasks import queue_in_site
from tenants.registry.models import Tenant

LONG_AGO = datetime.timedelta(days=KEEP_TASKS_DAYS, minutes=1)
NOT_SO_LONG_AGO = datetime.timedelta(days=KEEP_TASKS_DAYS, minutes=-1)
ALIVE = "a worker that lives"


@pytest.fixture
def task(commune: Tenant) -> DBTaskResult:
    """The only one in the queue."""
    DBTaskResult.objects.all().delete()
    with in_site(commune):
        queue_in_site("accounts.tasks.send_invitation", 1)
    return DBTaskResult.objects.get()


def claimed(task: DBTaskResult, *workers: str) -> DBTaskResult:
    for worker in workers:
        task.claim(worker)
    return task


# --- Whose turn it is -------------------------------------------------------------------------------------------------


def test_a_site_that_asks_for_much_keeps_no_other_waiting(commune: Tenant, town: Tenant):
    DBTaskResult.objects.all().delete()
    with in_site(town):
        for number in range(3 * ROUND):
            queue_in_site("accounts.tasks.send_invitation", number)
    with in_site(commune):
        queue_in_site("accounts.tasks.send_invitation", 1)
    let_sites_take_turns()
    sites = [task.args_kwargs["args"][0] for task in DBTaskResult.objects.ready()]
    assert sites.index(commune.schema_name) == ROUND
    DBTaskResult.objects.filter(pk__in=[task.pk for task in DBTaskResult.objects.ready()[: 2 * ROUND]]).delete()
    let_sites_take_turns()
    assert set(DBTaskResult.objects.ready().values_list("priority", flat=True)) == {0, -1}


def test_the_worker_lets_sites_take_turns_every_other_second():
    assert [timer.seconds for timer in timers() if timer.work is let_sites_take_turns] == [2]


# --- Tasks whose worker died ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("attempts", range(1, MOST_ATTEMPTS + 2))
def test_a_lost_task_is_tried_again_until_it_has_cost_five_workers(task: DBTaskResult, attempts: int):
    claimed(task, *(f"worker {number}" for number in range(attempts)))
    requeue_lost_tasks()
    task.refresh_from_db()
    assert (task.status, len(task.worker_ids)) == ("READY" if attempts < 5 else "FAILED", attempts)


@pytest.mark.parametrize(("silent_for", "status"), [(SILENCE / 2, "RUNNING"), (2 * SILENCE, "READY"), (None, "READY")])
def test_a_task_is_lost_when_its_worker_is_silent(
    task: DBTaskResult, silent_for: datetime.timedelta | None, status: str
):
    if silent_for is not None:
        Heartbeat.objects.create(worker_id=ALIVE, beat_at=timezone.now() - silent_for)
    claimed(task, ALIVE)
    requeue_lost_tasks()
    task.refresh_from_db()
    assert task.status == status


def test_a_task_that_a_second_worker_has_taken_up_is_not_lost(task: DBTaskResult):
    Heartbeat.objects.create(worker_id=ALIVE)
    claimed(task, "a worker that was killed", ALIVE)
    requeue_lost_tasks()
    task.refresh_from_db()
    assert task.status == "RUNNING"


@pytest.mark.parametrize("status", ["READY", "SUCCESSFUL", "FAILED"])
def test_a_task_that_nobody_is_at_is_left_alone(task: DBTaskResult, status: str):
    DBTaskResult.objects.update(status=status, worker_ids=["a worker that was killed"])
    requeue_lost_tasks()
    task.refresh_from_db()
    assert task.status == status


# --- What is over -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["SUCCESSFUL", "FAILED"])
@pytest.mark.parametrize(("age", "is_kept"), [(LONG_AGO, False), (NOT_SO_LONG_AGO, True)])
def test_a_task_is_forgotten_a_month_after_its_end(
    task: DBTaskResult, status: str, age: datetime.timedelta, is_kept: bool
):
    DBTaskResult.objects.update(status=status, finished_at=timezone.now() - age)
    forget_finished_tasks()
    assert DBTaskResult.objects.exists() is is_kept


@pytest.mark.parametrize("status", ["READY", "RUNNING"])
def test_a_task_that_is_not_over_is_never_forgotten(task: DBTaskResult, status: str):
    long_ago = timezone.now() - LONG_AGO
    DBTaskResult.objects.update(status=status, enqueued_at=long_ago, run_after=long_ago, started_at=long_ago)
    forget_finished_tasks()
    assert DBTaskResult.objects.exists()


def test_a_task_that_was_given_up_is_forgotten_as_well(task: DBTaskResult):
    claimed(task, *(f"worker {number}" for number in range(MOST_ATTEMPTS)))
    requeue_lost_tasks()
    task.refresh_from_db()
    assert task.finished_at
    DBTaskResult.objects.update(finished_at=task.finished_at - LONG_AGO)
    forget_finished_tasks()
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize(("silent_for", "is_kept"), [(59 * SILENCE, True), (61 * SILENCE, False)])
def test_a_worker_that_was_silent_for_an_hour_is_forgotten(db: None, silent_for: datetime.timedelta, is_kept: bool):
    Heartbeat.objects.create(worker_id=ALIVE, beat_at=timezone.now() - silent_for)
    forget_dead_workers()
    assert Heartbeat.objects.filter(worker_id=ALIVE).exists() is is_kept


def test_sessions_are_forgotten_on_every_site_once_they_have_ended(commune: Tenant, town: Tenant):
    hour = datetime.timedelta(hours=1)
    for tenant in (commune, town):
        with in_site(tenant):
            for key, ends in (("over", timezone.now() - hour), ("going on", timezone.now() + hour)):
                Session.objects.create(session_key=key, session_data="", expire_date=ends)
    forget_ended_sessions()
    for tenant in (commune, town):
        with in_site(tenant):
            assert not Session.objects.filter(session_key="over").exists()
            assert Session.objects.filter(session_key="going on").exists()


# --- The clock --------------------------------------------------------------------------------------------------------


def test_the_clock_does_all_of_it(task: DBTaskResult):
    Heartbeat.objects.create(worker_id="dead", beat_at=timezone.now() - 61 * SILENCE)
    over = DBTaskResult.objects.get()
    over.pk = None
    over.status, over.finished_at = "SUCCESSFUL", timezone.now() - LONG_AGO
    over.save(force_insert=True)
    claimed(task, "dead")
    for timer in [sign_of_life(ALIVE), *timers()]:
        timer.run_if_due()
    assert [beat.worker_id for beat in Heartbeat.objects.all()] == [ALIVE]
    asked_for_by_the_clock = ("opendata.tasks.write_dumps", "tenants.reminders.tasks.send")
    kept = DBTaskResult.objects.exclude(args_kwargs__args__1__in=asked_for_by_the_clock)
    assert [(one.pk, one.status) for one in kept] == [(task.pk, "READY")]


def test_a_worker_shows_life_in_the_middle_of_a_long_round_of_work():
    begun, beaten_since, ended = threading.Event(), threading.Event(), threading.Event()

    def publish_for_long() -> None:
        begun.set()
        beaten_since.wait(30)

    beat = Timer("beat", 0, lambda: beaten_since.set() if begun.is_set() else None)
    clocks = start_clocks(beat, [Timer("publish", 3600, publish_for_long)], ended)
    try:
        assert beaten_since.wait(20)
    finally:
        ended.set()
        for clock in clocks:
            clock.join()


def test_what_was_just_done_is_not_due():
    done: list[int] = []
    timer = Timer("count", 3600, lambda: done.append(1))
    timer.run_if_due()
    timer.run_if_due()
    assert done == [1]


def test_work_that_fails_is_logged_and_due_again(caplog: pytest.LogCaptureFixture):
    done: list[int] = []
    timer = Timer("count", 0, lambda: done.append(1 // len(done)))
    with caplog.at_level(logging.ERROR, logger="tenants.isolation.jobs"):
        timer.run_if_due()
        done.append(1)
        timer.run_if_due()
    assert "'count'" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert done == [1, 1]
