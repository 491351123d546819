"""Content types and permissions are numbered anew in each schema; Django and Wagtail remember them per process."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.permissions import permission_policy

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import all_tenants, in_site
from tenants.registry.models import Tenant
from tests import cast

ELSEWHERE = 9_999


@pytest.fixture
def renumbered(town: Tenant) -> Iterator[Tenant]:
    """A town whose content type of redirects has another number than everywhere else, as after a mishap."""
    with in_site(town):
        ContentType.objects.get_for_model(Redirect).delete()
        own = ContentType.objects.create(pk=ELSEWHERE, app_label="wagtailredirects", model="redirect")
        permission = Permission.objects.create(content_type=own, codename="add_redirect", name="Can add redirect")
        Group.objects.get(name=Role.ADMINISTRATOR.value).permissions.add(permission)
    ContentType.objects.clear_cache()
    yield town
    ContentType.objects.clear_cache()


def test_a_model_has_the_content_type_of_the_site_at_hand(commune: Tenant, renumbered: Tenant):
    numbers = [number_of_redirect(tenant) for tenant in (commune, renumbered, commune)]
    assert numbers[1] == ELSEWHERE
    assert numbers[0] == numbers[2] != ELSEWHERE


def test_a_number_of_one_site_is_unknown_on_another(commune: Tenant, renumbered: Tenant):
    number = number_of_redirect(commune)
    with in_site(commune):
        assert ContentType.objects.get_for_id(number).model_class() is Redirect
    with in_site(renumbered), pytest.raises(ContentType.DoesNotExist):
        ContentType.objects.get_for_id(number)


def test_models_registered_later_do_not_bring_the_shared_memory_back(commune: Tenant, renumbered: Tenant):
    apps.clear_cache()
    assert number_of_redirect(commune) != number_of_redirect(renumbered)


def test_a_permission_policy_asks_the_site_at_hand(commune: Tenant, renumbered: Tenant):
    assert administrators_of_redirects(commune) == [cast.address_of(Role.ADMINISTRATOR)]
    assert administrators_of_redirects(renumbered) == [cast.address_of(Role.ADMINISTRATOR)]


def test_numbers_agree_on_all_sites_made_from_the_template(db: None):
    for model in (ContentType, Permission):
        numbers = []
        for tenant in all_tenants():
            with in_site(tenant):
                numbers.append({entry.natural_key(): entry.pk for entry in model.objects.all()})
        assert len(numbers) == 3
        assert numbers[0] == numbers[1] == numbers[2] != {}


def number_of_redirect(tenant: Tenant) -> int:
    with in_site(tenant):
        return ContentType.objects.get_for_model(Redirect).pk


def administrators_of_redirects(tenant: Tenant) -> list[str]:
    with in_site(tenant):
        people: list[User] = list(permission_policy.users_with_any_permission(["add"]))
    return [person.email for person in people]
