"""What an operator may set or type is written down."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
SETTINGS = HOME / "docs" / "settings.md"
READS = re.compile(r"(?:environ\.get\(|environ\[|env\.(?:text|flag|number|names|date)\()\s*[\"']([A-Z][A-Z_]*)[\"']")
READERS = [HOME / "platform/config/settings.py", HOME / "deploy/gunicorn.conf.py", HOME / "deploy/local/serve.py"]
COMMANDS = sorted(
    path.stem
    for root in ("platform", "tenants")
    for path in (HOME / root).glob("*/management/commands/*.py")
    if not path.stem.startswith("_")
)


def variables_read() -> list[str]:
    return sorted({name for path in READERS for name in READS.findall(path.read_text())})


def variables_documented() -> list[str]:
    rows = [line.split("|")[1] for line in SETTINGS.read_text().splitlines() if line.startswith("|")]
    return sorted({name for cell in rows for name in re.findall(r"`([A-Z][A-Z_]*)`", cell)})


def everything_that_may_read() -> str:
    paths = [*HOME.glob("platform/**/*.py"), *HOME.glob("deploy/**/*.py"), *HOME.glob("tests/*.py"), HOME / "Makefile"]
    return "\n".join(path.read_text() for path in paths)


@pytest.mark.parametrize("name", variables_read())
def test_every_variable_is_documented(name: str):
    assert name in variables_documented()


def test_every_documented_variable_is_read():
    text = everything_that_may_read()
    assert [name for name in variables_documented() if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str):
    pages = [path.read_text() for path in (HOME / "docs").glob("**/*.md")]
    assert any(re.search(rf"manage\.py {command}\b", page) for page in pages)
