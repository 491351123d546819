"""Why a file is refused, in a sentence for the person who uploads it; and how large what is taken may be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Limits:
    pixels: int
    """Of a picture, or of all frames of a moving one together."""
    frames: int
    archive_pixels: int
    """Of all pictures in an archive together."""
    archive_files: int
    unpacked_bytes: int


class Refused(ValidationError):
    def __init__(self, message: "str | _StrPromise", code: str, **params: object) -> None:
        super().__init__(message, code, params or None)


def damaged() -> Refused:
    return Refused(_("This file is damaged or was not copied completely. Save it again and upload it."), "damaged")
