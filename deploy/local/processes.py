"""The running processes and their command lines, and how to end some of them for good."""

import os
import signal
import subprocess
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def processes() -> Iterator[tuple[int, str]]:
    """Process ids with their command lines, as far as we may see them."""
    if not (PROC / "self" / "cmdline").exists():
        yield from processes_from_ps()
        return
    for folder in PROC.glob("[0-9]*"):
        if command := command_of(int(folder.name)):
            yield int(folder.name), command


def command_of(pid: int) -> str:
    """Arguments parted by spaces; empty for one that ended, also while its parent hasn't taken notice (a zombie)."""
    if not (PROC / "self" / "cmdline").exists():
        return dict(processes_from_ps()).get(pid, "")
    try:
        arguments = (PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return ""
    return os.fsdecode(arguments).replace("\0", " ").strip()


def processes_from_ps() -> Iterator[tuple[int, str]]:
    table = subprocess.run(["ps", "-axww", "-o", "pid=,stat=,command="], capture_output=True, text=True, check=True)
    for line in table.stdout.splitlines():
        pid, state, command = line.split(maxsplit=2)
        if not state.startswith("Z"):
            yield int(pid), command


def works_in(pid: int, folder: Path) -> bool:
    """True when we can see that `folder`, by whatever name, is the process's current directory."""
    try:
        return (PROC / str(pid) / "cwd").samefile(folder)
    except OSError:
        return False


def end(pids: Collection[int], *signals: signal.Signals, patience: float) -> bool:
    """Send each signal in turn, giving the processes `patience` seconds after each; True when all have ended."""
    for number in signals:
        for pid in pids:
            send(pid, number)
        if have_ended(pids, patience):
            return True
    return False


def send(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def have_ended(pids: Collection[int], patience: float) -> bool:
    deadline = time.monotonic() + patience
    while any(command_of(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
