"""What citizens send, where it stands, and what happened to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The value is the key of its deadline in the table of deadlines."""

    QUESTION = "question", _("Question")
    FEEDBACK = "feedback", _("Feedback on regulations")
    ACCESS = "access", _("Request for information")
    ACCESS_COMPLEX = "access-complex", _("Request for information that takes gathering")


class State(models.TextChoices):
    RECEIVED = "received", _("Received")
    ROUTED = "routed", _("With the department")
    PROPOSED = "proposed", _("Answer waits for approval")
    ANSWERED = "answered", _("Answered")


OPEN = frozenset({State.RECEIVED, State.ROUTED, State.PROPOSED})


class Step(models.TextChoices):
    ASKED = "asked", _("Received")
    ROUTED = "routed", _("Passed to a department")
    EXTENDED = "extended", _("Deadline extended")
    WRITTEN = "written", _("Answer written")
    PROPOSED = "proposed", _("Answer put forward for approval")
    RETURNED = "returned", _("Answer sent back")
    ANSWERED = "answered", _("Answered")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Taken down")


# What who asked is shown; what happens to a draft is the office's own business.
TOLD = frozenset({Step.ASKED, Step.ROUTED, Step.EXTENDED, Step.ANSWERED, Step.PUBLISHED})
