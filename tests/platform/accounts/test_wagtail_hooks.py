"""Who has every power is changed by nobody who has less."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from tenants.crossing import in_site
from tenants.registry.models import Tenant
from tests import cast

Visit = Callable[..., Client]

EMAIL = "goc@demo.example"
NEW_PASSWORD = "lúa chín vàng đồng 2023"
EDITED = {"email": EMAIL, "first_name": "Gốc", "last_name": "Lê", "is_active": "on"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("users/edit/{pk}/", EDITED | {"email": "khac@demo.example"}),
        ("users/edit/{pk}/", EDITED | {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}),
        ("users/edit/{pk}/", {**EDITED, "is_active": ""}),
        ("users/delete/{pk}/", {}),
        ("bulk/accounts/user/delete/?id={pk}", {}),
        ("bulk/accounts/user/delete/?id=all", {}),
        ("bulk/accounts/user/set_active_state/?id={pk}", {"mark_as_active": "False"}),
        ("bulk/accounts/user/assign_role/?id={pk}", {"role": "{role}"}),
    ],
)
@pytest.mark.parametrize(
    ("is_superuser", "other_is_superuser", "may"), [(False, False, True), (False, True, False), (True, True, True)]
)
def test_only_who_has_every_power_changes_who_has_it(
    commune: Tenant,
    visit: Visit,
    path: str,
    words: dict[str, str],
    is_superuser: bool,
    other_is_superuser: bool,
    may: bool,
):
    with in_site(commune):
        User.objects.filter(email=cast.address_of(Role.ADMINISTRATOR)).update(is_superuser=is_superuser)
        other = User.objects.create_user(EMAIL, cast.PASSWORD, last_name="Lê", first_name="Gốc")
        User.objects.filter(pk=other.pk).update(is_superuser=other_is_superuser)
        role = Group.objects.get(name=Role.EDITOR.value).pk
        before = all_about(other)
    filled = {name: word.format(role=role) for name, word in words.items()}
    visit(commune, Role.ADMINISTRATOR).post(f"/admin/{path.format(pk=other.pk)}", filled)
    with in_site(commune):
        assert (all_about(other) != before) is may


@pytest.mark.parametrize(("is_superuser", "status"), [(False, 302), (True, 200)])
def test_the_form_of_who_has_every_power_opens_for_nobody_who_has_less(
    commune: Tenant, visit: Visit, is_superuser: bool, status: int
):
    with in_site(commune):
        User.objects.filter(email=cast.address_of(Role.ADMINISTRATOR)).update(is_superuser=is_superuser)
        other = User.objects.create_superuser(EMAIL, cast.PASSWORD)
    assert visit(commune, Role.ADMINISTRATOR).get(f"/admin/users/edit/{other.pk}/").status_code == status


def all_about(user: User) -> tuple[object, ...]:
    """Empty when the person is gone."""
    rows = User.objects.filter(pk=user.pk)
    return (*rows.values_list("email", "password", "is_active", "is_superuser"), *rows.values_list("groups"))
