"""Files of forms: taken in from the board, and released with the version that names them."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from lib.filetypes import check_file, extension_of
from lib.upload_fields import limits
from procedure_catalogue.contents import Content
from procedure_catalogue.form_files import EXTENSIONS, numbers_in
from procedure_catalogue.models import FormFile
from procedure_catalogue.reading import clean_code
from procedure_catalogue.rules import may_keep

MEGABYTE = 1024 * 1024
MOST_BYTES = 5 * MEGABYTE


@transaction.atomic
def keep_form_file(*, code: str, file: UploadedFile, by: User) -> FormFile:
    """For the procedure with this code, which need not be there yet. Readers have it once a version that names its
    address is in force.

    Raises PermissionDenied, and ValidationError for what is too large, of another type, or not what its name promises.
    """
    if not may_keep(by):
        raise PermissionDenied
    name, size = file.name or "", file.size or 0
    if extension_of(name) not in EXTENSIONS:
        told = _("“%(name)s” is not taken: a form is a file of the type %(types)s.")
        raise ValidationError(told % {"name": name[:100], "types": ", ".join(EXTENSIONS)})
    if size > MOST_BYTES:
        told = _("“%(name)s” is too large: a form has at most %(most)d MB.")
        raise ValidationError(told % {"name": name[:100], "most": MOST_BYTES // MEGABYTE})
    check_file(file, name, limits())
    return FormFile.objects.create(code=clean_code(code), extension=extension_of(name), size=size, content=file.read())


def release_forms(contents: Iterable[Content]) -> None:
    """Of what has just been published or corrected. Inside the caller's transaction."""
    if numbers := numbers_in(contents):
        FormFile.objects.filter(pk__in=numbers, is_released=False).update(is_released=True)
