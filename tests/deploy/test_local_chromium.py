"""deploy/local/chromium.py, as far as it installs nothing."""

import shutil
from pathlib import Path

import pytest

from tests.deploy.checkouts import Checkout


@pytest.mark.only_where(
    any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), reason="a test doesn't install a browser"
)
def test_names_a_browser_that_runs(checkout: Checkout) -> None:
    found = checkout.run("chromium.py")
    assert found.returncode == 0, found.stderr
    assert Path(found.stdout.strip()).is_file()


def test_the_one_that_is_named_goes_first(checkout: Checkout) -> None:
    browser = stub(checkout.home / "browser", 'echo "Chromium 1"')
    assert checkout.run("chromium.py", CHROMIUM=str(browser)).stdout.strip() == str(browser)


def test_stub_that_is_no_browser_is_passed_by(checkout: Checkout) -> None:
    """As Ubuntu has one, which only says how to install the browser."""
    stub(checkout.home / "chromium", 'echo "Install the snap!"; exit 1')
    browser = stub(checkout.home / "google-chrome", 'echo "Google Chrome 1"')
    assert checkout.run("chromium.py", PATH=f"{checkout.home}:/nowhere").stdout.strip() == str(browser)


def test_named_one_that_does_not_run_is_told_in_one_sentence(checkout: Checkout) -> None:
    ended = checkout.run("chromium.py", CHROMIUM="/nowhere/chromium")
    assert ended.returncode == 1
    assert ended.stderr.strip() == "CHROMIUM names /nowhere/chromium, which doesn't run as a browser."


def stub(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path
