"""Visits as a real web server takes them, which is told to stop with some of them not yet written down."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from wagtail.models import Page

from tenants.crossing import in_site
from tests import cast, databases
from tests.conftest import find_tenant
from tests.environment import HOME
from tests.readers import COMPUTER, PHONE
from traffic.hits import ADDRESS
from traffic.models import DayCount

START_SECONDS = 60
HOST = "xa-dinh-an.tracu.localhost"


def test_a_server_that_is_told_to_stop_loses_nothing(own_database: str, tmp_path: Path):
    commune = find_tenant(cast.COMMUNE)
    with in_site(commune):
        page = Page.objects.get(depth=2, locale__language_code="vi").pk
    (tmp_path / "static").mkdir()
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        port = attempt.getsockname()[1]
    environment = {
        **os.environ,
        "DATABASE_URL": databases.url_of(own_database),
        "VAR_DIR": str(tmp_path),
        "PORT": str(port),
        "WEB_WORKERS": "2",
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "config.wsgi:application"]
    server = subprocess.Popen(command, cwd=HOME, env=environment, start_new_session=True)
    try:
        wait_for(port)
        answers = [tell(port, page, browser) for browser in (PHONE, COMPUTER, PHONE)]
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=60)
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
    assert answers == [204, 204, 204]
    with in_site(commune):
        counted = {row.device: (row.views, row.visits) for row in DayCount.objects.all()}
    assert counted == {"phone": (2, 1), "computer": (1, 1)}


def tell(port: int, page: int, browser: str) -> int:
    """Over a connection of its own: any of the processes may answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Host": HOST, "User-Agent": browser, "Sec-Fetch-Site": "same-origin"}
    connection.request("POST", ADDRESS, f"trang={page}", headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            tell(port, 0, COMPUTER)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("The server does not answer.")
