"""How the links of this site stand, for whoever oversees sites."""

from dataclasses import dataclass

from links.models import Link
from links.states import State


@dataclass(frozen=True)
class LinkFigures:
    """Of links that stand in what is published and were not left alone; an address counts once."""

    broken: int
    unreachable: int
    refused: int
    redirected: int
    unchecked: int
    ok: int

    @property
    def total(self) -> int:
        return self.broken + self.unreachable + self.refused + self.redirected + self.unchecked + self.ok


def links() -> LinkFigures:
    """As it is known now. One query."""
    counted = Link.objects.watched().by_state()
    return LinkFigures(**{state.value: counted[state] for state in State})


def broken() -> int:
    return links().broken
