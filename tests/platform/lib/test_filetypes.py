"""Honest files pass; a file from hell is refused with a sentence that says why."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from django.utils import translation

from lib import pdfs
from lib.filetypes import CHECKS, check_file
from lib.refusals import Limits, Refused
from tests import files

LIMITS = Limits(
    pixels=1_000_000, frames=20, archive_pixels=2_000_000, archive_files=30, unpacked_bytes=30 * 1024 * 1024
)
DOCX = files.ooxml("docx")

HONEST = {
    "ke-hoach.pdf": files.PDF,
    "co-dau.pdf": b"\xef\xbb\xbf\n" + files.PDF,
    "CHU-HOA.PDF": files.PDF,
    "lien-ket.pdf": files.pdf_with(b"/S /URI /URI (https://example.org)", packed=True),
    "nen.pdf": files.pdf_filtered(b"[/FlateDecode]"),
    **{f"tep.{kind}": files.ooxml(kind) for kind in files.MAIN_PARTS},
    **{f"tep.{kind}": files.open_document(kind) for kind in files.OPEN_DOCUMENT},
    **{f"tep.{kind}": files.ole(stream) for kind, stream in files.OLE_STREAMS.items()},
    "bang-cu.xls": files.ole("Book"),
    "tep.rtf": b"{\\rtf1\\ansi Xin ch\\'e0o}",
    "utf-8.txt": "Thông báo: 5 < 6, a & b".encode(),
    "utf-8-bom.csv": "\ufeffTên;Số\nĐịnh An;1".encode(),
    "utf-16.txt": "Thông báo".encode("utf-16"),
    "bang-ma-cu.txt": b"Th\xabng b\xb8o x\xb7",
    # Each way to divide the remarks among themselves was tried: this one had no end.
    "vo-tan.txt": b"<!---->" * 1000 + b"5 < 6",
    "anh.png": files.picture("PNG"),
    "anh.jpg": files.picture("JPEG"),
    "anh.jpeg": files.picture("JPEG"),
    "anh.gif": files.moving(5),
    "anh.webp": files.picture("WEBP"),
    "ho-so.zip": files.zipped({"mau/": "", "mau/don.docx": DOCX, "anh.jpg": files.picture("JPEG"), "doc.txt": "chữ"}),
    "anh.zip": files.zipped({f"{n}.png": files.picture("PNG", (1000, 660)) for n in range(3)}),
    "tu-may-mac.zip": files.zipped({"don.docx": DOCX, "__MACOSX/._don.docx": b"\0\x05\x16\x07" + b"\0" * 60}),
}

NOT_AS_NAMED = {
    ("bao-cao.docx", files.HTML): "a web page",
    ("bao-cao.xls", b"<html><table><tr><td>1</td></tr></table></html>"): "a web page",
    ("bao-cao.pdf", files.HTML): "a web page",
    ("hai-mat.pdf", b"<script>alert(1)</script>" + files.PDF): "a web page",
    ("ghi-chu.txt", files.HTML): "a web page",
    ("ghi-chu.txt", b"\n\n  <!-- x --><b>dam</b>"): "a web page",
    ("ghi-chu.txt", b"Kinh gui <script>alert(1)</script>"): "a web page",
    ("bang.csv", files.SVG): "a web page",
    ("anh.png", files.SVG): "a web page",
    ("anh.jpg", files.HTML): "a web page",
    ("tep.rtf", files.HTML): "a web page",
    ("phan-mem.pdf", files.PROGRAM): "a program",
    ("hai-mat.pdf", b"MZ" + bytes(60) + b"PE\0\0" + files.PDF): "a program. Do not open it",
    ("hinh.jpg", files.PROGRAM): "a program. Do not open it",
    ("phan-mem.docx", b"\x7fELF\x02\x01\x01" + bytes(99)): "a program",
    ("lenh.txt", b"#!/bin/sh\nrm -rf /\n"): "a program",
    ("lenh.csv", b"@echo off\r\nformat c:\r\n"): "a program",
    ("anh.png", files.PROGRAM): "a program",
    ("bao-cao.docx", files.PDF): "a file of the type .pdf",
    ("bao-cao.doc", b"{\\rtf1 chu}"): "a file of the type .rtf",
    ("bao-cao.pdf", files.picture("PNG")): "a file of the type .png",
    ("ghi-chu.txt", files.picture("PNG")): "a file of the type .png",
    ("bao-cao.docx", files.ooxml("xlsx")): "a file of the type .",
    ("bao-cao.odt", files.open_document("ods")): "a file of the type .ods",
    ("bao-cao.docx", files.zipped({"a.txt": "a"})): "a file of the type .zip",
    ("bao-cao.doc", files.ole("Workbook")): "a file of the type .xls",
    ("cai-dat.doc", files.ole("MsiContent")): "something else",
    ("bao-cao.docx", b"chi la chu"): "something else",
    ("du-lieu.txt", b"chu\x00\x01\x02"): "something else",
    ("du-lieu.csv", b"a;b\n" * 300_000 + b"\x00"): "something else",
    ("utf-16.txt", "<html>".encode("utf-16")): "something else",
}

FROM_HELL = {
    "empty.pdf": (b"", "This file is empty"),
    "empty.txt": (b"", "This file is empty"),
    "empty.png": (b"", "This file is empty"),
    "empty.zip": (files.zipped({}), "This file is empty"),
    "page.html": (files.HTML, "Files of the type .html are not taken"),
    "drawing.svg": (files.SVG, "Files of the type .svg are not taken"),
    "data.xml": (files.SVG, "Files of the type .xml are not taken"),
    "setup.exe": (files.PROGRAM, "Files of the type .exe are not taken"),
    "macros.docm": (DOCX, "Files of the type .docm are not taken"),
    "no-name": (files.PDF, "Files of the type . are not taken"),
    "two.pdf.exe": (files.PDF, "Files of the type .exe are not taken"),
    "macros.docx": (files.ooxml("docx", **{"word/vbaProject.bin": b"x"}), "holds macros"),
    "macros.xlsx": (files.ooxml("xlsx", **{"xl/macrosheets/sheet1.xml": b"x"}), "holds macros"),
    "active.pptx": (files.ooxml("pptx", **{"ppt/activeX/activeX1.bin": b"x"}), "holds macros"),
    "macros.odt": (files.open_document("odt", **{"Basic/Standard/Module1.xml": b"x"}), "holds macros"),
    "macros.doc": (files.ole("WordDocument", "Macros"), "holds macros"),
    "locked.docx": (files.ole("EncryptionInfo", "EncryptedPackage"), "locked with a password"),
    "object.rtf": (b"{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}", "holds an embedded object"),
    "cut.docx": (DOCX[: len(DOCX) // 2], "damaged or was not copied completely"),
    "cut.doc": (files.ole("WordDocument")[:600], "damaged or was not copied completely"),
    "cut.jpg": (files.picture("JPEG", (640, 480))[:3000], "damaged or was not copied completely"),
    "cut.png": (files.picture("PNG", (640, 480))[:60], "damaged or was not copied completely"),
    "head.gif": (b"GIF89a", "damaged or was not copied completely"),
    "head.webp": (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(20), "damaged or was not copied completely"),
    "other.jpg": (files.picture("WEBP"), "is a picture of the type .webp. Change the end of its name to .webp"),
    "bomb.png": (files.png_that_claims(30_000, 30_000), "more than 1 million pixels"),
    "large.png": (files.picture("PNG", (1001, 1000)), "more than 1 million pixels"),
    "many.gif": (files.moving(21), "more than 20 frames"),
    "wide.gif": (files.moving(9, (500, 300)), "more than 6 frames"),
    "many.webp": (files.moving(21, kind="WEBP"), "more than 20 frames"),
    "script.pdf": (files.pdf_with(b"/S /JavaScript /JS (app.alert\\(1\\))"), "runs a program when it is opened"),
    "hidden.pdf": (files.pdf_with(b"/S/J#61v#61Script /JS (x)"), "runs a program when it is opened"),
    "packed.pdf": (files.pdf_with(b"/S /JavaScript /JS (x)", packed=True), "runs a program when it is opened"),
    "torn.pdf": (files.torn_pdf_with(b"/S /JavaScript /JS (x)"), "runs a program when it is opened"),
    "deep.pdf": (
        files.pdf_with(b"/Pad (" + b" " * pdfs.LARGEST_OBJECT_STREAM + b") /S /JavaScript /JS (x)", packed=True),
        "packs more than can be checked here",
    ),
    "late.pdf": (
        files.pdf_with(b"/Pad (" + b" " * (pdfs.LARGEST_OBJECT_STREAM - 100) + b")", packed=True)
        * (pdfs.MOST_OBJECTS // pdfs.LARGEST_OBJECT_STREAM)
        + files.pdf_with(b"/Pad (" + b" " * 1000 + b") /S /JavaScript /JS (x)", packed=True),
        "packs more than can be checked here",
    ),
    "launch.pdf": (files.pdf_with(b"/S /Launch /F (cmd.exe)"), "runs a program when it is opened"),
    "sends.pdf": (files.pdf_with(b"/S /SubmitForm /F (http://x)"), "sends what is in it"),
    "carries.pdf": (files.pdf_with(b"/Names << /EmbeddedFiles 5 0 R >>", packed=True), "has other files attached"),
    "carries-in-figures.pdf": (files.pdf_with(b"/Names << /Embedded#46iles 5 0 R >>"), "has other files attached"),
    "xfa-in-figures.pdf": (files.pdf_with(b"/AcroForm << /X#46A [(a) 5 0 R] >>"), "is an XFA form"),
    "locked-in-figures.pdf": (files.PDF + b"trailer << /#45ncrypt 5 0 R >>", "is encrypted"),
    "packed-in-figures.pdf": (
        files.pdf_with(b"/S /JavaScript /JS (x)", packed=True).replace(b"/ObjStm", b"/Obj#53tm"),
        "runs a program when it is opened",
    ),
    "xfa.pdf": (files.pdf_with(b"/AcroForm << /XFA [(a) 5 0 R] >>", packed=True), "is an XFA form"),
    "locked.pdf": (files.PDF + b"trailer << /Encrypt 5 0 R >>", "is encrypted"),
    "hex.pdf": (files.pdf_filtered(b"[/ASCIIHexDecode /FlateDecode]"), "in an unusual way"),
    "twice.pdf": (files.pdf_filtered(b"[/FlateDecode /Flate#44ecode]"), "in an unusual way"),
    "elsewhere.pdf": (files.pdf_filtered(b"5 0 R"), "in an unusual way"),
    "swells.zip": (
        files.zipped({"a.txt": bytes(31 * 1024 * 1024)}),
        "Unpacked, this file would grow to many times its size",
    ),
    "dense.zip": (
        files.zipped({"a.txt": b"a" * 25 * 1024 * 1024}),
        "Unpacked, this file would grow to many times its size",
    ),
    "swells.docx": (files.ooxml("docx", **{"word/a.xml": b"a" * 25 * 1024 * 1024}), "Unpacked, this file"),
    "many.zip": (files.zipped({f"{n}.txt": "a" for n in range(31)}), "packs more than 30 files"),
    "legion.zip": (files.zipped({f"{n}.txt": "a" for n in range(400)}), "packs more than 30 files"),
    "climbs.zip": (files.zipped({"../../etc/passwd.txt": "a"}), "outside its own folder"),
    "windows.zip": (files.zipped({"..\\..\\a.txt": "a"}), "outside its own folder"),
    "drive.zip": (files.zipped({"C:/a.txt": "a"}), "outside its own folder"),
    "root.zip": (files.zipped({"/etc/a.txt": "a"}), "outside its own folder"),
    "exe.zip": (files.zipped({"a/setup.exe": files.PROGRAM}), "a/setup.exe can't be published: Files of the type .exe"),
    "page.zip": (files.zipped({"page.html": files.HTML}), "page.html can't be published: Files of the type .html"),
    "masked.zip": (files.zipped({"a.pdf": files.PROGRAM}), "a.pdf can't be published: This file is named .pdf but"),
    "macros.zip": (files.zipped({"a.docx": files.ooxml("docx", **{"word/vbaProject.bin": b"x"})}), "holds macros"),
    "nested.zip": (files.zipped({"a.zip": files.zipped({"b.txt": "b"})}), "archives inside archives are not taken"),
    "mac.zip": (files.zipped({"__MACOSX/._a.exe": files.PROGRAM}), "Files of the type .exe"),
    "album.zip": (
        files.zipped({f"{n}.png": files.picture("PNG", (1000, 700)) for n in range(3)}),
        "2.png can't be published: the pictures of one archive may have 2 million pixels together",
    ),
    "film.zip": (
        files.zipped({f"{n}.gif": files.moving(5, (400, 400)) for n in range(3)}),
        "2.gif can't be published: the pictures of one archive may have 2 million pixels together",
    ),
    "cut.zip": (files.zipped({"a.txt": "a" * 999})[:-30], "damaged or was not copied completely"),
}


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Sentences are compared as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_passes(name: str):
    file = io.BytesIO(HONEST[name])
    check_file(file, name, LIMITS)
    assert file.tell() == 0


@pytest.mark.parametrize(("name", "content", "seems"), [(*key, seems) for key, seems in NOT_AS_NAMED.items()])
def test_a_file_that_is_not_what_its_name_says_is_called_what_it_is(name: str, content: bytes, seems: str):
    extension = name.rpartition(".")[2]
    sentence = refusal(name, content)
    assert sentence.startswith(f"This file is named .{extension} but is {seems}")
    advice = f"Save it again as .{extension} in the program that made it, and upload that."
    if seems.startswith("a program"):
        advice = "Do not open it. Tell your unit's technical officer where it came from."
    assert sentence.endswith(advice)


@pytest.mark.parametrize("name", FROM_HELL)
def test_a_file_from_hell_is_refused_with_a_reason(name: str):
    content, sentence = FROM_HELL[name]
    assert sentence in refusal(name, content)


def test_a_link_in_an_archive_is_refused():
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "outside its own folder" in refusal("a.zip", buffer.getvalue())


def test_a_locked_archive_is_refused():
    locked = bytearray(files.zipped({"a.txt": "a"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in refusal("a.zip", bytes(locked))


def test_an_archive_that_lies_about_its_size_is_read_no_further_than_it_says():
    lying = bytearray(files.zipped({"a.txt": b"a" * 10_000}))
    entry = lying.index(b"PK\x01\x02")
    lying[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    assert "damaged" in refusal("a.zip", bytes(lying))


@pytest.mark.parametrize("extension", sorted(CHECKS))
@pytest.mark.parametrize(
    "content", [files.HTML, files.SVG, files.PROGRAM, bytes(500)], ids=["html", "svg", "exe", "nul"]
)
def test_no_name_carries_a_web_page_or_a_program_in(extension: str, content: bytes):
    assert f"This file is named .{extension} but is" in refusal(f"tep.{extension}", content)


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        check_file(io.BytesIO(content), name, LIMITS)
    return refused.value.messages[0]
