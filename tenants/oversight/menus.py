"""What only whoever runs the board's sites finds in the menu."""

from typing import Any

from wagtail.admin.menu import MenuItem

from tenants.registry.rules import may_provision


class BoardMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return may_provision(request.user, request.tenant)
