"""Serve this installation: the web server, and beside it the background worker.

Ends when the web server ends, with its status. A worker that dies is started again. While it lives, its process id
stands in var/, for `make stop`.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from checkout import HOME, VAR, VENV, VENV_PYTHON, CannotGoOn, run, say
from port import port
from processes import command_of

WEB = (VENV / "bin" / "gunicorn", "-c", "deploy/gunicorn.conf.py", "config.wsgi:application")
WORKER = (VENV_PYTHON, "manage.py", "worker")
ADDRESSES = (VENV_PYTHON, "manage.py", "addresses")
HOW_TO_END = "Serving on port {}. Ctrl+C ends it; the database runs on until `make stop`."
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
LONG_LIFE = 60.0
# Longer than what gunicorn gives to the requests in progress; a task may be in progress as well.
TIME_TO_END = 40.0
PR_SET_PDEATHSIG = 1

Process = subprocess.Popen[bytes]


def main() -> int:
    host = os.environ.get("BIND") or "127.0.0.1"
    make_sure_port_is_free(host, port())
    with known_in_var():
        return serve(host)


def serve(host: str) -> int:
    pair = Pair()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # nohup asks for SIGHUP to be ignored; a shell's `&` leaves SIGINT ignored, which nobody asked for.
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, pair.stop)
    is_open = False
    while pair.web.poll() is None:
        if not is_open and (is_open := answers(host, port())):
            say(HOW_TO_END.format(port()))
            start(ADDRESSES)
        pair.look_after_worker()
        time.sleep(0.1)
    for process in (pair.web, pair.worker):
        end(process)
    return 0 if pair.is_stopping else status_of(pair.web)


class Pair:
    """The web server and the worker. A worker that keeps dying is started later and later."""

    def __init__(self) -> None:
        self.is_stopping = False
        self.web, self.worker = start(WEB), start(WORKER)
        self.worker_begun = time.monotonic()
        self.pause = SHORTEST_PAUSE

    def stop(self, number: int, _frame: FrameType | None) -> None:
        """Pass the signal on; that the terminal is gone (SIGHUP) would make gunicorn reload rather than stop."""
        self.is_stopping = True
        for process in (self.web, self.worker):
            process.send_signal(signal.SIGTERM if number == signal.SIGHUP else number)

    def look_after_worker(self) -> None:
        if self.is_stopping or self.worker.poll() is None:
            return
        lived = time.monotonic() - self.worker_begun
        if lived > LONG_LIFE:
            self.pause = SHORTEST_PAUSE
        say(f"The background worker ended with status {status_of(self.worker)}: again in {self.pause:.0f} s.")
        self.wait(self.pause)
        self.pause = min(2 * self.pause, LONGEST_PAUSE)
        if not self.is_stopping and self.web.poll() is None:
            self.worker, self.worker_begun = start(WORKER), time.monotonic()

    def wait(self, seconds: float) -> None:
        """No longer than there is a web server to wait for."""
        with suppress(subprocess.TimeoutExpired):
            self.web.wait(seconds)


@contextmanager
def known_in_var() -> Iterator[None]:
    VAR.mkdir(exist_ok=True)
    file = VAR / f"serve-{os.getpid()}.pid"
    file.write_text(f"{os.getpid()}\n")
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def serving() -> list[int]:
    """The processes that serve this installation; forgets those that were killed, whose number may be another's now."""
    alive = []
    for file in sorted(VAR.glob("serve-*.pid")):
        pid = int(file.stem.removeprefix("serve-"))
        if Path(__file__).name in command_of(pid):
            alive.append(pid)
        else:
            file.unlink(missing_ok=True)
    return alive


def answers(host: str, number: int) -> bool:
    try:
        socket.create_connection((host.strip("[]"), number), timeout=1).close()
    except OSError:
        return False
    return True


def make_sure_port_is_free(host: str, number: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host.strip("[]"), number))
        except OSError as error:
            raise CannotGoOn(
                f"Can't serve on {host}, port {number} ({error.strerror}): choose another, as in `make run PORT=8001`."
            ) from None


def start(command: tuple[str | Path, ...]) -> Process:
    """In a session of its own, so that Ctrl-C reaches it once, through us."""
    return subprocess.Popen(
        command,
        cwd=HOME,
        start_new_session=True,
        preexec_fn=ending_with_us(),  # noqa: PLW1509 - there are no threads here
    )


def ending_with_us() -> Callable[[], None] | None:
    """What a new process calls to be ended by the kernel when we are gone, were it by SIGKILL; Linux only."""
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask_the_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return ask_the_kernel


def end(process: Process) -> None:
    """And whatever it started and left behind, which is in the same group."""
    for number, patience in ((signal.SIGTERM, TIME_TO_END), (signal.SIGKILL, None)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            return


def status_of(process: Process) -> int:
    """As a shell reports it: 128 and the signal's number for one that was killed."""
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


if __name__ == "__main__":
    run(main)
