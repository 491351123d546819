"""How content readers are with a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.IntegerChoices):
    """From the best to the worst, as they stand below a page."""

    SATISFIED = 3, _("Satisfied")
    NEUTRAL = 2, _("So-so")
    DISSATISFIED = 1, _("Not satisfied")
