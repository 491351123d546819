"""Where a consultation stands on a day, where a comment stands, and what became of what was said."""

import datetime
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """Never stored: it follows from dates and from the day. No work by the clock opens or closes anything."""

    UPCOMING = "sap-lay", _("Not open yet")
    OPEN = "dang-lay", _("Open for comments")
    CLOSED = "da-dong", _("Closed, the account follows")
    ANSWERED = "da-giai-trinh", _("Closed, with the account")


class Standing(models.TextChoices):
    WAITING = "waiting", _("Waiting to be read")
    PUBLISHED = "published", _("Published")
    HIDDEN = "hidden", _("Hidden")


MOVES = {
    Standing.WAITING: {Standing.PUBLISHED, Standing.HIDDEN},
    Standing.PUBLISHED: {Standing.HIDDEN},
    Standing.HIDDEN: {Standing.PUBLISHED},
}


class Reason(models.TextChoices):
    """Why a comment is not shown. Readers see how many were hidden for which of these."""

    ADVERTISING = "advertising", _("Advertising or sent by a program")
    INSULTING = "insulting", _("Insults or threatens somebody")
    PERSONAL = "personal", _("Tells personal matters of somebody")
    OFF_TOPIC = "off-topic", _("Is about something else")
    REPEATED = "repeated", _("Was sent more than once")
    OTHER = "other", _("Another reason")


class Outcome(models.TextChoices):
    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    NOT_ACCEPTED = "not-accepted", _("Not accepted")


@dataclass(frozen=True)
class Period:
    """From when until when comments are taken, both days included; `announced` is the closing date before any
    extension."""

    opens_on: datetime.date
    announced: datetime.date
    closes_on: datetime.date
    accounted_on: datetime.date | None = None

    @property
    def is_extended(self) -> bool:
        return self.closes_on != self.announced

    def phase(self, on: datetime.date) -> Phase:
        if on < self.opens_on:
            return Phase.UPCOMING
        if on <= self.closes_on:
            return Phase.OPEN
        return Phase.ANSWERED if self.accounted_on and self.accounted_on <= on else Phase.CLOSED


def may_move(before: str, after: str) -> bool:
    return Standing(after) in MOVES[Standing(before)]
