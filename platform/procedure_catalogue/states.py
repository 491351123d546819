"""What a version of a procedure can be, on paper and on a day, and the short lists its parts choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """At which level of administration a procedure is dealt with (cấp thực hiện)."""

    MINISTRY = "ministry", _("Ministry level")
    PROVINCE = "province", _("Province level")
    DISTRICT = "district", _("District level")
    COMMUNE = "commune", _("Commune level")


class Online(models.TextChoices):
    """How much of it can be done online: entirely or partly, as NĐ 42/2022 article 11 (15 August 2022 to 30 June 2026)
    and NĐ 224/2026 articles 14-16 (from 1 July 2026) have it; not the older levels 2, 3 and 4."""

    FULL = "full", _("Entirely online")
    PARTIAL = "partial", _("Partly online")
    INFORMATION = "information", _("Information only")


class Channel(models.TextChoices):
    """How a dossier is handed in."""

    COUNTER = "counter", _("At the counter")
    ONLINE = "online", _("Online")
    POST = "post", _("By public post")


class State(models.TextChoices):
    """Of a version. What is withdrawn was published by mistake, or was a draft that nobody wants any more: it is kept
    for the history and counts nowhere."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Standing(models.TextChoices):
    """Of a version on a day; never stored, it follows from the days of the version."""

    DRAFT = "draft", _("Draft")
    COMING = "coming", _("Not yet in force")
    IN_FORCE = "in-force", _("In force")
    ENDED = "ended", _("No longer in force")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Step(models.TextChoices):
    """What the history of a procedure is made of."""

    DRAFTED = "drafted", _("Draft saved")
    DISCARDED = "discarded", _("Draft discarded")
    PUBLISHED = "published", _("Version published")
    CORRECTED = "corrected", _("Mistake in writing corrected")
    REPEALED = "repealed", _("Repealed")
    EVENTS_SET = "events-set", _("Life events changed")
    UNDONE = "undone", _("Taken back")


# What readers see nothing of.
INSIDE = (Step.DRAFTED, Step.DISCARDED)
