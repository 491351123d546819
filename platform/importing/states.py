"""Where an import stands, where it may go from there, and what a row of it would do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    MAPPING = "mapping", _("Columns to be confirmed")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked, not imported yet")
    APPLYING = "applying", _("Being imported")
    APPLIED = "applied", _("Imported")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")


MOVES: dict[State, frozenset[State]] = {
    State.MAPPING: frozenset({State.CHECKING}),
    State.CHECKING: frozenset({State.CHECKED, State.MAPPING}),
    State.CHECKED: frozenset({State.CHECKING, State.APPLYING}),
    State.APPLYING: frozenset({State.APPLIED, State.CHECKED}),
    State.APPLIED: frozenset({State.UNDOING}),
    State.UNDOING: frozenset({State.UNDONE, State.APPLIED}),
    State.UNDONE: frozenset(),
}

# A task is at work, or waits for its turn. It goes back to the state on the right where it can't do its work.
UNDER_WAY = {State.CHECKING: State.MAPPING, State.APPLYING: State.CHECKED, State.UNDOING: State.APPLIED}
# Nothing has come of these yet; after a time they are forgotten as a whole.
UNFINISHED = (State.MAPPING, State.CHECKED)


def may_move(before: str, after: State) -> bool:
    return after in MOVES[State(before)]


class Verdict(models.TextChoices):
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Unchanged")
    GONE = "gone", _("To retire")
    WRONG = "wrong", _("Wrong")
