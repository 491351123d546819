"""What a site owes its readers, and how it stands with it on a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """Never stored: it follows from what was read and from the day. In the order of what asks for work first."""

    MISSING = "missing", _("missing")
    OVERDUE = "overdue", _("overdue")
    SOON = "soon", _("due soon")
    FRESH = "fresh", _("fresh")


class Evidence(models.TextChoices):
    """Where it is looked for. Of a queue nothing may wait too long; of all others something has to be there."""

    ANY = "any", _("items of any kind")
    YEAR = "year", _("items of the last twelve months")
    KIND = "kind", _("items of one kind")
    CATEGORY = "category", _("items in one category")
    LANGUAGE = "language", _("items in one language")
    PAGE = "page", _("a section or text page, by its name in the address")
    WEEKS = "weeks", _("weeks of the work calendar")
    OFFICE = "office", _("what is said of the office")
    QUEUE = "queue", _("what waits to be dealt with")


class Count(models.TextChoices):
    WORKING = "working", _("working days")
    CALENDAR = "calendar", _("calendar days")


class Source(models.TextChoices):
    """How far a rule may be told as law: only what somebody has read in the law itself."""

    READ = "read", _("law, read in its text or an excerpt")
    SECONDARY = "secondary", _("law, read in another source only")
    REPEALED = "repealed", _("repealed law, kept as a suggestion")
    BOARD = "board", _("the board's own rule")


IS_LAW = frozenset({Source.READ, Source.SECONDARY})
