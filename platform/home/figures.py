"""What a site published in a period, over all kinds of items: the yearly report and whoever oversees sites ask here."""

from collections.abc import Callable

import agenda.figures
import budget.figures
import consultations.figures
import legal.figures
import newsroom.figures
import places.figures
import planning.figures
import recruitment.figures
from catalogue.figures import Period, Tally

# Which kinds of items count in a category is said here and nowhere else: a room that brings one adds a line.
KINDS: tuple[Callable[[Period], Tally], ...] = (
    newsroom.figures.tally,
    legal.figures.tally,
    planning.figures.tally,
    budget.figures.tally,
    places.figures.tally,
    recruitment.figures.tally,
    consultations.figures.tally,
    agenda.figures.tally,
)


def items_published(period: Period) -> Tally:
    """Of the site that is current; eleven queries."""
    return sum((tally(period) for tally in KINDS), Tally())
