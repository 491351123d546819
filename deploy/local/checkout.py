"""Where this checkout keeps its things, and how the scripts beside this file talk to the person who runs them."""

import fcntl
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

HOME = Path(os.environ.get("CONGLANG_HOME") or Path(__file__).parents[2]).resolve()
VAR = Path(os.environ.get("VAR_DIR") or HOME / "var").resolve()
VENV = HOME / ".venv"
VENV_PYTHON = VENV / "bin" / "python"

# Tells this checkout from its neighbours wherever they share a folder or a list of processes.
MARK = hashlib.sha256(os.fsencode(VAR)).hexdigest()[:12]


class CannotGoOn(Exception):
    """Its text is the one plain sentence that the person at the keyboard reads."""


def say(text: str) -> None:
    """Progress goes to standard error: standard output carries only what another program may want to read."""
    print(text, file=sys.stderr, flush=True)


def run(main: Callable[[], int]) -> NoReturn:
    """Run a script's `main` and leave with its status; what stops it is told in a sentence, never a traceback."""
    try:
        status = main()
    except CannotGoOn as reason:
        say(str(reason))
        status = 1
    except OSError as error:
        say(f"Can't go on: {error.filename or 'the system says'}: {error.strerror or error}.")
        status = 1
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


@contextmanager
def only_one(folder: Path) -> Iterator[int]:
    """Let one process at a time work on `folder`; the lock goes with the process, however it ends.

    Gives the lock's file descriptor: a child that inherits it holds the lock as well, also when we are gone.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Another process is at work on {folder}: waiting for it …")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)
