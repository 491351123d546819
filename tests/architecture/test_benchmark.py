"""The benchmark's single site is this platform without `tenants/`: it has to start for anything to be compared."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = """
from django.core.wsgi import get_wsgi_application
from django.template import engines
get_wsgi_application()
engines["django"].engine.template_context_processors
"""


def test_the_single_site_starts():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.bench.single_site"}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", START]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
