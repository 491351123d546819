"""What a probe may find, and the rule that a probe which could not see a leak has proved nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tenants.verification.pair import Pair, Side


class Verdict(StrEnum):
    OK = "ok"
    LEAK = "LEAK"
    NOT_THERE = "not there"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True)
class Finding:
    surface: str
    tried: str
    verdict: Verdict
    detail: str = ""


class CannotTell(Exception):
    """The probe did not see what it must see on the site that it belongs to."""


class NotThere(Exception):
    """The installation has no such surface; says what was asked."""


def compare(pair: Pair, look: Callable[[Side], str]) -> list[str]:
    """A sentence for each site that shows the other's word.

    Raises CannotTell where neither does that, but one does not show its own word either: an empty page hides nothing.
    """
    shown = {side: look(side) for side in pair}
    leaks = [f"{side} shows what belongs to {side.other}" for side in pair if side.other.word in shown[side]]
    blind = [str(side) for side in pair if side.word not in shown[side]]
    if blind and not leaks:
        raise CannotTell(f"{' and '.join(blind)}: its own is not to be seen")
    return leaks
