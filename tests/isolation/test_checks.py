"""The system checks say what would open a way between sites."""

import pytest
from django.core.checks import run_checks

from tenants.isolation import checks
from tenants.isolation.checks import (
    check_every_app_in_one_kind_of_schema,
    check_every_cache_knows_its_site,
    check_no_key_leads_out_of_public,
    check_no_pooler_mixes_sites,
)


def test_the_installation_passes_its_checks(db: None):
    found = run_checks(include_deployment_checks=False, databases=["default"])
    assert [message for message in found if message.id.startswith("isolation.")] == []


def test_an_app_in_both_kinds_of_schema_is_an_error(settings: object):
    settings.SHARED_APPS = [*settings.SHARED_APPS, "library"]
    errors = check_every_app_in_one_kind_of_schema()
    assert [(error.id, error.msg.partition(" ")[0]) for error in errors] == [("isolation.E001", "library")]


def test_no_app_is_in_both_kinds_of_schema(settings: object):
    assert set(settings.SHARED_APPS).isdisjoint(settings.TENANT_APPS)


@pytest.mark.parametrize("key", [None, "django.core.cache.backends.base.default_key_func"])
def test_a_cache_whose_keys_name_no_site_is_an_error(settings: object, key: str | None):
    careless = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"} | ({"KEY_FUNCTION": key} if key else {})
    settings.CACHES = {**settings.CACHES, "template_fragments": careless}
    errors = check_every_cache_knows_its_site()
    assert [error.id for error in errors] == ["isolation.E002"]
    assert "template_fragments" in errors[0].msg


def test_a_key_from_a_shared_table_to_a_sites_own_is_an_error(settings: object):
    settings.SHARED_APPS = [*settings.SHARED_APPS, "newsroom"]
    errors = check_no_key_leads_out_of_public()
    assert {error.id for error in errors} == {"isolation.E003"}
    assert "newsroom.ArticlePage.image " in " ".join(error.msg for error in errors)


def test_a_table_between_a_shared_one_and_a_sites_own_is_an_error_as_well(settings: object):
    settings.SHARED_APPS = [*settings.SHARED_APPS, "accounts"]
    found = " ".join(error.msg for error in check_no_key_leads_out_of_public())
    assert "accounts.User_groups.group " in found


def test_a_plain_server_is_no_pooler(db: None):
    assert check_no_pooler_mixes_sites(databases=["default"]) == []


def test_a_pooler_is_looked_for_only_where_the_database_is_to_be_checked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(checks, "shares_connections", lambda alias: True)
    assert [error.id for error in check_no_pooler_mixes_sites(databases=["default"])] == ["isolation.E004"]
    assert check_no_pooler_mixes_sites(databases=None) == []
