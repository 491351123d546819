"""Zip files, which Office documents are too: nothing that swells, climbs or hides a program."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from lib.refusals import Limits, Refused, damaged

CHUNK = 1024 * 1024
IN_MEMORY = 4 * 1024 * 1024
SMALL = 20 * 1024 * 1024
# Deflate reaches 1,032; text and tables stay below 100.
LARGEST_RATIO = 200
BYTES_PER_ENTRY = 512
END, END_64 = b"PK\x05\x06", b"PK\x06\x06"
TAIL = 70 * 1024
DESCRIPTION = 1024 * 1024
MACROS = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic", "scripts", "activex", "macrosheets")
# What macOS and Windows add unasked, known by how it begins: nobody has to know how to leave it out.
UNASKED = {".DS_Store": b"\x00\x00\x00\x01Bud1", "Thumbs.db": b"\xd0\xcf\x11\xe0", "._": b"\x00\x05\x16\x07"}
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)

Check = Callable[[IO[bytes], str], None]


class Archive:
    """An open zip file. Every method raises Refused; what can't be read is refused as damaged."""

    def __init__(self, file: zipfile.ZipFile, limits: Limits) -> None:
        self.file, self.limits = file, limits

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *__: object) -> None:
        self.file.close()

    def refuse_bombs(self) -> None:
        members = self.file.infolist()
        if not members:
            raise Refused(_("This file is empty. See whether it was saved, then upload it again."), "empty")
        if len(members) > self.limits.archive_files:
            raise _too_many(self.limits)
        unpacked = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members) or 1
        if unpacked > self.limits.unpacked_bytes or (unpacked > SMALL and unpacked / packed > LARGEST_RATIO):
            raise _too_large(self.limits)
        for member in members:
            self._refuse_climbing(member)
            if member.flag_bits & 1:
                raise locked()

    def refuse_macros(self) -> None:
        for member in self.file.infolist():
            parts = [part.lower() for part in PurePosixPath(member.filename).parts]
            if parts and not member.is_dir() and (parts[-1] in MACROS or set(parts[:-1]) & set(MACRO_FOLDERS)):
                raise macros()

    def read(self, name: str) -> bytes:
        """The beginning of that member; empty where there is none."""
        try:
            with self.file.open(name) as member:
                return member.read(DESCRIPTION)
        except KeyError:
            return b""
        except BROKEN as error:
            raise damaged() from error

    def check_members(self, check: Check) -> None:
        """Each member as if it were uploaded by itself."""
        for member in self.file.infolist():
            if member.is_dir():
                continue
            with self._unpacked(member) as content:
                if _is_unasked(member.filename, content.read(8)):
                    continue
                try:
                    check(content, member.filename)
                except Refused as refused:
                    raise Refused(
                        _("In this archive, %(name)s can't be published: %(reason)s"),
                        "member",
                        name=member.filename,
                        reason=refused.messages[0],
                    ) from refused

    def _unpacked(self, member: zipfile.ZipInfo) -> IO[bytes]:
        """Reads no further than the size that was declared and counted above."""
        content: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the caller closes it
        try:
            with self.file.open(member) as packed:
                while chunk := packed.read(CHUNK):
                    content.write(chunk)
        except BROKEN as error:
            content.close()
            raise damaged() from error
        content.seek(0)
        return content

    def _refuse_climbing(self, member: zipfile.ZipInfo) -> None:
        # As written: ZipInfo.filename is cut at a NUL and turned to slashes.
        name = member.orig_filename.replace("\\", "/")
        climbs = name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0] or "\0" in name
        if climbs or stat.S_ISLNK(member.external_attr >> 16):
            raise Refused(
                _("This archive would unpack “%(name)s” outside its own folder. Pack it anew and upload it."),
                "climbs",
                name=member.filename,
            )


def opened(file: IO[bytes], limits: Limits) -> Archive:
    """Raises Refused for what is no zip file, and for lists of members too long to be read."""
    if _size_of_list(file) > limits.archive_files * BYTES_PER_ENTRY:
        raise _too_many(limits)
    file.seek(0)
    try:
        return Archive(zipfile.ZipFile(file), limits)
    except BROKEN as error:
        raise damaged() from error


def macros() -> Refused:
    return Refused(
        _("This file holds macros, small programs that can do harm. Save it without them and upload it again."),
        "macros",
    )


def locked() -> Refused:
    return Refused(
        _("This file is locked with a password: no reader could open it. Save it without one and upload it again."),
        "locked",
    )


def _too_many(limits: Limits) -> Refused:
    return Refused(
        _("This file packs more than %(count)s files. Divide it into smaller ones."),
        "too_many",
        count=limits.archive_files,
    )


def _too_large(limits: Limits) -> Refused:
    return Refused(
        _("Unpacked, this file would grow to many times its size. Divide it: a reader can be sent %(size)s at most."),
        "too_large",
        size=filesizeformat(limits.unpacked_bytes),
    )


def _is_unasked(name: str, head: bytes) -> bool:
    last = PurePosixPath(name).name
    return any(last.startswith(begin) and head.startswith(magic) for begin, magic in UNASKED.items())


def _size_of_list(file: IO[bytes]) -> int:
    """Bytes of the list of members, as the end of the file declares them: `zipfile` reads that list as a whole."""
    file.seek(0, 2)
    file.seek(max(0, file.tell() - TAIL))
    tail = file.read()
    end, end_64 = tail.rfind(END), tail.rfind(END_64)
    sizes = [0]
    if 0 <= end <= len(tail) - 22:
        sizes.append(struct.unpack_from("<L", tail, end + 12)[0])
    if 0 <= end_64 <= len(tail) - 56:
        sizes = [struct.unpack_from("<Q", tail, end_64 + 40)[0]]
    return max(sizes)
