"""A new password by e-mail: asked for, sent by the worker, and the same to look at whoever asks."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from signin.rules import RESET_ACCOUNT, RESET_NETWORK, RESET_PAIR
from signin.tasks import send_reset_link
from signin.tokens import ResetTokens
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
EDITOR = cast.address_of(Role.EDITOR)
PASSWORD = "lúa chín vàng đồng 2023"


def ask(browser: Client, email: str = EDITOR, address: str = "198.51.100.7"):
    return browser.post("/admin/password_reset/", {"email": email}, REMOTE_ADDR=address)


def sql(browser: Client, email: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        assert ask(browser, email).url == "/admin/password_reset/done/"
    return [re.sub(r"'[^']*'|\d+", "?", query["sql"])[:40] for query in captured]


def test_the_server_does_the_same_for_those_who_have_an_account_and_those_who_do_not(commune: Tenant, visit: Visit):
    ask(visit(commune))
    assert sql(visit(commune), EDITOR) == sql(visit(commune), "nobody@demo.example")
    assert mail.outbox == []


def test_only_somebody_who_signs_in_here_gets_a_link(commune: Tenant):
    with in_site(commune):
        for address in (EDITOR, "nobody@demo.example", ""):
            send_reset_link.call(address)
    assert [message.to for message in mail.outbox] == [[EDITOR]]
    assert "Ủy ban nhân dân xã Định An" in mail.outbox[0].subject


def test_the_link_works_once_and_is_written_down(commune: Tenant, visit: Visit):
    with in_site(commune):
        send_reset_link.call(EDITOR)
    link = re.search(r"http://[^/]+(/\S+)", mail.outbox[0].body)[1]
    browser = visit(commune)
    form = browser.get(link, follow=True)
    browser.post(form.redirect_chain[-1][0], {"new_password1": PASSWORD, "new_password2": PASSWORD})
    with in_site(commune):
        assert User.objects.get(email=EDITOR).check_password(PASSWORD)
        assert AuditEntry.objects.filter(event=Event.PASSWORD_RESET, subject=EDITOR).count() == 1
    assert not visit(commune).get(link, follow=True).context["validlink"]


@pytest.mark.parametrize(
    ("tokens", "hours", "holds"),
    [
        (ResetTokens, 23, True),
        (ResetTokens, 25, False),
        (PasswordResetTokenGenerator, 6 * 24, True),
        (PasswordResetTokenGenerator, 8 * 24, False),
    ],
)
def test_a_link_that_was_asked_for_holds_a_day_and_an_invitation_a_week(
    commune: Tenant, visit: Visit, tokens: type[PasswordResetTokenGenerator], hours: int, holds: bool
):
    class Earlier(tokens):
        def _now(self) -> datetime.datetime:
            return super()._now() - datetime.timedelta(hours=hours)

    with in_site(commune):
        person = User.objects.get(email=EDITOR)
        key = urlsafe_base64_encode(force_bytes(person.pk))
        link = reverse("wagtailadmin_password_reset_confirm", args=[key, Earlier().make_token(person)])
    assert visit(commune).get(link, follow=True).context["validlink"] is holds


def test_the_mail_says_how_long_its_link_holds(commune: Tenant):
    with in_site(commune):
        send_reset_link.call(EDITOR)
    assert "trong vòng 1 ngày" in mail.outbox[0].body


def test_a_new_password_signs_nobody_in_and_everybody_out(commune: Tenant, visit: Visit):
    elsewhere = visit(commune, Role.EDITOR)
    with in_site(commune):
        send_reset_link.call(EDITOR)
    browser = visit(commune)
    form = browser.get(re.search(r"http://[^/]+(/\S+)", mail.outbox[0].body)[1], follow=True)
    browser.post(form.redirect_chain[-1][0], {"new_password1": PASSWORD, "new_password2": PASSWORD})
    assert [one.get("/admin/").status_code for one in (browser, elsewhere)] == [302, 302]


def statuses(commune: Tenant, visit: Visit, number: int, email: str = "{}@demo.example", address: str = "192.0.2.{}"):
    return [ask(visit(commune), email.format(count), address.format(count)).status_code for count in range(number)]


def test_one_person_asks_so_often_an_hour(commune: Tenant, visit: Visit):
    answers = statuses(commune, visit, RESET_PAIR.tries + 1, email=EDITOR, address="198.51.100.7")
    assert answers == [*[302] * RESET_PAIR.tries, 200]
    assert ask(visit(commune)).context["form"].non_field_errors()


def test_links_for_one_account_are_limited_wherever_they_are_asked_for(commune: Tenant, visit: Visit):
    answers = statuses(commune, visit, RESET_ACCOUNT.tries + 1, email="nobody@demo.example")
    assert answers == [*[302] * RESET_ACCOUNT.tries, 200]


def test_one_network_asks_so_often_whomever_for(commune: Tenant, visit: Visit):
    answers = statuses(commune, visit, RESET_NETWORK.tries + 1, address="198.51.100.7")
    assert answers == [*[302] * RESET_NETWORK.tries, 200]


def test_asking_on_one_site_uses_up_nothing_on_another(commune: Tenant, town: Tenant, visit: Visit):
    for _ in range(RESET_PAIR.tries):
        ask(visit(commune))
    assert ask(visit(town)).status_code == 302
