"""Form fields and validators for files: what `lib.filetypes` refuses is refused wherever a file can come in."""

from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.forms import FileField
from wagtail.images.fields import ImageFileExtensionValidator, WagtailImageField

from lib.filetypes import check_file, extension_of
from lib.refusals import Limits


def limits() -> Limits:
    """The settings, where they are all kept."""
    return Limits(
        pixels=settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS,
        frames=settings.UPLOAD_MAX_FRAMES,
        archive_pixels=settings.UPLOAD_MAX_ARCHIVE_PIXELS,
        archive_files=settings.UPLOAD_MAX_ARCHIVE_FILES,
        unpacked_bytes=settings.UPLOAD_MAX_UNPACKED_BYTES,
    )


def check_content(file: File | FieldFile) -> None:
    """Validator of a model's file field. What was stored before stays as it is: it was looked at when it came in."""
    if isinstance(file, FieldFile):
        if file._committed:  # type: ignore[attr-defined]  # Django's own mark for what is stored already
            return
        file = file.file
    name = file.name or ""
    # What is on neither list Wagtail refuses by itself, with the list; one sentence is enough.
    if extension_of(name) in (*settings.WAGTAILDOCS_EXTENSIONS, *settings.WAGTAILIMAGES_EXTENSIONS):
        check_file(file, name, limits())


class PictureField(WagtailImageField):
    """Looks at the content before Wagtail measures it, which breaks off on pictures that are cut short or too large."""

    def to_python(self, data: Any) -> UploadedFile | None:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        ImageFileExtensionValidator(file)
        self.check_image_file_size(file)
        check_content(file)
        return super().to_python(data)

    def check_image_pixel_size(self, f: UploadedFile) -> None:
        """Counted above, a phone's joined pictures as one."""
