"""Files that come with a sheet, on their way into the library."""

import io
from typing import Any

from django.core.files.base import File
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from importing.readers import NamedFile
from lib.refusals import Refused


def in_library(file: NamedFile, *, library: type[Model], by: User) -> int:
    """The file's number there: its own, where it has one, else that of a new entry.

    Raises Refused for a file that was in the library and no longer is, as an undo may find.
    """
    if file.read is None:
        if file.document is None or not library._default_manager.filter(pk=file.document).exists():
            raise Refused(
                _("Nothing was changed: the file “%(name)s” is no longer in the library."), "gone", name=file.name
            )
        return file.document
    content = file.read()
    stored: Any = library(
        title=file.name[:255],
        uploaded_by_user=by,
        file_size=len(content),
        file_hash=file.sha1,
        file=File(io.BytesIO(content), file.name),
    )
    stored.save()
    return stored.pk
