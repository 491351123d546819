"""Files of open data are asked for by the clock, site by site."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from opendata import dumps
from opendata.actions import refresh_dumps
from opendata.dumps import were_written_since
from tenants.crossing import all_tenants, in_site
from tenants.isolation.schedule import have_dumps_written, timers
from tenants.registry.models import Tenant
from tenants.registry.states import Lifecycle


@pytest.fixture
def asked() -> Callable[[], list[str]]:
    """Schemas of the sites whose files were asked for since the test began."""
    from_before = set(DBTaskResult.objects.values_list("pk", flat=True))

    def schemas() -> list[str]:
        found = DBTaskResult.objects.exclude(pk__in=from_before)
        return sorted(result.args_kwargs["args"][0] for result in found)

    return schemas


def test_each_active_site_has_its_files_written_by_a_task_of_its_own(
    commune: Tenant, town: Tenant, district: Tenant, asked: Callable[[], list[str]]
):
    Tenant.objects.filter(pk=town.pk).update(lifecycle=Lifecycle.SUSPENDED)
    have_dumps_written()
    assert asked() == sorted([commune.schema_name, district.schema_name])


def test_what_was_written_today_is_not_asked_for_again(commune: Tenant, asked: Callable[[], list[str]]):
    with in_site(commune):
        refresh_dumps()
    have_dumps_written()
    assert commune.schema_name not in asked()


def test_the_task_writes_the_files_of_its_site(commune: Tenant, town: Tenant, work: Callable[[], None]):
    begun = timezone.now()
    have_dumps_written()
    work()
    for tenant in (commune, town):
        with in_site(tenant):
            assert were_written_since(begun)
            assert dumps.folder().parts[-2] == tenant.schema_name


def test_a_site_that_fails_does_not_keep_the_others(own_database: str):
    _district, broken, last = all_tenants()
    with in_site(broken), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE wagtailcore_site RENAME TO lost")
    have_dumps_written()
    results = {result.args_kwargs["args"][0]: result for result in DBTaskResult.objects.all()}
    results[last.schema_name].task.call(*results[last.schema_name].args_kwargs["args"])
    with in_site(last):
        assert dumps.manifest_of("articles")


def test_the_clock_looks_each_hour():
    assert [timer.seconds for timer in timers() if timer.work is have_dumps_written] == [3600]
