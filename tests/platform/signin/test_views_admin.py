"""What a site's administrator decides about signing in, and does for those who can't."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import gettext
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import User
from accounts.roles import Role
from audit.models import AuditEntry
from audit.states import Event
from signin.models import Policy
from signin.rules import PAIR
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.platform.signin.phone import give_factor

Visit = Callable[..., Client]
POLICY = "/admin/sign-in/"
EDITOR, ADMINISTRATOR = cast.address_of(Role.EDITOR), cast.address_of(Role.ADMINISTRATOR)
ACTIONS = ("unlock", "reset", "sign-out")


@pytest.fixture
def browser(commune: Tenant, visit: Visit) -> Client:
    return visit(commune, Role.ADMINISTRATOR)


def page_of(tenant: Tenant, email: str = EDITOR) -> str:
    with in_site(tenant):
        return f"{POLICY}people/{User.objects.get(email=email).pk}/"


def sign_in(browser: Client, password: str = cast.PASSWORD) -> int:
    return browser.post("/admin/login/", {"username": EDITOR, "password": password}).status_code


def entries(tenant: Tenant, event: Event) -> list[tuple[str, str]]:
    with in_site(tenant):
        return [(entry.actor, entry.subject) for entry in AuditEntry.objects.filter(event=event)]


@pytest.mark.parametrize("role", [Role.APPROVER, Role.EDITOR, Role.CONTRIBUTOR])
def test_nobody_else_decides_or_helps(commune: Tenant, visit: Visit, role: Role):
    give_factor(commune, ADMINISTRATOR)
    other, person = visit(commune, role), page_of(commune, ADMINISTRATOR)
    assert other.get(POLICY).url == "/admin/"
    assert other.post(POLICY, {"required": "1"}).url == "/admin/"
    assert [other.post(f"{person}{action}/").url for action in ACTIONS] == ["/admin/"] * 3
    with in_site(commune):
        assert not Policy.objects.exists()
        assert TOTPDevice.objects.exists()


def test_somebody_with_every_power_is_helped_by_nobody_who_has_less(commune: Tenant, browser: Client):
    give_factor(commune, EDITOR)
    with in_site(commune):
        User.objects.filter(email=EDITOR).update(is_superuser=True)
    assert [browser.post(f"{page_of(commune)}{action}/").url for action in ACTIONS] == ["/admin/"] * 3
    with in_site(commune):
        assert TOTPDevice.objects.exists()


def test_the_rule_is_switched_on_and_off_and_written_down_once_each(commune: Tenant, browser: Client):
    for required in ("1", "1", "0", "0"):
        assert browser.post(POLICY, {"required": required}).url == POLICY
    for event in (Event.FACTOR_REQUIRED, Event.FACTOR_OPTIONAL):
        assert entries(commune, event) == [(ADMINISTRATOR, "")]


def test_the_rule_names_those_who_have_none_yet(commune: Tenant, browser: Client):
    give_factor(commune, EDITOR)
    people = [person.email for person in browser.get(POLICY).context["without"]]
    assert EDITOR not in people
    assert ADMINISTRATOR in people


def test_the_rule_of_one_site_is_none_of_another(commune: Tenant, town: Tenant, browser: Client, visit: Visit):
    browser.post(POLICY, {"required": "1"})
    assert not visit(town, Role.ADMINISTRATOR).get(POLICY).context["is_required"]


def test_an_administrator_unlocks_a_person(commune: Tenant, browser: Client, visit: Visit):
    for _ in range(PAIR.tries):
        sign_in(visit(commune), "wrong password")
    assert sign_in(visit(commune)) == 200
    assert browser.get(page_of(commune)).context["locked"] == ["127.0.0.1"]
    browser.post(f"{page_of(commune)}unlock/")
    assert browser.get(page_of(commune)).context["locked"] == []
    assert sign_in(visit(commune)) == 302
    assert entries(commune, Event.SIGN_IN_UNLOCKED) == [(ADMINISTRATOR, EDITOR)]


def test_an_administrator_resets_a_lost_factor(commune: Tenant, browser: Client, visit: Visit):
    give_factor(commune, EDITOR)
    elsewhere = visit(commune, Role.EDITOR)
    browser.post(f"{page_of(commune)}reset/")
    with in_site(commune):
        assert not TOTPDevice.objects.exists()
    assert elsewhere.get("/admin/").status_code == 302
    assert entries(commune, Event.FACTOR_RESET) == [(ADMINISTRATOR, EDITOR)]


def test_nobody_resets_the_own_factor_without_a_code(commune: Tenant, browser: Client):
    give_factor(commune, ADMINISTRATOR)
    browser.post(f"{page_of(commune, ADMINISTRATOR)}reset/")
    with in_site(commune):
        assert TOTPDevice.objects.exists()


def test_an_administrator_signs_a_person_out_everywhere(commune: Tenant, town: Tenant, browser: Client, visit: Visit):
    here, there = visit(commune, Role.EDITOR), visit(town, Role.EDITOR)
    browser.post(f"{page_of(commune)}sign-out/")
    assert [one.get("/admin/").status_code for one in (here, there, browser)] == [302, 200, 200]
    assert entries(commune, Event.SIGNED_OUT_EVERYWHERE) == [(ADMINISTRATOR, EDITOR)]


def test_a_person_signs_out_everywhere_else(commune: Tenant, visit: Visit):
    here, there = visit(commune, Role.EDITOR), visit(commune, Role.EDITOR)
    here.post("/admin/account/sign-in/elsewhere/")
    assert [one.get("/admin/").status_code for one in (here, there)] == [200, 302]


def test_the_list_of_people_leads_to_each_persons_page_without_a_query_more(commune: Tenant, browser: Client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert page_of(commune) in browser.get("/admin/users/").content.decode()
        return len(captured)

    browser.get("/admin/users/")
    before = queries()
    with in_site(commune):
        for count in range(5):
            User.objects.create_user(f"nguoi-{count}@demo.example")
    assert queries() == before


def test_every_screen_bears_its_title(commune: Tenant, browser: Client):
    with translation.override("vi"):
        title = gettext("Signing in")
    for path in (POLICY, "/admin/account/sign-in/"):
        assert browser.get(path).context["breadcrumbs_items"][-1]["label"] == title
