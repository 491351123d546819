"""What somebody is in a department, and where a term stands on a day."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class Duty(models.TextChoices):
    LEADER = "leader", _("Leader")
    CONTACT = "contact", _("Contact officer")
    STAFF = "staff", _("Other staff")


class Term(models.TextChoices):
    """Never stored: it follows from the dates and from the day."""

    COMING = "coming", _("Not begun yet")
    CURRENT = "current", _("In office")
    PAST = "past", _("Former")


def term_of(since: datetime.date | None, until: datetime.date | None, on: datetime.date) -> Term:
    """Both days belong to the term; a day that is not known is no limit."""
    if until and until < on:
        return Term.PAST
    return Term.COMING if since and since > on else Term.CURRENT
