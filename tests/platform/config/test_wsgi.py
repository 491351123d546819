"""The web server's entry point, started in a process of its own as gunicorn starts it."""

import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[3]
START = "import config.wsgi; print(config.wsgi.application)"
# What a pooler in transaction mode looks like from here: every connection is served by one process.
SETUP = "import django; django.setup()"
POOLED = f"{SETUP}; from tenants.isolation import checks; checks._served_by = lambda connection: 7; {START}"
PRODUCTION = {
    "PRODUCTION": "1",
    "SECRET_KEY": "k" * 25 + "0123456789" * 3,
    "ALLOWED_HOSTS": "tracu.example,.tracu.example",
    "EMAIL_HOST": "mail.tracu.example",
    "FIXED_TODAY": "",
}


def start(tmp_path: Path, code: str, **changes: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "static").mkdir()
    paths = os.pathsep.join([str(HOME), str(HOME / "platform")])
    environment = {**os.environ, "VAR_DIR": str(tmp_path), "PYTHONPATH": paths, **changes}
    return subprocess.run([sys.executable, "-c", code], cwd=HOME, env=environment, capture_output=True, text=True)


def test_production_starts_on_a_server_of_its_own(tmp_path: Path):
    done = start(tmp_path, START, **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "Counting" in done.stdout


def test_production_refuses_a_pooler_that_mixes_sites_and_says_why(tmp_path: Path):
    done = start(tmp_path, POOLED, **PRODUCTION)
    assert done.returncode != 0
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .endswith(
            "DATABASE_URL leads to a pooler in transaction mode, which mixes sites: use session mode or no pooler."
        )
    )


def test_production_refuses_to_be_half_configured(tmp_path: Path):
    done = start(tmp_path, START, **PRODUCTION | {"SECRET_KEY": ""})
    assert done.returncode != 0
    assert "PRODUCTION=1 needs SECRET_KEY" in done.stderr
