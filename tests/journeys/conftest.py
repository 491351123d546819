"""A whole installation for the browser: gunicorn, worker, files and a database of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from accounts.roles import Role
from tests import cast, databases
from tests.environment import HOME

START_SECONDS = 60
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}


@dataclass(frozen=True)
class Installation:
    port: int
    folder: Path
    environment: dict[str, str]

    def address(self, slug: str, path: str = "/") -> str:
        host = "tracu.localhost" if slug == cast.DISTRICT else f"{slug}.tracu.localhost"
        return f"http://{host}:{self.port}{path}"

    def run(self, code: str) -> str:
        """What that code prints, run on the installation's data."""
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        return subprocess.run(
            command, cwd=HOME, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def mails(self) -> list[str]:
        return [file.read_text() for file in sorted((self.folder / "mail").glob("*.log"))]


@pytest.fixture(scope="session")
def installation(template_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    folder, port = tmp_path_factory.mktemp("installation"), _free_port()
    with databases.unattached_copy(template_database) as name:
        environment = {
            **os.environ,
            "DATABASE_URL": databases.url_of(name),
            "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
            "PYTHONPATH": str(HOME),
            "VAR_DIR": str(folder),
            "PORT": str(port),
            "WEB_WORKERS": "1",
            "HOST_CACHE_SECONDS": "1",
            "FRAME_CACHE_SECONDS": "1",
            "LOG_LEVEL": "WARNING",
            "OPEN_DATA_REQUESTS": "1000000",
            "OPEN_DATA_DOWNLOADS": "1000000",
        }
        for command in (["collectstatic", "--noinput", "-v0"], ["upgrade"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=HOME, env=environment, check=True)
        server = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "config.wsgi:application"]
        worker = [sys.executable, "manage.py", "worker"]
        with _process(server, environment), _process(worker, environment):
            _wait_for(port)
            yield Installation(port, folder, environment)


@contextmanager
def _process(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=HOME, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    """By number and Host header: not every system resolves names below `localhost`, browsers do it themselves."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"Host": f"tracu.localhost:{port}"})
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(request, timeout=5)  # noqa: S310 - our own address
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The installation on port {port} did not answer within {START_SECONDS} s")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": CHROMIUM_ARGUMENTS,
    }


@pytest.fixture
def sign_in(installation: Installation, browser: Browser) -> Iterator[Callable[..., Page]]:
    """`sign_in(COMMUNE, Role.EDITOR)` is a page of a browser in which that person has signed in there."""
    contexts = []

    def open_page(slug: str, role: Role) -> Page:
        context = browser.new_context(locale="vi-VN")
        contexts.append(context)
        page = context.new_page()
        page.goto(installation.address(slug, "/admin/"))
        page.fill("input[name=username]", cast.address_of(role))
        page.fill("input[name=password]", cast.PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="vi-VN", has_touch=True)
    yield context.new_page()
    context.close()
