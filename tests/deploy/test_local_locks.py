"""deploy/local/locks.py, with the real uv; where it reaches no package index, these tests are skipped."""

import shutil

import pytest

from tests.deploy.checkouts import ROOT, Checkout


@pytest.fixture
def locked(checkout: Checkout) -> Checkout:
    for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, checkout.home)
    checked = checkout.run("locks.py", "check")
    if "are not checked" in checked.stderr:
        pytest.skip("uv reaches no package index")
    assert checked.returncode == 0, checked.stderr
    return checkout


def require(checkout: Checkout, requirement: str) -> None:
    project = checkout.home / "pyproject.toml"
    project.write_text(project.read_text().replace('"whitenoise"', f'"{requirement}"'))


def test_version_that_is_ruled_out_is_told(locked: Checkout) -> None:
    require(locked, "whitenoise<6.10")
    checked = locked.run("locks.py", "check")
    assert checked.returncode == 1
    assert "requirements.txt is out of step with pyproject.toml, run `make lock`" in checked.stderr


def test_writing_brings_them_in_step_again(locked: Checkout) -> None:
    require(locked, "whitenoise<6.10")
    written = locked.run("locks.py", "write")
    assert written.returncode == 0, written.stderr
    assert locked.run("locks.py", "check").returncode == 0


def test_no_network_is_said_and_is_no_failure(checkout: Checkout) -> None:
    for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, checkout.home)
    checked = checkout.run("locks.py", "check", UV_OFFLINE="1", UV_CACHE_DIR=str(checkout.home / "cache"))
    assert (checked.returncode, checked.stderr.strip()) == (
        0,
        "The lock files are not checked: uv reaches no package index.",
    )
