"""PDF documents: what is one, and which of them start something when they are opened."""

import io
import mmap
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from django.utils.translation import gettext_lazy as _

from lib.refusals import Refused

BEGINNING = 1024
ACTION = re.compile(rb"/(?:S|#53)\s*/((?:[A-Za-z]|#[0-9A-Fa-f]{2}){6,24})")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
REFUSED = {b"JavaScript", b"Launch"}
# Objects are packed into such streams since PDF 1.5.
OBJECT_STREAM = re.compile(rb"/ObjStm\b(?:(?!/ObjStm).){0,1000}?\bstream\r?\n", re.DOTALL)
PIECE = 4096
LARGEST_OBJECT_STREAM = 8 * 1024 * 1024
MOST_OBJECTS = 64 * 1024 * 1024


def begins(head: bytes) -> bool:
    return b"%PDF-" in head[:BEGINNING]


def refuse_programs(file: IO[bytes]) -> None:
    """Raises Refused for actions that run JavaScript or start a program, and for more packed objects than are read.

    An encrypted document hides its packed objects from us as from every reader without its key; what can be read is.
    """
    content = _bytes_of(file)
    if any(_acts(part) for part in (content, *_object_streams(content))):
        raise Refused(
            _("This PDF runs a program when it is opened. Print it to a new PDF and upload that."), "pdf_program"
        )


def _acts(part: "bytes | mmap.mmap") -> bool:
    return any(_unescaped(match[1]) in REFUSED for match in ACTION.finditer(part))


def _unescaped(name: bytes) -> bytes:
    return ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), name)


def _object_streams(content: "bytes | mmap.mmap") -> Iterator[bytes]:
    left = MOST_OBJECTS
    for match in OBJECT_STREAM.finditer(content):
        most = min(LARGEST_OBJECT_STREAM, left)
        unpacked = _unpacked(content, match.end(), most + 1)
        if len(unpacked) > most:
            raise Refused(
                _("This PDF packs more than can be checked here. Print it to a new PDF and upload that."), "pdf_packed"
            )
        left -= len(unpacked)
        yield unpacked


def _unpacked(content: "bytes | mmap.mmap", start: int, most: int) -> bytes:
    """As far as it can be unpacked, piece by piece: what only looks like a stream costs no more than the first."""
    packed, unpacked = zlib.decompressobj(), bytearray()
    with suppress(zlib.error):
        while len(unpacked) < most and not packed.eof and (piece := content[start : start + PIECE]):
            unpacked += packed.decompress(piece, most - len(unpacked))
            start += PIECE
    return bytes(unpacked)


def _bytes_of(file: IO[bytes]) -> "bytes | mmap.mmap":
    try:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (AttributeError, OSError, io.UnsupportedOperation):
        file.seek(0)
        return file.read()
