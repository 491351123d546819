"""Timed work that several processes share: one has it, others leave it alone, and what was lost is taken up again."""

import datetime
import io
import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from tenants.crossing import SiteFailure, all_tenants, in_each_site
from tenants.isolation import schedule
from tenants.isolation.actions import claim_job, end_job, keep_job
from tenants.isolation.jobs import Rounds, Timer, run_if_claimed, shared
from tenants.isolation.management.commands.worker import start_clocks
from tenants.isolation.models import SILENCE, Job, JobSite
from tenants.registry.models import Tenant

NAME, HOUR = "count", 3600


def claim(process: str = "one", seconds: int = HOUR) -> bool:
    return claim_job(name=NAME, seconds=seconds, process=process)


def the_job() -> Job:
    return Job.objects.get(name=NAME)


def set_back(**ago: datetime.timedelta) -> None:
    Job.objects.filter(name=NAME).update(**{name: timezone.now() - by for name, by in ago.items()})


def test_whoever_comes_first_has_it_and_nobody_else_before_it_is_due(db: None):
    assert claim("one")
    assert not claim("two")
    end_job(name=NAME, process="one")
    assert not claim("two")
    set_back(started_at=datetime.timedelta(seconds=HOUR))
    assert claim("two")


def test_two_at_the_very_same_time_have_it_once(own_database: str):
    start, claimed = threading.Barrier(4), []

    def try_it(process: str) -> None:
        try:
            start.wait(timeout=30)
            claimed.append(claim(process))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=try_it, args=[str(number)]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == [False, False, False, True]


def test_what_was_killed_half_way_is_taken_up_long_before_it_is_due_again(db: None):
    assert claim("killed", seconds=24 * HOUR)
    assert not claim("next", seconds=24 * HOUR)
    set_back(beat_at=2 * SILENCE)
    assert claim("next", seconds=24 * HOUR)
    # Whoever was only slow says no more.
    end_job(name=NAME, process="killed", error="late")
    assert (the_job().ended_at, the_job().error) == (None, "")


def test_long_work_that_shows_life_is_left_alone(db: None):
    assert claim("one", seconds=60)
    set_back(started_at=datetime.timedelta(hours=2), beat_at=2 * SILENCE)
    keep_job(name=NAME, process="one")
    assert not claim("two", seconds=60)


def test_an_error_stays_on_record_until_it_goes_well_again(db: None):
    def fail() -> None:
        raise ValueError("no more paper\nDETAIL: Key (email)=(somebody@example.vn)")

    with pytest.raises(ValueError, match="no more paper"):
        run_if_claimed(Timer(NAME, 0, fail), process="one")
    since = the_job().failing_since
    assert since
    assert the_job().error == "ValueError: no more paper"
    with pytest.raises(ValueError, match="no more paper"):
        run_if_claimed(Timer(NAME, 0, fail), process="two")
    assert the_job().failing_since == since
    run_if_claimed(Timer(NAME, 0, lambda: None), process="one")
    assert (the_job().error, the_job().failing_since, the_job().done_at) == ("", None, the_job().ended_at)


def test_each_site_has_a_heartbeat_and_the_bad_one_is_named(commune: Tenant, town: Tenant):
    work = partial(rounds, bad=commune)
    for _ in range(2):
        run_if_claimed(Timer(NAME, 0, work), process="one")
    bad = JobSite.objects.get(tenant=commune)
    assert (bad.error, bad.done_at, bool(bad.failing_since)) == ("RuntimeError: broken", None, True)
    assert JobSite.objects.get(tenant=town).done_at
    assert JobSite.objects.count() == len(all_tenants())
    since = bad.failing_since
    run_if_claimed(Timer(NAME, 0, work), process="one")
    bad.refresh_from_db()
    assert bad.failing_since == since
    run_if_claimed(Timer(NAME, 0, partial(rounds, bad=None)), process="one")
    bad.refresh_from_db()
    assert (bad.error, bad.failing_since) == ("", None)
    assert bad.done_at


def test_a_site_that_is_deleted_meanwhile_is_left_out(commune: Tenant):
    gone = Tenant(pk=999_999, name="X", kind="commune")
    run_if_claimed(
        Timer(NAME, 0, lambda: Rounds([commune, gone], [SiteFailure(gone, RuntimeError("x"))])), process="one"
    )
    assert [one.tenant_id for one in JobSite.objects.all()] == [commune.pk]


@pytest.mark.parametrize("number", [1, 3])
def test_more_sites_take_no_more_queries_to_note(district: Tenant, number: int, django_assert_num_queries: Callable):
    sites = all_tenants()[:number]
    claim("one")
    with django_assert_num_queries(7):
        end_job(name=NAME, process="one", done=[tenant.pk for tenant in sites])


def test_a_worker_looks_often_and_does_it_once(db: None):
    done: list[int] = []
    workers = [shared(Timer(NAME, HOUR, lambda: done.append(1))) for _ in range(2)]
    for worker in [*workers, *workers]:
        worker.next_at = 0
        worker.run_if_due()
    assert done == [1]
    assert [worker.seconds for worker in workers] == [30, 30]


def test_the_command_does_everything_once_and_nothing_twice(commune: Tenant, monkeypatch: pytest.MonkeyPatch):
    done: list[str] = []
    work = [Timer("first", HOUR, lambda: done.append("first")), Timer("second", HOUR, lambda: done.append("second"))]
    monkeypatch.setattr("tenants.isolation.management.commands.run_schedule.timers", lambda: work)
    Job.objects.create(name="of an older version")
    for _ in range(2):
        call_command("run_schedule")
    assert done == ["first", "second"]
    assert set(Job.objects.values_list("name", flat=True)) == {"first", "second"}


def test_the_command_names_what_failed_and_goes_on(commune: Tenant, monkeypatch: pytest.MonkeyPatch):
    done: list[str] = []
    work = [
        Timer("first", HOUR, lambda: 1 // 0),
        Timer("second", HOUR, partial(rounds, bad=commune)),
        Timer("third", HOUR, lambda: done.append("third")),
    ]
    monkeypatch.setattr("tenants.isolation.management.commands.run_schedule.timers", lambda: work)
    told = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("run_schedule", stderr=told)
    assert ended.value.code == 1
    assert told.getvalue().splitlines() == [
        "first: ZeroDivisionError: integer division or modulo by zero",
        f"second, {commune}: RuntimeError: broken",
    ]
    assert done == ["third"]


def test_what_goes_from_site_to_site_says_how_it_went(commune: Tenant):
    """Each of them, on a real installation."""
    told = {timer.name: timer.work() for timer in schedule.timers()}
    site_by_site = {name: found for name, found in told.items() if found is not None}
    assert len(site_by_site) >= 10
    assert all(len(found.done) == len(all_tenants()) and not found.failures for found in site_by_site.values())


def rounds(*, bad: Tenant | None) -> Rounds:
    def work(tenant: Tenant) -> None:
        if bad and tenant.pk == bad.pk:
            raise RuntimeError("broken")

    results, failures = in_each_site(work)
    return Rounds([tenant for tenant, _ in results], failures)


def test_work_that_takes_long_keeps_nothing_else_waiting():
    ended, released, done = threading.Event(), threading.Event(), threading.Event()
    work = [Timer("long", HOUR, lambda: released.wait(60) and None, apart=True), Timer("short", HOUR, done.set)]
    clocks = start_clocks(Timer("sign of life", HOUR, lambda: None), work, ended)
    try:
        assert done.wait(30)
    finally:
        released.set()
        ended.set()
        for clock in clocks:
            clock.join()
