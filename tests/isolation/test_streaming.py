"""An answer that is made while it is being sent still belongs to the site that was asked."""

from collections.abc import Callable, Iterator

import pytest
from django.http import HttpRequest, StreamingHttpResponse
from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from home.models import HomePage
from newsroom.models import ArticlePage
from tenants.connection import connection
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

EXPORTS = ["/admin/reports/aging-pages/?export=csv", "/admin/reports/site-history/?export=csv"]


@pytest.fixture
def answer(commune: Tenant, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> StreamingHttpResponse:
    """Asked for on the commune's site, not sent yet; it looks things up while it is sent."""
    monkeypatch.setattr(HomePage, "serve", serve_line_by_line)
    return visit(commune).get("/")


def test_it_reads_the_site_that_was_asked(answer: StreamingHttpResponse):
    assert connection.schema_name == "public"
    assert answer.getvalue().decode() == cast.SECRETS[cast.COMMUNE] * 2


def test_it_reads_that_site_after_a_visit_elsewhere(answer: StreamingHttpResponse, town: Tenant, visit: Visit):
    visit(town).get("/tin-tuc/")
    assert answer.getvalue().decode() == cast.SECRETS[cast.COMMUNE] * 2


def test_it_gives_back_the_site_at_hand(answer: StreamingHttpResponse, town: Tenant):
    with in_site(town):
        assert answer.getvalue().decode() == cast.SECRETS[cast.COMMUNE] * 2
        assert ArticlePage.objects.get().title == cast.SECRETS[cast.TOWN]
    assert connection.schema_name == "public"


def test_it_gives_back_the_site_at_hand_where_nobody_waits_for_the_end(answer: StreamingHttpResponse):
    next(answer.streaming_content)
    answer.close()
    assert connection.schema_name == "public"


@pytest.mark.parametrize("address", EXPORTS)
def test_an_export_holds_its_own_sites_lines(commune: Tenant, town: Tenant, visit: Visit, address: str):
    for tenant in (commune, town):
        with in_site(tenant):
            ArticlePage.objects.update(last_published_at=timezone.now())
        response = visit(tenant, Role.ADMINISTRATOR).get(address)
        assert response.streaming
        text = response.getvalue().decode()
        assert [slug for slug, secret in cast.SECRETS.items() if secret in text] == [tenant.slug]


def serve_line_by_line(page: HomePage, request: HttpRequest) -> StreamingHttpResponse:
    def lines() -> Iterator[str]:
        yield ArticlePage.objects.get().title
        yield ArticlePage.objects.get().title

    return StreamingHttpResponse(lines())
