"""The worker carries out what was ordered in the browser, and what becomes of it when the worker dies."""

import subprocess
from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.roles import Role
from tenants.isolation.models import SILENCE, Heartbeat
from tenants.isolation.schedule import requeue_lost_tasks
from tenants.provisioning import actions
from tenants.provisioning.actions import order_site
from tenants.provisioning.journal import is_interrupted
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order
from tenants.provisioning.tasks import run_creation
from tenants.provisioning.views import worker_is_alive
from tenants.registry.models import Tenant
from tests import cast

RUN_CREATION = "tenants.provisioning.tasks.run_creation"


@pytest.fixture
def killed_worker(
    own_database: str,
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    order: Callable[..., Order],
    wait_until: Callable[[Callable[[], object]], None],
) -> SiteCreation:
    """Another creation was under way and held this one up when its worker was killed."""
    creation = order_site(order=order(), by="tests")
    with transaction.atomic():
        actions.hold_creations()
        worker = start("worker", "--once")
        wait_until(lambda: SiteCreation.objects.filter(pk=creation.pk, step=Step.REGISTER).exists())
        kill_minus_nine(worker)
    wait_until(lambda: is_interrupted(creation))
    return creation


def outlast_silence() -> None:
    Heartbeat.objects.update(beat_at=timezone.now() - 2 * SILENCE)


def test_the_worker_creates_what_was_ordered(
    shared_database: str, another: Callable[..., Order], work: Callable[[], None]
):
    creation = order_site(order=another(), by="tests")
    work()
    creation.refresh_from_db()
    assert (creation.outcome, creation.tenant.code) == (Outcome.SUCCEEDED, creation.order["code"])


def test_a_creation_that_fails_in_the_worker_says_why(
    shared_database: str, another: Callable[..., Order], work: Callable[[], None]
):
    order = another()
    creations = [order_site(order=one, by="tests") for one in (order, another(code=order.code))]
    work()
    for creation in creations:
        creation.refresh_from_db()
    assert [creation.outcome for creation in creations] == [Outcome.SUCCEEDED, Outcome.FAILED]
    assert order.code in creations[1].error


def test_a_task_that_runs_twice_creates_one_site(
    shared_database: str, another: Callable[..., Order], work: Callable[[], None]
):
    creation = order_site(order=another(), by="tests")
    work()
    run_creation.call(str(creation.pk))
    creation.refresh_from_db()
    assert creation.outcome == Outcome.SUCCEEDED
    assert Tenant.objects.filter(code=creation.order["code"]).count() == 1


def test_a_worker_shows_a_sign_of_life(shared_database: str, manage: Callable[..., subprocess.CompletedProcess]):
    assert not worker_is_alive()
    manage("worker", "--once")
    assert worker_is_alive()


def test_a_worker_that_is_silent_is_taken_for_dead(db: None):
    Heartbeat.objects.create(worker_id="one", beat_at=timezone.now() - 2 * SILENCE)
    assert not worker_is_alive()


def test_one_worker_alive_among_the_dead_is_enough(db: None):
    Heartbeat.objects.create(worker_id="one", beat_at=timezone.now() - 2 * SILENCE)
    Heartbeat.objects.create(worker_id="two", beat_at=timezone.now())
    assert worker_is_alive()


def test_a_creation_whose_worker_was_killed_is_shown_as_interrupted(
    killed_worker: SiteCreation, visit: Callable[..., Client], find: Callable[[str], Tenant]
):
    client = visit(find(cast.DISTRICT), Role.ADMINISTRATOR)
    page = client.get(f"/admin/units/creations/{killed_worker.pk}/")
    assert page.context["is_interrupted"]
    assert f"?again={killed_worker.pk}" in page.content.decode()


def test_the_task_of_a_killed_worker_comes_back_and_leaves_the_begun_creation_alone(
    killed_worker: SiteCreation, work: Callable[[], None]
):
    outlast_silence()
    requeue_lost_tasks()
    work()
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert is_interrupted(killed_worker)


def test_after_a_killed_worker_the_same_order_is_granted_at_the_second_try(
    killed_worker: SiteCreation, visit: Callable[..., Client], find: Callable[[str], Tenant], work: Callable[[], None]
):
    client = visit(find(cast.DISTRICT), Role.ADMINISTRATOR)
    form = client.get(f"/admin/units/new/?again={killed_worker.pk}").context["form"]
    client.post("/admin/units/new/", {name: form[name].value() for name in form.fields})
    outlast_silence()
    requeue_lost_tasks()
    work()
    assert visit(find("xa-dai-an")).get("/").status_code == 200


def test_a_creation_whose_worker_was_killed_before_it_began_is_carried_out_by_the_next(
    own_database: str, order: Callable[..., Order], work: Callable[[], None], find: Callable[[str], Tenant]
):
    order_site(order=order(), by="tests")
    task = DBTaskResult.objects.get(args_kwargs__args__1=RUN_CREATION)
    task.claim("a worker that was killed")
    requeue_lost_tasks()
    work()
    assert find("xa-dai-an")
