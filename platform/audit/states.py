"""What the audit log knows how to tell."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.TextChoices):
    SIGNED_IN = "signed-in", _("Signed in")
    SIGN_IN_FAILED = "sign-in-failed", _("Sign-in failed: wrong address or password")
    CODE_FAILED = "code-failed", _("Sign-in failed: wrong code")
    SIGN_IN_LOCKED = "sign-in-locked", _("Sign-in locked for a while")
    SIGN_IN_UNLOCKED = "sign-in-unlocked", _("Sign-in unlocked")
    SIGNED_OUT = "signed-out", _("Signed out")
    SIGNED_OUT_EVERYWHERE = "signed-out-everywhere", _("Signed out everywhere")
    SESSION_ENDED = "session-ended", _("Session ended by time")
    RESET_REQUESTED = "reset-requested", _("Link to a new password requested")
    PASSWORD_RESET = "password-reset", _("Password chosen through a link")
    PASSWORD_CHANGED = "password-changed", _("Password changed")
    PERSON_ADDED = "person-added", _("Person added")
    PERSON_CHANGED = "person-changed", _("Person changed")
    PERSON_ACTIVATED = "person-activated", _("Person activated")
    PERSON_DEACTIVATED = "person-deactivated", _("Person deactivated")
    PERSON_DELETED = "person-deleted", _("Person deleted")
    ROLE_GIVEN = "role-given", _("Role given")
    ROLE_TAKEN = "role-taken", _("Role taken")
    FACTOR_ENROLLED = "factor-enrolled", _("Second factor set up")
    FACTOR_REMOVED = "factor-removed", _("Second factor removed")
    FACTOR_RESET = "factor-reset", _("Second factor reset by somebody else")
    RECOVERY_CODE_USED = "recovery-code-used", _("Recovery code used")
    RECOVERY_CODES_RENEWED = "recovery-codes-renewed", _("Recovery codes renewed")
    FACTOR_REQUIRED = "factor-required", _("Second factor made compulsory")
    FACTOR_OPTIONAL = "factor-optional", _("Second factor made optional")
    IMPORT_APPLIED = "import-applied", _("Sheet imported into a register")
    IMPORT_UNDONE = "import-undone", _("Import into a register undone")
    COMMENTS_PUBLISHED = "comments-published", _("Comments on a draft published")
    COMMENTS_HIDDEN = "comments-hidden", _("Comments on a draft hidden")
    COMMENTS_EXPORTED = "comments-exported", _("Comments on drafts exported")
    CONSULTATION_EXTENDED = "consultation-extended", _("Consultation extended")
    QUESTIONS_EXPORTED = "questions-exported", _("Questions of one person exported")
    QUESTIONS_FORGOTTEN = "questions-forgotten", _("Who asked was forgotten at their wish")
    LOG_EXPORTED = "log-exported", _("Audit log exported")
    SITES_REMINDED = "sites-reminded", _("Reminders sent by hand")


REFUSALS = frozenset({Event.SIGN_IN_FAILED, Event.CODE_FAILED, Event.SIGN_IN_LOCKED})
