"""What the server takes for the current site is always what this process takes for it."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, ProgrammingError, transaction
from django.http import HttpRequest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import HomePage
from newsroom.models import ArticlePage
from tenants.connection import connection
from tenants.crossing import in_each_site, in_public, in_site
from tenants.registry.models import Tenant
from tests import cast
from tests.conftest import find_tenant

Visit = Callable[..., Client]

ARTICLE = "/tin-tuc/bi-mat/"


@pytest.fixture
def pair(committed: None) -> tuple[Tenant, Tenant]:
    """A commune and a town; the commune is what the connection saw last, outside any transaction."""
    commune, town = find_tenant(cast.COMMUNE), find_tenant(cast.TOWN)
    with in_site(commune):
        assert secret_here() == cast.SECRETS[cast.COMMUNE]
    return commune, town


def test_a_site_first_seen_in_a_transaction_that_is_rolled_back(pair: tuple[Tenant, Tenant]):
    with in_site(pair[1]):
        with transaction.atomic():
            secret_here()
            transaction.set_rollback(True)
        assert secret_here() == cast.SECRETS[cast.TOWN]


def test_a_site_first_seen_in_a_savepoint_that_is_rolled_back(pair: tuple[Tenant, Tenant]):
    """The gate lets nobody change sites there; the connection holds out all the same."""
    with in_site(pair[0]), transaction.atomic():
        mark = transaction.savepoint()
        connection.set_tenant(pair[1])
        secret_here()
        transaction.savepoint_rollback(mark)
        assert secret_here() == cast.SECRETS[cast.TOWN]


def test_a_site_first_seen_in_a_transaction_whose_failure_was_caught(pair: tuple[Tenant, Tenant]):
    """The server answers such a COMMIT with a rollback, and says so to nobody."""
    with in_site(pair[1]):
        with transaction.atomic():
            secret_here()
            fail_silently()
        assert secret_here() == cast.SECRETS[cast.TOWN]


def test_the_site_before_after_a_rollback_in_another(pair: tuple[Tenant, Tenant]):
    commune, town = pair
    with in_site(commune):
        with in_site(town), transaction.atomic():
            secret_here()
            transaction.set_rollback(True)
        assert secret_here() == cast.SECRETS[cast.COMMUNE]


def test_a_connection_that_was_lost_comes_back_in_the_same_site(pair: tuple[Tenant, Tenant]):
    with in_site(pair[1]):
        secret_here()
        connection.close()
        assert secret_here() == cast.SECRETS[cast.TOWN]


def test_going_to_a_site_costs_nothing_until_it_is_asked(commune: Tenant):
    with CaptureQueriesContext(connection) as queries, in_site(commune):
        assert len(queries) == 0
        assert secret_here() == cast.SECRETS[cast.COMMUNE]
    assert [query["sql"].partition(" ")[0] for query in queries] == ["SET", "SELECT"]


def test_an_error_in_a_view_leaves_the_next_visitor_in_the_right_site(
    pair: tuple[Tenant, Tenant], visit: Visit, monkeypatch: pytest.MonkeyPatch
):
    commune, town = pair
    browser = visit(town)
    browser.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr(HomePage, "get_context", ask_and_fail)
        assert browser.get("/").status_code == 500
    assert connection.schema_name == "public"
    assert connection.request_tenant is None
    for tenant in (commune, town):
        assert cast.SECRETS[tenant.slug] in visit(tenant).get("/tin-tuc/").content.decode()


def test_a_failure_that_a_view_swallows_leaves_its_answer_and_the_next_in_the_right_site(
    pair: tuple[Tenant, Tenant], visit: Visit, settings: object, monkeypatch: pytest.MonkeyPatch
):
    settings.HOST_CACHE_SECONDS = 60
    commune, town = pair
    for tenant in (town, commune):
        visit(tenant).get(ARTICLE)
    with monkeypatch.context() as patch:
        patch.setattr(ArticlePage, "get_context", ask_and_swallow)
        first = visit(town).get(ARTICLE)
    second = visit(town).get(ARTICLE)
    for response in (first, second):
        assert "Ủy ban nhân dân thị trấn Định An" in response.content.decode()
        assert cast.SECRETS[cast.TOWN] in response.content.decode()


def test_there_are_no_pages_outside_a_site(db: None):
    with in_public(), pytest.raises(ProgrammingError, match="does not exist"), transaction.atomic():
        ArticlePage.objects.count()


def test_a_queryset_carried_out_of_its_site_fails_instead_of_reading_elsewhere(db: None):
    carried, _ = in_each_site(lambda tenant: ArticlePage.objects.all())
    for _, articles in carried:
        with pytest.raises(ProgrammingError, match="does not exist"), transaction.atomic():
            list(articles)


def secret_here() -> str:
    return ArticlePage.objects.values_list("title", flat=True).get()


def fail_silently() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing")
    except DatabaseError:
        pass


def ask_and_fail(*args: object, **kwargs: object) -> None:
    secret_here()
    raise ZeroDivisionError


def ask_and_swallow(page: ArticlePage, request: HttpRequest) -> dict[str, object]:
    fail_silently()
    return {"page": page, "self": page, "request": request}
