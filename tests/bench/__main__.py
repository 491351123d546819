"""`python -m tests.bench`: measures what the portal promises about speed and size, and asserts nothing.

It works on databases, files and processes of its own, all gone when it ends, be it by Ctrl-C.
"""

import argparse
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import psycopg2

from tests.bench.database import Busy, Databases
from tests.bench.installation import NoDatabase, database_url, fill
from tests.bench.measurement import (
    SITES_OF_BOARD,
    Effort,
    import_procedures,
    look_at_board,
    measure,
    measure_search_alone,
    save_procedures,
    search_procedures,
)
from tests.bench.progress import tell
from tests.bench.report import (
    Table,
    as_json,
    as_text,
    table_of_board,
    table_of_imported_procedures,
    table_of_procedures,
    table_of_saving,
    tables_of_search,
    text_of,
)

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


PARTS: dict[str, Callable[[Databases, Path, Effort], list[Table]]] = {
    "board": lambda databases, scratch, effort: [
        table_of_board(look_at_board(fill(databases, scratch), SITES_OF_BOARD))
    ],
    "search": lambda databases, scratch, effort: tables_of_search(measure_search_alone(databases, scratch, effort)),
    "procedures": lambda databases, scratch, effort: [
        table_of_procedures(search_procedures(fill(databases, scratch), effort.procedures))
    ],
    "procedure-saving": lambda databases, scratch, effort: [table_of_saving(save_procedures(fill(databases, scratch)))],
    "procedure-imports": lambda databases, scratch, effort: [
        table_of_imported_procedures(import_procedures(fill(databases, scratch), effort.procedures))
    ],
}


def main() -> int:
    options = _options()
    effort = Effort(
        pairs=options.pairs,
        seconds=options.seconds,
        rounds=options.rounds,
        mixups=options.mixups,
        most=options.sites,
    )
    _on_ending(_stop)
    try:
        with TemporaryDirectory(prefix="cong-lang-bench-") as scratch, Databases(database_url()) as databases:
            try:
                if options.only:
                    print(*map(text_of, PARTS[options.only](databases, Path(scratch), effort)), sep="\n")
                    return 0
                results = measure(databases, Path(scratch), effort)
            finally:
                _on_ending(signal.SIG_IGN)
                tell("cleaning up")
    except (Busy, NoDatabase, psycopg2.OperationalError) as error:
        sys.exit(str(error).strip())
    print(as_text(results))
    if options.json:
        options.json.write_text(as_json(results))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all that was measured there as well")
    parser.add_argument("--pairs", type=int, default=Effort.pairs, help="of runs, the portal beside others")
    parser.add_argument("--seconds", type=float, default=Effort.seconds, help="that one run of requests lasts")
    parser.add_argument("--rounds", type=int, default=Effort.rounds, help="of creating a site, at 18 and at 100 sites")
    parser.add_argument("--mixups", type=float, default=Effort.mixups, help="seconds of looking for mixed-up sites")
    parser.add_argument("--sites", type=int, default=Effort.most, help="that there are in the end, 120 or more")
    parser.add_argument("--only", choices=list(PARTS), help="measure this, and nothing else")
    return parser.parse_args()


def _stop(number: int, _frame: FrameType | None) -> None:
    """End by way of everything that is to be cleaned up, which nothing interrupts."""
    _on_ending(signal.SIG_IGN)
    sys.exit(128 + number)


def _on_ending(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for number in ENDING:
        signal.signal(number, handler)


if __name__ == "__main__":
    sys.exit(main())
