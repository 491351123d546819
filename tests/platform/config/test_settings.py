"""Production refuses to start half configured: each case runs `manage.py check` as an operator would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[3]
GOOD = {
    "PRODUCTION": "1",
    "SECRET_KEY": "k" * 25 + "0123456789" * 3,
    "ALLOWED_HOSTS": "tracu.example,.tracu.example",
    "EMAIL_HOST": "mail.tracu.example",
    "FIXED_TODAY": "",
}


def check(tmp_path: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return manage(tmp_path, "check", *arguments, **changes)


def manage(tmp_path: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VAR_DIR": str(tmp_path), **GOOD, **changes}
    # For the tests' own browser; no installation sets it, and the check before a deployment would name it.
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    (tmp_path / "static").mkdir()
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True)


def test_production_starts_with_all_it_needs(tmp_path: Path):
    done = check(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_is_ready_to_be_deployed(tmp_path: Path):
    done = check(tmp_path, "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("System check identified no issues (2 silenced)")


@pytest.mark.parametrize(("https", "upgraded"), [("1", True), ("0", False)])
def test_browsers_turn_plain_addresses_into_https_where_there_is_https(tmp_path: Path, https: str, upgraded: bool):
    code = "from csp.utils import build_policy; print(build_policy())"
    done = manage(tmp_path, "shell", "--no-imports", "-c", code, HTTPS=https)
    assert done.returncode == 0, done.stderr
    assert ("upgrade-insecure-requests" in done.stdout) is upgraded


@pytest.mark.parametrize(
    ("changes", "warning"),
    [({"HSTS_SECONDS": "0"}, "W004"), ({"HSTS_SUBDOMAINS": "0"}, "W005"), ({"HTTPS_REDIRECT": "0"}, "W008")],
)
def test_the_check_before_a_deployment_names_what_is_loose(tmp_path: Path, changes: dict[str, str], warning: str):
    done = check(tmp_path, "--deploy", "--fail-level", "WARNING", **changes)
    assert done.returncode != 0
    assert f"security.{warning}" in done.stderr


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": ""}, "PRODUCTION=1 needs SECRET_KEY: a random text of 50 characters or more."),
        ({"SECRET_KEY": "k" * 49}, "PRODUCTION=1 needs SECRET_KEY: a random text of 50 characters or more."),
        (
            {"SECRET_KEY": "development-only-never-in-production"},
            "PRODUCTION=1 needs SECRET_KEY: a random text of 50 characters or more.",
        ),
        ({"EMAIL_HOST": ""}, "PRODUCTION=1 needs EMAIL_HOST: links to choose a password must reach people."),
        ({"ALLOWED_HOSTS": ""}, "PRODUCTION=1 needs ALLOWED_HOSTS: the sites' host names, never *."),
        ({"ALLOWED_HOSTS": "*"}, "PRODUCTION=1 needs ALLOWED_HOSTS: the sites' host names, never *."),
        ({"ALLOWED_HOSTS": "tracu.example,*"}, "PRODUCTION=1 needs ALLOWED_HOSTS: the sites' host names, never *."),
        ({"DEBUG": "1"}, "PRODUCTION=1 and DEBUG=1 exclude each other."),
        (
            {"AUDIT_LOG_MONTHS": "11"},
            "AUDIT_LOG_MONTHS: write 12 or more. Decree 53/2022 has logs kept for at least 12 months.",
        ),
        (
            {"FIXED_TODAY": "2023-10-31"},
            "PRODUCTION=1 and FIXED_TODAY exclude each other: deadlines need the real date.",
        ),
    ],
)
def test_production_refuses_and_says_why(tmp_path: Path, changes: dict[str, str], sentence: str):
    done = check(tmp_path, **changes)
    assert done.returncode != 0
    assert done.stderr.strip().splitlines()[-1].endswith(sentence)


def test_without_a_database_the_sentence_says_how_to_get_one(tmp_path: Path):
    done = check(tmp_path, DATABASE_URL="")
    assert done.returncode != 0
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .endswith("No database: set DATABASE_URL, or start the private one with `make seed`.")
    )
