"""The database of this checkout: `start`, `stop`, `status`, and `url` to connect to it.

DATABASE_SOURCE says where it comes from: `url` (the server that DATABASE_URL names), `system` or `embedded` (a private
cluster in var/, on the machine's PostgreSQL or on the one in the environment), or `auto`: the first of these that is
there.
"""

import argparse
import os
import subprocess
from collections.abc import Callable, Iterator

import server
from binaries import EXTENSIONS, OLDEST, Binaries, embedded_binaries, system_binaries
from checkout import VAR, VENV_PYTHON, CannotGoOn, only_one, run, say
from cluster import Cluster, find_cluster

SOURCES = ("auto", "url", "system", "embedded")
STOPPED = 3
NEEDS = f"PostgreSQL {OLDEST} or later with the extensions {' and '.join(EXTENSIONS)}"
NOTHING_ON_OFFER = {
    "auto": f"There is no {NEEDS} on this machine, nor the one that `make environment` installs.",
    "system": f"There is no {NEEDS} on this machine: install it, or leave DATABASE_SOURCE unset.",
    "embedded": "The embedded PostgreSQL isn't in .venv, or can't run on this machine: run `make environment`.",
}

CONNECT = """
import os, sys, psycopg2
try:
    connection = psycopg2.connect(os.environ["DATABASE_URL"], connect_timeout=10)
except psycopg2.Error as error:
    sys.exit(str(error).strip())
cursor = connection.cursor()
cursor.execute("SELECT name FROM pg_available_extensions")
print(connection.server_version // 10000, *(name for name, in cursor))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=VERBS)
    return VERBS[parser.parse_args().verb]()


def start() -> int:
    if source() == "url":
        check_server(database_url())
        return 0
    VAR.mkdir(exist_ok=True)
    with only_one(VAR):
        cluster = find_cluster()
        cluster.make_folders()
        binaries = choose(cluster)
        begun = server.start(cluster, binaries)
    say(f"The database is running: {binaries}." if begun else "The database is running already.")
    return 0


def stop() -> int:
    VAR.mkdir(exist_ok=True)
    with only_one(VAR):
        stopped = server.stop(find_cluster())
    say("The private database is stopped." if stopped else "The private database isn't running.")
    return 0


def status() -> int:
    if source() == "url":
        check_server(database_url())
        return 0
    cluster = find_cluster()
    pid = server.postmaster(cluster)
    print(f"Running: process {pid}, programs in {cluster.programs.resolve()}." if pid else "Stopped.")
    return 0 if pid else STOPPED


def url() -> int:
    if source() == "url":
        print(database_url())
    elif server.URL_FILE.exists():
        print(server.URL_FILE.read_text().strip())
    else:
        raise CannotGoOn("There is no database yet: run `make database`.")
    return 0


def source() -> str:
    """`auto` is settled here as far as the server of DATABASE_URL goes."""
    wanted = os.environ.get("DATABASE_SOURCE") or "auto"
    if wanted not in SOURCES:
        raise CannotGoOn(f"DATABASE_SOURCE must be one of {', '.join(SOURCES)}, and is {wanted}.")
    return "url" if wanted == "auto" and database_url() else wanted


def database_url() -> str:
    url = os.environ.get("DATABASE_URL", "")
    if os.environ.get("DATABASE_SOURCE") == "url" and not url:
        raise CannotGoOn("DATABASE_SOURCE=url needs the address of a server in DATABASE_URL.")
    return url


def choose(cluster: Cluster) -> Binaries:
    """The first on offer, of the release that made the cluster's files if there are any."""
    for binaries in offered(cluster):
        if cluster.major in (None, binaries.major):
            return binaries
    if cluster.major is None:
        raise CannotGoOn(NOTHING_ON_OFFER[source()])
    raise CannotGoOn(
        f"The database in {cluster.home} was made with PostgreSQL {cluster.major}, which DATABASE_SOURCE={source()}"
        " doesn't offer here: install that release, or remove the folder to start afresh."
    )


def offered(cluster: Cluster) -> Iterator[Binaries]:
    if source() in ("auto", "system"):
        yield from system_binaries(cluster.account)
    if source() in ("auto", "embedded"):
        yield from embedded_binaries(cluster.account, cluster.home)


def check_server(url: str) -> None:
    """Say what is wrong with the server that DATABASE_URL names, as far as the environment is there to ask it."""
    if not url.startswith(("postgresql://", "postgres://")):
        raise CannotGoOn("DATABASE_URL must begin with postgresql://.")
    if not VENV_PYTHON.exists():
        say("The server of DATABASE_URL is not checked: there is no environment in .venv yet.")
        return
    answer = subprocess.run([VENV_PYTHON, "-c", CONNECT], check=False, capture_output=True, text=True)
    if answer.returncode:
        raise CannotGoOn(f"{answer.stderr.strip()}\nThe server of DATABASE_URL doesn't answer: see above.")
    major, *extensions = answer.stdout.split()
    if int(major) < OLDEST:
        raise CannotGoOn(f"The server of DATABASE_URL is PostgreSQL {major}, and {OLDEST} or later is needed.")
    if missing := sorted({*EXTENSIONS} - {*extensions}):
        raise CannotGoOn(f"The server of DATABASE_URL lacks {' and '.join(missing)}: install its contrib package.")
    say(f"The server of DATABASE_URL answers: PostgreSQL {major}.")


VERBS: dict[str, Callable[[], int]] = {"start": start, "stop": stop, "status": status, "url": url}


if __name__ == "__main__":
    run(main)
