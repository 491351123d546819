"""Who may act on sites. The permission counts only on the site of the unit that runs the board: whoever
hands it to themselves on a commune's site has gained nothing."""

from typing import TYPE_CHECKING

from tenants.registry.models import Tenant

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

PROVISION_SITE = "registry.provision_site"


def may_provision(user: "User | AnonymousUser", here: Tenant) -> bool:
    """Create sites and move them through their lifecycle, from the site `here` where the person is signed in."""
    return here.runs_board and user.is_active and user.has_perm(PROVISION_SITE)
