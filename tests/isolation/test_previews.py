"""A preview runs the middleware a second time, under whatever name the page's Site record bears: it stays at home."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from accounts.models import User
from accounts.roles import Role
from newsroom.models import ArticlePage
from tenants.connection import connection
from tenants.crossing import in_site
from tenants.isolation.middleware import LifecycleMiddleware
from tenants.isolation.requests import SiteRequest
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

DRAFT = "Nháp chưa ai được đọc"
HOSTS = ["xa-dinh-an.tracu.localhost", "thi-tran-dinh-an.tracu.localhost", "tracu.localhost", "localhost", "nowhere"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_preview_shows_its_own_site_whatever_host_the_site_record_names(commune: Tenant, visit: Visit, host: str):
    name_site(commune, host)
    browser = visit(commune, Role.EDITOR)
    save_draft(browser, commune)
    response = browser.get(preview_address(commune))
    text = response.content.decode()
    assert response.status_code == 200
    assert DRAFT in text
    assert "Ủy ban nhân dân xã Định An" in text
    assert not [secret for secret in others_secrets(commune) if secret in text]


@pytest.mark.parametrize("host", HOSTS)
def test_after_a_preview_the_request_goes_on_in_its_own_site(
    commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch, host: str
):
    name_site(commune, host)
    browser = visit(commune, Role.EDITOR)
    save_draft(browser, commune)
    seen = note_schema_after_each_answer(monkeypatch)
    browser.get(preview_address(commune))
    assert seen == [commune.schema_name] * 2
    assert connection.schema_name == "public"
    assert connection.request_tenant is None


def test_a_draft_kept_for_preview_is_worth_nothing_on_another_site(commune: Tenant, town: Tenant, visit: Visit):
    save_draft(visit(commune, Role.EDITOR), commune)
    assert preview_address(commune) == preview_address(town)
    assert DRAFT not in visit(town, Role.EDITOR).get(preview_address(town)).content.decode()


def test_an_address_of_a_draft_needs_the_login_of_its_own_site(commune: Tenant, town: Tenant, visit: Visit):
    for tenant in (commune, town):
        with in_site(tenant):
            User.objects.update(password="the same hash")
    cookies = visit(commune, Role.EDITOR).cookies
    stranger = visit(town)
    stranger.cookies = cookies
    response = stranger.get(f"/admin/pages/{article_id(town)}/view_draft/")
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def preview_address(tenant: Tenant) -> str:
    return f"/admin/pages/{article_id(tenant)}/edit/preview/"


def article_id(tenant: Tenant) -> int:
    with in_site(tenant):
        return ArticlePage.objects.get().pk


def save_draft(browser: Client, tenant: Tenant) -> HttpResponse:
    """What the editor's browser sends while somebody types."""
    words = {
        "title": DRAFT,
        "slug": "bi-mat",
        "body": streamfield([]),
        "published_on": "2023-10-30",
        "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"},
    }
    response = browser.post(preview_address(tenant), nested_form_data(words))
    assert response.json() == {"is_valid": True, "is_available": True}
    return response


def name_site(tenant: Tenant, host: str) -> None:
    with in_site(tenant):
        site = Site.objects.get()
        site.hostname = host
        site.save()


def others_secrets(tenant: Tenant) -> list[str]:
    own_name_of_the_town = "Ủy ban nhân dân thị trấn Định An"
    return [own_name_of_the_town, *(secret for slug, secret in cast.SECRETS.items() if slug != tenant.slug)]


def note_schema_after_each_answer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    answer = LifecycleMiddleware.__call__

    def noting(middleware: LifecycleMiddleware, request: SiteRequest) -> HttpResponse:
        response = answer(middleware, request)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            seen.append(cursor.fetchone()[0])
        return response

    monkeypatch.setattr(LifecycleMiddleware, "__call__", noting)
    return seen
