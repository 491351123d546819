"""Bring `.venv` up to date with requirements-dev.txt; does nothing when it already is."""

import sys

if sys.hexversion < 0x030B0000:
    sys.exit(
        f"This needs Python 3.11 or later, and {sys.executable} is {sys.version.split()[0]}:"
        " name a newer one, for example `make PYTHON=python3.12 demo`."
    )

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from checkout import HOME, VENV, VENV_PYTHON, CannotGoOn, only_one, run, say

LOCK = HOME / "requirements-dev.txt"
STAMP = VENV / "conglang-stamp"
DISCARDED = HOME / ".venv.discarded"
UNFINISHED = "unfinished"


def main() -> int:
    with only_one(HOME) as lock:
        if stamp() == up_to_date():
            return 0
        make_sure_of_venv_module()
        if cannot_be_kept():
            discard()
        has_pip = STAMP.exists()
        VENV.mkdir(exist_ok=True)
        STAMP.write_text(UNFINISHED)
        if not has_pip:
            create(lock)
        install(lock)
        STAMP.write_text(up_to_date())
    say("The environment in .venv is ready.")
    return 0


def up_to_date() -> str:
    """The stamp of a finished environment: what a change of would make it stale, one to a line.

    Its path is there because the scripts in it name that path: a copied or moved one would use the original.
    """
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{sys.version.split()[0]}\n{VENV}\n{lock}\n"


def stamp() -> str | None:
    try:
        return STAMP.read_text() if VENV_PYTHON.exists() else UNFINISHED
    except FileNotFoundError:
        return None


def cannot_be_kept() -> bool:
    """True for one that was left half done, moved here, or made by another Python; only its packages may be stale."""
    if not VENV.exists():
        return False
    found = stamp()
    if found is None:
        return version_of(VENV_PYTHON) != sys.version.split()[0]
    return found.splitlines()[:2] != up_to_date().splitlines()[:2]


def version_of(python: Path) -> str | None:
    ask = "import sys; print(sys.version.split()[0])"
    answer = subprocess.run([python, "-c", ask], check=False, capture_output=True, text=True)
    return answer.stdout.strip() if answer.returncode == 0 else None


def discard() -> None:
    """Move it out of the way first: a removal that is cut short then leaves nothing that looks like one."""
    say("Replacing .venv: it is unfinished, was moved, or belongs to another Python.")
    shutil.rmtree(DISCARDED, ignore_errors=True)
    VENV.rename(DISCARDED)
    shutil.rmtree(DISCARDED)


def make_sure_of_venv_module() -> None:
    missing = [module for module in ("venv", "ensurepip") if importlib.util.find_spec(module) is None]
    if missing:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise CannotGoOn(
            f"This Python lacks its module {' and '.join(missing)}: install it"
            f" (on Debian and Ubuntu `apt install python{version}-venv`) and try again."
        )


def create(lock: int) -> None:
    say(f"Preparing .venv with Python {sys.version.split()[0]} …")
    command: list[str | Path] = [sys.executable, "-m", "venv", VENV]
    made = subprocess.run(command, check=False, capture_output=True, text=True, pass_fds=[lock])
    if made.returncode:
        raise CannotGoOn(f"{made.stdout}{made.stderr}Python could not create .venv: see above.")


def install(lock: int) -> None:
    command: list[str | Path] = [VENV_PYTHON, "-m", "pip", "install", "--require-hashes", "-r", LOCK]
    command += ["--no-input", "--progress-bar=off", "--disable-pip-version-check"]
    environment = {name: value for name, value in os.environ.items() if name not in ("PIP_USER", "PIP_TARGET")}
    with tempfile.TemporaryFile("w+") as errors:
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, pass_fds=[lock]
        ) as pip:
            show_progress(pip.stdout or (), total=number_of_requirements())
        if pip.returncode:
            errors.seek(0)
            raise CannotGoOn(f"{errors.read()}pip could not install the packages of {LOCK.name}: see above.")


def number_of_requirements() -> int:
    return sum("==" in line and not line[0].isspace() for line in LOCK.read_text().splitlines())


def show_progress(lines: Iterable[str], *, total: int) -> None:
    """Rewrite one line on a terminal; in a log, write a line now and then."""
    collected = 0
    for line in lines:
        if line.startswith(("Collecting ", "Processing ")):
            collected += 1
            if collected % 20 == 0 or sys.stderr.isatty():
                progress(f"Fetching packages: {collected} of {total}")
        elif line.startswith("Installing collected"):
            progress(f"Installing {collected} packages: up to a minute …", last=True)


def progress(text: str, *, last: bool = False) -> None:
    on_terminal = sys.stderr.isatty()
    start, end = ("\r\x1b[K", "") if on_terminal else ("", "\n")
    print(f"{start}{text}", end="\n" if last else end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    run(main)
