from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, Page, Site

from accounts.roles import Role
from tenants.crossing import all_tenants, in_site
from tenants.provisioning.lifecycle import archive_site, suspend_site
from tenants.provisioning.upgrade import UpgradeFailed, is_behind, upgrade
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


def test_closed_sites_are_upgraded_as_well(own_database: str, find: Callable[[str], Tenant]):
    commune, town = find(cast.COMMUNE), find(cast.TOWN)
    for tenant in (commune, town):
        set_back(tenant)
    suspend_site(tenant=commune, by="tests", reason="Bảo trì")
    archive_site(tenant=town, by="tests")
    assert lines_of_upgrade() == ["shared tables", "site 2 of 3: Xã Định An", "site 3 of 3: Thị trấn Định An"]
    for tenant in (commune, town):
        with in_site(tenant):
            assert not Redirect.objects.filter(automatically_created=True).exists()


def test_a_site_that_fails_is_named_at_the_end_and_holds_up_no_other(own_database: str, find: Callable[[str], Tenant]):
    Tenant.objects.filter(slug=cast.COMMUNE).update(schema_name="no_such_schema")
    set_back(find(cast.TOWN))
    with pytest.raises(UpgradeFailed, match=r"the log says why: Xã Định An$"):
        upgrade(lambda line: None)
    assert not is_behind(find(cast.TOWN))


def test_roles_have_what_the_code_promises_and_no_more(own_database: str, find: Callable[[str], Tenant]):
    def granted() -> set[tuple[str, str]]:
        return set(Group.objects.values_list("name", "page_permissions__permission__codename"))

    with in_site(find(cast.COMMUNE)):
        promised = granted()
        editors, home = Group.objects.get(name=Role.EDITOR.value), Page.objects.filter(depth=2).first()
        editors.page_permissions.all().delete()
        publish = Permission.objects.get(codename="publish_page")
        GroupPagePermission.objects.create(group=editors, page=home, permission=publish)
    upgrade(lambda line: None)
    with in_site(find(cast.COMMUNE)):
        assert granted() == promised
    with in_site(find(cast.DISTRICT)):
        administrators = Group.objects.get(name=Role.ADMINISTRATOR.value)
        assert administrators.permissions.filter(codename="provision_site").exists()


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
