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
    MOVED = "moved", _("Passed to another office")
    FORGOTTEN = "forgotten", _("Who asked was forgotten")


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
    MOVED = "moved", _("Passed to another office")
    TAKEN = "taken", _("Taken over from another office")
    STAYED = "stayed", _("Could not be passed on, stays here")
    FORGOTTEN = "forgotten", _("Who asked was forgotten")


# What who asked is shown; what happens to a draft is the office's own business.
TOLD = frozenset(
    {Step.ASKED, Step.ROUTED, Step.EXTENDED, Step.ANSWERED, Step.PUBLISHED, Step.MOVED, Step.TAKEN, Step.STAYED}
)
# What is mailed as well, where an address was given.
MAILED = frozenset({Step.ASKED, Step.EXTENDED, Step.ANSWERED, Step.TAKEN})


class Supply(models.TextChoices):
    """How what was asked for is handed over."""

    ONLINE = "online", _("By e-mail or on this page")
    OFFICE = "office", _("At the office")
    POST = "post", _("By post")
