"""What is measured: the portal with its demo content, and its district's site in an installation of its own."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from tests.bench.database import Databases, ask
from tests.bench.processes import HOME, call, manage, name_of, plain
from tests.bench.progress import tell
from tests.bench.records import Unit

# The district is the first site that the demo creates; the search path of these is `public`.
DISTRICT = "SELECT slug, schema_name FROM registry_tenant ORDER BY id LIMIT 1"
HOSTS = "SELECT host FROM registry_domain WHERE is_primary ORDER BY tenant_id"
WAITING = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')"
LOGINS = "SELECT count(*) FROM isolation_sitelogin"
BACKENDS = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""
PUBLIC_PORT = 8000
BASE_DOMAIN = "tracu.localhost"
# What the shell may say of another installation. The knobs of speed are left as they are found.
OF_ANOTHER = ("PRODUCTION", "DEBUG", "HTTPS", "SECRET_KEY", "ALLOWED_HOSTS", "REDIS_URL", "MEDIA_ROOT", "ARCHIVE_ROOT")


class NoDatabase(RuntimeError):
    """Nobody has said where one is."""


@dataclass(frozen=True)
class Installation:
    """A database and the variables of the processes that use it."""

    database_url: str
    environment: Mapping[str, str]

    def having(self, **variables: str) -> Self:
        """The same with other variables."""
        return replace(self, environment={**self.environment, **variables})

    def without_logins(self) -> Self:
        """As it is where sites have no database logins of their own."""
        return self.having(SITE_LOGINS="off")


@dataclass(frozen=True)
class Portal(Installation):
    district: str
    schema: str

    def hosts(self, most: int) -> list[str]:
        """As a browser names them, the district's first."""
        return [f"{host}:{PUBLIC_PORT}" for (host,) in ask(self.database_url, HOSTS)[:most]]

    def database_processes(self) -> list[int]:
        """Those that serve this database, where they run on this machine."""
        pids = [pid for (pid,) in ask(self.database_url, BACKENDS)]
        return [pid for pid in pids if name_of(pid).startswith("postgres")]

    def sites_with_login(self) -> int:
        return int(ask(self.database_url, LOGINS)[0][0])

    def waiting_tasks(self) -> int:
        return int(ask(self.database_url, WAITING)[0][0])


def database_url() -> str:
    """DATABASE_URL, else the address that the private server wrote when it was started.

    Raises NoDatabase where there is neither.
    """
    private = Path(os.environ.get("VAR_DIR", HOME / "var")) / "database.url"
    url = os.environ.get("DATABASE_URL", "").strip() or (private.read_text().strip() if private.exists() else "")
    if not url:
        raise NoDatabase("There is no database: run `make bench`, or set DATABASE_URL.")
    return url


def fill(databases: Databases, scratch: Path) -> Portal:
    """The demo as `make seed` makes it, with static files collected as production has them."""
    for name in OF_ANOTHER:
        os.environ.pop(name, None)
    url = databases.create("portal")
    environment = _environment(url, "config.settings", scratch)
    for arguments in (("collectstatic", "--no-input", "--verbosity=0"), ("upgrade",), ("demo", "seed")):
        tell(f"manage.py {' '.join(arguments)}")
        manage(*arguments, environment=environment, progress=lambda line: tell(f"  {line}"))
    tell("gathering statistics for the query planner")
    ask(url, "VACUUM ANALYZE")
    slug, schema = ask(url, DISTRICT)[0]
    return Portal(url, environment, district=slug, schema=schema)


def copy_as_single_site(databases: Databases, portal: Portal, scratch: Path) -> Installation:
    """The same rows, reached through a search path that the database itself has, and the site's own files."""
    tell("copying database and files for the single site")
    url = databases.copy("portal", "single", search_path=f'"{portal.schema}", public')
    media = shutil.copytree(scratch / "media" / portal.schema, scratch / "single_site_media")
    units = call("units.units_below", Unit, environment=portal.environment, slug=portal.district)
    (scratch / "units.json").write_text(json.dumps([plain(unit) for unit in units]))
    return Installation(url, {**_environment(url, "tests.bench.single_site", scratch), "MEDIA_ROOT": str(media)})


def _environment(url: str, settings: str, scratch: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": os.pathsep.join([str(HOME), str(HOME / "platform")]),
        "VAR_DIR": str(scratch),
        "BASE_DOMAIN": BASE_DOMAIN,
        "PUBLIC_PORT": str(PUBLIC_PORT),
        "SITE_LOGINS": "preferred",
        "FIXED_TODAY": "2023-10-31",
    }
