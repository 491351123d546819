"""`manage.py isolation verify`, as somebody types it."""

import json
import subprocess
import sys

from tests.tenants.provisioning.conftest import MANAGE, environment


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, MANAGE, "isolation", "verify", *arguments],
        # Without static files that have been collected.
        env={**environment(), "DEBUG": "1", **more},
        capture_output=True,
        text=True,
        timeout=180,
    )


def test_all_is_well(installation: None):
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("surface ")
    assert "0 LEAK" in done.stdout


def test_one_login_for_all_is_a_leak(installation: None):
    done = run("--json", SITE_LOGINS="off")
    assert done.returncode == 1, done.stderr
    verdicts = {row["surface"]: row["verdict"] for row in json.loads(done.stdout)}
    assert verdicts["raw SQL, reading"] == verdicts["query_to_xml"] == "LEAK"
    assert verdicts["pages"] == "ok"
