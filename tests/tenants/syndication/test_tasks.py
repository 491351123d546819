"""Soon after something was published, it is copied; the clock catches the rest."""

from collections.abc import Callable

from django.db import transaction
from django.test import TestCase
from django_tasks_db.models import DBTaskResult

from tenants.crossing import in_site
from tenants.isolation.schedule import timers
from tenants.registry.models import Tenant
from tests.platform.search.findings import article
from tests.tenants.syndication.shared import copied, publish

Work = Callable[[], None]


def asked() -> int:
    return sum(
        result.args_kwargs["args"][1] == "tenants.syndication.tasks.renew" for result in DBTaskResult.objects.ready()
    )


def test_what_is_published_is_copied_as_soon_as_the_worker_comes_to_it(commune: Tenant, work: Work):
    publish(commune, "Chợ nổi")
    assert "Chợ nổi" not in copied(commune)
    work()
    assert "Chợ nổi" in copied(commune)


def test_what_is_taken_back_goes_the_same_way(commune: Tenant, work: Work):
    publish(commune, "Chợ nổi")
    work()
    with in_site(commune), TestCase.captureOnCommitCallbacks(execute=True):
        article("Chợ chìm").get_parent().get_children().get(title="Chợ nổi").unpublish()
    work()
    assert "Chợ nổi" not in copied(commune)


def test_many_that_are_published_at_once_ask_once(commune: Tenant, work: Work):
    before = asked()
    publish(commune, "Chợ nổi", "Chợ chìm", "Chợ phiên")
    assert asked() == before + 1
    work()
    publish(commune, "Chợ đêm")
    assert asked() == before + 1


def test_what_is_taken_back_before_it_is_committed_asks_for_nothing(commune: Tenant):
    before = asked()
    with in_site(commune), TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
        article("Chợ nổi")
        transaction.set_rollback(True)
    assert asked() == before
    publish(commune, "Chợ chìm")
    assert asked() == before + 1


def test_each_site_asks_for_itself(commune: Tenant, town: Tenant, work: Work):
    before = asked()
    publish(commune, "Chợ nổi")
    publish(town, "Chợ nổi")
    assert asked() == before + 2
    work()
    assert "Chợ nổi" in copied(commune) & copied(town)


def test_it_is_on_the_clock():
    assert [timer.seconds for timer in timers() if timer.name == "copy what sites have published"] == [60]
