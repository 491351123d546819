"""The second factor at the door and in the own account."""

import datetime
import re
import threading
import time
from collections.abc import Callable

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import Page

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from lib.clients import Client as Where
from signin.factors import RECOVERY_CODES, require_factor
from signin.models import Policy
from signin.pending import PENDING
from signin.rules import GRACE, PAIR, PENDING_SECONDS
from signin.tasks import send_reset_link
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant
from tests.platform.signin.phone import code_of, give_factor, key_shown

Visit = Callable[..., Client]

EDITOR = cast.address_of(Role.EDITOR)
CODE, ENROL, OWN = "/admin/login/code/", "/admin/login/factor/", "/admin/account/sign-in/"
OTHER_KEY = "3938373635343332313039383736353433323130"


def give_password(browser: Client, password: str = cast.PASSWORD, **words: str):
    return browser.post("/admin/login/", {"username": EDITOR, "password": password, **words})


def is_in(browser: Client) -> bool:
    return browser.get("/admin/").status_code == 200


def events(tenant: Tenant, *wanted: Event) -> list[str]:
    with in_site(tenant):
        return list(AuditEntry.objects.filter(event__in=wanted).order_by("pk").values_list("event", flat=True))


def require(tenant: Tenant, since: datetime.datetime | None = None) -> None:
    with in_site(tenant):
        Policy.objects.create(pk=1, factor_required_since=since or timezone.now())


def enrol(browser: Client, path: str = f"{OWN}factor/"):
    """In the own account with the password; at the door it was given a moment ago."""
    words = {} if path == ENROL else {"password": cast.PASSWORD}
    return browser.post(path, {"code": code_of(key_shown(browser.get(path))), **words})


# --- At the door ------------------------------------------------------------------------------------------------------


def test_password_and_code_let_in(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    assert give_password(browser, next="/admin/pages/").url == CODE
    assert browser.post(CODE, {"code": code_of()}).url == "/admin/pages/"
    assert is_in(browser)


def test_after_the_password_alone_no_door_of_the_admin_is_open(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser, visitor = visit(commune), visit(commune)
    give_password(browser)
    with in_site(commune):
        page = Page.objects.get(slug="bi-mat").pk
    doors = [
        "/admin/",
        f"/admin/pages/{page}/edit/",
        f"/admin/pages/{page}/edit/preview/",
        f"/admin/pages/{page}/view_draft/",
        "/admin/choose-page/",
        "/admin/images/chooser/",
        "/admin/documents/chooser/",
        "/admin/api/main/pages/",
        "/admin/account/",
        f"{OWN}factor/",
        OWN,
        "/admin/users/",
        "/admin/audit/",
    ]
    asking = {door: (one.get(door).status_code, one.get(door).url) for door in doors for one in (browser,)}
    assert asking == {door: (302, f"/admin/login/?next={door}") for door in doors}
    assert [browser.get(door).url for door in doors] == [visitor.get(door).url for door in doors]
    assert browser.get(reverse("wagtailadmin_home"), headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403


@pytest.mark.parametrize("door", ["/_util/login/", "/km/_util/login/"])
def test_wagtails_other_form_for_signing_in_is_no_way_past_the_factor(commune: Tenant, visit: Visit, door: str):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    answer = browser.post(f"{door}?next=/admin/pages/", {"username": EDITOR, "password": cast.PASSWORD})
    assert answer.url == "/admin/login/?next=/admin/pages/"
    assert not is_in(browser)


def test_the_half_way_sign_in_is_not_a_sign_in_in_the_log(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    give_password(browser)
    assert events(commune, Event.SIGNED_IN) == []
    browser.post(CODE, {"code": code_of()})
    assert events(commune, Event.SIGNED_IN) == [Event.SIGNED_IN]


@pytest.mark.parametrize("code", ["000000", "12345", "abcdef", "", "１２３４５６", "x" * 30])
def test_a_wrong_code_is_said_and_lets_nobody_in(commune: Tenant, visit: Visit, code: str):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    give_password(browser)
    answer = browser.post(CODE, {"code": code})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not is_in(browser)


def test_a_code_may_be_typed_as_it_is_shown(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser, code = visit(commune), code_of()
    give_password(browser)
    assert browser.post(CODE, {"code": f" {code[:3]} {code[3:]} "}).status_code == 302


def test_a_code_works_once(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    first, second = visit(commune), visit(commune)
    for browser in (first, second):
        give_password(browser)
    code = code_of()
    assert first.post(CODE, {"code": code}).status_code == 302
    assert second.post(CODE, {"code": code}).status_code == 200


def test_wrong_codes_are_counted_like_wrong_passwords(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    give_password(browser)
    for _ in range(PAIR.tries):
        browser.post(CODE, {"code": "000000"})
    assert browser.post(CODE, {"code": code_of()}).status_code == 200
    assert give_password(visit(commune)).status_code == 200
    assert events(commune, Event.CODE_FAILED, Event.SIGN_IN_LOCKED)[: PAIR.tries + 1] == [
        *[Event.CODE_FAILED] * PAIR.tries,
        Event.SIGN_IN_LOCKED,
    ]


def test_without_a_password_there_is_no_code_to_ask_for(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    for path in (CODE, ENROL):
        assert browser.get(path).url == "/admin/login/"
        assert browser.post(path, {"code": code_of()}).url == "/admin/login/"


def test_the_code_must_follow_the_password_soon(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    give_password(browser)
    with in_site(commune):
        session = browser.session
        session[PENDING] = {**session[PENDING], "at": session[PENDING]["at"] - PENDING_SECONDS - 1}
        session.save()
    assert browser.post(CODE, {"code": code_of()}).url == "/admin/login/"


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "another"}, {"session_round": 7}])
def test_what_was_begun_is_over_when_the_account_changes(commune: Tenant, visit: Visit, change: dict[str, object]):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    give_password(browser)
    with in_site(commune):
        User.objects.filter(email=EDITOR).update(**change)
    assert browser.post(CODE, {"code": code_of()}).url == "/admin/login/"


def test_a_new_password_by_mail_does_not_go_past_the_factor(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    with in_site(commune):
        send_reset_link.call(EDITOR)
    browser, password = visit(commune), "lúa chín vàng đồng 2023"
    form = browser.get(re.search(r"http://[^/]+(/\S+)", mail.outbox[0].body)[1], follow=True)
    browser.post(form.redirect_chain[-1][0], {"new_password1": password, "new_password2": password})
    assert not is_in(browser)
    assert give_password(browser, password).url == CODE


# --- Setting up -------------------------------------------------------------------------------------------------------


def test_a_person_sets_up_a_factor(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    answer = enrol(browser)
    assert len(set(answer.context_data["codes"])) == RECOVERY_CODES
    assert is_in(browser)
    assert give_password(visit(commune)).url == CODE
    assert events(commune, Event.FACTOR_ENROLLED) == [Event.FACTOR_ENROLLED]


def test_the_key_is_drawn_here_and_stays_the_same_until_it_is_taken(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    first, second = (browser.get(f"{OWN}factor/").content.decode() for _ in range(2))
    picture = re.search(r"<svg.*</svg>", first, re.DOTALL)[0]
    assert picture in second
    assert not re.search(r"(src|href)=\"https?://", re.sub(r"http://www\.w3\.org\S+", "", picture))


def test_a_wrong_first_code_sets_up_nothing(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    browser.get(f"{OWN}factor/")
    answer = browser.post(f"{OWN}factor/", {"code": "000000", "password": cast.PASSWORD})
    assert list(answer.context["form"].errors) == ["__all__"]
    with in_site(commune):
        assert not TOTPDevice.objects.exists()
        assert not StaticToken.objects.exists()


@pytest.mark.parametrize("password", ["", "không phải mật khẩu này"])
def test_nobody_else_sets_it_up_at_a_desk_that_was_left(commune: Tenant, visit: Visit, password: str):
    browser = visit(commune, Role.EDITOR)
    code = code_of(key_shown(browser.get(f"{OWN}factor/")))
    answer = browser.post(f"{OWN}factor/", {"code": code, "password": password})
    assert list(answer.context["form"].errors) == ["password"]
    with in_site(commune):
        assert not TOTPDevice.objects.exists()


def test_guesses_at_the_password_there_count_as_guesses_at_the_door(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    code = code_of(key_shown(browser.get(f"{OWN}factor/")))
    for _ in range(30):
        browser.post(f"{OWN}factor/", {"code": code, "password": "sai"})
    answer = browser.post(f"{OWN}factor/", {"code": code, "password": cast.PASSWORD})
    assert list(answer.context["form"].errors) == ["password"]


def test_setting_up_ends_every_other_session(commune: Tenant, visit: Visit):
    here, there = visit(commune, Role.EDITOR), visit(commune, Role.EDITOR)
    enrol(here)
    assert (is_in(here), is_in(there)) == (True, False)


def test_a_factor_is_not_replaced_by_setting_up_another(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    browser.get(f"{OWN}factor/")
    give_factor(commune, EDITOR)
    assert browser.get(f"{OWN}factor/").url == OWN
    stranger = visit(commune)
    give_password(stranger)
    stranger.post(ENROL, {"code": code_of(key_shown(stranger.get(ENROL)))})
    assert not is_in(stranger)
    with in_site(commune):
        assert TOTPDevice.objects.count() == 1


# --- Recovery codes ---------------------------------------------------------------------------------------------------


def test_a_recovery_code_lets_in_once_however_it_is_typed(commune: Tenant, visit: Visit):
    code = enrol(visit(commune, Role.EDITOR)).context_data["codes"][3]
    answers = []
    for typed in (code.upper().replace("-", " "), code):
        browser = visit(commune)
        give_password(browser)
        answers.append(browser.post(CODE, {"code": typed}).status_code)
    assert answers == [302, 200]
    assert events(commune, Event.RECOVERY_CODE_USED) == [Event.RECOVERY_CODE_USED]


def test_the_database_does_not_know_the_recovery_codes(commune: Tenant, visit: Visit):
    codes = enrol(visit(commune, Role.EDITOR)).context_data["codes"]
    with in_site(commune):
        written = set(StaticToken.objects.values_list("token", flat=True))
    assert len(written) == RECOVERY_CODES
    assert not written & {*codes, *(code.replace("-", "") for code in codes)}


def test_other_codes_make_the_old_ones_worthless(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    old = enrol(browser).context_data["codes"]
    new = browser.post(f"{OWN}codes/", {"code": old[0]}).context_data["codes"]
    stranger = visit(commune)
    give_password(stranger)
    assert stranger.post(CODE, {"code": old[1]}).status_code == 200
    assert stranger.post(CODE, {"code": new[1]}).status_code == 302


def test_only_a_code_gives_other_codes_or_removes_the_factor(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    enrol(browser)
    for path in ("codes/", "remove/"):
        answer = browser.post(f"{OWN}{path}", {"code": "000000"})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["code"])
    with in_site(commune):
        assert TOTPDevice.objects.exists()


def test_a_factor_is_removed_with_a_code(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    codes = enrol(browser).context_data["codes"]
    assert browser.post(f"{OWN}remove/", {"code": codes[0]}).url == OWN
    assert give_password(visit(commune)).url == "/admin/"
    assert is_in(browser)


# --- Where it is compulsory -------------------------------------------------------------------------------------------


def test_for_a_week_one_comes_in_without_and_is_reminded(commune: Tenant, visit: Visit):
    require(commune)
    browser = visit(commune)
    assert give_password(browser).url == "/admin/"
    assert f'href="{OWN}factor/"' in browser.get("/admin/").content.decode()


def test_after_that_one_sets_it_up_before_one_comes_in(commune: Tenant, visit: Visit):
    require(commune, since=timezone.now() - GRACE)
    browser = visit(commune)
    assert give_password(browser, next="/admin/pages/").url == ENROL
    assert not is_in(browser)
    answer = enrol(browser, ENROL)
    assert len(answer.context_data["codes"]) == RECOVERY_CODES
    assert answer.context_data["next"] == "/admin/pages/"
    assert is_in(browser)
    assert events(commune, Event.FACTOR_ENROLLED, Event.SIGNED_IN) == [Event.FACTOR_ENROLLED, Event.SIGNED_IN]


def test_a_compulsory_factor_is_not_removed(commune: Tenant, visit: Visit):
    browser = visit(commune, Role.EDITOR)
    codes = enrol(browser).context_data["codes"]
    require(commune)
    assert browser.post(f"{OWN}remove/", {"code": codes[0]}).status_code == 422
    with in_site(commune):
        assert TOTPDevice.objects.exists()


def test_a_factor_is_not_removed_while_it_becomes_compulsory(own_database: str, visit: Visit):
    commune = find_tenant(cast.COMMUNE)
    browser = visit(commune, Role.EDITOR)
    codes = enrol(browser).context_data["codes"]
    answers: list[int] = []

    def remove() -> None:
        try:
            answers.append(browser.post(f"{OWN}remove/", {"code": codes[0]}).status_code)
        finally:
            connection.close()

    thread = threading.Thread(target=remove)
    with in_site(commune), transaction.atomic():
        require_factor(by=User.objects.get(email=cast.address_of(Role.ADMINISTRATOR)), client=Where())
        thread.start()
        while thread.is_alive() and not somebody_waits_for_a_lock():
            time.sleep(0.02)
    thread.join()
    assert answers == [422]
    with in_site(commune):
        assert TOTPDevice.objects.exists()


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0] > 0


# --- Sites ------------------------------------------------------------------------------------------------------------


def test_a_factor_of_one_site_is_worth_nothing_on_another(commune: Tenant, town: Tenant, visit: Visit):
    """The same person, the same number, the same password, another key."""
    give_factor(commune, EDITOR)
    give_factor(town, EDITOR, OTHER_KEY)
    browser = visit(town)
    give_password(browser)
    assert browser.post(CODE, {"code": code_of()}).status_code == 200
    assert browser.post(CODE, {"code": code_of(OTHER_KEY)}).status_code == 302


def test_half_a_sign_in_on_one_site_is_none_on_another(commune: Tenant, town: Tenant, visit: Visit):
    for tenant in (commune, town):
        give_factor(tenant, EDITOR)
    browser, stranger = visit(commune), visit(town)
    give_password(browser)
    stranger.cookies = browser.cookies
    assert stranger.post(CODE, {"code": code_of()}).url == "/admin/login/"


def test_what_one_site_asks_of_its_people_another_does_not(commune: Tenant, town: Tenant, visit: Visit):
    require(commune, since=timezone.now() - GRACE)
    assert give_password(visit(town)).url == "/admin/"


# --- What it costs ----------------------------------------------------------------------------------------------------


def test_password_and_code_cost_so_many_queries(commune: Tenant, visit: Visit):
    give_factor(commune, EDITOR)
    browser = visit(commune)
    browser.get("/admin/login/")
    counts = []
    for path, words in (
        ("/admin/login/", {"username": EDITOR, "password": cast.PASSWORD}),
        (CODE, {"code": code_of()}),
    ):
        with CaptureQueriesContext(connection) as captured:
            assert browser.post(path, words).status_code == 302
        counts.append(len([query for query in captured if "SAVEPOINT" not in query["sql"]]))
    assert counts == [12, 18]
