"""Write the lock files from pyproject.toml, or check that they are in step with it.

`write` keeps the versions that are locked, except where pyproject.toml rules them out; `write --upgrade` takes the
newest of everything.
"""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

from checkout import HOME, VENV, CannotGoOn, run, say

LOCKS: dict[str, tuple[str, ...]] = {"requirements.txt": (), "requirements-dev.txt": ("--group", "dev")}
UV = VENV / "bin" / "uv"
COMPILE = ("pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11")
CONTENT = ("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url")
SIGNS_OF_NO_NETWORK = ("Failed to fetch", "error sending request", "network was disabled")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("write", "check"))
    parser.add_argument("--upgrade", action="store_true", help="take the newest version of everything")
    arguments = parser.parse_args()
    if not UV.exists():
        raise CannotGoOn("Lock files are made by uv, which isn't in .venv: run `make environment`.")
    return check() if arguments.verb == "check" else write(upgrade=arguments.upgrade)


def write(*, upgrade: bool) -> int:
    for name, group in LOCKS.items():
        complaint = compile_lock(HOME / name, *group, *(["--upgrade"] if upgrade else []))
        if complaint:
            raise CannotGoOn(f"{complaint}\nuv could not write {name}: see above.")
        say(f"Wrote {name}.")
    return 0


def check() -> int:
    """Only versions are compared: a hash more, for a file that was published later, is no reason to act."""
    for name, group in LOCKS.items():
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(shutil.copy(HOME / name, folder))
            complaint = compile_lock(fresh, *group)
            if any(sign in complaint for sign in SIGNS_OF_NO_NETWORK):
                say("The lock files are not checked: uv reaches no package index.")
                return 0
            if complaint:
                raise CannotGoOn(f"{complaint}\nuv could not follow pyproject.toml: see above.")
            if changed := sorted(pins(fresh) ^ pins(HOME / name)):
                raise CannotGoOn(f"{name} is out of step with pyproject.toml, run `make lock`: {', '.join(changed)}.")
    return 0


def compile_lock(target: Path, *options: str) -> str:
    """uv's complaint, empty when `target` is written; the versions already in it are kept where they fit."""
    command: list[str | Path] = [UV, *COMPILE, *CONTENT, *options, "--output-file", target]
    ended = subprocess.run(command, check=False, cwd=HOME, capture_output=True, text=True)
    return ended.stderr if ended.returncode else ""


def pins(lock: Path) -> set[str]:
    """Lines such as `tzdata==2026.6 ; sys_platform == 'win32'`, without their hashes."""
    return {line.removesuffix("\\").strip() for line in lock.read_text().splitlines() if "==" in line.split(";")[0]}


if __name__ == "__main__":
    run(main)
