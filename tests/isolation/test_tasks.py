"""Background work knows its site, and says so where it fails."""

import logging
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.signing import BadSignature
from django.db import transaction
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import delete_file_from_storage_task

from tenants.connection import connection
from tenants.crossing import in_site
from tenants.isolation import schedule
from tenants.isolation.models import Heartbeat
from tenants.isolation.storage import SiteStorage
from tenants.isolation.tasks import queue_in_site, refused, run_in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

HERE = __name__
NEW = "Tổ công tác"

# How often `fail_then_write` fails before it does its work.
failures_left = 0
hooks_run: list[str] = []


@task()
def write(name: str) -> None:
    Group.objects.create(name=name)


@task()
def fail_then_write(name: str) -> None:
    global failures_left  # noqa: PLW0603 - the task is called by its name, in this process
    failures_left -= 1
    transaction.on_commit(lambda: hooks_run.append(name))
    Group.objects.create(name=name)
    if failures_left >= 0:
        raise ZeroDivisionError("the first disk is full")


@task()
def break_a_rule() -> None:
    Group.objects.create(name=Group.objects.first().name)


@task()
def break_the_syntax() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nothing")


@pytest.fixture
def pair(committed: None) -> tuple[Tenant, Tenant]:
    """A commune and a town; what the tasks write there is really committed, and taken away before the next test."""
    commune, town = find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)
    for tenant in (commune, town):
        with in_site(tenant):
            Group.objects.filter(name=NEW).delete()
    DBTaskResult.objects.all().delete()
    hooks_run.clear()
    refused.clear()
    return commune, town


@pytest.fixture
def failing_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "failures_left", 1)


@pytest.fixture
def failing_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "failures_left", 99)


def test_a_task_runs_in_the_site_that_asked_for_it(pair: tuple[Tenant, Tenant]):
    with in_site(pair[1]):
        write.enqueue(NEW)
    assert sites_with_the_group(pair) == [cast.TOWN]


def test_a_queued_task_is_run_by_the_worker_in_the_site_that_asked_for_it(pair: tuple[Tenant, Tenant]):
    with in_site(pair[1]):
        queue_in_site(f"{HERE}.write", NEW)
    assert sites_with_the_group(pair) == []
    call_command("worker", once=True)
    assert sites_with_the_group(pair) == [cast.TOWN]
    assert connection.schema_name == "public"


def test_tasks_of_several_sites_do_not_mix(pair: tuple[Tenant, Tenant]):
    for tenant in (*pair, *pair):
        with in_site(tenant):
            queue_in_site(f"{HERE}.fail_then_write", NEW)
    call_command("worker", once=True)
    assert sites_with_the_group(pair) == [cast.COMMUNE, cast.TOWN]


def test_a_task_that_fails_is_logged_and_queued_with_its_site(
    pair: tuple[Tenant, Tenant], failing_once: None, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.ERROR, logger="tenants.isolation.tasks"), in_site(pair[1]):
        fail_then_write.enqueue(NEW)
    assert "the first disk is full" in caplog.text
    *asked_for, _ = DBTaskResult.objects.get().args_kwargs["args"]
    assert asked_for == [pair[1].schema_name, f"{HERE}.fail_then_write", [NEW], {}]


def test_the_worker_tries_it_again_in_the_same_site(pair: tuple[Tenant, Tenant], failing_once: None):
    with in_site(pair[1]), transaction.atomic():
        fail_then_write.enqueue(NEW)
    assert sites_with_the_group(pair) == []
    call_command("worker", once=True)
    assert sites_with_the_group(pair) == [cast.TOWN]


def test_a_second_failure_stays_on_record(pair: tuple[Tenant, Tenant], failing_always: None):
    with in_site(pair[1]), transaction.atomic():
        fail_then_write.enqueue(NEW)
    call_command("worker", once=True)
    call_command("worker", once=True)
    result = DBTaskResult.objects.get()
    assert result.status == "FAILED"
    assert "the first disk is full" in result.traceback


def test_a_file_that_could_not_be_deleted_is_deleted_later_on_its_own_site_only(
    pair: tuple[Tenant, Tenant], settings: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    settings.MEDIA_ROOT = tmp_path
    for tenant in pair:
        with in_site(tenant):
            default_storage.save("images/anh.png", ContentFile(b"x"))
    with monkeypatch.context() as patch, in_site(pair[1]):
        patch.setattr(SiteStorage, "delete", lambda storage, name: 1 / 0)
        delete_file_from_storage_task.enqueue(default_storage.deconstruct(), "images/anh.png")
    call_command("worker", once=True)
    there = {tenant.slug: (tmp_path / tenant.schema_name / "images/anh.png").exists() for tenant in pair}
    assert there == {cast.COMMUNE: True, cast.TOWN: False}


@pytest.mark.parametrize("task_that_fails", [break_a_rule, break_the_syntax])
def test_a_failed_statement_in_a_task_leaves_the_callers_transaction_usable(
    pair: tuple[Tenant, Tenant], task_that_fails: object
):
    with in_site(pair[1]), transaction.atomic():
        task_that_fails.enqueue()
        Group.objects.create(name=NEW)
    assert sites_with_the_group(pair) == [cast.TOWN]


def test_what_a_failed_task_wrote_and_wanted_after_the_commit_is_gone(pair: tuple[Tenant, Tenant], failing_once: None):
    with in_site(pair[1]), transaction.atomic():
        fail_then_write.enqueue(NEW)
    assert sites_with_the_group(pair) == []
    assert hooks_run == []


@pytest.mark.parametrize("changed", [0, 1, 2, 3])
def test_work_that_was_written_into_the_queue_by_another_hand_is_not_done(
    pair: tuple[Tenant, Tenant], changed: int, caplog: pytest.LogCaptureFixture
):
    """As SQL that gets into a site's request can: the worker reaches files that the site does not."""
    with in_site(pair[1]):
        queue_in_site(f"{HERE}.write", NEW)
    result = DBTaskResult.objects.get()
    other = (pair[0].schema_name, f"{HERE}.break_a_rule", ["Một nhóm khác"], {"name": "Một nhóm khác"})
    result.args_kwargs["args"][changed] = other[changed]
    result.save()
    with caplog.at_level(logging.ERROR, logger="tenants.isolation.tasks"):
        call_command("worker", once=True)
    result.refresh_from_db()
    assert (result.status, result.exception_class_path) == ("FAILED", "django.core.signing.BadSignature")
    assert sites_with_the_group(pair) == []
    [alarm] = [entry.getMessage() for entry in caplog.records if "ALARM" in entry.getMessage()]
    schema_name, task_path, *_ = result.args_kwargs["args"]
    assert repr(schema_name) in alarm
    assert repr(task_path) in alarm
    assert "nhóm" not in alarm
    assert Heartbeat.objects.filter(refused_at__isnull=False).exists()


@pytest.mark.parametrize("rest", [[], ["a"], ["a", "b"], ["a", [], {}, "b", "c"], [1, [], {}, None], [{}, 2, 3, []]])
def test_work_of_another_shape_is_the_same_alarm_and_one_line(
    pair: tuple[Tenant, Tenant], rest: list[object], caplog: pytest.LogCaptureFixture
):
    Heartbeat.objects.update(refused_at=None)
    with in_site(pair[1]):
        asked_for = [queue_in_site(f"{HERE}.write", NEW).id for _ in range(12)]
    work = {"args": [pair[1].schema_name, *rest], "kwargs": {}}
    DBTaskResult.objects.filter(pk__in=asked_for).update(args_kwargs=work)
    with caplog.at_level(logging.ERROR):
        call_command("worker", once=True)
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"FAILED"}
    said = [entry.getMessage() for entry in caplog.records]
    assert [line.partition(":")[0] for line in said] == ["ALARM", "ALARM"]
    assert [f"number {number} since" in line for number, line in zip([1, 10], said, strict=True)] == [True, True]
    assert "Traceback" not in caplog.text
    assert sites_with_the_group(pair) == []
    assert Heartbeat.objects.filter(refused_at__isnull=False).exists()


def test_work_of_no_words_at_all_is_an_alarm(pair: tuple[Tenant, Tenant], caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.ERROR), pytest.raises(BadSignature):
        run_in_site.call()
    assert "ALARM" in caplog.text


def test_a_task_asked_for_in_a_transaction_that_is_rolled_back_is_never_run(pair: tuple[Tenant, Tenant]):
    with in_site(pair[1]), transaction.atomic():
        queue_in_site(f"{HERE}.write", NEW)
        transaction.set_rollback(True)
    call_command("worker", once=True)
    assert sites_with_the_group(pair) == []


def test_a_task_of_a_site_that_is_gone_is_dropped(own_database: str, caplog: pytest.LogCaptureFixture):
    commune, town = find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)
    DBTaskResult.objects.all().delete()
    with in_site(town):
        queue_in_site(f"{HERE}.write", NEW)
    with connection.cursor() as cursor:
        cursor.execute(f'DROP SCHEMA "{town.schema_name}" CASCADE')
    Tenant.objects.filter(pk=town.pk).delete()
    with caplog.at_level(logging.WARNING, logger="tenants.isolation.tasks"):
        call_command("worker", once=True)
    assert f"the site {town.schema_name} is gone" in caplog.text
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert sites_with_the_group((commune,)) == []


def test_a_task_whose_worker_died_is_done_by_the_next_one(pair: tuple[Tenant, Tenant]):
    with in_site(pair[1]):
        queue_in_site(f"{HERE}.write", NEW)
    DBTaskResult.objects.get().claim("a worker that was killed")
    schedule.requeue_lost_tasks()
    call_command("worker", once=True)
    assert sites_with_the_group(pair) == [cast.TOWN]


def test_a_task_that_takes_every_worker_down_with_it_is_given_up(pair: tuple[Tenant, Tenant]):
    with in_site(pair[1]):
        queue_in_site(f"{HERE}.write", NEW)
    for number in range(schedule.MOST_ATTEMPTS):
        DBTaskResult.objects.get().claim(f"worker {number}")
    schedule.requeue_lost_tasks()
    call_command("worker", once=True)
    assert DBTaskResult.objects.get().status == "FAILED"
    assert sites_with_the_group(pair) == []


def sites_with_the_group(tenants: tuple[Tenant, ...]) -> list[str]:
    found = []
    for tenant in tenants:
        with in_site(tenant):
            if Group.objects.filter(name=NEW).exists():
                found.append(tenant.slug)
    return found
