"""Parts of a day, as a work calendar names them."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

NOON, EVENING = datetime.time(12), datetime.time(18)


class Session(models.TextChoices):
    """In the order in which they stand."""

    ALL_DAY = "1-all-day", _("All day")
    MORNING = "2-morning", _("Morning")
    AFTERNOON = "3-afternoon", _("Afternoon")
    EVENING = "4-evening", _("Evening")


def session_at(time: datetime.time) -> Session:
    if time < NOON:
        return Session.MORNING
    return Session.AFTERNOON if time < EVENING else Session.EVENING
