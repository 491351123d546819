"""What an operator may set or type is written down, and every page is found."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
SETTINGS = HOME / "docs" / "settings.md"
READS = re.compile(r"(?:environ\.get\(|environ\[|env\.(?:text|flag|number|names|date)\()\s*[\"']([A-Z][A-Z_]*)[\"']")
READERS = [
    HOME / "platform/config/settings.py",
    HOME / "deploy/gunicorn.conf.py",
    HOME / "deploy/local/serve.py",
    HOME / "deploy/local/port.py",
]
PAGES = [*sorted(HOME.glob("*.md")), *sorted(HOME.glob("docs/**/*.md"))]
# `[text](target)`, `![text](target "title")`, `<a href="target">`, `[name]: target`; not what code only shows.
LINKS = re.compile(r"""\]\(<?([^)\s>]+)|(?:href|src)=["']([^"']+)|^\[[^\]]+\]:\s*(\S+)""", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
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


def test_every_page_of_the_documentation_is_linked_to():
    linked = {target for page in PAGES for target, _ in links_of(page)}
    assert [page.name for page in HOME.glob("docs/**/*.md") if page not in linked] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path):
    assert [target.name for target, _ in links_of(page) if not target.exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_heading_finds_it(page: Path):
    to_headings = [(target, anchor) for target, anchor in links_of(page) if anchor]
    assert [(target.name, anchor) for target, anchor in to_headings if anchor not in headings_of(target)] == []


def links_of(page: Path) -> list[tuple[Path, str]]:
    """File and anchor of each link within the repository."""
    targets = ["".join(groups) for groups in LINKS.findall(CODE.sub("", page.read_text()))]
    own = [target.partition("#") for target in targets if not re.match(r"[a-z]+:", target)]
    return [((page.parent / path).resolve() if path else page, anchor) for path, _, anchor in own]


def headings_of(page: Path) -> set[str]:
    """As GitHub names them in addresses."""
    headings = re.findall(r"^#+ +(.+?) *$", re.sub(r"^```.*?^```", "", page.read_text(), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
