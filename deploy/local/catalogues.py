"""Compile the translation catalogues (.po) below the given folders to .mo beside them; needs no gettext."""

import argparse
import os
from pathlib import Path

from checkout import CannotGoOn, run, say

try:
    import polib  # type: ignore[import-untyped]
except ImportError:
    polib = None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="folder")
    if polib is None:
        raise CannotGoOn("Compiling catalogues needs polib: run `make environment`, and this with .venv/bin/python.")
    catalogues = [path for folder in parser.parse_args().folders for path in sorted(folder.rglob("*.po"))]
    compiled = sum(compile_stale(path) for path in catalogues)
    if compiled:
        say(f"Compiled {compiled} of {len(catalogues)} catalogues.")
    return 0


def compile_stale(source: Path) -> bool:
    """True when there was something new to write."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
        return False
    content = compile_catalogue(source)
    if target.exists() and target.read_bytes() == content:
        target.touch()
        return False
    replace(target, content)
    return True


def compile_catalogue(source: Path) -> bytes:
    try:
        catalogue = polib.pofile(str(source), check_for_duplicates=True)
    except (OSError, ValueError) as error:
        raise CannotGoOn(f"Can't read the catalogue {source}: {error}.") from None
    binary: bytes = catalogue.to_binary()
    return binary


def replace(target: Path, content: bytes) -> None:
    """In one step: a server that starts meanwhile reads the old one or the new one, never half of it."""
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(target)


if __name__ == "__main__":
    run(main)
