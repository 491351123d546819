"""deploy/local/serve.py and deploy/gunicorn.conf.py, with the real gunicorn and a small application."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.deploy.checkouts import ROOT, SCRIPTS, Checkout, is_alive

PATIENCE = 60

# Connects while it is loaded, as an application does that reads its settings from a table.
APPLICATION = """
import os
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}})

from django.db import connections

opened_by_loading = connections["default"]
opened_by_loading.ensure_connection()

def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{os.getpid()} {opened_by_loading.connection is not None}".encode()]
"""

# What manage.py is to serve.py: it lists the addresses, or it is the worker.
WORKER = """
import os, pathlib, sys, time
if sys.argv[1:] == ["addresses"]:
    sys.exit(print("http://tracu.localhost"))
pathlib.Path("half").write_text(str(os.getpid()))
os.replace("half", "worker.pid")
time.sleep(600)
"""


@dataclass(frozen=True)
class Installation:
    checkout: Checkout
    port: int

    def begin(self, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, SCRIPTS / "serve.py"],
            env=self.checkout.environment(PORT=str(self.port), WEB_WORKERS="1", **variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # Tests that are run with nohup ignore it, and hand that on.
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # noqa: PLW1509 - there are no threads
        )

    def visit(self) -> tuple[int, bool]:
        """The process that answers, and whether it has the connection that loading the application made."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as answer:
            pid, connected = answer.read().decode().split()
        return int(pid), connected == "True"

    def worker(self) -> int:
        return int((self.checkout.home / "worker.pid").read_text())


@pytest.fixture
def installation(checkout: Checkout) -> Installation:
    (checkout.home / "platform" / "config").mkdir(parents=True)
    (checkout.home / "platform" / "config" / "wsgi.py").write_text(APPLICATION)
    (checkout.home / "manage.py").write_text(WORKER)
    (checkout.home / "deploy").mkdir()
    shutil.copy(ROOT / "deploy" / "gunicorn.conf.py", checkout.home / "deploy")
    return Installation(checkout, free_port())


@pytest.fixture
def served(installation: Installation) -> Iterator[tuple[Installation, subprocess.Popen[str]]]:
    process = installation.begin()
    wait_for(lambda: can_be_visited(installation) and (installation.checkout.home / "worker.pid").exists())
    yield installation, process
    process.terminate()
    process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def can_be_visited(installation: Installation) -> bool:
    try:
        installation.visit()
    except OSError:
        return False
    return True


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_web_server_and_worker(
    served: tuple[Installation, subprocess.Popen[str]], number: signal.Signals
) -> None:
    installation, process = served
    web, worker = installation.visit()[0], installation.worker()
    process.send_signal(number)
    assert process.wait(PATIENCE) == 0
    assert not is_alive(web)
    assert not is_alive(worker)


def test_it_says_where_the_sites_are_and_how_to_end_it(served: tuple[Installation, subprocess.Popen[str]]) -> None:
    installation, process = served
    assert process.stdout
    assert process.stdout.readline() == "http://tracu.localhost\n"
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=PATIENCE)[1]
    assert f"Serving on port {installation.port}. Ctrl+C ends it; the database runs on until `make stop`." in said


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/km/gui-cau-hoi/bi-mat/tep/3/", "/km/gui-cau-hoi/…/tep/3/"),
        ("/gop-y/7/da-nhan/bi-mat/", "/gop-y/7/da-nhan/…/"),
        ("/danh-gia/", "/danh-gia/"),
    ],
)
def test_the_access_log_tells_no_secret_and_not_from_which_page_a_form_came(
    installation: Installation, path: str, told: str
) -> None:
    log = installation.checkout.home / "access.log"
    process = installation.begin(ACCESS_LOG=str(log))
    wait_for(lambda: can_be_visited(installation))
    address = f"http://127.0.0.1:{installation.port}{path}?q=bi-mat"
    urllib.request.urlopen(urllib.request.Request(address, headers={"Referer": "http://a/trang-bi-mat/"})).close()
    process.terminate()
    process.wait()
    assert f'"GET {told}" 200' in log.read_text()
    assert "bi-mat" not in log.read_text()


def test_stop_ends_what_is_served_before_the_database(served: tuple[Installation, subprocess.Popen[str]]) -> None:
    installation, process = served
    web, worker = installation.visit()[0], installation.worker()
    stopped = installation.checkout.run("stop.py")
    assert (stopped.returncode, process.wait(PATIENCE)) == (0, 0)
    assert not is_alive(web)
    assert not is_alive(worker)
    assert stopped.stderr.splitlines() == [
        "Stopping the web server and the worker; requests in progress are finished first …",
        "The private database isn't running.",
    ]


def test_stop_leaves_a_process_alone_that_got_the_number_of_a_killed_one(installation: Installation) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        (installation.checkout.home / "var").mkdir()
        left_over = installation.checkout.home / "var" / f"serve-{other.pid}.pid"
        left_over.touch()
        assert installation.checkout.run("stop.py").returncode == 0
        assert is_alive(other.pid)
        assert not left_over.exists()


@pytest.mark.only_where(sys.platform == "linux", reason="only Linux tells a process that its parent was killed")
def test_nothing_is_left_when_it_is_killed(served: tuple[Installation, subprocess.Popen[str]]) -> None:
    installation, process = served
    web, worker = installation.visit()[0], installation.worker()
    process.kill()
    wait_for(lambda: not is_alive(web) and not is_alive(worker))


def test_worker_that_died_is_started_again(served: tuple[Installation, subprocess.Popen[str]]) -> None:
    installation, process = served
    first = installation.worker()
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: installation.worker() != first)
    assert can_be_visited(installation)
    process.terminate()
    process.wait()
    assert process.stderr
    assert "The background worker ended with status 137: again in 1 s." in process.stderr.read()


def test_connections_are_not_shared_over_the_fork(served: tuple[Installation, subprocess.Popen[str]]) -> None:
    installation, _ = served
    _, connected = installation.visit()
    assert not connected


def test_ends_with_the_web_servers_status(installation: Installation) -> None:
    (installation.checkout.home / "platform" / "config" / "wsgi.py").write_text("raise RuntimeError('broken')")
    process = installation.begin()
    process.communicate(timeout=PATIENCE)
    assert process.returncode not in (None, 0)
    assert not is_alive(installation.worker())


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("99999", "PORT must be a number from 1 to 65535, and is 99999."),
        ("web", "PORT must be a number from 1 to 65535, and is web."),
    ],
)
def test_impossible_port_is_told_in_one_sentence(checkout: Checkout, value: str, sentence: str) -> None:
    ended = checkout.run("serve.py", PORT=value)
    assert (ended.returncode, ended.stderr.strip()) == (1, sentence)


def test_port_that_is_taken_is_told_before_anything_starts(installation: Installation) -> None:
    with socket.create_server(("127.0.0.1", installation.port)):
        ended = installation.checkout.run("serve.py", PORT=str(installation.port))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "Address already in use" in ended.stderr
    assert not (installation.checkout.home / "worker.pid").exists()
