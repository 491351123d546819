"""Words for what is disclosed of a budget."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Period(models.TextChoices):
    """Those for which Luật Dân chủ cơ sở 10/2022 art 11 has a commune publish its budget: quarter, six months, year."""

    YEAR = "year", _("Whole year")
    HALF = "half", _("First six months")
    QUARTER_1 = "q1", _("First quarter")
    QUARTER_2 = "q2", _("Second quarter")
    QUARTER_3 = "q3", _("Third quarter")
    QUARTER_4 = "q4", _("Fourth quarter")


class Subject(models.TextChoices):
    ESTIMATE = "estimate", _("Budget estimate")
    EXECUTION = "execution", _("Execution of the budget")
    ACCOUNT = "account", _("Final account")
    OTHER = "other", _("Other disclosure")
