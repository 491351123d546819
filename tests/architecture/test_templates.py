"""Templates ask the database nothing, carry no code, and say what they need."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

THEMES = Path(__file__).resolve().parents[2] / "themes"
TEMPLATES = sorted((THEMES / "templates").rglob("*.html"))
COMPONENTS = sorted((THEMES / "templates" / "components").rglob("*.html"))
BLOCKS = sorted((THEMES / "templates" / "pages" / "blocks").rglob("*.html"))
TAG = re.compile(r"{[{%].*?[%}]}")
ASKS = re.compile(
    r"\.(objects|all|filter|exclude|exists|first|last|specific|get_children|get_descendants|get_ancestors|get_siblings)\b"
)
# Rows that the view has fetched already.
FETCHED = {"tenant.domains.all", "tenant.changes.all"}
CODE = {
    "a style": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script": re.compile(r"<script\b(?![^>]*\bsrc=)|javascript:", re.IGNORECASE),
    "text in a script": re.compile(r"<script\b[^>]*>(?!\s*</script>)", re.IGNORECASE),
}
OPENING = re.compile(r"(?:{% (?:load|extends) [^%]*%}\s*)*(?:{#(.*?)#}|{% comment %}(.*?){% endcomment %})", re.DOTALL)


def name(path: Path) -> str:
    return str(path.relative_to(THEMES / "templates"))


def opening(path: Path) -> str:
    """The comment with which a template begins, after what it loads."""
    found = OPENING.match(path.read_text())
    return (found[1] or found[2]) if found else ""


def questions(path: Path) -> list[str]:
    tags = [tag for tag in TAG.findall(path.read_text()) if ASKS.search(tag)]
    return [tag for tag in tags if not any(fetched in tag for fetched in FETCHED)]


def static_files(path: Path) -> list[str]:
    return re.findall(r"{% static ['\"]([^'\"]+\.\w+)['\"]", path.read_text())


@pytest.mark.parametrize("kind", CODE)
def test_no_template_carries_code(kind: str):
    assert [name(path) for path in TEMPLATES if CODE[kind].search(path.read_text())] == []


@pytest.mark.parametrize("path", [*COMPONENTS, *BLOCKS], ids=name)
def test_a_component_begins_with_its_arguments(path: Path):
    assert "Arguments:" in opening(path)


def test_no_template_asks_the_database():
    assert {name(path): questions(path) for path in TEMPLATES if questions(path)} == {}


def test_every_file_that_a_template_names_is_there():
    missing = [(name(path), file) for path in TEMPLATES for file in static_files(path) if not finders.find(file)]
    assert missing == []


def test_every_look_has_its_tokens():
    from pages.models import Skin  # noqa: PLC0415 - the only test here that needs a room

    assert {path.stem for path in (THEMES / "skins").glob("*.css")} == set(Skin.values)


def test_no_stylesheet_asks_another_host():
    asking = [path for path in THEMES.rglob("*.css") if re.search(r"url\(\s*['\"]?(https?:)?//", path.read_text())]
    assert [str(path.relative_to(THEMES)) for path in asking] == []


def test_themes_are_free_of_python():
    assert list(THEMES.rglob("*.py")) == []
