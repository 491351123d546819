"""What a document is on a day, and how one document stands to another."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Never stored: it follows from dates and from what other documents say, see `queries`."""

    NOT_YET = "chua-hieu-luc", _("Not yet in force")
    IN_FORCE = "con-hieu-luc", _("In force")
    PARTLY = "het-mot-phan", _("Partly out of force")
    EXPIRED = "het-hieu-luc", _("Out of force")
    REPLACED = "bi-thay-the", _("Replaced by another document")


class Relation(models.TextChoices):
    REPLACES = "replaces", _("replaces")
    AMENDS = "amends", _("amends")
    GUIDED_BY = "guided_by", _("is guided by")


# The same link as it reads on the other document.
SEEN_FROM_THERE = {
    Relation.REPLACES: _("replaced by"),
    Relation.AMENDS: _("amended by"),
    Relation.GUIDED_BY: _("guides"),
}


class Reading(models.TextChoices):
    """How far the text of a file has been taken out for the search."""

    WAITING = "waiting", _("Not read yet")
    READ = "read", _("Text taken out")
    SCANNED = "scanned", _("Scanned: has no text of its own")
    UNREADABLE = "unreadable", _("Can't be read")


def status_of(
    on: datetime.date,
    *,
    begins: datetime.date | None,
    expires: datetime.date | None,
    partly_expired: datetime.date | None,
    is_replaced: bool,
    is_amended: bool,
) -> Status:
    """What `queries` asks of the database, for one document that is at hand."""
    if is_replaced:
        return Status.REPLACED
    if expires and expires <= on:
        return Status.EXPIRED
    if begins and begins > on:
        return Status.NOT_YET
    if is_amended or (partly_expired and partly_expired <= on):
        return Status.PARTLY
    return Status.IN_FORCE
