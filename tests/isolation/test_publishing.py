"""Publishing happens whole or not at all, and by the clock on each site for itself."""

import datetime
import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from django.dispatch import Signal
from django.test import Client
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished
from wagtail.test.utils.form_data import nested_form_data, streamfield

from accounts.roles import Role
from catalogue.models import Category
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.connection import connection
from tenants.crossing import all_tenants, in_site
from tenants.isolation.publishing import publish_scheduled
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast
from tests.conftest import find_tenant

NEW_WORDS = {
    "title": "Không được đăng",
    "slug": "bi-mat",
    "body": streamfield([]),
    "published_on": "2023-10-30",
    "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"},
    "action-publish": "1",
}
PAST, FUTURE = datetime.timedelta(hours=-1), datetime.timedelta(hours=1)
PATIENCE = 20


@pytest.fixture
def failing_receiver() -> Iterator[list[bool]]:
    """Fails whenever a page is published, and notes whether that happened inside a transaction."""
    inside: list[bool] = []

    def fail(**kwargs: object) -> None:
        inside.append(connection.in_atomic_block)
        raise ZeroDivisionError

    page_published.connect(fail)
    yield inside
    page_published.disconnect(fail)


def test_a_failure_after_publishing_takes_the_publishing_back(
    committed: None, visit: Callable[..., Client], failing_receiver: list[bool]
):
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune):
        number = ArticlePage.objects.get().pk
    words = nested_form_data(NEW_WORDS) | {"categories": [Category.objects.get(key="news").pk]}
    browser = visit(commune, Role.APPROVER)
    browser.raise_request_exception = False
    response = browser.post(f"/admin/pages/{number}/edit/", words)
    assert (response.status_code, failing_receiver) == (500, [True])
    with in_site(commune):
        assert ArticlePage.objects.get().title == cast.SECRETS[cast.COMMUNE]
        assert not ArticlePage.objects.get().revisions.exists()


def test_each_site_publishes_what_is_due_and_nothing_else(db: None):
    for tenant in all_tenants():
        schedule_article(tenant, "due", PAST)
        schedule_article(tenant, "later", FUTURE)
    publish_scheduled()
    assert [live_of(tenant) for tenant in all_tenants()] == [{"due"}] * 3


def test_what_is_due_on_one_site_changes_nothing_on_another(commune: Tenant, town: Tenant):
    for tenant in (commune, town):
        with in_site(tenant):
            _number_pages_alike()
    due = schedule_article(commune, "due", PAST)
    not_due = schedule_article(town, "due", FUTURE)
    assert due.pk == not_due.pk
    publish_scheduled()
    assert (live_of(commune), live_of(town)) == ({"due"}, set())


def test_each_site_takes_down_what_has_expired(commune: Tenant, town: Tenant):
    expire_article(commune)
    publish_scheduled()
    for tenant, is_live in ((commune, False), (town, True)):
        with in_site(tenant):
            assert ArticlePage.objects.get().live is is_live


def test_a_site_that_fails_does_not_stop_the_others(db: None, caplog: pytest.LogCaptureFixture):
    for tenant in all_tenants():
        schedule_article(tenant, "due", PAST)
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE "{find_tenant(cast.COMMUNE).schema_name}".wagtailcore_revision RENAME TO broken')
    with caplog.at_level(logging.ERROR, logger="tenants.isolation.jobs"):
        publish_scheduled()
    assert "Xã Định An" in caplog.text
    assert live_of(find_tenant(cast.DISTRICT)) == live_of(find_tenant(cast.TOWN)) == {"due"}


def test_a_page_that_can_not_be_published_keeps_no_other_from_it(
    commune: Tenant, town: Tenant, caplog: pytest.LogCaptureFixture
):
    for tenant in (commune, town):
        schedule_article(tenant, "bad", PAST)
        schedule_article(tenant, "due", PAST)
    with in_site(commune):
        ArticlePage.objects.get(slug="bad").revisions.update(content={})
    with caplog.at_level(logging.ERROR, logger="tenants.isolation.publishing"):
        publish_scheduled()
    assert "Xã Định An" in caplog.text
    assert (live_of(commune), live_of(town)) == ({"due"}, {"bad", "due"})


def test_an_archived_site_is_left_alone(db: None):
    for tenant in all_tenants():
        schedule_article(tenant, "due", PAST)
    Tenant.objects.filter(slug=cast.COMMUNE).update(lifecycle=Lifecycle.ARCHIVED)
    Tenant.objects.filter(slug=cast.TOWN).update(lifecycle=Lifecycle.SUSPENDED)
    publish_scheduled()
    assert live_of(find_tenant(cast.COMMUNE)) == set()
    assert live_of(find_tenant(cast.TOWN)) == {"due"}


@pytest.mark.parametrize(
    ("make_due", "signal"),
    [
        (lambda tenant: schedule_article(tenant, "due", PAST), page_published),
        (lambda tenant: expire_article(tenant), page_unpublished),  # noqa: PLW0108 - it stands below
    ],
    ids=["publishing", "taking down"],
)
def test_what_one_worker_is_at_another_passes_by(
    own_database: str, make_due: Callable[[Tenant], object], signal: Signal
):
    make_due(find_tenant(cast.COMMUNE))
    is_at_it, may_go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def hold(**kwargs: object) -> None:
        done.append(threading.current_thread().name)
        is_at_it.set()
        may_go_on.wait()

    signal.connect(hold)
    first, second = (threading.Thread(target=work, name=name, daemon=True) for name in ("first", "second"))
    try:
        first.start()
        assert is_at_it.wait(PATIENCE)
        second.start()
        second.join(PATIENCE)
        assert not second.is_alive()
    finally:
        may_go_on.set()
        for thread in (first, second):
            if thread.ident:
                thread.join(PATIENCE)
        signal.disconnect(hold)
    assert done == ["first"]


def work() -> None:
    """As a worker's clock does it, on a connection of its own."""
    try:
        publish_scheduled()
    finally:
        connection.close()


def expire_article(tenant: Tenant) -> None:
    with in_site(tenant):
        ArticlePage.objects.update(expire_at=timezone.now() + PAST)


def schedule_article(tenant: Tenant, slug: str, distance: datetime.timedelta) -> ArticlePage:
    with in_site(tenant):
        page = ArticlePage(title=slug, slug=slug, live=False, published_on=cast.DAY)
        ArticleIndexPage.objects.get(slug="tin-tuc", locale__language_code="vi").add_child(instance=page)
        page.go_live_at = timezone.now() + distance
        page.save_revision(approved_go_live_at=page.go_live_at)
    return page


def live_of(tenant: Tenant) -> set[str]:
    with in_site(tenant):
        return set(ArticlePage.objects.live().exclude(slug="bi-mat").values_list("slug", flat=True))


def _number_pages_alike() -> None:
    """The next page gets the same number on every site, whatever tests ran before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'), 9000000)")
