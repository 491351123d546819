"""`python -m tests.bench.inside pages.count_statements`: calls a function of this package with Django set up.

Arguments come as JSON on standard input, the records it returns leave on standard output.
"""

import gc
import json
import sys
from contextlib import redirect_stdout
from importlib import import_module

import django

from tests.bench.processes import plain


def main() -> None:
    module, _, name = sys.argv[1].partition(".")
    django.setup()
    # As deploy/gunicorn.conf.py does.
    gc.freeze()
    with redirect_stdout(sys.stderr):
        records = getattr(import_module(f"tests.bench.{module}"), name)(**json.load(sys.stdin))
    json.dump([plain(record) for record in records], sys.stdout)


if __name__ == "__main__":
    main()
