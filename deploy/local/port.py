"""The port in the addresses of the sites, as `make` was told it: `remember` writes it down in var/ for whoever runs
manage.py without being told; `renew` also has the sites' own records follow where it has changed.
"""

import argparse
import os
import subprocess

from checkout import HOME, VAR, VENV_PYTHON, CannotGoOn, run, say

LAST_PORT = 65535
USUAL = "8000"
# Read by config/settings.py.
KEPT = VAR / "public-port"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("remember", "renew"))
    verb = parser.parse_args().verb
    wanted = public_port()
    if os.environ.get("PRODUCTION", "0") == "1" or wanted == kept():
        return 0
    if verb == "remember" and kept() and not is_told():
        return 0
    VAR.mkdir(exist_ok=True)
    KEPT.write_text(f"{wanted}\n")
    if verb == "renew":
        say(f"The sites write port {wanted} into their addresses from now on:")
        return subprocess.run([VENV_PYTHON, "manage.py", "upgrade"], cwd=HOME, check=False).returncode
    return 0


def port() -> int:
    """The one to serve on."""
    return number("PORT", os.environ.get("PORT") or USUAL)


def public_port() -> int:
    """The one that visitors type."""
    return number("PUBLIC_PORT", os.environ.get("PUBLIC_PORT") or str(port()))


def is_told() -> bool:
    return bool(os.environ.get("PUBLIC_PORT") or os.environ.get("PORT"))


def kept() -> int | None:
    try:
        return int(KEPT.read_text())
    except (FileNotFoundError, ValueError):
        return None


def number(name: str, text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= LAST_PORT:
        raise CannotGoOn(f"{name} must be a number from 1 to {LAST_PORT}, and is {text}.")
    return int(text)


if __name__ == "__main__":
    run(main)
