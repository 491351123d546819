"""What a link leads to, and how it stands with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    OUTSIDE = "outside", _("Another site")
    PATH = "path", _("An address of this site")
    PAGE = "page", _("A page of this site")
    DOCUMENT = "document", _("A file of this site")


class State(models.TextChoices):
    """Worst first: lists keep this order."""

    BROKEN = "broken", _("Broken")
    UNREACHABLE = "unreachable", _("Fails for now")
    REFUSED = "refused", _("Refuses access")
    REDIRECTED = "redirected", _("Has moved")
    UNCHECKED = "unchecked", _("Not checked")
    OK = "ok", _("Works")


class Reason(models.TextChoices):
    NOT_FOUND = "not-found", _("there is no such page (404)")
    GONE = "gone", _("taken away for good (410)")
    FAULT = "fault", _("the other server has a fault")
    NO_HOST = "no-host", _("there is no site of that name")
    NO_ANSWER = "no-answer", _("no connection, or it broke off")
    TOO_SLOW = "too-slow", _("no answer in time")
    CERTIFICATE = "certificate", _("no valid certificate: browsers warn of it")
    CIRCLE = "circle", _("passed on too often")
    DENIED = "denied", _("only some may open it")
    TOO_OFTEN = "too-often", _("the other server asks to wait")
    MALFORMED = "malformed", _("this is no address")
    INTERNAL = "internal", _("lies in a network that is not public, and is never asked")
    PORT = "port", _("another port than 80 and 443, which is never asked")
    ROBOTS = "robots", _("its robots.txt asks programs to stay away")
    MISSING = "missing", _("it was deleted")
    TAKEN_DOWN = "taken-down", _("it is not published")


# The fault is that of the host, not of one address there.
OF_THE_HOST = {Reason.NO_HOST, Reason.NO_ANSWER, Reason.TOO_SLOW, Reason.CERTIFICATE}
NEVER_ASKED = {Reason.INTERNAL, Reason.PORT, Reason.ROBOTS}
IS_NOT_THERE = {Reason.NOT_FOUND, Reason.GONE}
