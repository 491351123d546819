"""How long a session lasts, and what ends it."""

import time
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from signin.actions import SEEN, STARTED
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]
EDITOR = cast.address_of(Role.EDITOR)
PING = "/admin/editing-sessions/ping/newsroom/articlepage/1/"


def enter(browser: Client, **words: str) -> Client:
    browser.post("/admin/login/", {"username": EDITOR, "password": cast.PASSWORD, **words})
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/admin/").status_code == 200


def set_back(tenant: Tenant, browser: Client, **seconds: int) -> None:
    with in_site(tenant):
        session = browser.session
        for name, number in seconds.items():
            session[{"started": STARTED, "seen": SEEN}[name]] = time.time() - number
        session.save()


def test_a_session_ends_so_long_after_the_sign_in_however_busy(commune: Tenant, visit: Visit, settings: Settings):
    settings.SESSION_HOURS = 8
    browser = enter(visit(commune), remember="on")
    set_back(commune, browser, started=8 * 3600 - 60, seen=10)
    assert is_in(browser)
    set_back(commune, browser, started=8 * 3600 + 60, seen=10)
    assert not is_in(browser)


def test_a_session_ends_when_nobody_was_there_for_long(commune: Tenant, visit: Visit, settings: Settings):
    settings.SESSION_IDLE_MINUTES = 30
    browser = enter(visit(commune))
    set_back(commune, browser, seen=29 * 60)
    assert is_in(browser)
    set_back(commune, browser, seen=31 * 60)
    assert not is_in(browser)
    with in_site(commune):
        assert AuditEntry.objects.get(event=Event.SESSION_ENDED).subject == EDITOR


def test_what_a_person_does_keeps_the_session_and_what_the_browser_does_alone_does_not(commune: Tenant, visit: Visit):
    browser = enter(visit(commune))
    set_back(commune, browser, seen=600)
    browser.post(PING)
    assert time.time() - seen(commune, browser) > 500
    browser.get("/admin/")
    assert time.time() - seen(commune, browser) < 60


def seen(tenant: Tenant, browser: Client) -> float:
    with in_site(tenant):
        return browser.session[SEEN]


def test_the_end_is_explained_where_one_signs_in_again(commune: Tenant, visit: Visit):
    browser = enter(visit(commune))
    set_back(commune, browser, started=10**6)
    page = browser.get("/admin/", follow=True)
    assert page.redirect_chain[-1][0].startswith("/admin/login/")
    assert [str(message) for message in page.context["messages"]]


def test_a_visitor_gets_no_session(commune: Tenant, visit: Visit):
    assert "session" not in visit(commune).get("/").cookies


def test_another_password_ends_every_other_session_of_the_person(commune: Tenant, visit: Visit):
    here, there = enter(visit(commune)), enter(visit(commune))
    with in_site(commune):
        person = User.objects.get(email=EDITOR)
        person.set_password("lúa chín vàng đồng 2023")
        person.save()
    assert (is_in(here), is_in(there)) == (False, False)


def test_another_round_ends_sessions_of_that_person_on_that_site_only(commune: Tenant, town: Tenant, visit: Visit):
    here, there, other = enter(visit(commune)), enter(visit(town)), visit(commune, Role.APPROVER)
    with in_site(commune):
        User.objects.filter(email=EDITOR).update(session_round=1)
    assert (is_in(here), is_in(there), is_in(other)) == (False, True, True)


def test_only_a_form_signs_out(commune: Tenant, visit: Visit):
    browser = enter(visit(commune))
    assert browser.get("/admin/logout/").status_code == 405
    assert is_in(browser)
    browser.post("/admin/logout/")
    assert not is_in(browser)


@pytest.mark.parametrize(
    "address", ["/admin/api/main/pages/?search=%00", "/admin/pages/search/?q=a%00b", "/admin/?%00"]
)
def test_a_character_that_no_text_has_is_refused_in_words(commune: Tenant, visit: Visit, address: str):
    answer = visit(commune, Role.EDITOR).get(f"/admin/{address}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert "không tìm được" in answer.content.decode()


def test_a_form_without_its_sign_is_refused_in_the_readers_words(commune: Tenant):
    browser = Client(enforce_csrf_checks=True, headers={"host": commune.primary_host})
    answer = browser.post("/admin/login/", {"username": "binh@demo.example"})
    assert answer.status_code == 403
    assert "Nội dung chưa được gửi" in answer.content.decode()
    assert "DEBUG" not in answer.content.decode()
