from collections.abc import Callable

import pytest
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from tenants.crossing import all_tenants, in_site
from tenants.provisioning.actions import archive_site, suspend_site
from tenants.provisioning.upgrade import is_behind, upgrade
from tenants.registry.models import Tenant
from tests import cast


def set_back(tenant: Tenant) -> None:
    """To a day before Wagtail's redirects got their latest columns."""
    call_command("migrate_schemas", "wagtailredirects", "0006", schema_name=tenant.schema_name, verbosity=0)


def lines_of_upgrade() -> list[str]:
    lines: list[str] = []
    upgrade(lines.append)
    return lines


def test_a_second_upgrade_finds_nothing_to_do(own_database: str):
    upgrade(lambda line: None)
    assert lines_of_upgrade() == ["shared tables"]


@pytest.mark.parametrize("close", [suspend_site, archive_site])
def test_closed_sites_are_upgraded_as_well(
    own_database: str, find: Callable[[str], Tenant], close: Callable[..., object]
):
    commune = find(cast.COMMUNE)
    set_back(commune)
    close(tenant=commune, by="tests", reason="Bảo trì")
    assert lines_of_upgrade() == ["shared tables", "site 2 of 3: Xã Định An"]
    with in_site(commune):
        assert not Redirect.objects.filter(automatically_created=True).exists()


def test_a_site_that_lacks_a_migration_is_behind(own_database: str, find: Callable[[str], Tenant]):
    set_back(find(cast.COMMUNE))
    assert {tenant.slug: is_behind(tenant) for tenant in all_tenants()} == {
        cast.DISTRICT: False,
        cast.COMMUNE: True,
        cast.TOWN: False,
    }


def test_the_links_of_every_site_follow_the_installation_to_another_port(own_database: str, settings: object):
    settings.PUBLIC_PORT = 8123
    upgrade(lambda line: None)
    for tenant in all_tenants():
        with in_site(tenant):
            assert Site.objects.get().root_url == f"http://{tenant.primary_host}:8123"
