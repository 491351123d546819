"""Processes of a run: each in a group of its own, ended with all it started, and by the kernel should we be killed."""

import ctypes
import dataclasses
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path
from typing import IO, Any, TypeVar

HOME = Path(__file__).resolve().parents[2]
PR_SET_PDEATHSIG = 1

Process = subprocess.Popen[str]
Record = TypeVar("Record")


@contextmanager
def started(
    *command: str | Path,
    environment: Mapping[str, str],
    cores: set[int] | None = None,
    stdin: int = subprocess.DEVNULL,
    stdout: int | IO[str] | None = None,
    stderr: int | IO[str] | None = None,
) -> Iterator[Process]:
    """Runs while the block does, with these variables besides our own, on those processor cores only."""
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=HOME,
        env={**os.environ, **environment},
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        text=True,
        start_new_session=True,
        preexec_fn=_ending_with_us(cores),  # noqa: PLW1509 - there are no threads here
    )
    try:
        yield process
    finally:
        _end(process)


@contextmanager
def managing(*arguments: str, environment: Mapping[str, str], log: Path) -> Iterator[Process]:
    """`manage.py …` while the block runs, its lines in a file."""
    with (
        log.open("w") as lines,
        started(
            sys.executable, "manage.py", *arguments, environment=environment, stdout=lines, stderr=lines
        ) as process,
    ):
        yield process


def manage(*arguments: str, environment: Mapping[str, str], progress: Callable[[str], None]) -> None:
    """`manage.py …`, its lines up to the first empty one as progress."""
    command = (sys.executable, "-u", "manage.py", *arguments)
    with started(*command, environment=environment, stdout=subprocess.PIPE) as process:
        lines = map(str.strip, process.stdout or ())
        for line in takewhile(bool, lines):
            progress(line)
        for _rest in lines:
            pass
        _check(process, command)


def call(function: str, record: type[Record], *, environment: Mapping[str, str], **arguments: Any) -> list[Record]:
    """The records that a function of this package returns, called in a process with Django set up."""
    command = (sys.executable, "-m", "tests.bench.inside", function)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with started(*command, environment=environment, **pipes) as process:
        answer, _ = process.communicate(json.dumps(arguments))
        _check(process, command)
    return [record(**fields) for fields in json.loads(answer)]


def plain(record: Any) -> Any:
    return dataclasses.asdict(record)


def name_of(pid: int) -> str:
    """Linux only; empty elsewhere."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/comm").read_text().strip()
    return ""


def children_of(pid: int) -> list[int]:
    """Linux only; none elsewhere."""
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def processor_seconds(pid: int) -> float:
    """What the process has used of the processor so far. Linux only; zero elsewhere."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _ending_with_us(cores: set[int] | None) -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def settle() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)
        if cores:
            os.sched_setaffinity(0, cores)

    return settle


def _check(process: Process, command: tuple[str, ...]) -> None:
    if process.wait():
        raise RuntimeError(f"{' '.join(command[1:])} ended with status {process.returncode}.")


def _end(process: Process) -> None:
    """At once, with all that it started: nothing that these processes hold outlives the run."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
