"""`python -m tests.bench.procedure_list_alone`: the list of procedures, without the rest of a run, in ms."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.database import Databases
from tests.bench.installation import database_url, fill
from tests.bench.measurement import Effort, search_procedures
from tests.bench.progress import tell


def main() -> None:
    with TemporaryDirectory(prefix="cong-lang-bench-") as scratch, Databases(database_url()) as databases:
        portal = fill(databases, Path(scratch))
        for one in search_procedures(portal, Effort.procedures):
            print(f"{one.question:30} {one.found:>6,} found  p50 {one.p50_ms:6.1f}  p95 {one.p95_ms:6.1f}")
        tell("cleaning up")


if __name__ == "__main__":
    main()
