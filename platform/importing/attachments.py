"""Files in the archive that comes with a sheet, found by the names that stand in it."""

import hashlib
import io
import zipfile
from difflib import get_close_matches
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from importing.cells import Wrong, clean
from importing.readers import NamedFile
from lib import archives, pictures
from lib.filetypes import check_file, extension_of
from lib.refusals import Limits, Refused, damaged

# Set in a member's flags where its name is UTF-8; else it is what the packing program's machine had.
UTF_8_NAME = 0x800


class NoArchive:
    def named(self, name: str) -> NamedFile:
        raise Wrong(
            _("“%(name)s” is not there: no archive came with this sheet.") % {"name": name},
            _("Pack the files into a .zip and upload it together with the sheet."),
        )

    def close(self) -> None:
        pass


class Attachments:
    """Raises Refused for an archive that would swell or climb; single files are looked at when they are asked for."""

    def __init__(self, file: IO[bytes], limits: Limits) -> None:
        self.limits = limits
        self.budget = pictures.Budget(limits.archive_pixels)
        self.archive = archives.opened(file, limits)
        self.archive.refuse_bombs()
        self.members: dict[str, list[zipfile.ZipInfo]] = {}
        for member in self.archive.file.infolist():
            if not member.is_dir():
                for name in _names_of(member):
                    self.members.setdefault(name, []).append(member)
        self.known: dict[str, NamedFile] = {}

    def close(self) -> None:
        self.archive.file.close()

    def named(self, name: str) -> NamedFile:
        """By its path or its last part, in capitals or not. Raises Wrong where there is none, more than one, or what
        the library would not take."""
        if name not in self.known:
            self.known[name] = self._looked_at(self._member(name), name)
        return self.known[name]

    def _member(self, name: str) -> zipfile.ZipInfo:
        found = self.members.get(_normal(name), [])
        if len(found) == 1:
            return found[0]
        if found:
            raise Wrong(
                _("The archive holds several files named “%(name)s”.") % {"name": name},
                _("Write the folder as well, as in: %(path)s") % {"path": name_of(found[0])},
            )
        near = get_close_matches(_normal(name), self.members, n=1, cutoff=0.7)
        raise Wrong(
            _("The archive holds no file named “%(name)s”.") % {"name": name},
            _("Do you mean: %(label)s?") % {"label": name_of(self.members[near[0]][0])} if near else "",
        )

    def _looked_at(self, member: zipfile.ZipInfo, name: str) -> NamedFile:
        own_name = PurePosixPath(name_of(member)).name
        if extension_of(own_name) not in settings.WAGTAILDOCS_EXTENSIONS:
            raise Wrong(_("Files of this type are not taken: %(name)s") % {"name": own_name})
        if member.file_size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
            raise Wrong(_("This file is too large: %(name)s") % {"name": own_name})
        try:
            content = self._content(member)
            check_file(io.BytesIO(content), own_name, self.limits, budget=self.budget)
        except Refused as refused:
            raise Wrong(f"{own_name}: {refused.messages[0]}") from refused
        digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
        return NamedFile(own_name, digest, read=partial(self._content, member))

    def _content(self, member: zipfile.ZipInfo) -> bytes:
        try:
            with self.archive.file.open(member) as packed:
                return packed.read()
        except archives.BROKEN as error:
            raise damaged() from error


def _names_of(member: zipfile.ZipInfo) -> set[str]:
    whole = name_of(member)
    return {_normal(whole), _normal(PurePosixPath(whole).name)}


def name_of(member: zipfile.ZipInfo) -> str:
    """In Vietnamese letters, also where a program has packed it without saying in which."""
    if member.flag_bits & UTF_8_NAME:
        return member.filename
    written = member.filename.encode("cp437", "replace")
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("cp1258", "replace")


def _normal(name: str) -> str:
    return clean(name.replace("\\", "/")).casefold()
