"""The server process of the private cluster: start it, stop it, clear up after one that was killed."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT, SIGKILL, SIGQUIT

from account import environment
from binaries import Binaries
from checkout import VAR, CannotGoOn, say
from cluster import CLUSTER_NAME, NAME, SOCKET, Cluster, write_privately
from processes import command_of, end, processes, works_in

URL_FILE = VAR / "database.url"
PATIENCE = 300.0
BETWEEN_SIGNS_OF_LIFE = 5.0
LARGEST_LOG = 10 * 1024 * 1024


def start(cluster: Cluster, binaries: Binaries) -> bool:
    """False when it was running already. In either case the database exists and var/database.url leads to it."""
    begun = not is_healthy(cluster)
    if begun:
        stop(cluster)
        end_leftovers(cluster)
        if cluster.major is None:
            cluster.initialise(binaries)
        cluster.link(binaries)
        cluster.write_settings()
        launch(cluster, binaries)
    wait_until_ready(cluster, lambda: postmaster(cluster) is not None)
    create_database(cluster)
    write_privately(URL_FILE, f"{cluster.url}\n")
    return begun


def stop(cluster: Cluster) -> bool:
    """False when there was nothing to stop. First politely, then as PostgreSQL does when in a hurry."""
    pid = postmaster(cluster)
    if pid is None:
        return False
    if not end([pid], SIGINT, patience=60) and not end([pid], SIGQUIT, SIGKILL, patience=10):
        raise CannotGoOn(f"The server (process {pid}) doesn't end; see {cluster.log}.")
    return True


def postmaster(cluster: Cluster) -> int | None:
    """The server's process id; None for one that ended and left its file behind."""
    pid = postmaster_file(cluster)[0]
    return int(pid) if pid and is_server_of(int(pid), cluster) else None


def postmaster_file(cluster: Cluster) -> list[str]:
    """Its lines: the first is the process id, the eighth says how far the server is."""
    try:
        return (cluster.data / "postmaster.pid").read_text().split("\n")
    except FileNotFoundError:
        return [""]


def is_server_of(pid: int, cluster: Cluster) -> bool:
    return serves(command_of(pid), cluster) or works_in(pid, cluster.data)


def serves(command: str, cluster: Cluster) -> bool:
    return f" -D {cluster.data} " in f"{command} "


def is_healthy(cluster: Cluster) -> bool:
    """Running, with its socket where we expect it and its programs still on disk."""
    needed = (cluster.sockets / SOCKET, cluster.programs / "postgres")
    return postmaster(cluster) is not None and all(path.exists() for path in needed)


def is_ready(cluster: Cluster) -> bool:
    return [state.strip() for state in postmaster_file(cluster)[7:8]] == ["ready"]


def end_leftovers(cluster: Cluster) -> None:
    """End what outlived its postmaster, or serves files that were removed under it, and forget its lock files.

    The process ids in those may be somebody else's by now, and PostgreSQL would take that for a running server.
    """
    pids = [pid for pid, command in processes() if is_left_over(command, cluster)]
    if not end(pids, SIGQUIT, SIGKILL, patience=10):
        raise CannotGoOn(f"Processes of an earlier server don't end: {', '.join(map(str, pids))}.")
    for path in (cluster.data / "postmaster.pid", cluster.sockets / SOCKET, cluster.sockets / f"{SOCKET}.lock"):
        path.unlink(missing_ok=True)


def is_left_over(command: str, cluster: Cluster) -> bool:
    """A server, a part of one, or an initdb whose caller was killed."""
    is_part = command.startswith(f"postgres: {CLUSTER_NAME}: ")
    return is_part or serves(command, cluster) or f" --pgdata {cluster.unfinished} " in command


def launch(cluster: Cluster, binaries: Binaries) -> None:
    """Start the server in a session of its own, holding nothing of ours, and wait until it answers."""
    if cluster.log.exists() and cluster.log.stat().st_size > LARGEST_LOG:
        cluster.log.replace(cluster.log.with_suffix(".log.1"))
    with cluster.log.open("ab") as log:
        server = subprocess.Popen(
            [binaries.folder / "postgres", "-D", cluster.data],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env=environment(),
            **cluster.account.switch(),
        )
    wait_until_ready(cluster, lambda: server.poll() is None)


def wait_until_ready(cluster: Cluster, is_alive: Callable[[], bool]) -> None:
    begun = told = time.monotonic()
    while not is_ready(cluster):
        if not is_alive():
            raise CannotGoOn(f"{end_of_log(cluster)}\nThe database server did not start: see above.")
        if time.monotonic() - begun > PATIENCE:
            raise CannotGoOn(f"The database server is still not ready after {PATIENCE:.0f} s: see {cluster.log}.")
        if time.monotonic() - told > BETWEEN_SIGNS_OF_LIFE:
            say("The database is still starting (after a crash it first repairs its files) …")
            told = time.monotonic()
        time.sleep(0.02)


def end_of_log(cluster: Cluster) -> str:
    return "\n".join(cluster.log.read_text(errors="replace").splitlines()[-10:])


def create_database(cluster: Cluster) -> None:
    if NAME not in ask(cluster, "SELECT datname FROM pg_database").split():
        ask(cluster, f"CREATE DATABASE {NAME}")


def ask(cluster: Cluster, statement: str) -> str:
    command: list[str | Path] = [cluster.programs / "psql", "--no-psqlrc", "--tuples-only", "--no-align"]
    command += ["--host", cluster.sockets, "--username", NAME, "--no-password"]
    command += ["--dbname", "postgres", "--command", statement]
    answer = cluster.account.run(command, PGPASSWORD=cluster.password())
    if answer.returncode:
        raise CannotGoOn(f"{answer.stderr.strip()}\nThe database server refused us: see above.")
    return answer.stdout.strip()
