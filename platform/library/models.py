"""The site's own image and document models, so that a field can be added later without a swap."""

from typing import Any

from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from lib.pictures import without_place
from lib.upload_fields import check_content


class WithoutPlace:
    """Every way to the disk leads through here: what is kept, cut and handed out does not tell where it was taken."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        super().save(name, without_place(content, name), save)


class PictureFile(WithoutPlace, WagtailImageFieldFile):
    pass


class DocumentFile(WithoutPlace, FieldFile):
    pass


class PictureFileField(WagtailImageField):
    attr_class = PictureFile


class DocumentFileField(models.FileField):
    attr_class = DocumentFile


class SiteImage(AbstractImage):
    file = PictureFileField(
        _("file"), upload_to=get_upload_to, width_field="width", height_field="height", validators=[check_content]
    )
    credit = models.CharField(
        _("photographer or source"), max_length=255, blank=True, help_text=_("Shown below the picture.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        indexes = [models.Index(fields=["file"], name="library_image_by_file")]


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Out of the cache, to which Wagtail would write it back at each request."""
        super().__setstate__(state)
        self._from_cache = True

    class Meta:
        indexes = [models.Index(fields=["file"], name="library_rendition_by_file")]
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="library_one_rendition_per_filter"
            )
        ]


class SiteDocument(AbstractDocument):
    file = DocumentFileField(_("file"), upload_to="documents", validators=[check_content])
    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
