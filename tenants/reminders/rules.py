"""Who sees what a site is reminded of, and who keeps its leader's address."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from accounts.models import User
from tenants.oversight.rules import may_see_own_standing
from tenants.registry.models import Tenant
from tenants.registry.rules import may_provision

# Of editors and all above them, as their roles have it.
EDITS = "legal.change_legaldocument"


def may_see_own_reminders(user: AbstractBaseUser | AnonymousUser) -> bool:
    return user.is_active and user.has_perm(EDITS)  # type: ignore[attr-defined,union-attr]


def may_keep_contact(user: User, here: Tenant, about: Tenant) -> bool:
    """The site's own administrators, and its board."""
    if here.pk == about.pk:
        return may_see_own_standing(user)
    return about.parent_id == here.pk and may_provision(user, here)
