"""`kill -9` in the middle: no half site, nobody else is held up, and the second try succeeds."""

import subprocess
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from tenants.crossing import in_site
from tenants.provisioning.actions import create_site
from tenants.provisioning.journal import is_interrupted
from tenants.provisioning.models import Outcome, SiteCreation, Step
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant

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
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    order: Callable[..., Order],
) -> Callable[[Step], None]:
    """A process that creates xã Đại An is killed where that step begins."""

    def kill(step: Step) -> None:
        process = start("shell", "-c", CREATION.format(step=step.value, order=order().as_json()))
        for line in process.stdout:
            if line.strip() == step.value:
                break
        kill_minus_nine(process)

    return kill


@pytest.mark.parametrize("step", BEFORE_THE_COMMIT)
def test_a_creation_that_is_killed_leaves_no_half_site_and_the_next_try_succeeds(
    kill_at: Callable[[Step], None],
    order: Callable[..., Order],
    traces: Callable[[], dict[str, object]],
    wait_until: Callable[[Callable[[], object]], None],
    visit: Callable[..., Client],
    step: Step,
):
    before = traces()
    kill_at(step)
    creation = SiteCreation.objects.first()
    wait_until(lambda: is_interrupted(creation))
    assert (creation.step, creation.outcome, creation.tenant) == (step, Outcome.OPEN, None)
    assert traces() == before
    tenant = create_site(order=order(), by="tests")
    assert visit(tenant).get("/").status_code == 200


def test_a_creation_that_is_killed_holds_up_no_other(kill_at: Callable[[Step], None], order: Callable[..., Order]):
    kill_at(Step.PERSONALISE)
    assert create_site(order=order(name="Hàm Giang", code="29500"), by="tests").slug == "xa-ham-giang"


def test_the_host_of_a_killed_creation_leads_nowhere(kill_at: Callable[[Step], None]):
    kill_at(Step.FINISH)
    assert Client(SERVER_NAME="xa-dai-an.tracu.localhost").get("/").status_code == 404


def test_a_creation_that_is_killed_while_the_server_copies_leaves_nothing(
    start: Callable[..., subprocess.Popen],
    kill_minus_nine: Callable[[subprocess.Popen], None],
    order: Callable[..., Order],
    traces: Callable[[], dict[str, object]],
    wait_until: Callable[[Callable[[], object]], None],
):
    before = traces()
    process = start("shell", "-c", CREATION.format(step="nowhere", order=order().as_json()))
    wait_until(lambda: SiteCreation.objects.filter(step=Step.COPY).exists())
    kill_minus_nine(process)
    wait_until(lambda: is_interrupted(SiteCreation.objects.first()))
    assert traces() == before


def test_the_invitation_of_a_site_whose_creator_was_killed_at_the_end_is_sent(
    kill_at: Callable[[Step], None],
    find: Callable[[str], Tenant],
    work: Callable[[], None],
    mailoutbox: list[EmailMessage],
):
    kill_at(Step.DONE)
    assert mailoutbox == []
    work()
    with in_site(find("xa-dai-an")):
        assert [mail.to for mail in mailoutbox] == [[User.objects.get().email]]
