"""Who sees how a site stands with its duties."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

# Of the administrators of a site, as their role has it.
OWN_SETTINGS = "pages.change_sitesettings"


def may_see_own_standing(user: AbstractBaseUser | AnonymousUser) -> bool:
    return user.is_active and user.has_perm(OWN_SETTINGS)  # type: ignore[attr-defined,union-attr]
