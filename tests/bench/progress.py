"""Says on standard error how far the run is."""

import sys
import time

BEGUN = time.monotonic()


def tell(line: str) -> None:
    minutes, seconds = divmod(int(time.monotonic() - BEGUN), 60)
    print(f"{minutes:3}:{seconds:02}  {line}", file=sys.stderr, flush=True)


def minutes_so_far() -> float:
    return (time.monotonic() - BEGUN) / 60
