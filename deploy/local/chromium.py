"""Print the path of a Chromium for the browser tests, after finding or installing one."""

import os
import shutil
import subprocess
from pathlib import Path

from checkout import VENV_PYTHON, CannotGoOn, run, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The fonts have Khmer, which a machine without a desktop rarely has.
PACKAGES = ("chromium", "fonts-noto-core")
TIME_TO_SHOW_VERSION = 60

ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def main() -> int:
    named = os.environ.get("CHROMIUM")
    if named and not works(named):
        raise CannotGoOn(f"CHROMIUM names {named}, which doesn't run as a browser.")
    path = named or installed() or playwrights() or from_distribution() or downloaded()
    if path is None:
        raise CannotGoOn(
            "There is no Chromium, and none could be installed: install your system's package"
            " (on Debian `apt install chromium fonts-noto-core`) or name one in CHROMIUM."
        )
    print(path)
    return 0


def installed() -> str | None:
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and works(path)), None)


def works(path: str) -> bool:
    """A file of that name may be a stub which only says where to get the browser."""
    try:
        shown = subprocess.run(
            [path, "--version"], check=False, capture_output=True, text=True, timeout=TIME_TO_SHOW_VERSION
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return shown.returncode == 0 and "Chrom" in shown.stdout


def playwrights() -> str | None:
    """The one that Playwright downloaded earlier, if it did."""
    if not VENV_PYTHON.exists():
        return None
    answer = subprocess.run([VENV_PYTHON, "-c", ASK_PLAYWRIGHT], check=False, capture_output=True, text=True)
    path = answer.stdout.strip()
    return path if answer.returncode == 0 and works(path) else None


def from_distribution() -> str | None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    say("Installing Chromium with apt-get: a minute or two …")
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        if not succeeds(["apt-get", "-q", *command], DEBIAN_FRONTEND="noninteractive"):
            return None
    return installed()


def downloaded() -> str | None:
    if not VENV_PYTHON.exists():
        return None
    say("Downloading Playwright's Chromium: a minute or two …")
    succeeds([VENV_PYTHON, "-m", "playwright", "install", "chromium"])
    return playwrights()


def succeeds(command: list[str | Path], **variables: str) -> bool:
    """What the command has to say is shown only when it fails."""
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, **variables})
    if ended.returncode:
        say(f"{ended.stdout}{ended.stderr}".strip())
    return ended.returncode == 0


if __name__ == "__main__":
    run(main)
