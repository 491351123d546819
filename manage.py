#!/usr/bin/env python
"""Django's command line for this installation; `platform/` is a source root, so its rooms are top-level packages."""

import os
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent
sys.path[:0] = [str(HOME), str(HOME / "platform")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


def main() -> None:
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - Django's path is set just above

    # Verbs are files of Python, which have no hyphens; people write them with one.
    verbs = [verb if verb.startswith("-") else verb.replace("-", "_") for verb in sys.argv[1:2]]
    execute_from_command_line([*sys.argv[:1], *verbs, *sys.argv[2:]])


if __name__ == "__main__":
    main()
