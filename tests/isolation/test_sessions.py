"""Who is signed in on one site is nobody on another, equal ids, addresses and passwords notwithstanding."""

from collections.abc import Callable

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import all_tenants, in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

EMAIL = cast.address_of(Role.EDITOR)
OTHER_PASSWORD = "another horse, another battery"


@pytest.fixture
def twins(commune: Tenant, town: Tenant) -> tuple[Tenant, Tenant]:
    """On every site the same people with the same ids, addresses and passwords, down to the hash."""
    for tenant in all_tenants():
        with in_site(tenant):
            User.objects.update(password="the same hash")
    return commune, town


def test_a_session_of_one_site_is_worth_nothing_on_another(twins: tuple[Tenant, Tenant], visit: Visit):
    commune, town = twins
    browser = visit(commune, Role.EDITOR)
    assert browser.get("/admin/").status_code == 200
    stranger = visit(town)
    stranger.cookies = browser.cookies
    assert is_sent_to_sign_in(stranger)


def test_a_session_of_the_district_is_worth_nothing_on_a_commune(
    district: Tenant, twins: tuple[Tenant, Tenant], visit: Visit
):
    browser = visit(twins[0])
    browser.cookies = visit(district, Role.ADMINISTRATOR).cookies
    assert is_sent_to_sign_in(browser)


def test_signing_out_of_one_site_leaves_the_other(twins: tuple[Tenant, Tenant], visit: Visit):
    here, there = (visit(tenant, Role.EDITOR) for tenant in twins)
    here.post("/admin/logout/")
    assert is_sent_to_sign_in(here)
    assert there.get("/admin/").status_code == 200


def test_the_same_address_has_a_password_per_site(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(town):
        user = User.objects.get(email=EMAIL)
        user.set_password(OTHER_PASSWORD)
        user.save()
    tries = {
        (tenant.slug, password): sign_in(visit(tenant), password)
        for tenant in (commune, town)
        for password in (cast.PASSWORD, OTHER_PASSWORD)
    }
    assert [place for place, let_in in tries.items() if let_in] == [
        (cast.COMMUNE, cast.PASSWORD),
        (cast.TOWN, OTHER_PASSWORD),
    ]


def test_an_account_of_one_site_is_none_on_another(commune: Tenant, town: Tenant, visit: Visit):
    with in_site(commune):
        editors = User.objects.get(email=EMAIL).groups.all()
        User.objects.create_user("binh@demo.example", cast.PASSWORD).groups.set(editors)
    assert sign_in(visit(commune), cast.PASSWORD, email="binh@demo.example")
    assert not sign_in(visit(town), cast.PASSWORD, email="binh@demo.example")


def test_a_link_to_choose_a_password_works_on_its_own_site_only(commune: Tenant, town: Tenant, visit: Visit):
    """The hash of a password is salted: equal ids, addresses and passwords give another link on each site."""
    with in_site(commune):
        user = User.objects.get(email=EMAIL)
        token = default_token_generator.make_token(user)
    link = f"/admin/password_reset/confirm/{urlsafe_base64_encode(force_bytes(user.pk))}/{token}/"
    assert visit(commune).get(link).status_code == 302
    refused = visit(town).get(link)
    assert refused.status_code == 200
    assert 'name="new_password1"' not in refused.content.decode()


def test_a_form_sent_from_another_sites_page_is_refused(commune: Tenant, town: Tenant):
    assert [post_from(commune, page_of) for page_of in (commune, town)] == [302, 403]


def test_cookies_name_no_domain(commune: Tenant, visit: Visit):
    browser = visit(commune)
    browser.get("/admin/login/")
    sign_in(browser, cast.PASSWORD)
    assert set(browser.cookies) == {"csrf", "session"}
    assert [cookie["domain"] for cookie in browser.cookies.values()] == ["", ""]
    assert browser.cookies["session"]["httponly"]


def test_a_session_lies_in_its_own_sites_table(commune: Tenant, town: Tenant, visit: Visit):
    key = visit(commune, Role.EDITOR).session.session_key
    with in_site(commune):
        assert session_exists(key)
    with in_site(town):
        assert not session_exists(key)


def is_sent_to_sign_in(browser: Client) -> bool:
    response = browser.get("/admin/")
    return response.status_code == 302 and response.url.startswith("/admin/login/")


def sign_in(browser: Client, password: str, email: str = EMAIL) -> bool:
    return browser.post("/admin/login/", {"username": email, "password": password}).status_code == 302


def post_from(tenant: Tenant, page_of: Tenant) -> int:
    """The status of a log-in sent to a site from a page of a site, by a browser that holds a valid token."""
    browser = Client(enforce_csrf_checks=True, headers={"host": f"{tenant.primary_host}:8000"})
    browser.get("/admin/login/")
    words = {"username": EMAIL, "password": cast.PASSWORD, "csrfmiddlewaretoken": browser.cookies["csrf"].value}
    return browser.post("/admin/login/", words, headers={"origin": f"http://{page_of.primary_host}:8000"}).status_code


def session_exists(key: str) -> bool:
    return Session.objects.filter(pk=key).exists()
