"""Files that come with a question. They lie outside the folders that are served, and only two doors lead to them: the
secret address of who sent them and the office's own screen."""

import logging
from collections.abc import Sequence
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from citizens.keys import new_secret
from lib.upload_fields import check_content
from library.models import DocumentFileField

logger = logging.getLogger(__name__)

FOLDER = "questions"
MOST_FILES = 3
LARGEST = 10 * 1024 * 1024
EXTENSIONS = ("pdf", "jpg", "jpeg", "png", "webp", "docx", "doc", "xlsx", "xls", "odt", "ods")


class AttachmentQuerySet(models.QuerySet):
    def waiting(self, tokens: Sequence[str]) -> Self:
        """Of those tokens, the files that no question has claimed yet; never more than one question may have."""
        ours = [token for token in tokens[:MOST_FILES] if token.isprintable()]
        return self.filter(token__in=ours, question=None)


class Attachment(models.Model):
    """Without a question it waits for its form to be sent again, which `token` does; unclaimed, it goes after a day."""

    question = models.ForeignKey(
        "citizens.Question", null=True, on_delete=models.CASCADE, related_name="attachments", verbose_name=_("question")
    )
    token = models.CharField(max_length=64, unique=True, default=new_secret)
    file = DocumentFileField(_("file"), upload_to=FOLDER, validators=[check_content])
    name = models.CharField(_("name of the file"), max_length=255)
    size = models.PositiveIntegerField(_("size"))
    at = models.DateTimeField(default=timezone.now, db_index=True)

    objects: ClassVar = AttachmentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("file of a question")
        verbose_name_plural = _("files of questions")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    def content(self) -> bytes | None:
        """None where the disk has lost it: that keeps neither the question nor the other files from anybody."""
        try:
            with self.file.open("rb") as file:
                found: bytes = file.read()
        except FileNotFoundError:
            logger.error("The file %s of question %s is not on the disk", self.pk, self.question_id)
            return None
        return found
