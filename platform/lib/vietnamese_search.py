"""Wagtail's PostgreSQL search with Vietnamese rules: `ngan sach` finds `ngân sách`, in autocomplete as well.

The text search configuration `vi_unaccent` is made in `public` by a migration of `catalogue`.
"""

from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend


class VietnameseSearchBackend(PostgresSearchBackend):
    def __init__(self, params: dict[str, str]) -> None:
        super().__init__(params)
        self.autocomplete_config = self.config


SearchBackend = VietnameseSearchBackend
