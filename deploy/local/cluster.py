"""The private cluster of this checkout: where its files are, how they are made, how to reach its database."""

import os
import re
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from account import Account, account_for
from binaries import Binaries
from checkout import MARK, VAR, CannotGoOn, say

IN_VAR = VAR / "postgres"
OUTSIDE = Path("/var/lib/cong-lang") / MARK
NAME = "conglang"
CLUSTER_NAME = f"conglang-{MARK}"
PORT = 5432
SOCKET = f".s.PGSQL.{PORT}"
SHORT_FOLDER = Path("/tmp") / CLUSTER_NAME  # noqa: S108 - made private, and refused if somebody else's
LONGEST_SOCKET_PATH = 100

# No port, and a folder of its own for the socket: it can't meet another server.
SETTINGS = """\
# Written anew at each start. Put your own settings into effect with ALTER SYSTEM.
listen_addresses = ''
port = {port}
unix_socket_directories = '{sockets}'
unix_socket_permissions = 0700
cluster_name = '{cluster_name}'
shared_buffers = 256MB
# Enough for all at once: `make run` (40 for the web server, 19 for the worker), `make bench` (80 for four workers, 60
# for the web servers beside them), and the tests, two processes with web servers of their own.
max_connections = 300
# One transaction may touch every table of many schemas.
max_locks_per_transaction = 1024
log_line_prefix = '%m [%p] %q%u@%d '
"""

# Letters beyond ASCII need a character type that knows them. The first that this machine has is taken: C.UTF-8 of the
# system, PostgreSQL's own since 17, the one that macOS has, and at worst none.
LOCALES = (
    ("--locale=C.UTF-8",),
    ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
    ("--locale=C", "--lc-ctype=en_US.UTF-8"),
    ("--locale=C",),
)


@dataclass(frozen=True)
class Cluster:
    """`home` holds everything; what the server itself writes there belongs to `account`."""

    home: Path
    account: Account

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def unfinished(self) -> Path:
        """What becomes `data` when it is whole, so that one cut short is never taken for a cluster."""
        return self.home / "data.unfinished"

    @property
    def log(self) -> Path:
        return self.home / "log" / "postgres.log"

    @property
    def programs(self) -> Path:
        """A link to the folder of the programs that fit the server, for whoever needs its pg_dump or psql."""
        return self.home / "bin"

    @property
    def major(self) -> int | None:
        """The release that the files were made with; None while there are none."""
        try:
            return int((self.data / "PG_VERSION").read_text())
        except FileNotFoundError:
            return None

    @property
    def sockets(self) -> Path:
        """Under `home`, unless that is too long for a socket's address or has a character that would need quoting."""
        inside = self.home / "run"
        is_plain = re.fullmatch(r"[\w./@+-]+", str(inside), re.ASCII) is not None
        return inside if is_plain and len(str(inside / SOCKET)) <= LONGEST_SOCKET_PATH else SHORT_FOLDER

    @property
    def url(self) -> str:
        return f"postgresql://{NAME}:{self.password()}@:{PORT}/{NAME}?host={quote(str(self.sockets))}"

    def password(self) -> str:
        kept = self.home / "password"
        if not kept.exists():
            write_privately(kept, secrets.token_hex(24))
        return kept.read_text()

    def make_folders(self) -> None:
        """Open enough for the server's account to reach its own, and no more."""
        if self.home == OUTSIDE:
            self.make_outside()
        elif self.account.is_another:
            VAR.chmod(VAR.stat().st_mode | 0o011)
        self.home.mkdir(exist_ok=True)
        self.home.chmod(0o711 if self.account.is_another else 0o700)
        self.log.parent.mkdir(mode=0o700, exist_ok=True)
        make_private(self.sockets, self.account)

    def make_outside(self) -> None:
        OUTSIDE.parent.mkdir(exist_ok=True)
        OUTSIDE.parent.chmod(0o711)
        if not IN_VAR.is_symlink():
            IN_VAR.symlink_to(OUTSIDE)
            if self.major:
                say(f"Using the database that was in {OUTSIDE} already; remove that folder to start afresh.")

    def initialise(self, binaries: Binaries) -> None:
        say(f"Creating the database's files with {binaries} …")
        password_file = self.home / "password.initdb"
        write_privately(password_file, self.password())
        self.account.own(password_file)
        try:
            self.run_initdb(binaries, password_file)
        finally:
            password_file.unlink()
        with (self.unfinished / "postgresql.conf").open("a") as settings:
            settings.write("\ninclude 'conglang.conf'\n")
        self.unfinished.rename(self.data)

    def run_initdb(self, binaries: Binaries, password_file: Path) -> None:
        command: list[str | Path] = [binaries.folder / "initdb", "--pgdata", self.unfinished, "--encoding=UTF8"]
        command += ["--username", NAME, "--auth=scram-sha-256", "--pwfile", password_file]
        complaint = ""
        for locale in LOCALES:
            shutil.rmtree(self.unfinished, ignore_errors=True)
            make_private(self.unfinished, self.account)
            run = self.account.run([*command, *locale])
            if run.returncode == 0:
                return
            complaint = run.stderr
        raise CannotGoOn(f"{complaint}\nPostgreSQL could not create its files: see above.")

    def link(self, binaries: Binaries) -> None:
        self.programs.unlink(missing_ok=True)
        self.programs.symlink_to(binaries.folder)

    def write_settings(self) -> None:
        path = self.data / "conglang.conf"
        write_privately(path, SETTINGS.format(port=PORT, sockets=self.sockets, cluster_name=CLUSTER_NAME))
        self.account.own(path)


def find_cluster() -> Cluster:
    """The cluster of this checkout, wherever it is or is going to be."""
    account = account_for(IN_VAR / "data")
    return Cluster(home=home_for(account), account=account)


def home_for(account: Account) -> Path:
    """In var/ where the server's account can get there, which it can't below somebody's private home."""
    if IN_VAR.is_symlink() and IN_VAR.readlink() != OUTSIDE:
        raise CannotGoOn(
            f"{IN_VAR} leads to the database of another checkout, {IN_VAR.readlink()}:"
            " remove the link to get one of your own."
        )
    if IN_VAR.is_symlink() or not (IN_VAR.exists() or account.can_enter(VAR.parent)):
        return OUTSIDE
    return IN_VAR


def make_private(folder: Path, account: Account) -> None:
    """A folder that only `account` may enter; refuses one that somebody else put there first."""
    try:
        folder.mkdir(mode=0o700)
        account.own(folder)
    except FileExistsError:
        if folder.is_symlink() or folder.stat().st_uid != account.uid:
            raise CannotGoOn(f"{folder} is in the way and doesn't belong to {account.name}: remove it.") from None
    folder.chmod(0o700)


def write_privately(path: Path, text: str) -> None:
    """Whole or not at all, and readable by its owner only from the first moment."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    unfinished.replace(path)
