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


def _spelled(name: bytes) -> bytes:
    """A pattern for that name of a PDF: each letter may stand as #xx."""
    return b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (letter, letter, letter) for letter in name)


# Readers look for it further on, where a program may stand before it.
BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-")
ACTION = re.compile(_spelled(b"S") + rb"\s*/((?:[A-Za-z]|#[0-9A-Fa-f]{2}){6,24})")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
REFUSED = {b"JavaScript", b"Launch"}
LOCKED = re.compile(_spelled(b"Encrypt") + rb"\s*(?:\d+\s+\d+\s+R\b|<<)")
EMBEDDED = re.compile(_spelled(b"EmbeddedFiles"))
XFA = re.compile(_spelled(b"XFA") + rb"\s*(?:\d+\s+\d+\s+R\b|\[)")
# Objects are packed into such streams since PDF 1.5.
OBJECT_STREAM = re.compile(_spelled(b"ObjStm") + rb"\b(?:(?!/ObjStm).){0,1000}?\bstream\r?\n", re.DOTALL)
# The longest dictionary that is looked at before and after the word ObjStm.
DICTIONARY = 1000
FILTER = re.compile(rb"/(?:[A-Za-z0-9]+Decode|AHx|A85|LZW|Fl|RL|Crypt)\b|/Filter\s+\d")
PIECE = 4096
LARGEST_OBJECT_STREAM = 8 * 1024 * 1024
MOST_OBJECTS = 64 * 1024 * 1024


def begins(head: bytes) -> bool:
    return BEGINNING.match(head) is not None


def refuse_dangers(file: IO[bytes]) -> None:
    """Raises Refused for what acts by itself, carries other files, or can't be read here. Links to pages may stay."""
    content = _bytes_of(file)
    if LOCKED.search(content):
        raise Refused(
            _("This PDF is encrypted and can't be checked. Save it without a password or limits, and upload that."),
            "pdf_locked",
        )
    for part in (content, *_object_streams(content)):
        _refuse_dangers_in(part)


def _refuse_dangers_in(part: "bytes | mmap.mmap") -> None:
    actions = {_unescaped(match[1]) for match in ACTION.finditer(part)}
    if actions & REFUSED:
        raise Refused(
            _("This PDF runs a program when it is opened. Print it to a new PDF and upload that."), "pdf_program"
        )
    if b"SubmitForm" in actions:
        raise Refused(
            _("This PDF sends what is in it to an address. Print it to a new PDF and upload that."), "pdf_sends"
        )
    if EMBEDDED.search(part):
        raise Refused(
            _("This PDF has other files attached. Print it to a new PDF and upload those files one by one."),
            "pdf_attachments",
        )
    if XFA.search(part):
        raise Refused(
            _("This PDF is an XFA form, which few programs can show. Print it to a new PDF and upload that."),
            "pdf_xfa",
        )


def _unescaped(name: bytes) -> bytes:
    return ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), name)


def _object_streams(content: "bytes | mmap.mmap") -> Iterator[bytes]:
    left = MOST_OBJECTS
    for match in OBJECT_STREAM.finditer(content):
        _refuse_other_filters(content, match)
        most = min(LARGEST_OBJECT_STREAM, left)
        unpacked = _unpacked(content, match.end(), most + 1)
        if len(unpacked) > most:
            raise Refused(
                _("This PDF packs more than can be checked here. Print it to a new PDF and upload that."), "pdf_packed"
            )
        left -= len(unpacked)
        yield unpacked


def _refuse_other_filters(content: "bytes | mmap.mmap", match: re.Match[bytes]) -> None:
    """Programs that write PDFs pack objects once and with Flate: whoever does otherwise has something to hide."""
    dictionary = content[max(match.start() - DICTIONARY, 0) : match.end()].rpartition(b" obj")[2]
    filters = FILTER.findall(_unescaped(dictionary))
    if filters not in ([], [b"/FlateDecode"]):
        raise Refused(
            _("This PDF packs its content in an unusual way. Print it to a new PDF and upload that."), "pdf_filters"
        )


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
