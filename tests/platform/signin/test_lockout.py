"""Who tries too often waits; who was here before is not locked out by strangers; no answer tells who has an account."""

import datetime
import re
import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from pytest_django import Settings

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from signin import queries
from signin.rules import ACCOUNT, NETWORK, PAIR
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

Visit = Callable[..., Client]

EDITOR = cast.address_of(Role.EDITOR)
HOME, CAFE = "198.51.100.7", "203.0.113.9"
QUERIES = 15


def sign_in(browser: Client, password: str = cast.PASSWORD, *, email: str = EDITOR, address: str = HOME):
    return browser.post("/admin/login/", {"username": email, "password": password}, REMOTE_ADDR=address)


def error_of(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    (message,) = answer.context["form"].non_field_errors()
    return message


def fail(browser: Client, number: int, **where: str) -> list[str]:
    return [error_of(sign_in(browser, "wrong password", **where)) for _ in range(number)]


def write_failures(tenant: Tenant, number: int, *, subject: str = EDITOR, network: str = "", minutes: int = 5) -> None:
    at = timezone.now() - datetime.timedelta(minutes=minutes)
    with in_site(tenant):
        AuditEntry.objects.bulk_create(
            AuditEntry(
                event=Event.SIGN_IN_FAILED,
                subject=subject,
                at=at,
                network=network or f"192.0.2.{count % 250}",
                address=network or f"192.0.2.{count % 250}",
            )
            for count in range(number)
        )


def events(tenant: Tenant, *wanted: Event) -> list[str]:
    with in_site(tenant):
        return list(AuditEntry.objects.filter(event__in=wanted).order_by("pk").values_list("event", flat=True))


# --- One account from one place ---------------------------------------------------------------------------------------


def test_after_so_many_failures_even_the_right_password_waits(commune: Tenant, visit: Visit):
    browser = visit(commune)
    assert len(set(fail(browser, PAIR.tries))) == 1
    message = error_of(sign_in(browser))
    assert re.search(r"\b15\b", message)
    assert sign_in(visit(commune), address=CAFE).status_code == 302


def test_one_failure_fewer_locks_nothing(commune: Tenant, visit: Visit):
    browser = visit(commune)
    fail(browser, PAIR.tries - 1)
    assert sign_in(browser).status_code == 302


def test_a_sign_in_wipes_out_the_failures_before_it(commune: Tenant, visit: Visit):
    browser = visit(commune)
    for _ in range(2):
        fail(browser, PAIR.tries - 1)
        assert sign_in(browser).status_code == 302
        browser.post("/admin/logout/")


def test_the_lock_opens_by_itself(commune: Tenant, visit: Visit):
    write_failures(commune, PAIR.tries, network=HOME, minutes=16)
    assert sign_in(visit(commune)).status_code == 302


def test_tries_while_locked_do_not_make_the_lock_longer_and_are_one_row(commune: Tenant, visit: Visit):
    browser = visit(commune)
    fail(browser, PAIR.tries + 4)
    assert events(commune, Event.SIGN_IN_FAILED, Event.SIGN_IN_LOCKED) == [
        *[Event.SIGN_IN_FAILED] * PAIR.tries,
        Event.SIGN_IN_LOCKED,
    ]


def test_the_message_is_vietnamese_and_says_how_long(commune: Tenant, visit: Visit):
    write_failures(commune, PAIR.tries, network=HOME, minutes=14)
    message = error_of(sign_in(visit(commune)))
    with translation.override("vi"):
        from django.utils.translation import ngettext  # noqa: PLC0415 - in the language of the moment

        text = ngettext(
            "Too many tries. Please wait %(minutes)d minute before the next one.",
            "Too many tries. Please wait %(minutes)d minutes before the next one.",
            1,
        )
    assert message == text % {"minutes": 1}


def test_other_ways_to_write_an_address_are_the_same_account(commune: Tenant, visit: Visit):
    browser = visit(commune)
    for email in ("EDITOR@demo.example", " editor@demo.example", "Editor@Demo.Example", EDITOR, EDITOR):
        fail(browser, 1, email=email)
    assert re.search(r"\d", error_of(sign_in(browser)))


def test_letters_that_the_database_takes_for_others_are_no_way_past_the_count(commune: Tenant, visit: Visit):
    with in_site(commune):
        User.objects.filter(email=EDITOR).update(email="sua@demo.example")
    assert sign_in(visit(commune), email="Sua@demo.example").status_code == 302
    assert error_of(sign_in(visit(commune), email="ſua@demo.example"))


# --- Nobody learns who has an account ---------------------------------------------------------------------------------


def test_whoever_has_no_account_gets_the_same_answers(commune: Tenant, visit: Visit):
    known, unknown = (fail(visit(commune), PAIR.tries + 2, email=email) for email in (EDITOR, "nobody@demo.example"))
    assert known == unknown
    assert len(set(known)) == 2


def test_whoever_is_deactivated_gets_the_same_answer(commune: Tenant, visit: Visit):
    with in_site(commune):
        User.objects.filter(email=EDITOR).update(is_active=False)
    right = error_of(sign_in(visit(commune)))
    assert [right] == fail(visit(commune), 1, email="nobody@demo.example")


def test_a_password_typed_into_the_wrong_field_is_not_kept(commune: Tenant, visit: Visit):
    fail(visit(commune), 1, email="my secret password")
    with in_site(commune):
        (entry,) = AuditEntry.objects.filter(event=Event.SIGN_IN_FAILED)
        assert "secret" not in f"{entry.subject} {entry.actor} {entry.detail}"


# --- Many machines at one account, one machine at many ----------------------------------------------------------------


def test_many_machines_lock_an_account_for_strangers_only(commune: Tenant, visit: Visit):
    sign_in(visit(commune), address=HOME)
    write_failures(commune, ACCOUNT.tries)
    assert re.search(r"\b55\b", error_of(sign_in(visit(commune), address=CAFE)))
    assert sign_in(visit(commune), address=HOME).status_code == 302


def test_one_machine_at_many_accounts_is_locked_out(commune: Tenant, visit: Visit):
    for count in range(NETWORK.tries):
        write_failures(commune, 1, subject=f"nguoi-{count}@demo.example", network=CAFE)
    assert error_of(sign_in(visit(commune), address=CAFE))
    assert sign_in(visit(commune), address=HOME).status_code == 302


def test_who_was_there_before_is_let_in_from_a_noisy_network(commune: Tenant, visit: Visit):
    sign_in(visit(commune), address=CAFE)
    for count in range(NETWORK.tries):
        write_failures(commune, 1, subject=f"nguoi-{count}@demo.example", network=CAFE)
    assert sign_in(visit(commune), address=CAFE).status_code == 302


def test_behind_a_proxy_a_made_up_address_opens_no_lock(commune: Tenant, visit: Visit, settings: Settings):
    settings.BEHIND_PROXY = True
    answers = [
        visit(commune).post(
            "/admin/login/",
            {"username": EDITOR, "password": "wrong password"},
            headers={"X-Forwarded-For": f"10.0.0.{count}, {CAFE}"},
            REMOTE_ADDR="127.0.0.1",
        )
        for count in range(PAIR.tries + 1)
    ]
    assert len({error_of(answer) for answer in answers}) == 2


def test_who_was_unlocked_is_let_in_from_a_noisy_network(commune: Tenant, visit: Visit):
    for count in range(NETWORK.tries):
        write_failures(commune, 1, subject=f"nguoi-{count}@demo.example", network=CAFE)
    unlock_editor(commune)
    assert sign_in(visit(commune), address=CAFE).status_code == 302


def test_after_an_unlock_many_machines_lock_an_account_anew(commune: Tenant, visit: Visit):
    unlock_editor(commune, minutes=10)
    write_failures(commune, ACCOUNT.tries)
    assert error_of(sign_in(visit(commune), address=CAFE))


def unlock_editor(tenant: Tenant, minutes: int = 0) -> None:
    at = timezone.now() - datetime.timedelta(minutes=minutes)
    with in_site(tenant):
        AuditEntry.objects.create(event=Event.SIGN_IN_UNLOCKED, subject=EDITOR, at=at)


# --- Sites ------------------------------------------------------------------------------------------------------------


def test_a_lock_on_one_site_is_none_on_another(commune: Tenant, town: Tenant, visit: Visit):
    fail(visit(commune), PAIR.tries)
    assert error_of(sign_in(visit(commune)))
    assert sign_in(visit(town)).status_code == 302
    assert events(town, Event.SIGN_IN_FAILED, Event.SIGN_IN_LOCKED) == []


# --- At the same moment -----------------------------------------------------------------------------------------------


def test_tries_at_the_same_moment_are_all_counted(own_database: str, visit: Visit):
    commune = find_tenant(cast.COMMUNE)
    together, answers = threading.Barrier(8), []

    def try_once() -> None:
        together.wait()
        try:
            answers.append(error_of(sign_in(visit(commune), "wrong password")))
        finally:
            connection.close()

    threads = [threading.Thread(target=try_once) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(events(commune, Event.SIGN_IN_FAILED)) == PAIR.tries
    assert len(answers) == 8


def test_whoever_keeps_an_account_locked_keeps_nobody_waiting_for_ever(
    own_database: str, visit: Visit, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(queries, "LONGEST_HOLD", "200ms")
    commune, other = find_tenant(cast.COMMUNE), connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            key = "hashtextextended(%s, 0)"
            cursor.execute(f"SELECT pg_advisory_lock({key})", [f"{commune.schema_name} {EDITOR}"])
        assert re.search(r"\b1\b", error_of(sign_in(visit(commune))))
        reset = visit(commune).post("/admin/password_reset/", {"email": EDITOR})
        assert error_of(reset)
    finally:
        other.close()
    assert sign_in(visit(commune)).status_code == 302


# --- What it costs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, PAIR.tries - 1])
def test_a_sign_in_costs_as_many_queries_whatever_was_before(commune: Tenant, visit: Visit, number: int):
    write_failures(commune, number, network=HOME)
    write_failures(commune, 3)
    browser = visit(commune)
    browser.get("/admin/login/")
    with CaptureQueriesContext(connection) as captured:
        assert sign_in(browser).status_code == 302
    assert len([query for query in captured if "SAVEPOINT" not in query["sql"]]) == QUERIES


def test_a_sign_in_and_a_sign_out_are_written_down(commune: Tenant, visit: Visit):
    browser = visit(commune)
    sign_in(browser)
    browser.post("/admin/logout/", REMOTE_ADDR=HOME)
    with in_site(commune):
        entries = AuditEntry.objects.filter(event__in=[Event.SIGNED_IN, Event.SIGNED_OUT]).order_by("pk")
        assert [(entry.event, entry.actor, entry.subject, entry.address) for entry in entries] == [
            (Event.SIGNED_IN, EDITOR, EDITOR, HOME),
            (Event.SIGNED_OUT, EDITOR, EDITOR, HOME),
        ]
