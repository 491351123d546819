"""How gunicorn serves the site, on a developer's machine and behind a reverse proxy alike.

`gunicorn -c deploy/gunicorn.conf.py config.wsgi:application`
"""

import gc
import os
import re
from pathlib import Path
from typing import Any

from django.db import connections
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

HOME = Path(__file__).resolve().parents[1]

chdir = str(HOME)
pythonpath = str(HOME / "platform")

bind = f"{os.environ.get('BIND') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS") or 2)
threads = int(os.environ.get("WEB_THREADS") or 4)

# Loaded once and shared by the workers: less memory, and a fault in the settings shows before anything is served.
preload_app = True

# A worker is replaced now and then, not all at once, so that a slow leak never becomes a full memory.
# Every page that is shown is a second, light request: the counter's.
max_requests = 20_000
max_requests_jitter = 2000
timeout = 60
graceful_timeout = 30
keepalive = 5

# Whose X-Forwarded-* headers are believed: only a proxy's on this machine, unless you name others.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1,::1"

accesslog = os.environ.get("ACCESS_LOG") or None  # "-" for standard output
# Not from which page a form was sent: readers rate pages without a trace. deploy/nginx.conf keeps the same to itself.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s" %(s)s %(b)s "%(a)s"'
COUNTER = "/dem-luot/"
# What comes after it opens what a citizen sent.
SECRET = re.compile(r"(/gui-cau-hoi/|/da-nhan/)[^/]+")


class DiscreetLogger(Logger):
    def atoms(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().atoms(*args, **kwargs)
        return {**found, "U": SECRET.sub(r"\1…", found["U"])}

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: Any) -> None:
        """Which page a reader shows is counted without their address, and not written beside it here."""
        if req.path != COUNTER:
            super().access(resp, req, environ, request_time)


logger_class = DiscreetLogger

GARBAGE = (10_000, 20, 20)

# Its address is the same for every gunicorn of a user, so a second one would take the first one's over.
control_socket_disable = True


def pre_fork(_server: Arbiter, _worker: Worker) -> None:
    """Close what loading the application opened: two processes must not talk over one database connection. What was
    loaded stays: no worker looks through it for garbage, which would cost a tenth of a second now and then, and a
    memory of its own. What a page makes is looked through less often than by default, which is made for small
    programs."""
    connections.close_all()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
