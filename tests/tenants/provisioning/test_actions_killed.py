"""`kill -9` in the middle: no half site, nobody else is held up, and the second try succeeds."""

import subprocess
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from tenants.provisioning.actions import create_site
from tenants.provisioning.journal import is_interrupted
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order
from tenants.registry.states import Lifecycle

BEFORE_THE_COMMIT = [Step.REGISTER, Step.COPY, Step.PERSONALISE, Step.INVITE, Step.FINISH]

# Says that the step is reached, and never goes on.
CREATION = """
import threading
from tenants.provisioning.actions import create_site
from tenants.provisioning.orders import Order

def stop(step):
    if step == {step!r}:
        print(step, flush=True)
        threading.Event().wait()

create_site(order=Order.from_json({order!r}), by="tests", report=stop)
"""


@pytest.fixture
def kill_at(
    shared_database: str, start: Callable[..., subprocess.Popen], kill_minus_nine: Callable[[subprocess.Popen], None]
) -> Callable[[Step, Order], None]:
    """A process that carries out the order is killed where that step begins."""

    def kill(step: Step, order: Order) -> None:
        process = start("shell", "-c", CREATION.format(step=step.value, order=order.as_json()))
        for line in process.stdout:
            if line.strip() == step.value:
                break
        kill_minus_nine(process)

    return kill


@pytest.mark.parametrize("step", BEFORE_THE_COMMIT)
def test_a_creation_that_is_killed_leaves_no_half_site_and_the_next_try_succeeds(
    kill_at: Callable[[Step, Order], None],
    another: Callable[..., Order],
    traces: Callable[[], dict[str, object]],
    wait_until: Callable[[Callable[[], object]], None],
    visit: Callable[..., Client],
    step: Step,
):
    order, before = another(), traces()
    kill_at(step, order)
    creation = SiteCreation.objects.first()
    wait_until(lambda: is_interrupted(creation))
    assert (creation.step, creation.outcome, creation.tenant) == (step, Outcome.OPEN, None)
    assert traces() == before
    tenant = create_site(order=order, by="tests")
    assert visit(tenant).get("/").status_code == 200


def test_a_creation_that_is_killed_holds_up_no_other(
    kill_at: Callable[[Step, Order], None], another: Callable[..., Order]
):
    kill_at(Step.PERSONALISE, another())
    assert create_site(order=another(), by="tests").lifecycle == Lifecycle.ACTIVE


def test_the_host_of_a_killed_creation_leads_nowhere(
    kill_at: Callable[[Step, Order], None], another: Callable[..., Order]
):
    order = another()
    kill_at(Step.FINISH, order)
    assert Client(SERVER_NAME=order.full_host).get("/").status_code == 404


def test_a_creation_that_is_killed_while_the_server_copies_leaves_nothing(
    shared_database: str,
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    another: Callable[..., Order],
    traces: Callable[[], dict[str, object]],
    wait_until: Callable[[Callable[[], object]], None],
):
    order, before = another(), traces()
    process = start("shell", "-c", CREATION.format(step="nowhere", order=order.as_json()))
    wait_until(lambda: SiteCreation.objects.filter(order__name=order.name, step=Step.COPY).exists())
    kill_minus_nine(process)
    creation = SiteCreation.objects.get(order__name=order.name)
    wait_until(lambda: is_interrupted(creation))
    assert traces() == before


def test_the_invitation_of_a_site_whose_creator_was_killed_at_the_end_is_sent(
    kill_at: Callable[[Step, Order], None],
    another: Callable[..., Order],
    work: Callable[[], None],
    mailoutbox: list[EmailMessage],
):
    order = another(admin_email="cuoi@demo.example")
    kill_at(Step.DONE, order)
    assert mailoutbox == []
    work()
    assert [mail.body for mail in mailoutbox if order.full_host in mail.body and mail.to == ["cuoi@demo.example"]]
