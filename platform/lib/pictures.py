"""Pictures: really one, of the type its name says, of a bearable size, and without the place it was taken at."""

import io
import struct
import zlib
from dataclasses import dataclass
from typing import IO, Any

import PIL.Image
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, JpegImagePlugin

from lib.refusals import Limits, Refused, damaged

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}
CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    # Of pictures that were taken in earlier, and of portraits that a phone joined.
    "avif": "image/avif",
    "mpo": "image/jpeg",
}
# A phone joins two pictures into one file; the first is what everybody sees.
JOINED = "MPO"
SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, zlib.error, MemoryError)
XMP = ("xmp", "XML:com.adobe.xmp")
KEPT = (ExifTags.Base.Orientation, ExifTags.Base.Artist, ExifTags.Base.Copyright, ExifTags.Base.ImageDescription)


@dataclass
class Budget:
    """How many pixels all pictures of an archive may have together: each of them is unpacked to be looked at."""

    most: int
    spent: int = 0

    def spend(self, image: PIL.Image.Image) -> None:
        self.spent += image.width * image.height
        if self.spent > self.most:
            raise Refused(
                _(
                    "the pictures of one archive may have %(count)s million pixels together. "
                    "Make them smaller, or spread them over several archives."
                ),
                "archive_pixels",
                count=self.most // 1_000_000,
            )


def looks_like_one(head: bytes) -> bool:
    return head.startswith(SIGNATURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def check(file: IO[bytes], extension: str, limits: Limits, budget: Budget | None = None) -> None:
    """Raises Refused unless every frame of the picture opens, within the budget of its archive.

    Leaves the file at its beginning.
    """
    try:
        with _opened(file) as image:
            _refuse_another_type(image, extension)
            _refuse_large(image, limits)
            _load(image, limits, budget)
    except PIL.Image.DecompressionBombError:
        raise _too_many_pixels(limits) from None
    except Refused:
        raise
    except BROKEN as error:
        raise damaged() from error
    finally:
        file.seek(0)


def without_place(file: File, name: str) -> File:
    """The same picture without the place it was taken at and the maker's notes; the file itself where it has neither.

    Turning, author, copyright and caption stay. Anything that is no picture comes back untouched.
    """
    extension = name.rpartition(".")[2].lower()
    if extension not in FORMATS:
        return file
    try:
        with _opened(file) as image:
            return _saved_without_place(image, name) if _has_place(image) else file
    except (*BROKEN, PIL.Image.DecompressionBombError):
        return file
    finally:
        file.seek(0)


def _opened(file: IO[bytes] | File) -> PIL.Image.Image:
    file.seek(0)
    return PIL.Image.open(file, formats=[*set(FORMATS.values()), JOINED])  # type: ignore[arg-type]


def _refuse_another_type(image: PIL.Image.Image, extension: str) -> None:
    found = "JPEG" if image.format == JOINED else image.format
    if found != FORMATS[extension]:
        raise Refused(
            _(
                "This file is named .%(extension)s but is a picture of the type .%(content)s. "
                "Change the end of its name to .%(content)s and upload it again."
            ),
            "another_picture",
            extension=extension,
            content=str(found).lower(),
        )


def _refuse_large(image: PIL.Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        raise _too_many_pixels(limits)


def _load(image: PIL.Image.Image, limits: Limits, budget: Budget | None) -> None:
    """One frame after the other, so that a short file with a thousand of them ends at the limit."""
    _spend(budget, image)
    image.load()
    if image.format == JOINED or not getattr(image, "is_animated", False):
        return
    most = min(limits.frames, limits.pixels // (image.width * image.height))
    for number in range(1, most + 1):
        try:
            image.seek(number)
        except EOFError:
            return
        _spend(budget, image)
        image.load()
    raise Refused(
        _("This moving picture has more than %(count)s frames. Shorten it or make it smaller, and upload it again."),
        "too_many_frames",
        count=most,
    )


def _spend(budget: Budget | None, image: PIL.Image.Image) -> None:
    if budget:
        budget.spend(image)


def _too_many_pixels(limits: Limits) -> Refused:
    return Refused(
        _("This picture has more than %(count)s million pixels. Make it smaller and upload it again."),
        "too_many_pixels",
        count=limits.pixels // 1_000_000,
    )


def _has_place(image: PIL.Image.Image) -> bool:
    return bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo)) or any(
        b"GPS" in _bytes(image.info.get(key)) for key in XMP
    )


def _saved_without_place(image: PIL.Image.Image, name: str) -> File:
    before, kept = image.getexif(), PIL.Image.Exif()
    for tag in KEPT:
        if tag in before:
            kept[tag] = before[tag]
    new = io.BytesIO()
    image.save(new, **_as_it_was(image), exif=kept, icc_profile=image.info.get("icc_profile"))
    return ContentFile(new.getvalue(), name=name)


def _as_it_was(image: PIL.Image.Image) -> dict[str, Any]:
    """How to write it again with next to nothing lost: JPEG with its own tables, the others without loss."""
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        sampling = JpegImagePlugin.get_sampling(image)
        tables = {"qtables": image.quantization, "subsampling": sampling}
        return {"format": "JPEG", "xmp": b"", "comment": b"", "progressive": "progression" in image.info, **tables}
    if image.format == "WEBP":
        return {"format": "WEBP", "xmp": b"", "lossless": True, "save_all": getattr(image, "is_animated", False)}
    return {"format": image.format, "save_all": getattr(image, "is_animated", False)}


def _bytes(value: str | bytes | None) -> bytes:
    return value.encode() if isinstance(value, str) else value or b""
