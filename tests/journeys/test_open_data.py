"""The API fuzzed out of its own description, against a whole installation on this machine: `make fuzz` tries longer."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

from tests import cast
from tests.journeys.conftest import Installation

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "8"))
SEED = os.environ.get("FUZZ_SEED", "1")
HOST = "xa-dinh-an.tracu.localhost"
LONGEST_SECONDS = 1500
FILL = f"""
from tenants.crossing import all_tenants, in_site
from tests.platform.opendata.data import fill
for tenant in all_tenants():
    if tenant.slug == {cast.COMMUNE!r}:
        with in_site(tenant):
            for number in range(1, 4):
                fill(number=number)
"""


def fetch(installation: Installation, path: str) -> Any:
    request = urllib.request.Request(f"http://127.0.0.1:{installation.port}{path}", headers={"Host": HOST})
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.load(answer)


def described(installation: Installation) -> dict[str, Any]:
    """With numbers of rows that there are, among those that are tried."""
    told = fetch(installation, "/api/v1/openapi.json")
    for path, methods in told["paths"].items():
        for parameter in methods["get"].get("parameters", []):
            if parameter["in"] == "path":
                rows = fetch(installation, path.removesuffix("/{number}"))["results"]
                parameter["examples"] = {str(row["id"]): {"value": row["id"]} for row in rows}
    return told


def test_no_answer_breaks_or_lies_outside_the_description(installation: Installation, tmp_path: Path):
    installation.run(FILL)
    description = tmp_path / "openapi.json"
    description.write_text(json.dumps(described(installation)))
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", description,
        "--url", f"http://127.0.0.1:{installation.port}", "--header", f"Host: {HOST}",
        "--phases", "examples,coverage,fuzzing", "--max-examples", str(EXAMPLES), "--seed", SEED, "--workers", "2",
        "--checks", "all", "--continue-on-failure", "--warnings", "off",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": ""}
    ended = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=LONGEST_SECONDS
    )
    figures = ended.stdout[ended.stdout.find("= SUMMARY =") :]
    print(figures)
    assert ended.returncode == 0, ended.stdout[-20_000:] + ended.stderr[-2000:]
    cases = re.search(r"(\d+) generated", figures)
    assert cases
    assert int(cases[1]) > len(description.read_text()) // 2000
