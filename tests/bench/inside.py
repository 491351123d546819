"""`python -m tests.bench.inside pages.count_statements`: calls a function of this package with Django set up.

Arguments come as JSON on standard input, the records it returns leave on standard output.
"""

import gc
import json
import sys
from contextlib import redirect_stdout
from importlib import import_module

import django
from django.urls import get_resolver

from tests.bench.processes import plain


def main() -> None:
    module, _, name = sys.argv[1].partition(".")
    django.setup()
    # As config/wsgi.py and deploy/gunicorn.conf.py do.
    get_resolver().reverse_dict  # noqa: B018
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    with redirect_stdout(sys.stderr):
        records = getattr(import_module(f"tests.bench.{module}"), name)(**json.load(sys.stdin))
    json.dump([plain(record) for record in records], sys.stdout)


if __name__ == "__main__":
    main()
