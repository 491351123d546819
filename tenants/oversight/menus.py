"""What only whoever runs the board's sites, or administrates the one at hand, finds in the menu."""

from typing import Any

from wagtail.admin.menu import MenuItem

from tenants.oversight.rules import may_see_own_standing
from tenants.registry.rules import may_provision


class BoardMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return may_provision(request.user, request.tenant)


class OwnStandingMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return may_see_own_standing(request.user)
