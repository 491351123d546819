import pytest
from django.contrib.auth.models import Permission

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tenants.registry.rules import may_provision
from tests import cast


def person(role: Role) -> User:
    return User.objects.get(email=cast.address_of(role))


def test_the_administrator_of_the_district_may_provision(district: Tenant):
    with in_site(district):
        assert may_provision(person(Role.ADMINISTRATOR), district)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.EDITOR, Role.CONTRIBUTOR])
def test_no_other_role_of_the_district_may_provision(district: Tenant, role: Role):
    with in_site(district):
        assert not may_provision(person(role), district)


def test_the_administrator_of_a_commune_has_not_the_permission(commune: Tenant):
    with in_site(commune):
        assert not person(Role.ADMINISTRATOR).has_perm("registry.provision_site")


def test_the_permission_is_worth_nothing_on_a_communes_site(commune: Tenant):
    with in_site(commune):
        user = person(Role.ADMINISTRATOR)
        user.user_permissions.add(Permission.objects.get(codename="provision_site"))
        assert user.has_perm("registry.provision_site")
        assert not may_provision(user, commune)


def test_an_account_that_was_closed_may_not_provision(district: Tenant):
    with in_site(district):
        user = person(Role.ADMINISTRATOR)
        user.is_active = False
        assert not may_provision(user, district)
