"""What a site published in a period, over all kinds of items: the yearly report and whoever oversees sites ask here."""

import datetime
from collections.abc import Callable, Mapping

import agenda.figures
import budget.figures
import consultations.figures
import legal.figures
import newsroom.figures
import places.figures
import planning.figures
import recruitment.figures
from catalogue.figures import Period, Tally, Traces

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
# The same kinds by name.
TRACES: Mapping[str, Callable[[datetime.date], Traces]] = {
    "newsroom": newsroom.figures.traces,
    "legal": legal.figures.traces,
    "planning": planning.figures.traces,
    "budget": budget.figures.traces,
    "places": places.figures.traces,
    "recruitment": recruitment.figures.traces,
    "consultations": consultations.figures.traces,
    "agenda": agenda.figures.traces,
}


def items_published(period: Period) -> Tally:
    """Of the site that is current; eleven queries."""
    return sum((tally(period) for tally in KINDS), Tally())


def traces_of_kinds(on: datetime.date) -> dict[str, Traces]:
    """What readers of the site that is current find on that day, by kind; seventeen queries."""
    return {kind: traces(on) for kind, traces in TRACES.items()}
