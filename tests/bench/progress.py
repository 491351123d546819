"""Says on standard error how far the run is."""

import os
import sys
import time

# Begun by the first process of a run; those that it starts go on counting.
BEGUN = float(os.environ.setdefault("BENCH_BEGUN", str(time.time())))


def tell(line: str) -> None:
    minutes, seconds = divmod(int(time.time() - BEGUN), 60)
    print(f"{minutes:3}:{seconds:02}  {line}", file=sys.stderr, flush=True)


def minutes_so_far() -> float:
    return (time.time() - BEGUN) / 60
