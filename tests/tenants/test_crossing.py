"""The gate between sites."""

import threading

import pytest
from django.db import transaction

from newsroom.models import ArticlePage
from tenants.connection import connection
from tenants.crossing import SwitchInsideTransaction, all_tenants, in_each_site, in_public, in_site
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle
from tests import cast


def secret_here() -> str:
    return ArticlePage.objects.get().title


def test_each_site_reads_its_own_rows(commune: Tenant, town: Tenant):
    with in_site(commune):
        first = secret_here()
    with in_site(town):
        second = secret_here()
    assert [first, second] == [cast.SECRETS[cast.COMMUNE], cast.SECRETS[cast.TOWN]]


def test_an_inner_site_gives_way_to_the_outer_one(commune: Tenant, town: Tenant):
    with in_site(commune):
        with in_site(town):
            pass
        assert secret_here() == cast.SECRETS[cast.COMMUNE]


def test_an_error_inside_leads_back_as_well(commune: Tenant):
    with pytest.raises(ZeroDivisionError), in_site(commune):
        _ = 1 / 0
    assert connection.schema_name == "public"


def test_there_are_no_pages_in_public(own_database: str):
    with in_public(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('wagtailcore_page'), to_regclass('accounts_user')")
        assert cursor.fetchone() == (None, None)


def test_a_transaction_of_one_site_can_not_be_left_for_another(own_database: str):
    commune, town = (tenant for tenant in all_tenants() if tenant.slug != cast.DISTRICT)
    with in_site(commune), transaction.atomic(), pytest.raises(SwitchInsideTransaction), in_site(town):
        pass


def test_the_same_site_may_be_entered_inside_its_transaction(own_database: str):
    tenant = all_tenants()[0]
    with in_site(tenant), transaction.atomic(), in_site(tenant):
        assert secret_here() == cast.SECRETS[tenant.slug]


def test_two_threads_stay_in_their_sites(own_database: str):
    seen: dict[str, set[str]] = {}
    barrier = threading.Barrier(3)

    def read_again_and_again(tenant: Tenant) -> None:
        barrier.wait()
        titles = set()
        for _ in range(20):
            with in_site(tenant):
                titles.add(secret_here())
        seen[tenant.slug] = titles
        connection.close()

    threads = [threading.Thread(target=read_again_and_again, args=[tenant]) for tenant in all_tenants()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {slug: {secret} for slug, secret in cast.SECRETS.items()}


def test_each_site_gives_its_result(db: None):
    results, failures = in_each_site(lambda tenant: secret_here())
    assert {tenant.slug: title for tenant, title in results} == cast.SECRETS
    assert failures == []


def test_a_site_that_fails_does_not_stop_the_rest(db: None):
    def work(tenant: Tenant) -> str:
        if tenant.slug == cast.COMMUNE:
            raise ZeroDivisionError
        return tenant.slug

    results, failures = in_each_site(work)
    assert [tenant.slug for tenant, _ in results] == [cast.DISTRICT, cast.TOWN]
    assert [(failure.tenant.slug, type(failure.error)) for failure in failures] == [(cast.COMMUNE, ZeroDivisionError)]


def test_each_site_means_sites_of_every_lifecycle(db: None):
    Tenant.objects.filter(slug=cast.COMMUNE).update(lifecycle=Lifecycle.SUSPENDED)
    Tenant.objects.filter(slug=cast.TOWN).update(lifecycle=Lifecycle.ARCHIVED)
    results, _ = in_each_site(lambda tenant: tenant.slug)
    assert len(results) == 3


def test_only_the_sites_asked_for_are_visited(commune: Tenant):
    results, _ = in_each_site(lambda tenant: secret_here(), tenants=[commune])
    assert [title for _, title in results] == [cast.SECRETS[cast.COMMUNE]]
