"""Comments go by their numbers; a list of them is written as a clerk writes it: `1, 4–6`."""

import itertools
import re
from collections.abc import Iterable

PART = re.compile(r"(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?\Z")
LONGEST_RANGE = 10_000


def numbers_in(text: str) -> list[int]:
    """`"4-6, 1"` → `[1, 4, 5, 6]`. Raises ValueError with the part that is no number."""
    found: set[int] = set()
    for part in re.split(r"[,;]", text):
        stripped = part.strip()
        if not stripped:
            continue
        match = PART.match(stripped)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last < first + LONGEST_RANGE:
            raise ValueError(stripped)
        found.update(range(first, last + 1))
    return sorted(found)


def numbers_of(text: str) -> list[int]:
    """As `numbers_in`; none where a draft has something else there."""
    try:
        return numbers_in(text)
    except ValueError:
        return []


def as_text(numbers: Iterable[int]) -> str:
    """`[1, 4, 5, 6]` → `"1, 4–6"`."""
    parts: list[str] = []
    for _, group in itertools.groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        parts += [str(run[0])] if len(run) == 1 else [f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)
    return ", ".join(parts)
