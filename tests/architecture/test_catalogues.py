"""The translations: ours are complete, and no translation loses or invents a placeholder."""

import re
from pathlib import Path

import polib
import pytest

HOME = Path(__file__).resolve().parents[2]
PERCENT = re.compile(r"%\(\w+\)[-0-9.]*[a-z]|%[-0-9.]*[sd]\b")
BRACES = re.compile(r"{[a-z_]*}")


def catalogues(folder: str) -> list[Path]:
    return sorted((HOME / "platform" / folder).rglob("*.po"))


def name(path: Path) -> str:
    return str(path.relative_to(HOME / "platform"))


def placeholders(text: str) -> set[str]:
    return {*PERCENT.findall(text), *BRACES.findall(text)}


def texts(entry: polib.POEntry) -> list[str]:
    return [text for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]


def differs(entry: polib.POEntry) -> bool:
    """A singular may say `one` where the plural has the number; nothing else may go missing or be new."""
    wanted = placeholders(entry.msgid_plural or entry.msgid)
    return any(placeholders(text) != wanted for text in texts(entry))


def live(path: Path) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


@pytest.mark.parametrize("path", catalogues("locale"), ids=name)
def test_every_text_of_ours_is_translated(path: Path):
    assert [entry.msgid for entry in live(path) if not entry.translated()] == []


@pytest.mark.parametrize("path", [*catalogues("locale"), *catalogues("locale_vendor")], ids=name)
def test_no_translation_is_a_guess(path: Path):
    assert [entry.msgid for entry in live(path) if entry.fuzzy] == []


@pytest.mark.parametrize("path", [*catalogues("locale"), *catalogues("locale_vendor")], ids=name)
def test_a_translation_keeps_its_placeholders(path: Path):
    assert [(entry.msgid, texts(entry)) for entry in live(path) if differs(entry)] == []


@pytest.mark.parametrize("path", [*catalogues("locale"), *catalogues("locale_vendor")], ids=name)
def test_a_catalogue_says_its_language(path: Path):
    assert polib.pofile(str(path)).metadata["Language"] == path.parts[-3]
