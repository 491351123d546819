from typing import Self

from search.queries import SearchEntryQuerySet
from tenants.registry.models import Tenant


class SharedEntryQuerySet(SearchEntryQuerySet):
    owner = ("tenant__slug",)

    def of_board(self, board: Tenant) -> Self:
        """Of the unit that runs the board and those whose board it runs, while visitors may enter their sites: asked of
        the registry, whatever the copy still holds."""
        return self.filter(tenant__in=Tenant.objects.run_by(board).open_to_visitors().order_by())
