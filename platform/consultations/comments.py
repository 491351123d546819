"""What people sent, word for word, and what was decided on each."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.queries import CommentQuerySet
from consultations.states import Reason, Standing

LONGEST_COMMENT = 5000


class Comment(models.Model):
    """The words are those of who sent them: a trigger (migration 0002) lets nobody change them, only forget them.

    Of the sender's network nothing is kept here; `contact` is never shown to readers and in no export.
    """

    page = models.ForeignKey("consultations.ConsultationPage", on_delete=models.PROTECT, related_name="comments")
    number = models.PositiveIntegerField(_("number"))
    body = models.TextField(_("words"))
    name = models.CharField(_("name"), max_length=100, blank=True)
    contact = models.CharField(_("phone or e-mail"), max_length=200, blank=True)
    language = models.CharField(max_length=10)
    received_on = models.DateField(_("received on"))
    at = models.DateTimeField(default=timezone.now)
    standing = models.CharField(_("state"), max_length=10, choices=Standing, default=Standing.WAITING)
    reason = models.CharField(_("reason for hiding"), max_length=20, choices=Reason, blank=True)
    # Of form and words: the same form sent twice is one comment.
    fingerprint = models.CharField(max_length=64)

    objects: ClassVar = CommentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment on a draft")
        verbose_name_plural = _("comments on drafts")
        ordering = ["page", "number"]
        default_permissions = ("view",)
        permissions = [("moderate_comment", "Can publish and hide comments")]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="consultations_one_comment_per_number"),
            models.UniqueConstraint(fields=["page", "fingerprint"], name="consultations_one_comment_per_sending"),
        ]
        indexes = [
            models.Index(fields=["page", "standing", "number"], name="consultations_by_standing"),
            models.Index(fields=["standing", "at"], name="consultations_oldest_first"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def told_rulings(self) -> "list[Ruling]":
        """As they were fetched with the list, the first one first."""
        return list(self.rulings.all())

    @property
    def is_forgotten(self) -> bool:
        return not self.body


class Ruling(models.Model):
    """One decision on one comment: who, when, why. The last one is where the comment stands."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="rulings")
    standing = models.CharField(max_length=10, choices=Standing)
    reason = models.CharField(max_length=20, choices=Reason, blank=True)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("decision on a comment")
        verbose_name_plural = _("decisions on comments")
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.comment_id} {self.standing}"
