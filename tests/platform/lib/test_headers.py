"""Every answer bears the headers, whichever part of the installation gives it."""

import base64
import hashlib
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.roles import Role
from config.settings import HARMLESS_HANDLER
from home import models
from tenants.crossing import in_site
from tenants.provisioning.lifecycle import suspend_site
from tenants.registry.models import Domain, Tenant

Visit = Callable[..., Client]

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src https://www.youtube-nocookie.com; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)


def policy(answer: HttpResponse) -> dict[str, str]:
    """Directives and what they allow."""
    directives = [part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";")]
    return {name: sources for name, _, sources in directives}


def assert_headers(answer: HttpResponse) -> None:
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "camera=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/km/", 200),
        ("/en/tin-tuc/", 200),
        ("/giao-dien.css", 200),
        ("/khong-co/", 404),
        ("/media/images/khong-co.png", 404),
        ("/documents/1/khong-co.pdf", 404),
        ("/tin-tuc", 301),
    ],
)
def test_public_answers_bear_the_strict_policy(commune: Tenant, visit: Visit, path: str, status: int):
    answer = visit(commune).get(path)
    assert answer.status_code == status
    assert_headers(answer)
    assert policy(answer) == policy(HttpResponse(headers={"Content-Security-Policy": STRICT}))


@pytest.mark.parametrize("host", ["xa-khac.tracu.localhost", "evil.example", "127.0.0.1", "two words"])
def test_an_unknown_host_does(db: None, host: str):
    answer = Client(SERVER_NAME=host).get("/")
    assert answer.status_code == 404
    assert_headers(answer)


def test_an_alias_does(commune: Tenant):
    Domain.objects.create(tenant=commune, host="xa-cu.tracu.localhost", is_primary=False)
    answer = Client(SERVER_NAME="xa-cu.tracu.localhost").get("/")
    assert answer.status_code == 301
    assert_headers(answer)


def test_a_suspended_site_does(commune: Tenant, visit: Visit):
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    answer = visit(commune).get("/")
    assert answer.status_code == 503
    assert_headers(answer)


def test_what_breaks_does(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(models, "newest")
    browser = visit(commune)
    browser.raise_request_exception = False
    answer = browser.get("/")
    assert answer.status_code == 500
    assert_headers(answer)


def test_a_form_without_its_token_does(commune: Tenant):
    answer = Client(SERVER_NAME=commune.primary_host, enforce_csrf_checks=True).post("/")
    assert answer.status_code == 403
    assert_headers(answer)


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/", "/admin/nothing/"])
def test_the_admin_may_carry_scripts_but_neither_handlers_nor_eval_nor_what_others_serve(
    commune: Tenant, visit: Visit, path: str
):
    answer = visit(commune, Role.ADMINISTRATOR).get(path)
    allowed = policy(answer)
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert allowed["script-src"] == "'self' 'unsafe-inline'"
    assert allowed["script-src-attr"] == f"'unsafe-hashes' {HARMLESS_HANDLER}"
    assert allowed["connect-src"] == allowed["frame-src"] == allowed["form-action"] == "'self'"
    assert allowed["object-src"] == allowed["base-uri"] == "'none'"
    assert "http" not in answer["Content-Security-Policy"]
    assert "unsafe-eval" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/confirm/MQ/x-y/"])
def test_who_types_a_password_does_so_under_the_strict_policy(commune: Tenant, visit: Visit, path: str):
    answer = visit(commune).get(path)
    assert answer.status_code == 200
    assert_headers(answer)


@pytest.mark.parametrize("path", ["/admin/login/code/", "/admin/login/factor/"])
def test_who_types_a_code_does_so_under_the_strict_policy(commune: Tenant, visit: Visit, path: str):
    assert_headers(visit(commune).get(path))


def test_the_one_handler_in_the_admin_does_nothing():
    digest = hashlib.sha256(b"return;").digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" == HARMLESS_HANDLER


def test_a_page_whose_address_only_begins_like_the_admins_is_public(commune: Tenant, visit: Visit):
    assert_headers(visit(commune).get("/administration/"))


def test_a_policy_that_a_view_has_set_stays(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch):
    own = HttpResponse(headers={"Content-Security-Policy": "sandbox", "Cross-Origin-Resource-Policy": "same-site"})
    monkeypatch.setattr(models.HomePage, "serve", lambda *args: own)
    answer = visit(commune).get("/")
    assert answer["Content-Security-Policy"] == "sandbox"
    assert answer["Cross-Origin-Resource-Policy"] == "same-site"


def test_browsers_are_told_to_insist_on_https_once_they_came_by_it(commune: Tenant, visit: Visit, settings: object):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 600, True
    assert "Strict-Transport-Security" not in visit(commune).get("/").headers
    for host in (commune.primary_host, "xa-khac.tracu.localhost"):
        answer = Client(SERVER_NAME=host).get("/", secure=True)
        assert answer["Strict-Transport-Security"] == "max-age=600; includeSubDomains"


def test_only_a_known_host_is_redirected_to_https(commune: Tenant, visit: Visit, settings: object):
    settings.SECURE_SSL_REDIRECT = True
    answer = visit(commune).get("/tin-tuc/?trang=2")
    assert answer.status_code == 301
    assert answer["Location"] == f"https://{commune.primary_host}/tin-tuc/?trang=2"
    assert_headers(answer)
    assert Client(SERVER_NAME="evil.example").get("/").status_code == 404


def test_a_preview_is_what_the_public_gets_and_fits_into_the_editors_frame(commune: Tenant, visit: Visit):
    with in_site(commune):
        page = models.HomePage.objects.get(locale__language_code="vi")
    answer = visit(commune, Role.ADMINISTRATOR).get(f"/admin/pages/{page.pk}/view_draft/")
    assert answer.status_code == 200
    assert_headers(answer)
    assert policy(answer)["frame-ancestors"] == "'self'"
