from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

CREATE = """
    CREATE TEXT SEARCH CONFIGURATION public.vi_unaccent (COPY = pg_catalog.simple);
    ALTER TEXT SEARCH CONFIGURATION public.vi_unaccent
        ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.simple;
"""


class Migration(migrations.Migration):
    """Search that ignores Vietnamese marks, đ included. Shared: every site's search path ends in `public`."""

    dependencies = [("catalogue", "0001_initial")]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(CREATE, "DROP TEXT SEARCH CONFIGURATION public.vi_unaccent"),
    ]
