"""The first administrator: an account, an e-mail, a link to a password, and the way in."""

import datetime
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.test import Client, override_settings
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.isolation import schedule
from tenants.provisioning.actions import create_site, invite_again
from tenants.provisioning.orders import Order
from tenants.registry.models import Tenant
from tests import cast

ADDRESS = "an@demo.example"


@pytest.fixture
def site(shared_database: str, another: Callable[..., Order]) -> Tenant:
    return create_site(order=another(admin_email=ADDRESS, admin_name="Trần Thị An"), by="tests")


@pytest.fixture
def invitation(site: Tenant, work: Callable[[], None], mailoutbox: list[EmailMessage]) -> EmailMessage:
    work()
    [mail] = [mail for mail in mailoutbox if site.primary_host in mail.body]
    return mail


@pytest.fixture
def newcomer(site: Tenant) -> Client:
    return browser_at(site)


def browser_at(tenant: Tenant) -> Client:
    return Client(SERVER_NAME=tenant.primary_host, SERVER_PORT="8000")


def link_in(mail: EmailMessage) -> str:
    return re.search(r"http://[\w.-]+:8000(/admin/password_reset/\S+)", mail.body)[1]


def choose_password(client: Client, link: str, password: str) -> bool:
    """Returns whether the link still opens the form."""
    page = client.get(link, follow=True)
    if not page.context["validlink"]:
        return False
    answer = client.post(page.redirect_chain[-1][0], {"new_password1": password, "new_password2": password})
    assert answer.status_code == 302
    return True


def invitation_task(site: Tenant) -> DBTaskResult:
    return DBTaskResult.objects.get(args_kwargs__args__0=site.schema_name)


@contextmanager
def dead_mail_server() -> Iterator[None]:
    """Nobody listens on that port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=port
    ):
        yield


def sign_in(client: Client, password: str) -> bool:
    client.post("/admin/login/", {"username": ADDRESS.capitalize(), "password": password})
    return client.get("/admin/").status_code == 200


def test_only_the_first_administrator_has_an_account(site: Tenant):
    with in_site(site):
        user = User.objects.get()
        assert (user.email, user.get_full_name(), user.is_superuser) == (ADDRESS, "Trần Thị An", False)
        assert [group.name for group in user.groups.all()] == [Role.ADMINISTRATOR.value]


def test_the_first_administrator_can_not_sign_in_before_choosing_a_password(site: Tenant, newcomer: Client):
    with in_site(site):
        assert not User.objects.get().has_usable_password()
    assert not sign_in(newcomer, "")


def test_the_invitation_goes_to_the_first_administrator(site: Tenant, invitation: EmailMessage):
    assert invitation.to == [ADDRESS]
    assert f"Ủy ban nhân dân xã {site.name}" in invitation.subject


def test_the_link_leads_to_a_password_and_into_the_site(invitation: EmailMessage, newcomer: Client):
    assert choose_password(newcomer, link_in(invitation), cast.PASSWORD)
    assert sign_in(newcomer, cast.PASSWORD)


def test_the_link_works_once(invitation: EmailMessage, newcomer: Client):
    choose_password(newcomer, link_in(invitation), cast.PASSWORD)
    assert not choose_password(newcomer, link_in(invitation), "another password")


def test_the_link_is_worth_nothing_on_another_site(invitation: EmailMessage, find: Callable[[str], Tenant]):
    assert not choose_password(browser_at(find(cast.COMMUNE)), link_in(invitation), cast.PASSWORD)


def test_a_lost_link_is_sent_again(
    site: Tenant,
    invitation: EmailMessage,
    newcomer: Client,
    work: Callable[[], None],
    mailoutbox: list[EmailMessage],
):
    invite_again(tenant=site, email=ADDRESS.upper())
    work()
    assert mailoutbox[-1].to == [ADDRESS]
    assert choose_password(newcomer, link_in(mailoutbox[-1]), cast.PASSWORD)


def test_an_invitation_waits_until_the_mail_server_is_back(
    site: Tenant, work: Callable[[], None], mailoutbox: list[EmailMessage]
):
    with dead_mail_server():
        work()
    schedule.retry_after_outages()
    waiting = invitation_task(site)
    assert waiting.status == "READY"
    assert waiting.run_after > timezone.now() + datetime.timedelta(seconds=50)
    DBTaskResult.objects.filter(pk=waiting.pk).update(run_after=timezone.now())
    work()
    assert [mail.to for mail in mailoutbox] == [[ADDRESS]]


def test_an_invitation_is_given_up_after_some_tries(site: Tenant, work: Callable[[], None]):
    with dead_mail_server():
        for _ in range(schedule.MOST_ATTEMPTS):
            work()
            schedule.retry_after_outages()
            DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
    task = invitation_task(site)
    assert (task.status, len(task.worker_ids)) == ("FAILED", schedule.MOST_ATTEMPTS)


def test_a_fault_of_our_own_is_not_tried_again(site: Tenant, work: Callable[[], None]):
    with dead_mail_server():
        work()
    DBTaskResult.objects.filter(status="FAILED").update(exception_class_path="builtins.ValueError")
    schedule.retry_after_outages()
    assert invitation_task(site).status == "FAILED"


@pytest.mark.parametrize("email", ["nobody@demo.example", cast.address_of(Role.EDITOR)])
def test_who_waits_for_no_link_gets_none(commune: Tenant, email: str):
    with translation.override("en"), pytest.raises(ValidationError) as caught:
        invite_again(tenant=commune, email=email)
    assert caught.value.message_dict == {"email": [f"{email} does not wait for an invitation."]}
