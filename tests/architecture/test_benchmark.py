"""The benchmark's single site is this platform without `tenants/`: it has to start for anything to be compared."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_single_site_starts():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.bench.single_site"}
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
