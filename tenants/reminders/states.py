"""Who is reminded of what a site owes its readers, and what became of a reminder."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Addressee(models.TextChoices):
    """In the order of the ladder."""

    EDITOR = "editor", _("editors of the site")
    ADMINISTRATOR = "administrator", _("administrators of the site")
    LEADER = "leader", _("leader of the commune")
    BOARD = "board", _("district board")


RUNGS = list(Addressee)


class State(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    DROPPED = "dropped", _("not needed any more")


UNSENT = (State.WAITING, State.SENDING)


class Wording(models.TextChoices):
    """Which text a mail is written by: one for each addressee, and one for what is sent by hand."""

    EDITOR = Addressee.EDITOR.value, _("to editors")
    ADMINISTRATOR = Addressee.ADMINISTRATOR.value, _("to administrators")
    LEADER = Addressee.LEADER.value, _("to the leader of the commune")
    BOARD = Addressee.BOARD.value, _("to the district board")
    BY_HAND = "by_hand", _("sent by hand")
