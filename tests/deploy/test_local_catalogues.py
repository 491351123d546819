"""deploy/local/catalogues.py."""

import gettext
import os
from pathlib import Path

from tests.deploy.checkouts import Checkout

CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Village gate"
msgstr "{translation}"

#, fuzzy
msgid "Field"
msgstr "Cánh đồng"
"""


def write(folder: Path, translation: str) -> Path:
    source = folder / "vi" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(CATALOGUE.format(translation=translation))
    return source


def translated(folder: Path, text: str) -> str:
    with (folder / "vi" / "LC_MESSAGES" / "django.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled).gettext(text)


def test_compiles_what_is_translated(checkout: Checkout) -> None:
    write(checkout.home, "Cổng làng")
    assert checkout.run("catalogues.py", str(checkout.home)).returncode == 0
    assert translated(checkout.home, "Village gate") == "Cổng làng"
    assert translated(checkout.home, "Field") == "Field"


def test_leaves_alone_what_is_up_to_date(checkout: Checkout) -> None:
    compiled = write(checkout.home, "Cổng làng").with_suffix(".mo")
    checkout.run("catalogues.py", str(checkout.home))
    before = compiled.stat()
    again = checkout.run("catalogues.py", str(checkout.home))
    assert (again.stderr, compiled.stat().st_mtime_ns) == ("", before.st_mtime_ns)


def test_follows_a_change(checkout: Checkout) -> None:
    source = write(checkout.home, "Cổng")
    checkout.run("catalogues.py", str(checkout.home))
    write(checkout.home, "Cổng làng")
    os.utime(source, ns=(0, source.with_suffix(".mo").stat().st_mtime_ns + 1))
    checkout.run("catalogues.py", str(checkout.home))
    assert translated(checkout.home, "Village gate") == "Cổng làng"


def test_folder_that_is_missing_has_nothing_to_compile(checkout: Checkout) -> None:
    ended = checkout.run("catalogues.py", str(checkout.home / "locale"))
    assert (ended.returncode, ended.stderr) == (0, "")


def test_broken_catalogue_is_told_in_one_sentence(checkout: Checkout) -> None:
    source = write(checkout.home, "Cổng làng")
    source.write_text('mgsid "Village gate"\nmsgstr "Cổng làng"\n')
    ended = checkout.run("catalogues.py", str(checkout.home))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert f"Can't read the catalogue {source}" in ended.stderr
