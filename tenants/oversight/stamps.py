"""Whether anything has changed on a site since it was last read, for all sites in one query that opens none of them.

PostgreSQL counts for each table how many rows were added, changed and deleted. As long as those numbers stay, there is
nothing to read; a server that has crashed counts anew, and everything is read once more. A process may keep what it has
counted for up to ten seconds. A duty that was changed may ask for what nobody has read yet: all sites are read again.
"""

from collections.abc import Iterable

from django.apps import apps
from django.db import connection
from django.db.models import Max

from tenants.crossing import in_public
from tenants.oversight.models import Duty

# Whose figures are read; visits and links, which change all the time, are read along.
ROOMS = (
    "accounts",
    "agenda",
    "budget",
    "citizens",
    "consultations",
    "legal",
    "library",
    "newsroom",
    "organisation",
    "pages",
    "places",
    "planning",
    "procedures",
    "recruitment",
)
BELOW = ("wagtailcore_page", "wagtailcore_pageviewrestriction", "wagtailcore_workflowstate")
STAMPS = """
    SELECT nspname, sum(pg_stat_get_tuples_inserted(thing.oid)), sum(pg_stat_get_tuples_updated(thing.oid)),
        sum(pg_stat_get_tuples_deleted(thing.oid))
    FROM pg_class thing JOIN pg_namespace space ON space.oid = relnamespace
    WHERE relkind = 'r' AND nspname = ANY(%s) AND relname = ANY(%s) GROUP BY nspname
"""


def stamps(schemas: Iterable[str]) -> dict[str, str]:
    with in_public(), connection.cursor() as cursor:
        changed = Duty.objects.aggregate(at=Max("changed_at"))["at"]
        asked = f"{changed.timestamp():.3f}" if changed else ""
        cursor.execute(STAMPS, [list(schemas), watched_tables()])
        return {schema: "-".join(map(str, (*numbers, asked))) for schema, *numbers in cursor.fetchall()}


def watched_tables() -> list[str]:
    models = [model for room in ROOMS for model in apps.get_app_config(room).get_models(include_auto_created=True)]
    return sorted({*BELOW, *(model._meta.db_table for model in models)})
