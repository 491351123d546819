"""Which account of the operating system runs the database server: PostgreSQL refuses to be root."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkout import CannotGoOn

UNPRIVILEGED = ("postgres", "nobody")

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    name: str

    @property
    def is_another(self) -> bool:
        return self.uid != os.geteuid()

    def own(self, path: Path) -> None:
        if self.is_another:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def run(self, command: Command, **variables: str) -> subprocess.CompletedProcess[str]:
        """With its status and what it said; as in a shell, failing is no error here."""
        return subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            errors="replace",
            env=environment(**variables),
            **self.switch(),
        )

    def can_enter(self, folder: Path) -> bool:
        try:
            return self.run(["/bin/sh", "-c", 'test -x "$1"', "sh", folder]).returncode == 0
        except PermissionError:
            raise CannotGoOn(
                f"PostgreSQL doesn't run as root, and this root may not start it as user {self.name}:"
                " continue as an ordinary user, or set DATABASE_URL."
            ) from None

    def switch(self) -> dict[str, Any]:
        """What subprocess needs to start a program as this account, in a folder that every account may enter."""
        if not self.is_another:
            return {"cwd": "/"}
        return {"cwd": "/", "user": self.uid, "group": self.gid, "extra_groups": []}


def environment(**variables: str) -> dict[str, str]:
    """Ours without PGPORT, PGDATA and their kin, which would lead the programs to somebody else's server."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**ours, "LC_ALL": "C", **variables}


def account_for(data: Path) -> Account:
    """The owner of `data` when there is one already, so that a cluster stays with whom it began."""
    owner = owner_of(data)
    if owner is None:
        return unprivileged() if os.geteuid() == 0 else known(os.geteuid())
    if os.geteuid() not in (0, owner):
        raise CannotGoOn(
            f"The database in {data} belongs to another user ({name_of(owner)}): continue as that user or root."
        )
    return known(owner)


def owner_of(data: Path) -> int | None:
    try:
        return data.stat().st_uid
    except FileNotFoundError:
        return None


def unprivileged() -> Account:
    for name in UNPRIVILEGED:
        try:
            return account(pwd.getpwnam(name))
        except KeyError:
            continue
    raise CannotGoOn("PostgreSQL doesn't run as root, and there is no user postgres or nobody to run it as: add one.")


def known(uid: int) -> Account:
    try:
        return account(pwd.getpwuid(uid))
    except KeyError:
        raise CannotGoOn(f"PostgreSQL needs a user with a name, and user id {uid} has none on this machine.") from None


def account(entry: pwd.struct_passwd) -> Account:
    return Account(uid=entry.pw_uid, gid=entry.pw_gid, name=entry.pw_name)


def name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
