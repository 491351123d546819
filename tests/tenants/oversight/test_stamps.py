"""Whether a site has changed is asked of the tables of every room that is asked for figures."""

import ast
from pathlib import Path

from django.db import connection

import home.figures
import tenants.oversight.figures
from tenants.crossing import in_site
from tenants.oversight.stamps import ROOMS, stamps, watched_tables
from tenants.registry.models import Tenant

# Adds the others up, or is told along with the next reading.
NOT_WATCHED = {"home", "catalogue", "traffic", "links"}


def rooms_asked(module: object) -> set[str]:
    tree = ast.parse(Path(module.__file__).read_text())
    named = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    named += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return {name.partition(".")[0] for name in named if name.endswith(".figures")}


def test_every_room_that_is_asked_is_watched():
    asked = rooms_asked(tenants.oversight.figures) | rooms_asked(home.figures)
    assert len(asked) > 10
    assert asked - NOT_WATCHED <= set(ROOMS)


def test_what_is_watched_is_there(commune: Tenant):
    with in_site(commune):
        assert set(watched_tables()) <= set(connection.introspection.table_names())


def test_all_sites_are_asked_in_one_query_and_duties_in_another(
    commune: Tenant, town: Tenant, django_assert_num_queries: object
):
    with django_assert_num_queries(2):
        found = stamps([commune.schema_name, town.schema_name])
    assert set(found) == {commune.schema_name, town.schema_name}
