"""What a file is by its content, whatever it is called. `check_file` asks for what the name promises.

Nothing here believes a name or what a browser says about a type. Sizes come in as `Limits`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

import filetype
import olefile
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lib import archives, pdfs, pictures
from lib.refusals import Limits, Refused, damaged

HEAD = 8192
CHUNK = 1024 * 1024

WEB_PAGE = re.compile(
    rb"\A[\s\xef\xbb\xbf\xff\xfe]*(?:<!--(?:(?!-->).)*-->\s*)*<(?:[!?/]?[a-z])|<(?:html|head|body|script|iframe|svg|object|form)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
PROGRAM = re.compile(
    rb"\A(?:MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|#!|@echo|L\x00\x00\x00\x01\x14\x02)", re.I
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
RTF_OBJECT = re.compile(rb"\\(?:objdata|objemb|objocx|objupdate|objautlink|objlink)\b")

PICTURES = ("jpg", "jpeg", "png", "gif", "webp")
# Main part of each Office document, as its [Content_Types].xml names it.
OOXML = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
    "pptx": b"presentationml.presentation.main+xml",
}
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
OLE_STREAMS = {"doc": ("WordDocument",), "xls": ("Workbook", "Book"), "ppt": ("PowerPoint Document",)}
OLE_MACROS = {"macros", "_vba_project_cur", "vba"}
# The last two are read by Wagtail and not kept.
TEXTS = ("txt", "csv", "tsv", "po")


@dataclass(frozen=True)
class Upload:
    file: IO[bytes]
    extension: str
    head: bytes
    limits: Limits
    budget: pictures.Budget | None
    """What an archive has left for its pictures; None for a file that is uploaded by itself."""


def check_file(file: IO[bytes], name: str, limits: Limits, *, budget: pictures.Budget | None = None) -> None:
    """Raises Refused, with a sentence for the person who uploads, unless the content is what the name promises.

    Leaves the file at its beginning. An extension that is not in CHECKS is refused.
    """
    file.seek(0)
    head = file.read(HEAD)
    try:
        extension = extension_of(name)
        if not head:
            raise Refused(_("This file is empty. See whether it was saved, then upload it again."), "empty")
        check = CHECKS.get(extension)
        if check is None:
            raise Refused(
                _("Files of the type .%(extension)s are not taken. Save it as PDF and upload that."),
                "unknown_type",
                extension=extension,
            )
        check(Upload(file, extension, head, limits, budget))
    finally:
        file.seek(0)


def extension_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _check_picture(upload: Upload) -> None:
    if not pictures.looks_like_one(upload.head):
        raise _not_as_named(upload)
    pictures.check(upload.file, upload.extension, upload.limits, upload.budget)


def _check_pdf(upload: Upload) -> None:
    if not pdfs.begins(upload.head) or WEB_PAGE.match(upload.head):
        raise _not_as_named(upload)
    pdfs.refuse_dangers(upload.file)


def _check_text(upload: Upload) -> None:
    if _seems(upload.head):
        raise _not_as_named(upload)
    if upload.head.startswith(UTF_16):
        _check_utf_16(upload)
        return
    upload.file.seek(0)
    while chunk := upload.file.read(CHUNK):
        if CONTROL.search(chunk):
            raise _not_as_named(upload)


def _check_utf_16(upload: Upload) -> None:
    upload.file.seek(0)
    try:
        text = upload.file.read().decode("utf-16")
    except UnicodeDecodeError:
        raise _not_as_named(upload) from None
    plain = text.encode("utf-8", "replace")
    if CONTROL.search(plain) or WEB_PAGE.search(plain[:HEAD]):
        raise _not_as_named(upload)


def _check_rtf(upload: Upload) -> None:
    if not upload.head.startswith(b"{\\rtf"):
        raise _not_as_named(upload)
    upload.file.seek(0)
    if RTF_OBJECT.search(upload.file.read()):
        raise Refused(
            _("This file holds an embedded object, which can do harm. Save it as PDF and upload that."), "object"
        )


def _check_ole(upload: Upload) -> None:
    if not upload.head.startswith(olefile.MAGIC):
        raise _not_as_named(upload)
    upload.file.seek(0)
    try:
        with olefile.OleFileIO(upload.file.read()) as ole:
            _check_streams(upload, ole)
    except Refused:
        raise
    except Exception as error:
        raise damaged() from error


def _check_streams(upload: Upload, ole: olefile.OleFileIO) -> None:
    kinds = [kind for kind, streams in OLE_STREAMS.items() if any(ole.exists(stream) for stream in streams)]
    if upload.extension not in kinds:
        raise _not_as_named(upload, kinds[0] if kinds else "")
    names = {part.lower() for path in ole.listdir(streams=True, storages=True) for part in path}
    if names & OLE_MACROS:
        raise archives.macros()
    if "encryptioninfo" in names:
        raise archives.locked()


def _check_ooxml(upload: Upload) -> None:
    if upload.head.startswith(olefile.MAGIC) and _is_encrypted_package(upload):
        raise archives.locked()
    with _opened(upload) as archive:
        archive.refuse_bombs()
        archive.refuse_macros()
        if OOXML[upload.extension] not in archive.read("[Content_Types].xml"):
            raise _not_as_named(upload)


def _check_open_document(upload: Upload) -> None:
    with _opened(upload) as archive:
        archive.refuse_bombs()
        archive.refuse_macros()
        if archive.read("mimetype").strip() != OPEN_DOCUMENT[upload.extension]:
            raise _not_as_named(upload)


def _check_zip(upload: Upload) -> None:
    if upload.budget:
        raise Refused(_("archives inside archives are not taken"), "nested")
    with _opened(upload) as archive:
        archive.refuse_bombs()
        budget = pictures.Budget(upload.limits.archive_pixels)
        archive.check_members(lambda file, name: check_file(file, name, upload.limits, budget=budget))


def _opened(upload: Upload) -> "archives.Archive":
    if not upload.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise _not_as_named(upload)
    return archives.opened(upload.file, upload.limits)


def _is_encrypted_package(upload: Upload) -> bool:
    upload.file.seek(0)
    try:
        with olefile.OleFileIO(upload.file.read()) as ole:
            return ole.exists("EncryptedPackage")
    except Exception:  # noqa: BLE001 - then it is no locked document either
        return False


def _not_as_named(upload: Upload, found: str = "") -> Refused:
    if PROGRAM.match(upload.head):
        return Refused(
            _(
                "This file is named .%(extension)s but is a program. Do not open it. "
                "Tell your unit's technical officer where it came from."
            ),
            "not_as_named",
            extension=upload.extension,
        )
    return Refused(
        _(
            "This file is named .%(extension)s but is %(content)s. "
            "Save it again as .%(extension)s in the program that made it, and upload that."
        ),
        "not_as_named",
        extension=upload.extension,
        content=_of_type(found) if found else _seems(upload.head) or _("something else"),
    )


def _seems(head: bytes) -> str | Promise | None:
    """What a person would call it, where the beginning shows it; None for what may be plain text."""
    if PROGRAM.match(head):
        return _("a program")
    kind = filetype.guess(head)
    if kind is not None:
        return _of_type(kind.extension)
    if head.startswith(b"{\\rtf"):
        return _of_type("rtf")
    return _("a web page") if WEB_PAGE.search(head) else None


def _of_type(extension: str) -> str:
    return gettext("a file of the type .%(extension)s") % {"extension": extension}


CHECKS: dict[str, Callable[[Upload], None]] = {
    **dict.fromkeys(PICTURES, _check_picture),
    **dict.fromkeys(TEXTS, _check_text),
    **dict.fromkeys(OLE_STREAMS, _check_ole),
    **dict.fromkeys(OOXML, _check_ooxml),
    **dict.fromkeys(OPEN_DOCUMENT, _check_open_document),
    "pdf": _check_pdf,
    "rtf": _check_rtf,
    "zip": _check_zip,
}
