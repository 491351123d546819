"""Files of a site, in a folder of its own: `<MEDIA_ROOT>/<schema>/`."""

from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible
from django_tenants.utils import get_public_schema_name

from tenants.connection import connection


def media_folder(schema_name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / schema_name


@deconstructible(path="tenants.isolation.storage.SiteStorage")
class SiteStorage(FileSystemStorage):
    """The address of a file is the same on every site, its place on disk is not.

    Raises SuspiciousFileOperation outside a site: files belong to sites only.
    """

    @property
    def base_location(self) -> str:  # type: ignore[override]
        if connection.schema_name == get_public_schema_name():
            raise SuspiciousFileOperation("There are no files outside a site.")
        return str(media_folder(connection.schema_name))

    def path(self, name: str) -> str:
        """Raises SuspiciousFileOperation for a name that climbs: `images/../documents` would leave the public files."""
        if "\0" in name or ".." in PurePosixPath(name).parts:
            raise SuspiciousFileOperation(f"{name!r} is no name of a file.")
        return super().path(name)

    @property
    def location(self) -> str:  # type: ignore[override]
        return str(Path(self.base_location).absolute())
