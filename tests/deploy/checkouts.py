"""A checkout to try the local scripts on: a real folder, real servers."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg2
import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "deploy" / "local"
IN_FORCE_HERE = ("DATABASE_URL", "DATABASE_SOURCE", "VAR_DIR", "CHROMIUM", "PORT", "PUBLIC_PORT", "BIND")


@dataclass(frozen=True)
class Checkout:
    home: Path

    def environment(self, **variables: str) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if name not in IN_FORCE_HERE}
        return {**ours, "CONGLANG_HOME": str(self.home), **variables}

    def run(
        self, script: str, *arguments: str, python: str = sys.executable, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [python, SCRIPTS / script, *arguments],
            env=self.environment(**variables),
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def postgres(self, verb: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return self.run("postgres.py", verb, **variables)

    def start(self, source: str = "auto") -> None:
        started = self.postgres("start", DATABASE_SOURCE=source)
        if "There is no PostgreSQL" in started.stderr or "isn't in .venv" in started.stderr:
            pytest.skip(started.stderr.strip())
        assert started.returncode == 0, started.stderr

    @property
    def cluster(self) -> Path:
        return self.home / "var" / "postgres"

    @property
    def postmaster(self) -> int:
        return int((self.cluster / "data" / "postmaster.pid").read_text().split()[0])

    @property
    def socket_folder(self) -> Path:
        return Path(parse_qs(urlsplit(self.url).query)["host"][0])

    @property
    def url(self) -> str:
        return (self.home / "var" / "database.url").read_text().strip()

    def ask(self, statement: str) -> object:
        """The first value of the answer; None for a statement without one."""
        connection = psycopg2.connect(self.url)
        connection.autocommit = True
        try:
            cursor = connection.cursor()
            cursor.execute(statement)
            row = cursor.fetchone() if cursor.description else None
            return row[0] if row else None
        finally:
            connection.close()

    def remove(self) -> None:
        """With its server, and with what it keeps elsewhere."""
        if not self.home.exists():
            return
        stopped = self.postgres("stop")
        assert stopped.returncode == 0, stopped.stderr
        shutil.rmtree(self.cluster.resolve(), ignore_errors=True)
        if (self.home / "var" / "database.url").exists():
            shutil.rmtree(self.socket_folder, ignore_errors=True)


def is_alive(pid: int) -> bool:
    """A zombie has ended, though its parent has yet to take notice.

    Slim Linux images have no `ps`, and macOS has no /proc.
    """
    if Path("/proc/self/stat").exists():
        stat = Path(f"/proc/{pid}/stat")
        state = stat.read_text().rpartition(")")[2].split()[0] if stat.exists() else ""
    else:
        ps = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], check=False, capture_output=True, text=True)
        state = ps.stdout.strip()[:1]
    return state not in ("", "Z", "X")


MakeCheckout = Callable[..., Checkout]


@contextmanager
def checkouts() -> Iterator[MakeCheckout]:
    """Makes checkouts side by side and removes them in the end.

    They borrow the environment of this run, unless `bare`. Every account may enter the folder that they are in, unless
    one asks for it to be `private`.
    """
    above = Path(tempfile.mkdtemp(prefix="cl-", dir="/tmp"))
    above.chmod(0o755)
    made: list[Checkout] = []

    def make(name: str = "a", *, private: bool = False, bare: bool = False) -> Checkout:
        checkout = Checkout(above / name)
        checkout.home.mkdir(parents=True)
        if not bare:
            (checkout.home / ".venv").symlink_to(sys.prefix)
        if private:
            above.chmod(0o700)
        made.append(checkout)
        return checkout

    try:
        yield make
    finally:
        for checkout in made:
            checkout.remove()
        shutil.rmtree(above)
